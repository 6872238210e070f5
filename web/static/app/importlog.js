// What has been imported before, by whom, and what became of it.
import { h, render } from './dom.js';
import { moment, number } from './format.js';
import { problemBox } from './frame.js';
import { datasetName } from './words.js';

const COLUMNS = ['at', 'file', 'dataset', 'outcome', 'count', 'issues'];
const SHOWN = 20;
const SYMBOL = { accepted: '✓', refused: '✕', unchanged: '=' };

/** round changes whenever a delivery has added to the log. */
export function drawLog(app, container, round) {
  const { t } = app;
  const answer = app.loader.ask(`imports ${round}`, () => app.api.get(`/api/imports?limit=${SHOWN}`));
  if (answer.status === 'failed')
    return render(container, h('h3', {}, t('import.log')), problemBox(app, answer.problem, app.loader.retry));
  // The last list stays until the next one is there.
  if (answer.status === 'ready') app.importLog = answer.value;
  const log = app.importLog;
  return render(
    container,
    h('h3', {}, t('import.log')),
    !log && h('p', {}, t('loading')),
    log && log.items.length === 0 && h('p', { class: 'empty' }, t('import.logEmpty')),
    log && log.items.length > 0 && table(app, log),
  );
}

function table(app, { items, total }) {
  const { t, lang } = app;
  return [
    h('p', { class: 'muted' }, t('import.logCount', { shown: items.length, all: number(lang, total) })),
    h(
      'div',
      {
        id: 'import-log-scroll',
        class: 'table-scroll',
        tabindex: '0',
        role: 'region',
        'aria-label': t('import.log'),
      },
      h(
        'table',
        { class: 'big-table big-table--log' },
        h('caption', { class: 'visually-hidden' }, t('import.log')),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            COLUMNS.map((column) => h('th', { scope: 'col' }, t(`importLog.${column}`))),
          ),
        ),
        h(
          'tbody',
          {},
          items.map((report) => row(app, report)),
        ),
      ),
    ),
  ];
}

function row(app, report) {
  const { t, lang } = app;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, moment(lang, report.at), h('div', { class: 'muted' }, report.by)),
    h('td', {}, report.fileName),
    h('td', {}, report.dataset ? datasetName(app, report.dataset) : ''),
    h(
      'td',
      {},
      h('span', { 'aria-hidden': 'true' }, `${SYMBOL[report.outcome] ?? ''} `),
      t(`importOutcome.${report.outcome}`),
    ),
    h('td', { class: 'number' }, number(lang, report.objectCount)),
    h('td', {}, issues(app, report)),
  );
}

function issues(app, { id, blockingIssues, notes, fileName }) {
  const { t, lang } = app;
  if (blockingIssues + notes === 0) return t('importLog.none');
  const text = t('importLog.found', { blocking: number(lang, blockingIssues), notes: number(lang, notes) });
  return [text, ' ', downloads(app, `/api/imports/${id}/issues`, fileName)];
}

/** Links to the issues as files, for the one who owns the data. */
export function downloads(app, address, fileName) {
  const { t } = app;
  return [
    ['geojson', 'GeoJSON'],
    ['csv', 'CSV'],
  ].map(([ending, name], index) => [
    index > 0 && ' ',
    h(
      'a',
      {
        href: `${address}.${ending}`,
        download: true,
        'aria-label': t('import.downloadNamed', { name, file: fileName }),
      },
      name,
    ),
  ]);
}
