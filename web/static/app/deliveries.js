// Files on their way in: what has been handed over in this visit, and what the server makes of it. No drawing here.
import { wasAborted } from './api.js';
import { sameChoices } from './importwords.js';

const BUSY = ['READING', 'IMPORTING'];
const PAUSE_MS = 500;

/**
 * One entry per file: {key, id, fileName, bytes, sent, delivery, seen, draft, problem}. `delivery` is the server's last
 * answer, `seen` the last one with a result (what is shown while the file is examined again), `round` counts those,
 * `draft` is the choices being made. on = {progress(), change(entry, before)}: progress concerns the list only.
 */
export function createDeliveries(api, on) {
  const entries = [];
  let made = 0;

  function add(files) {
    return [...files].map((file) => {
      const entry = newEntry({ fileName: file.name, bytes: file.size, sent: 0 });
      send(entry, file);
      return entry;
    });
  }

  function newEntry(values) {
    const entry = {
      key: `d${++made}`,
      id: '',
      delivery: null,
      seen: null,
      draft: null,
      problem: null,
      ...values,
    };
    entries.push(entry);
    return entry;
  }

  function send(entry, file) {
    const form = new FormData();
    form.append('file', file);
    entry.abort = new AbortController();
    const onSent = (sent, total) => {
      entry.sent = total ? sent / total : 0;
      on.progress();
    };
    return work(entry, () => api.upload('/api/deliveries', form, { onSent, signal: entry.abort.signal }));
  }

  /** The entry of an id; one that is not known (a link, a reload) is asked for. */
  function open(id) {
    const known = entries.find((entry) => entry.id === id);
    if (known) return known;
    const entry = newEntry({ id, fileName: '', bytes: 0, sent: 1 });
    work(entry, () => api.look(address(entry)));
    return entry;
  }

  /** Takes up what the server still keeps for the caller, so that a reload loses no delivery. */
  async function recall() {
    const { items } = await api.get('/api/deliveries');
    items
      .filter(({ id }) => !entries.some((entry) => entry.id === id))
      .forEach((delivery) => work(newEntry({ id: delivery.id, sent: 1 }), async () => delivery));
  }

  // One thing at a time per entry: the first answer, and then what becomes of it.
  async function work(entry, ask) {
    entry.problem = null;
    entry.working = true;
    try {
      take(entry, await ask());
      while (BUSY.includes(entry.delivery.state) && entries.includes(entry)) {
        await new Promise((done) => setTimeout(done, PAUSE_MS));
        take(entry, await api.look(address(entry), entry.abort?.signal));
      }
    } catch (problem) {
      if (wasAborted(problem)) return;
      if (!problem.title) throw problem;
      entry.problem = problem;
    } finally {
      entry.working = false;
    }
    on.change(entry);
  }

  function take(entry, delivery) {
    const before = entry.delivery?.state;
    Object.assign(entry, { id: delivery.id, delivery, fileName: delivery.fileName, bytes: delivery.bytes });
    if (!BUSY.includes(delivery.state)) {
      entry.seen = delivery;
      entry.draft = { ...delivery.chosen };
      entry.round = (entry.round ?? 0) + 1;
    }
    if (before !== delivery.state && BUSY.includes(delivery.state)) on.change(entry);
    else on.progress();
  }

  /** Changes the draft; nothing is asked of the server before examine(). */
  function choose(entry, change) {
    entry.draft = { ...entry.draft, ...change };
  }

  const undo = (entry) => (entry.draft = { ...entry.seen.chosen });

  const isChanged = (entry) => Boolean(entry.seen) && !sameChoices(entry.draft, entry.seen.chosen);

  const examine = (entry, change = {}) => {
    choose(entry, change);
    return begin(entry, () => api.change('PUT', address(entry), said(entry)));
  };

  const bringIn = (entry) => {
    entry.taken = true;
    return begin(entry, () => api.change('POST', `${address(entry)}/import`));
  };

  // Said at once, so that nothing can be pressed twice.
  function begin(entry, ask) {
    const done = work(entry, ask);
    on.change(entry);
    return done;
  }

  /** Ends an upload or an examination and removes the file from the server; the entry goes. */
  async function cancel(entry) {
    entry.abort?.abort();
    try {
      if (entry.id) await api.change('DELETE', address(entry));
    } catch (problem) {
      if (!problem.title) throw problem;
      // Gone already is what was wanted.
      if (problem.status !== 404) {
        entry.problem = problem;
        return on.change(entry);
      }
    }
    forget(entry);
    return on.change(entry);
  }

  function forget(entry) {
    const at = entries.indexOf(entry);
    if (at >= 0) entries.splice(at, 1);
  }

  /** After a failure: looks again where the server has the file. */
  const retry = (entry) => work(entry, () => api.look(address(entry)));

  return { entries, add, open, recall, choose, undo, isChanged, examine, bringIn, cancel, forget, retry };
}

// What the file itself says is not said again: only a choice of the user's may stand against the file.
function said({ draft, seen }) {
  const byFile = ['file', 'rfc7946'].includes(seen.crs?.how) && draft.crs === seen.crs.used;
  return byFile ? { ...draft, crs: null } : draft;
}

function address(entry) {
  return `/api/deliveries/${encodeURIComponent(entry.id)}`;
}

/** Whether the server is at work with the entry, or the file still on its way. */
export function isBusy(entry) {
  return entry.working || BUSY.includes(entry.delivery?.state);
}
