// The page of changes: whether both sides stand on the same ground, how the sites move, and all purposes at a glance.
import { h } from './dom.js';
import { range } from './format.js';
import { siteLink } from './lacks.js';
import { counts, ground, moves } from './moves.js';
import { scrollTable } from './scrolltable.js';
import { slopeGraph } from './slopegraph.js';
import { datasetName } from './words.js';

const SIGN = { up: '▲', down: '▼', admitted: '▲', excluded: '▼', in: '▲', out: '▼' };
const ORDER = ['up', 'down', 'admitted', 'excluded', 'in', 'out', 'unclear', 'same', 'bothExcluded'];

/** Said first and plainly when numbers differ for other reasons than the one compared. */
export function groundPart(app, left, right) {
  const { t } = app;
  const found = ground(left.run, right.run);
  const only = (side, datasets) =>
    datasets.length > 0 &&
    h('p', { class: 'muted' }, t('changes.onlyReads', { side, names: names(app, datasets) }));
  return [
    found.same
      ? h('p', { id: 'changes-ground', class: 'muted' }, t('changes.sameGround'))
      : h(
          'div',
          { id: 'changes-ground', class: 'notice', role: 'note' },
          h('p', {}, h('strong', {}, t('changes.otherGround'))),
          h('ul', {}, groundItems(app, found)),
        ),
    only(left.label, found.onlyLeft),
    only(right.label, found.onlyRight),
  ];
}

function groundItems(app, { datasets, sites }) {
  const version = (one) => (one ? app.t('changes.version', { n: one.version }) : app.t('changes.missing'));
  return [
    ...datasets.map(({ dataset, left, right }) => [datasetName(app, dataset), left, right]),
    ...sites.map(({ left, right }) => [(left ?? right).name, left, right]),
  ].map(([name, left, right]) =>
    h('li', {}, app.t('changes.versions', { name, left: version(left), right: version(right) })),
  );
}

function names(app, datasets) {
  return datasets.map((id) => datasetName(app, id)).join(', ');
}

// ---- sites

export function movesPart(app, left, right, list) {
  const { t } = app;
  const items = list.map(({ site, from, to }) => ({
    id: site,
    name: siteName(left, right, site),
    from: from?.verdict === 'scored' ? from.position : null,
    to: to?.verdict === 'scored' ? to.position : null,
  }));
  const heads = [t('column.name'), t('changes.leftSide'), t('changes.rightSide'), t('changes.what')];
  return h(
    'section',
    {},
    h('h3', { id: 'changes-sites' }, t('changes.sites', { purpose: app.text(app.purpose.name) })),
    h('p', { id: 'changes-sum' }, sumText(app, list)),
    scrollTable(
      'changes-table',
      t('changes.sites', { purpose: app.text(app.purpose.name) }),
      heads,
      list.map((one) =>
        h(
          'tr',
          { class: `move move--${one.move}` },
          h('th', { scope: 'row' }, siteCell(app, left, right, one.site)),
          h('td', {}, placeText(app, one.from)),
          h('td', {}, placeText(app, one.to)),
          h('td', {}, moveText(app, one)),
        ),
      ),
    ),
    h(
      'details',
      { id: 'changes-graph' },
      h('summary', {}, t('changes.graph')),
      h('p', { class: 'muted' }, t('changes.graphText')),
      slopeGraph(app, {
        left: t('changes.leftSide'),
        right: t('changes.rightSide'),
        items,
        id: 'changes-slope',
      }),
    ),
  );
}

function sumText(app, list) {
  const sums = counts(list);
  const said = ORDER.filter((move) => sums[move]).map((move) =>
    app.t(`changes.sum.${move}`, { n: sums[move] }),
  );
  return said.length ? `${said.join(', ')}.` : app.t('changes.noSites');
}

/** The name of a site that at least one side has. */
export function siteName(left, right, id) {
  const named = (run) => run.sites.find((site) => site.id === id)?.name;
  return named(left.run) ?? named(right.run) ?? id;
}

// A site that only the other run has cannot be opened under this one.
function siteCell(app, left, right, id) {
  const known = app.data.run.sites.some((site) => site.id === id);
  return known ? siteLink(app, id) : siteName(left, right, id);
}

/** "Plass 1–3, 33–95 poeng", "Utelukket: K01" or "–". */
function placeText(app, entry) {
  if (!entry) return '–';
  if (entry.verdict !== 'scored') return app.t('changes.excludedBy', { by: entry.excludedBy.join(', ') });
  const { rankBest, rankWorst } = entry;
  return app.t('changes.place', {
    place: rankBest === rankWorst ? rankBest : `${rankBest}–${rankWorst}`,
    points: range(app.lang, entry.low, entry.high),
  });
}

function moveText(app, { from, to, move }) {
  const both = from?.verdict === 'scored' && to?.verdict === 'scored';
  const points = both && pointsText(app, from, to);
  return [
    h(
      'strong',
      {},
      SIGN[move] && h('span', { 'aria-hidden': 'true' }, `${SIGN[move]} `),
      app.t(`changes.move.${move}`),
    ),
    points && h('div', { class: 'muted' }, points),
  ];
}

/** "Poeng: −3 til +12": each end of the range by itself. */
function pointsText(app, from, to) {
  const signed = (value) => {
    const rounded = Math.round(value);
    return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0';
  };
  const [low, high] = [signed(to.low - from.low), signed(to.high - from.high)];
  return low === high ? app.t('changes.points', { points: low }) : app.t('changes.pointsEnds', { low, high });
}

/** Every purpose that both sides have, with how its sites move; each leads to its own page. */
export function overviewPart(app, left, right) {
  const { t } = app;
  const shared = left.strategy.purposes.filter(({ id }) => right.run.rankings[id]);
  const heads = [t('purpose.label'), t('changes.what')];
  return h(
    'section',
    {},
    h('h3', { id: 'changes-overview' }, t('changes.overview')),
    scrollTable(
      'changes-overview-table',
      t('changes.overview'),
      heads,
      shared.map((purpose) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, purposeButton(app, purpose)),
          h(
            'td',
            {},
            sumText(app, moves(left.run.rankings[purpose.id] ?? [], right.run.rankings[purpose.id])),
          ),
        ),
      ),
    ),
  );
}

function purposeButton(app, purpose) {
  const onclick = () => app.go({ purpose: purpose.id });
  return h(
    'button',
    { id: `changes-purpose-${purpose.id}`, type: 'button', class: 'link-button', onclick },
    app.text(purpose.name),
  );
}
