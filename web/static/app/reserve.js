// Land reserve against need: what lies ready in which state, what it could hold in jobs, and what a goal would take. Only
// known areas are counted; what is not known is named. Everything is a range.
import { h } from './dom.js';
import { amount, date, number } from './format.js';
import { sourceText } from './frame.js';
import { siteLink, siteLinks } from './lacks.js';
import { basisBadge } from './portfolio.js';
import { scrollTable } from './scrolltable.js';
import { className } from './words.js';

export function reservePart(app, reserve) {
  const { t } = app;
  return h(
    'section',
    { id: 'reserve' },
    h('h3', { id: 'reserve-title' }, t('reserve.title')),
    h('p', {}, t('reserve.text')),
    reserve.rows.length > 0 && reserveTable(app, reserve),
    total(app, reserve),
    reserve.unknownArea.length > 0 &&
      h('p', { class: 'caveat' }, `${t('reserve.unknown')} `, siteLinks(app, reserve.unknownArea), '.'),
    reserve.goal && goalPart(app, reserve),
  );
}

function reserveTable(app, { rows }) {
  const head = ['reserve.plan', 'reserve.use', 'reserve.area', 'reserve.jobs', 'reserve.sites'];
  return scrollTable(
    'reserve-table',
    app.t('reserve.title'),
    head.map((key) => app.t(key)),
    rows.map((row) =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, stated(app, 'planStatus', row.planStatus)),
        h('td', {}, stated(app, 'zonedUse', row.use)),
        h('td', { class: 'number' }, daa(app, row.areaM2)),
        h(
          'td',
          { class: 'number' },
          row.jobsLow === null
            ? h('span', { class: 'missing' }, app.t('reserve.noFigure'))
            : span(app, row.jobsLow, row.jobsHigh),
        ),
        h(
          'td',
          { class: 'attain__cell' },
          h(
            'ul',
            { class: 'plain' },
            row.plots.map((plot) => plotItem(app, plot)),
          ),
        ),
      ),
    ),
  );
}

function stated(app, fact, value) {
  return value === null ? h('span', { class: 'missing' }, app.t('notStated')) : className(app, fact, value);
}

function plotItem(app, plot) {
  const { t } = app;
  const notes = [
    plot.statedBy && t('fact.statedBy', { who: plot.statedBy, when: date(app.lang, plot.on) }),
    plot.soldM2 > 0 && t('reserve.sold', { area: daa(app, plot.soldM2) }),
    plot.elsewhereM2 > 1 && t('reserve.elsewhere', { area: daa(app, plot.elsewhereM2) }),
  ].filter(Boolean);
  return h(
    'li',
    {},
    siteLink(app, plot.site),
    ` ${daa(app, plot.countedM2)}`,
    notes.length > 0 && h('span', { class: 'muted' }, ` (${notes.join('; ')})`),
  );
}

function daa(app, m2) {
  return amount(app.lang, m2 / 1000, 'daa');
}

/** "450–1 800"; whole numbers. */
function span(app, low, high) {
  const [from, to] = [Math.round(low), Math.round(high)];
  return from === to ? number(app.lang, from) : `${number(app.lang, from)}–${number(app.lang, to)}`;
}

// The region's sum, never without what is left out of it.
function total(app, reserve) {
  const { t } = app;
  const sites = new Set(reserve.rows.flatMap((row) => row.plots.map((plot) => plot.site))).size;
  return h(
    'p',
    { id: 'reserve-total' },
    t('reserve.total', { area: daa(app, reserve.areaM2), sites, unknown: reserve.unknownArea.length }),
    ' ',
    reserve.areaM2 > reserve.withoutDensityM2 &&
      t('reserve.totalJobs', { jobs: span(app, reserve.jobsLow, reserve.jobsHigh) }),
    ' ',
    reserve.withoutDensityM2 > 0 && t('reserve.without', { area: daa(app, reserve.withoutDensityM2) }),
  );
}

function goalPart(app, reserve) {
  const { t, lang } = app;
  const { goal, densities } = reserve;
  const years = (jobs) => number(lang, jobs / goal.jobsPerYear, jobs / goal.jobsPerYear < 10 ? 1 : 0);
  return [
    h('h4', {}, t('reserve.need')),
    h(
      'p',
      {},
      t('reserve.goal', { n: number(lang, goal.jobsPerYear) }),
      ' ',
      sourceText(goal.source),
      ' ',
      basisBadge(app, goal.basis),
      ' ',
      app.text(goal.note),
    ),
    reserve.jobsHigh > 0 &&
      h(
        'p',
        { id: 'reserve-years' },
        t('reserve.years', { from: years(reserve.jobsLow), to: years(reserve.jobsHigh) }),
      ),
    needTable(app, reserve, densities, goal.horizonYears),
  ];
}

function needTable(app, reserve, densities, horizons) {
  const { t, lang } = app;
  const heads = [
    t('reserve.business'),
    t('reserve.density'),
    ...horizons.map((years) =>
      t('reserve.horizon', { years, jobs: number(lang, years * reserve.goal.jobsPerYear) }),
    ),
  ];
  const need = (density, years) =>
    reserve.needs.find((one) => one.density === density.id && one.years === years);
  return scrollTable(
    'need-table',
    t('reserve.need'),
    heads,
    densities.map((density) =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, app.text(density.name)),
        h(
          'td',
          { class: 'attain__cell' },
          `${span(app, density.m2PerJobLow, density.m2PerJobHigh)} m² `,
          basisBadge(app, density.basis),
          h('div', { class: 'muted' }, sourceText(density.source), '. ', app.text(density.note)),
        ),
        horizons.map((years) => {
          const { m2Low, m2High } = need(density, years);
          return h('td', { class: 'number' }, `${span(app, m2Low / 1000, m2High / 1000)}\u00a0daa`);
        }),
      ),
    ),
  );
}
