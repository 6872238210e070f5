// The tables of the page of changes: sites, municipalities, rules, and whether both sides stand on the same ground.
import { h } from './dom.js';
import { range } from './format.js';
import { siteLink } from './lacks.js';
import { byMunicipality, counts, ground, moves, ruleChanges, shareAtLeast } from './moves.js';
import { municipalityName, outcomeBadge } from './portfoliopage.js';
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

function siteName(left, right, id) {
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

// ---- municipalities, in number order: what their sites gain and lose, and never who is ahead

export function municipalityPart(app, left, right, list) {
  const { t, data } = app;
  const share = shareAtLeast(left.strategy, right.strategy);
  const shares = { ...right.run.shares, ...left.run.shares };
  const { rows, elsewhere } = byMunicipality(list, shares, data.region.municipalities, share);
  const rules = ruleChanges(left.run.portfolio, right.run.portfolio);
  const heads = [t('column.municipality'), t('changes.itsSites'), t('changes.itsRules')];
  return h(
    'section',
    {},
    h('h3', { id: 'changes-municipalities' }, t('changes.municipalities')),
    h('p', {}, t('changes.municipalitiesText', { share: Math.round(share * 100) })),
    scrollTable(
      'changes-municipality-table',
      t('changes.municipalities'),
      heads,
      rows.map(({ municipality, moves }) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, municipalityName(app, municipality.number)),
          h('td', { class: 'attain__cell' }, siteList(app, left, right, moves)),
          h('td', {}, conformity(app, rules, municipality.number)),
        ),
      ),
    ),
    elsewhere.length > 0 &&
      h(
        'p',
        {},
        `${t('changes.elsewhere')} ${elsewhere.map((one) => siteName(left, right, one.site)).join(', ')}.`,
      ),
  );
}

function siteList(app, left, right, list) {
  if (!list.length) return h('span', { class: 'missing' }, app.t('attain.nobody'));
  return h(
    'ul',
    { class: 'plain' },
    list.map((one) =>
      h('li', {}, `${siteName(left, right, one.site)}: ${app.t(`changes.move.${one.move}`)}`),
    ),
  );
}

/** Rules that ask something of each municipality: "S3: oppfylt → ikke oppfylt". */
function conformity(app, rules, number) {
  const said = rules.flatMap((rule) =>
    rule.groups
      .filter((group) => group.municipality === number)
      .map((group) =>
        group.from === group.to
          ? app.t('changes.ruleSame', { part: rule.part, outcome: app.t(`portfolio.${group.to}`) })
          : app.t('changes.ruleMoved', {
              part: rule.part,
              from: group.from ? app.t(`portfolio.${group.from}`) : '–',
              to: app.t(`portfolio.${group.to}`),
            }),
      ),
  );
  return said.length
    ? h(
        'ul',
        { class: 'plain' },
        said.map((text) => h('li', {}, text)),
      )
    : '–';
}

// ---- rules over all sites

export function rulesPart(app, left, right) {
  const { t } = app;
  const rules = ruleChanges(left.run.portfolio, right.run.portfolio);
  const heads = [t('changes.rule'), t('changes.leftSide'), t('changes.rightSide'), t('changes.carriers')];
  const badge = (outcome) => (outcome ? outcomeBadge(app, outcome) : t('changes.noRule'));
  return h(
    'section',
    {},
    h('h3', { id: 'changes-rules' }, t('changes.rules')),
    scrollTable(
      'changes-rule-table',
      t('changes.rules'),
      heads,
      rules.map((rule) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, `${rule.part} · ${ruleName(app, left, right, rule.rule)}`),
          h('td', {}, badge(rule.from)),
          h('td', {}, badge(rule.to)),
          h('td', { class: 'attain__cell' }, carriers(app, left, right, rule)),
        ),
      ),
    ),
  );
}

function ruleName(app, left, right, id) {
  const found = [left, right].flatMap((side) => side.strategy.portfolio).find((rule) => rule.id === id);
  return app.text(found?.name) || id;
}

function carriers(app, left, right, rule) {
  if (!rule.from || !rule.to) return '–';
  const sites = (ids) => ids.map((id) => siteName(left, right, id)).join(', ');
  const said = rule.groups.flatMap((group) => {
    const where = group.municipality ? `${municipalityName(app, group.municipality)}: ` : '';
    return [
      group.begin.length > 0 && `${where}${app.t('changes.begin', { sites: sites(group.begin) })}`,
      group.stop.length > 0 && `${where}${app.t('changes.stop', { sites: sites(group.stop) })}`,
    ].filter(Boolean);
  });
  return said.length
    ? h(
        'ul',
        { class: 'plain' },
        said.map((text) => h('li', {}, text)),
      )
    : app.t('changes.sameCarriers');
}
