// "Importer": files handed over, what the dry run found in each, and what has been imported before.
import { loginAddress } from './account.js';
import { createDeliveries, isBusy } from './deliveries.js';
import { h, render } from './dom.js';
import { bytes } from './format.js';
import { follow, problemBox } from './frame.js';
import { drawDelivery } from './importdelivery.js';
import { drawLog } from './importlog.js';
import { createPreviews } from './importmaps.js';
import { mayImport, verdict } from './importwords.js';
import { write } from './state.js';

const ENDINGS = '.sos,.sosi,.gml,.xml,.zip,.gpkg,.geojson,.json,.fgb,.xlsx,.csv';
const PARTS = ['import-intake', 'import-list', 'import-delivery', 'import-log'];
const at = (id) => document.getElementById(id);

export function createImportPage(app) {
  const previews = createPreviews(app);
  const deliveries = createDeliveries(app.api, { progress, change });
  const page = { app, previews, deliveries, redraw: drawOpen };
  let recalled = false;
  let imported = 0;
  let lost = '';

  function draw(container) {
    if (!mayImport(app)) return render(container, stranger(app));
    if (!at('import-page'))
      render(
        container,
        h(
          'div',
          { id: 'import-page' },
          PARTS.map((id) => h('div', { id })),
        ),
      );
    recall();
    drawIntake();
    drawList();
    drawOpen();
    return drawLog(app, at('import-log'), imported);
  }

  // What the server still keeps is listed again after a reload, whatever the link names.
  function recall() {
    if (recalled) return;
    recalled = true;
    deliveries.recall().catch((problem) => {
      if (!problem.title) throw problem;
      lost = problem.title;
      drawList();
    });
  }

  const opened = () => (app.state.delivery ? deliveries.open(app.state.delivery) : null);

  function progress() {
    if (at('import-list')) drawList();
  }

  function change(entry) {
    if (!deliveries.entries.includes(entry)) return; // closed: close() draws what is left
    if (entry.toOpen && entry.id) {
      entry.toOpen = false;
      app.go({ delivery: entry.id }, { replace: !app.state.delivery });
    } else app.draw();
    if (isBusy(entry)) return;
    const here = entry.abort || entry.id === app.state.delivery;
    if (app.state.tab === 'import' && here) app.announce(said(entry));
    if (entry.delivery?.state === 'IMPORTED' && entry.taken) {
      entry.taken = false;
      imported++;
      app.start();
    }
  }

  function said(entry) {
    const text = entry.problem ? entry.problem.title : verdict(app, entry.delivery).text;
    return `${entry.fileName}: ${text}`;
  }

  function take(files) {
    const [first] = deliveries.add(files);
    if (first) first.toOpen = true;
    app.draw();
  }

  function drawIntake() {
    const { t } = app;
    render(
      at('import-intake'),
      h('h2', {}, t('import.title')),
      h('p', { class: 'lead' }, t('import.lead')),
      dropZone(app, take),
    );
  }

  function drawList() {
    const { entries } = deliveries;
    const { t } = app;
    render(
      at('import-list'),
      lost && h('p', { role: 'alert' }, t('import.recallFailed', { why: lost })),
      entries.length > 0 && [
        h('h3', {}, t('import.list')),
        h(
          'ul',
          { class: 'plain deliveries' },
          newestFirst(entries).map((entry) => line(page, entry, close)),
        ),
      ],
    );
  }

  function drawOpen() {
    const entry = opened();
    render(at('import-delivery'), entry && drawDelivery(page, entry, { close }));
  }

  async function close(entry, confirmed) {
    if (confirmed === 'forget') deliveries.forget(entry);
    else await deliveries.cancel(entry);
    if (deliveries.entries.includes(entry)) return;
    if (app.state.delivery === entry.id) app.go({ delivery: '' }, { replace: true });
    else app.draw();
    app.announce(
      app.t(confirmed === 'forget' ? 'import.closed' : 'import.cancelled', { file: entry.fileName }),
    );
    at('import-files')?.focus();
  }

  return { draw };
}

function stranger(app) {
  const { t } = app;
  return [
    h('h2', {}, t('import.title')),
    h('p', { class: 'lead' }, t('import.mayNot')),
    h('p', {}, h('a', { class: 'button', href: loginAddress(app) }, t('login'))),
  ];
}

// An ordinary file field with its label as the button, so that keyboard and screen reader have what the mouse has. The
// browser's own button would speak the browser's language, not the page's.
function dropZone(app, take) {
  const { t } = app;
  const over = (event, on) => {
    event.preventDefault();
    event.currentTarget.classList.toggle('is-over', on);
  };
  return h(
    'div',
    {
      class: 'drop-zone',
      ondragover: (event) => over(event, true),
      ondragleave: (event) => over(event, false),
      ondrop: (event) => {
        over(event, false);
        take(event.dataTransfer.files);
      },
    },
    h('input', {
      id: 'import-files',
      type: 'file',
      class: 'visually-hidden',
      multiple: true,
      accept: ENDINGS,
      'aria-describedby': 'import-formats',
      onchange: (event) => {
        const files = [...event.target.files];
        event.target.value = '';
        take(files);
      },
    }),
    h('label', { for: 'import-files', class: 'button button--primary' }, t('import.choose')),
    h('p', { class: 'drop-zone__or', 'aria-hidden': 'true' }, t('import.drop')),
    h('p', { id: 'import-formats', class: 'muted' }, t('import.formats')),
  );
}

function newestFirst(entries) {
  const at = (entry) => (entry.delivery ? Date.parse(entry.delivery.at) : Infinity);
  return [...entries].sort((a, b) => (at(a) === at(b) ? 0 : at(b) - at(a)));
}

const SYMBOL = { ready: '✓', asking: '?', refused: '✕', done: '✓', busy: '…' };

function line(page, entry, close) {
  const { app } = page;
  const { t, lang, state } = app;
  const open = entry.id && state.delivery === entry.id;
  const result = entry.delivery ? verdict(app, entry.delivery) : { kind: 'busy', text: t('import.sending') };
  const name = entry.fileName || t('import.fetching');
  const change = { delivery: entry.id };
  return h(
    'li',
    { class: `delivery-line${open ? ' is-current' : ''}` },
    h('span', { class: `state-mark state-mark--${result.kind}`, 'aria-hidden': 'true' }, SYMBOL[result.kind]),
    h(
      'div',
      { class: 'delivery-line__text' },
      entry.id
        ? h(
            'a',
            {
              id: `open-${entry.key}`,
              href: `/${write({ ...state, ...change })}`,
              'aria-current': open ? 'true' : null,
              onclick: (event) => follow(event, app, change),
            },
            name,
          )
        : h('strong', {}, name),
      entry.bytes > 0 && h('span', { class: 'muted' }, ` ${bytes(lang, entry.bytes)}`),
      entry.problem && !open
        ? problemBox(app, entry.problem, () => retry(page, entry, close))
        : h('p', { class: 'delivery-line__state' }, isBusy(entry) ? progressOf(app, entry) : result.text),
    ),
    h(
      'button',
      {
        id: `cancel-${entry.key}`,
        type: 'button',
        class: 'button button--small',
        disabled: entry.delivery?.state === 'IMPORTING',
        'aria-label': t(result.kind === 'done' ? 'import.closeNamed' : 'import.cancelNamed', { file: name }),
        onclick: () => close(entry, result.kind === 'done' && 'forget'),
      },
      t(result.kind === 'done' ? 'import.close' : 'import.cancel'),
    ),
  );
}

// An upload that broke has nothing on the server to look at: it is sent again by handing the file over again.
function retry({ deliveries }, entry, close) {
  return entry.id ? deliveries.retry(entry) : close(entry, 'forget');
}

function progressOf(app, entry) {
  const { t } = app;
  const { delivery, sent } = entry;
  const told = delivery?.progress;
  const share = delivery ? told && told.total > 0 && told.done / told.total : sent;
  const text = delivery
    ? app.text(told?.text) || verdict(app, delivery).text
    : sent >= 1
      ? t('import.received')
      : t('import.sending');
  return [
    h('progress', {
      max: 1,
      value: typeof share === 'number' ? share : null,
      'aria-label': `${entry.fileName}: ${text}`,
    }),
    h('span', {}, ` ${text}`),
  ];
}
