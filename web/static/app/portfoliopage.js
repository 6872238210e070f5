// "Måloppnåelse": what the strategy asks of all sites together: met, not met or not to be told, which sites carry it and
// what would meet it, what the answer covers, and land against need. Municipalities stand in number order, never ranked.
import { h, render } from './dom.js';
import { date, percent } from './format.js';
import { problemBox, sourceText } from './frame.js';
import { candidateLine, siteLinks } from './lacks.js';
import { versionText } from './lines.js';
import { basisBadge, conditions } from './portfolio.js';
import { reservePart } from './reserve.js';
import { scrollTable } from './scrolltable.js';
import { datasetName } from './words.js';

const ICON = { kept: '✓', broken: '✕', notCheckable: '?' };
const SHOWN = 3; // near misses that are read at once; the others are one click away

export function drawPortfolio(app, container) {
  const { t, data } = app;
  const { run } = data;
  const answer = app.loader.ask(`attainment ${run.id}`, () => app.api.get(`/api/runs/${run.id}/portfolio`));
  render(
    container,
    h('h2', {}, t('tab.portfolio')),
    h('p', { class: 'lead' }, t('attain.lead', { strategy: app.text(data.strategy.name) })),
    answer.status === 'loading' && h('p', { role: 'status', class: 'muted' }, t('loading')),
    answer.status === 'failed' && problemBox(app, answer.problem, app.loader.retry),
    answer.status === 'ready' && [
      h('p', { id: 'attain-sum' }, t('portfolio.sum', counted(answer.value.rules))),
      answer.value.rules.map((rule) => ruleCard(app, rule)),
      coveragePart(app, answer.value.coverage),
      reservePart(app, answer.value.reserve),
    ],
  );
}

function counted(rules) {
  const count = (outcome) => rules.filter((rule) => rule.outcome === outcome).length;
  return { kept: count('kept'), broken: count('broken'), notCheckable: count('notCheckable') };
}

function ruleCard(app, answer) {
  const rule = app.data.strategy.portfolio.find((one) => one.id === answer.rule);
  return h(
    'section',
    { class: `card attain attain--${answer.outcome}` },
    h(
      'h3',
      { id: `attain-${answer.rule}` },
      `${answer.part} · ${app.text(rule.name)} `,
      outcomeBadge(app, answer.outcome),
    ),
    conditions(app, rule),
    answer.per === 'region' ? regionPart(app, answer.groups[0]) : municipalityTable(app, answer, rule),
    app.text(rule.caveat) && h('p', { class: 'caveat' }, app.text(rule.caveat)),
    h(
      'p',
      { class: 'muted' },
      `${app.t('source')}: `,
      sourceText(rule.source),
      ' ',
      basisBadge(app, rule.basis),
    ),
  );
}

/** Outcome as sign and word, so that no colour has to be seen. */
export function outcomeBadge(app, outcome) {
  return h(
    'span',
    { class: `badge outcome outcome--${outcome}` },
    h('span', { 'aria-hidden': 'true' }, `${ICON[outcome]} `),
    app.t(`portfolio.${outcome}`),
  );
}

function regionPart(app, group) {
  return [
    h('p', {}, app.t('attain.need', { needed: group.needed, looked: group.looked })),
    group.sites.length > 0 && h('p', {}, `${app.t('attain.carriers')} `, siteLinks(app, group.sites), '.'),
    lacking(app, group, `attain-more-${group.municipality ?? 'region'}-`),
  ];
}

// What would meet it, the nearest first. A group without sites says that nothing is registered, not that it is broken.
function lacking(app, group, id) {
  if (group.looked === 0) return h('p', { class: 'missing' }, app.t('attain.nobody'));
  if (!group.candidates.length) return null;
  const item = (candidate) => h('li', {}, candidateLine(app, candidate));
  const [first, rest] = [group.candidates.slice(0, SHOWN), group.candidates.slice(SHOWN)];
  return [
    h('p', {}, app.t(group.outcome === 'kept' ? 'attain.alsoNear' : 'attain.wouldMeet')),
    h('ul', { class: 'attain__near' }, first.map(item)),
    rest.length > 0 &&
      h(
        'details',
        { id: `${id}${group.candidates[0].conditions.map((one) => one.criterion).join('-')}` },
        h('summary', {}, app.t('attain.more', { n: rest.length + group.moreCandidates })),
        h('ul', { class: 'attain__near' }, rest.map(item)),
        group.moreCandidates > 0 &&
          h('p', { class: 'muted' }, app.t('attain.cut', { n: group.moreCandidates })),
      ),
  ];
}

function municipalityTable(app, answer, rule) {
  const { t } = app;
  const groups = [...answer.groups].sort((a, b) => (a.municipality < b.municipality ? -1 : 1));
  const head = [
    'column.municipality',
    'attain.outcome',
    'attain.looked',
    'attain.carriersShort',
    'attain.would',
  ];
  return [
    h(
      'p',
      {},
      t('attain.each', {
        needed: needText(app, rule.need),
        share: percent(app.lang, rule.municipalityShareAtLeast),
      }),
    ),
    scrollTable(
      `attain-table-${answer.rule}`,
      app.text(rule.name),
      head.map((key) => t(key)),
      groups.map((group) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, municipalityName(app, group.municipality)),
          h('td', {}, outcomeBadge(app, group.outcome)),
          h('td', { class: 'number' }, String(group.looked)),
          h('td', {}, group.sites.length ? siteLinks(app, group.sites) : '–'),
          h(
            'td',
            { class: 'attain__cell' },
            lacking(app, group, `attain-more-${group.municipality}-`) ?? '–',
          ),
        ),
      ),
    ),
  ];
}

function needText(app, need) {
  return need.share === undefined
    ? app.t('attain.needSites', { n: need.sites })
    : app.t('attain.needShare', { share: percent(app.lang, need.share) });
}

/** "3401 Kongsvinger" */
export function municipalityName(app, number) {
  const known = app.data.region.municipalities.find((one) => one.number === number);
  return known ? `${number} ${known.name}` : String(number);
}

// Never an outcome without what it rests on.
function coveragePart(app, coverage) {
  const { t } = app;
  const head = ['column.municipality', 'attain.land', 'attain.terminals', 'attain.dates'];
  return h(
    'section',
    {},
    h('h3', { id: 'attain-coverage' }, t('attain.coverage')),
    h('p', {}, t('attain.coverageText', { share: percent(app.lang, coverage.shareAtLeast) })),
    scrollTable(
      'attain-coverage-table',
      t('attain.coverage'),
      head.map((key) => t(key)),
      coverage.municipalities.map((row) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, municipalityName(app, row.municipality)),
          h('td', { class: 'number' }, String(row.land)),
          h('td', { class: 'number' }, String(row.terminals)),
          h('td', {}, datesText(app, row)),
        ),
      ),
    ),
    coverage.nowhere.length > 0 &&
      h('p', {}, `${t('attain.nowhere')} `, siteLinks(app, coverage.nowhere), '.'),
    h(
      'details',
      { id: 'attain-datasets' },
      h('summary', {}, t('attain.datasets', { n: coverage.datasets.length })),
      h(
        'ul',
        {},
        coverage.datasets.map((version) => h('li', {}, versionText(app, version))),
      ),
    ),
    coverage.notLoaded.length > 0 &&
      h(
        'p',
        { class: 'caveat' },
        t('attain.notLoaded', { names: coverage.notLoaded.map((id) => datasetName(app, id)).join(', ') }),
      ),
  );
}

function datesText(app, { oldest, newest }) {
  if (!newest) return h('span', { class: 'missing' }, app.t('attain.nobody'));
  const [from, to] = [date(app.lang, oldest), date(app.lang, newest)];
  return from === to ? to : app.t('attain.fromTo', { from, to });
}
