// The administrator's button that fetches open data, and how far the fetch is.
import { may } from './caller.js';
import { h, link } from './dom.js';
import { number, percent } from './format.js';

const POLL_MS = 1000;
const running = new Map(); // dataset id → the fetch as it was last heard of

export function isAdministrator(app) {
  return may(app, 'import');
}

export function fetchable(dataset) {
  return dataset.sources.find((source) => source.available && !source.sample && source.supply?.download);
}

/** Button and state; nothing for those who may not, or where there is nothing to fetch. */
export function fetchPanel(app, dataset) {
  const source = fetchable(dataset);
  if (!source || !isAdministrator(app)) return null;
  const latest =
    running.get(dataset.id) ??
    app.loader.ask(`fetches ${dataset.id}`, () => app.api.get(`/api/datasets/${dataset.id}/fetches`)).value
      ?.items[0];
  if (latest?.state === 'running' && !running.has(dataset.id)) follow(app, dataset.id, latest);
  return h(
    'div',
    { class: 'fetch' },
    h(
      'button',
      {
        id: `fetch-${dataset.id}`,
        type: 'button',
        class: 'button button--small',
        'aria-disabled': latest?.state === 'running' ? 'true' : null,
        onclick: () => running.get(dataset.id)?.state !== 'running' && begin(app, dataset, source),
      },
      app.t('fetch.button'),
      h('span', { class: 'visually-hidden' }, ` ${app.text(dataset.name)}`),
    ),
    h('div', { class: 'fetch__state', id: `fetch-state-${dataset.id}`, role: 'status' }, state(app, latest)),
  );
}

async function begin(app, dataset, source) {
  try {
    const fetch = await app.api.change('POST', `/api/datasets/${dataset.id}/fetches?source=${source.id}`);
    show(app, dataset.id, fetch);
    follow(app, dataset.id, fetch);
  } catch (problem) {
    if (!problem.title) throw problem;
    show(app, dataset.id, {
      state: 'failed',
      failure: { what: problem.title, remedy: problem.remedy ?? '' },
    });
  }
}

/** Asks every second until it has ended; what is new is then read and drawn. */
function follow(app, id, fetch) {
  running.set(id, fetch);
  const ask = async () => {
    try {
      const now = await app.api.get(`/api/datasets/${id}/fetches/${fetch.id}`);
      show(app, id, now);
      if (now.state === 'running') setTimeout(ask, POLL_MS);
      else if (now.state === 'imported') app.start();
    } catch (problem) {
      if (!problem.title) throw problem;
      show(app, id, { state: 'failed', failure: { what: problem.title, remedy: problem.remedy ?? '' } });
    }
  };
  setTimeout(ask, POLL_MS);
}

// Only these few words change, so that a reader in the middle of the page is not thrown about each second.
function show(app, id, fetch) {
  running.set(id, fetch);
  document
    .getElementById(`fetch-state-${id}`)
    ?.replaceChildren(...[state(app, fetch)].flat().filter(Boolean));
  const button = document.getElementById(`fetch-${id}`);
  if (fetch.state === 'running') button?.setAttribute('aria-disabled', 'true');
  else button?.removeAttribute('aria-disabled');
}

function state(app, fetch) {
  const { t } = app;
  if (!fetch) return null;
  if (fetch.state === 'running') {
    const share = fetch.total > 0 ? percent(app.lang, fetch.done / fetch.total) : '';
    const size = fetch.done > 0 ? `${number(app.lang, fetch.done / 1e6, 1)}\u00a0MB` : '';
    return h('span', {}, [t('fetch.running'), fetch.doing, share || size].filter(Boolean).join(' '));
  }
  if (fetch.state === 'failed') {
    const said = (text) => (typeof text === 'string' ? text : app.text(text));
    return [
      h('strong', {}, t('fetch.failed')),
      h('div', {}, said(fetch.failure.what)),
      h('div', { class: 'muted' }, said(fetch.failure.remedy)),
    ];
  }
  return [
    h('span', {}, t(`fetch.${fetch.state}`)),
    fetch.state === 'refused' &&
      h('div', {}, h('a', { href: `/api/imports/${fetch.importId}/issues` }, t('fetch.issues'))),
  ];
}

/** What the import of the version in use remarked; only the administrator may read the log. */
export function issues(app, dataset) {
  if (!isAdministrator(app) || !dataset.inUse) return null;
  const log = app.loader.ask('imports', () => app.api.get('/api/imports?limit=200'));
  const found = log.value?.items.find(
    (one) => one.versionId === dataset.inUse.id && one.outcome === 'accepted',
  );
  if (!found) return null;
  return found.notes > 0
    ? h(
        'a',
        { href: `/api/imports/${found.id}/issues` },
        app.t('data.notes', { n: number(app.lang, found.notes) }),
      )
    : h('span', {}, app.t('data.noNotes'));
}

/** Where a person gets it. */
export function howToGet(app, source) {
  const address = source.supply?.download?.address;
  return [
    app.text(source.howToGet) && h('div', { class: 'muted' }, app.text(source.howToGet)),
    source.geonorge &&
      h(
        'div',
        {},
        link(`https://kartkatalog.geonorge.no/metadata/${source.geonorge}`, app.t('data.catalogue')),
      ),
    address && h('div', { class: 'muted address' }, address),
  ];
}
