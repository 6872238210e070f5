// "Datagrunnlag": which data the answers rest on, from whom and how old, and what is not mapped at all.
import { correctionsPart } from './corrections.js';
import { drawCoverage, upkeep } from './coverage.js';
import { h, link, render } from './dom.js';
import { fetchPanel, howToGet, issues } from './fetching.js';
import { date, number } from './format.js';
import { follow } from './frame.js';
import { productName } from './lines.js';
import { regionTextsPart } from './regiontexts.js';
import { remindersPart } from './reminders.js';
import { write } from './state.js';
import { limits } from './words.js';

const COLUMNS = ['name', 'version', 'source', 'asOf', 'licence', 'count', 'limits', 'usedBy'];

export function drawDatasets(app, container) {
  const { t, data } = app;
  const loaded = data.datasets.filter((d) => d.inUse);
  const missing = data.datasets.filter((d) => !d.inUse && d.role !== 'plans'); // plans are no layer
  const coverage = h('section', { id: 'coverage' });
  render(
    container,
    h('h2', {}, t('data.title')),
    h('p', { class: 'lead' }, t('data.lead')),
    coverage,
    part(
      app,
      'data.loaded',
      COLUMNS,
      loaded.map((dataset) => loadedRow(app, dataset)),
    ),
    part(
      app,
      'data.missing',
      ['name', 'source', 'licence', 'usedBy'],
      missing.map((dataset) => missingRow(app, dataset)),
    ),
    correctionsPart(app),
    remindersPart(app),
    regionTextsPart(app),
    h(
      'p',
      {},
      t('data.how'),
      ' ',
      pageLink(app),
      ' ',
      t('data.howOr'),
      ' ',
      h('code', {}, './areal import'),
      ', ',
      h('code', {}, './areal data hent'),
      '.',
    ),
  );
  drawCoverage(app, coverage);
}

function pageLink(app) {
  const change = { tab: 'import' };
  const href = `/${write({ ...app.state, ...change })}`;
  return h('a', { href, onclick: (event) => follow(event, app, change) }, app.t('tab.import'));
}

function part(app, title, columns, rows) {
  return h(
    'section',
    {},
    h('h3', {}, app.t(title)),
    h(
      'div',
      { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': app.t(title) },
      h(
        'table',
        { class: 'big-table big-table--data' },
        h('caption', { class: 'visually-hidden' }, app.t(title)),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            columns.map((c) => h('th', { scope: 'col' }, app.t(`data.${c}`))),
          ),
        ),
        h('tbody', {}, rows),
      ),
    ),
  );
}

function loadedRow(app, dataset) {
  const { t, lang } = app;
  const { inUse } = dataset;
  const { source } = inUse;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, app.text(dataset.name), fetchPanel(app, dataset)),
    h('td', {}, t('data.versionText', { version: inUse.version, date: date(lang, inUse.importedAt) })),
    h(
      'td',
      {},
      link(source.url, productName(app, source)),
      ' ',
      inUse.sample && h('span', { class: 'badge' }, t('schematic')),
    ),
    h('td', {}, source.asOf ? date(lang, source.asOf) : t('notStated')),
    h('td', {}, link(source.licenceUrl, source.licence)),
    h('td', { class: 'number' }, number(lang, inUse.featureCount)),
    h(
      'td',
      {},
      h(
        'ul',
        { class: 'plain remarks' },
        limits(app, dataset).map((text) => h('li', {}, text)),
        upkeep(app, described(dataset)).map((text) => h('li', {}, text)),
        [issues(app, dataset)].filter(Boolean).map((text) => h('li', {}, text)),
      ),
    ),
    usedBy(app, dataset),
  );
}

/** The product of the version in use as it is described today: how it is delivered is not part of a version. */
function described({ inUse, sources }) {
  return sources.find((source) => source.id === inUse.source.id) ?? inUse.source;
}

function missingRow(app, dataset) {
  const { t } = app;
  const sources = dataset.sources.map((source) =>
    h(
      'li',
      {},
      link(source.url, productName(app, source)),
      ' ',
      howToGet(app, source),
      h(
        'ul',
        { class: 'plain remarks' },
        upkeep(app, source).map((text) => h('li', {}, text)),
      ),
    ),
  );
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      app.text(dataset.name),
      h('div', {}, h('span', { class: 'badge' }, t('layers.noData'))),
      fetchPanel(app, dataset),
    ),
    h('td', {}, sources.length > 0 ? h('ul', { class: 'plain' }, sources) : t('notStated')),
    h('td', {}, [...new Set(dataset.sources.map((source) => source.licence))].join(', ')),
    usedBy(app, dataset),
  );
}

function usedBy(app, dataset) {
  const ids = dataset.usedBy[app.data.strategy.id] ?? [];
  const names = ids.map(
    (id) =>
      app.text([...app.data.strategy.criteria, ...app.data.strategy.checks].find((c) => c.id === id)?.name) ||
      id,
  );
  // Names hold commas of their own, and a check may be called what a criterion is called.
  return h('td', {}, [...new Set(names)].join('; ') || app.t('data.notUsed'));
}
