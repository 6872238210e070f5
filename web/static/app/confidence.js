// How well the values are known, as a layer of its own: on the symbols, in the list, in the panel. Never in the points.
import { h, s } from './dom.js';
import { amount, distance, number } from './format.js';

const LEVELS = ['high', 'medium', 'low', 'none'];
const BARS = { high: 3, medium: 2, low: 1, none: 0 };

/** The answer while the layer is on: {status, value, problem}; null while it is off. */
function answer(app) {
  if (!app.state.confidence) return null;
  const { id } = app.data.run;
  const purpose = app.purpose.id;
  return app.loader.ask(`confidence ${id} ${purpose}`, () =>
    app.api.get(`/api/runs/${id}/confidence/${purpose}`),
  );
}

function valuesOf(app, row) {
  return answer(app)?.value?.items.find((item) => item.site === row.id) ?? null;
}

/** high, medium, low or none for what the layer shows; null while it is off, and for what the purpose does not ask. */
export function confidenceLevel(app, row) {
  const values = valuesOf(app, row);
  const { confidence } = app.state;
  if (!values) return null;
  return confidence === 'all'
    ? values.level
    : (values.criteria.find((one) => one.criterion === confidence)?.level ?? null);
}

/** 0 for what is missing up to 3 for high. */
export function confidenceOrder(level) {
  return BARS[level];
}

/** "datatillit: lav", or null. */
export function confidenceWord(app, row) {
  const level = confidenceLevel(app, row);
  return level && app.t('sureness.word', { level: app.t(`sureness.${level}`) });
}

/** Three bars as on a radio, a question mark for what is missing: the shape tells the level without any colour. */
export function confidenceBadge(level) {
  const bar = (i) =>
    s('rect', {
      x: 3 + i * 5,
      y: 12 - i * 4,
      width: 4,
      height: 5 + i * 4,
      class: i < BARS[level] ? 'sure-badge__on' : 'sure-badge__off',
    });
  return s(
    'svg',
    {
      viewBox: '0 0 20 20',
      width: 18,
      height: 18,
      class: `sure-badge sure-badge--${level}`,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    s('rect', { x: 0.5, y: 0.5, width: 19, height: 19, rx: 3, class: 'sure-badge__frame' }),
    level === 'none'
      ? s('text', { x: 10, y: 15, 'text-anchor': 'middle', class: 'sure-badge__none' }, '?')
      : [0, 1, 2].map(bar),
  );
}

/** Choice and legend in the panel of layers. */
export function confidenceLayer(app) {
  const { t, state, purpose } = app;
  const ids = Object.keys(purpose.weights);
  const option = (value, text) => h('option', { value, selected: state.confidence === value }, text);
  const now = answer(app);
  return [
    h('h3', {}, t('sureness.title')),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'confidence-layer' }, t('sureness.choose')),
      h(
        'select',
        {
          id: 'confidence-layer',
          onchange: (event) => app.go({ confidence: event.target.value }, { replace: true }),
        },
        option('', t('sureness.off')),
        option('all', t('sureness.all')),
        ids.map((id) => option(id, criterionName(app, id))),
        state.confidence &&
          !['all', ...ids].includes(state.confidence) &&
          option(state.confidence, criterionName(app, state.confidence)),
      ),
    ),
    now?.problem && h('p', { class: 'layers__state', role: 'alert' }, now.problem.title),
    now && legend(app),
  ];
}

function criterionName(app, id) {
  return app.text(app.data.strategy.criteria.find((c) => c.id === id)?.name) || id;
}

function legend(app) {
  return [
    h(
      'ul',
      { class: 'legend' },
      LEVELS.map((level) =>
        h('li', {}, confidenceBadge(level), h('span', {}, app.t(`sureness.is.${level}`))),
      ),
    ),
    h('p', { class: 'muted' }, app.t('sureness.beside')),
  ];
}

/** The table in the site's panel, while the layer is on. */
export function confidenceTable(app, row) {
  const now = answer(app);
  if (!now) return null;
  const values = valuesOf(app, row);
  return h(
    'section',
    { class: 'sureness' },
    h('h3', {}, app.t('sureness.title')),
    now.status === 'loading' && h('p', { class: 'muted' }, app.t('loading')),
    values && [
      h('p', {}, siteText(app, values)),
      h('p', { class: 'muted' }, limitsText(app, now.value.limits)),
      table(app, values),
    ],
  );
}

function siteText(app, { level }) {
  if (level === 'none') return app.t('sureness.siteNone');
  return app.t('sureness.site', { level: app.t(`sureness.${level}`) });
}

function limitsText(app, limits) {
  const years = (months) => number(app.lang, months / 12);
  return app.t('sureness.limits', {
    mapHigh: years(limits.mapHighMonths),
    mapMedium: years(limits.mapMediumMonths),
    factHigh: years(limits.factHighMonths),
    factMedium: years(limits.factMediumMonths),
    high: amount(app.lang, limits.highM, 'm'),
    medium: amount(app.lang, limits.mediumM, 'm'),
  });
}

function table(app, { criteria }) {
  const { t } = app;
  const head = ['sureness.criterion', 'sureness.level', 'sureness.why'];
  const body = criteria.map((one) =>
    h(
      'tr',
      { class: one.criterion === app.state.confidence ? 'is-current' : null },
      h('th', { scope: 'row' }, criterionName(app, one.criterion)),
      h(
        'td',
        {},
        h('span', { class: 'sureness__level' }, confidenceBadge(one.level), t(`sureness.${one.level}`)),
      ),
      h('td', {}, whyText(app, one)),
    ),
  );
  return h(
    'table',
    { class: 'small-table' },
    h('caption', { class: 'visually-hidden' }, t('sureness.title')),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head.map((key) => h('th', { scope: 'col' }, t(key))),
      ),
    ),
    h('tbody', {}, body),
  );
}

/** "4 år gamle data; kan ligge 250 m feil; kilden utelater små objekter" */
function whyText(app, { coverage, ageMonths, accuracyM, reasons }) {
  const { t, lang } = app;
  if (!coverage) return t('sureness.missing');
  const age = ageMonths !== null && t('sureness.age', { years: number(lang, ageMonths / 12, 1) });
  const off = accuracyM !== null && t('sureness.shift', { distance: distance(lang, accuracyM) });
  const said = ['ageUnknown', 'coarseData', 'schematicSite', 'sample']
    .filter((code) => reasons.includes(code))
    .map((code) => t(`sureness.reason.${code}`));
  return [age, off, ...said].filter(Boolean).join('; ');
}
