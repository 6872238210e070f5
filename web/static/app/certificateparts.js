// The parts of the certificate below its table: what makes neighbours change places, typical weights, what was certain.
import { turned } from './certainty.js';
import { h } from './dom.js';
import { amount, number, percent } from './format.js';

const nameOf = (app, id) => app.text(app.data.strategy.criteria.find((c) => c.id === id)?.name) || id;

/** Between each site and the next: how often it is ahead, and the smallest change of one weight that turns them. */
export function swapPart(app, { sites }) {
  const pairs = sites.filter((site) => site.next);
  if (!pairs.length) return null;
  const names = new Map(sites.map((site) => [site.site, site.name]));
  return h(
    'section',
    {},
    h('h3', {}, app.t('sure.swaps')),
    h('p', { class: 'muted' }, app.t('sure.swapsHow')),
    h(
      'ol',
      { class: 'sure-swaps' },
      pairs.map((site) => h('li', {}, pairText(app, site, names.get(site.next.site)))),
    ),
  );
}

function pairText(app, { name, next }, other) {
  const { t, lang } = app;
  const ahead = t('sure.ahead', {
    a: name,
    b: other,
    percent: percent(lang, next.before),
    low: number(lang, next.low * 100, 1),
    high: number(lang, next.high * 100, 1),
  });
  return [h('strong', {}, ahead), ' ', turnText(app, next, name, other)];
}

function turnText(app, { equal, swap }, a, b) {
  const { t, lang } = app;
  if (equal) return t('sure.equal');
  if (!swap) return t('sure.noSwap');
  const points = (value) => number(lang, value, 1);
  return t(swap.to > swap.from ? 'sure.swapUp' : 'sure.swapDown', {
    criterion: nameOf(app, swap.criterion),
    from: points(swap.from),
    to: points(turned(swap)),
    a,
    b,
  });
}

/** Under which weights a site comes first, and whether what is known is enough to say so. */
export function centralPart(app, { sites, weights }) {
  const { t } = app;
  const first = sites.filter((site) => site.central);
  const never = sites.filter((site) => !site.central).map((site) => site.name);
  return h(
    'section',
    {},
    h('h3', {}, t('sure.central')),
    h('p', { class: 'muted' }, t('sure.centralHow')),
    first.map((site) => centralOf(app, site, weights)),
    never.length > 0 && h('p', {}, t('sure.neverFirst', { sites: never.join(', ') })),
  );
}

function centralOf(app, site, weights) {
  const { t, lang } = app;
  const most = [...weights].sort((a, b) => site.central[b.criterion] - site.central[a.criterion]);
  const rows = most.map(({ criterion, points }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, nameOf(app, criterion)),
      h('td', { class: 'number' }, number(lang, points)),
      h('td', { class: 'number' }, number(lang, site.central[criterion], 1)),
    ),
  );
  return h(
    'details',
    { id: `sure-central-${site.site}` },
    h(
      'summary',
      {},
      h('strong', {}, site.name),
      ' ',
      t('sure.factor', {
        first: percent(lang, site.ranks.find((r) => r.rank === 1).probability),
        percent: percent(lang, site.factor),
      }),
    ),
    table(
      app,
      t('sure.centralOf', { site: site.name }),
      ['strategy.criterion', 'sure.chosen', 'sure.typical'],
      rows,
    ),
  );
}

/** Nothing is taken as certain in silence. */
export function takenPart(app, { measurements, weights }) {
  const { t, lang } = app;
  const drawn = new Map(weights.map((weight) => [weight.criterion, weight]));
  const sum = (key) => measurements.reduce((total, one) => total + one[key], 0);
  const counts = { missing: sum('missing'), uncertain: sum('uncertain'), certain: sum('certain') };
  const rows = measurements.map((one) => {
    const { low, high } = drawn.get(one.criterion);
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, nameOf(app, one.criterion)),
      h('td', { class: 'number' }, `${number(lang, low, 2)}–${number(lang, high, 2)}`),
      h('td', { class: 'number' }, number(lang, one.missing)),
      h('td', { class: 'number' }, uncertainText(app, one)),
      h('td', {}, certainText(app, one)),
    );
  });
  const columns = ['strategy.criterion', 'sure.weightFrom', 'sure.missing', 'sure.off', 'sure.certain'];
  return h(
    'section',
    {},
    h('h3', {}, t('sure.taken')),
    h('p', {}, t('sure.takenSum', counts)),
    h(
      'ul',
      {},
      ['sure.takenMissing', 'sure.takenOff', 'sure.takenCertain', 'sure.takenAlone'].map((key) =>
        h('li', {}, t(key)),
      ),
    ),
    h(
      'details',
      { id: 'sure-taken' },
      h('summary', {}, t('sure.takenAll')),
      h(
        'div',
        {
          id: 'sure-taken-scroll',
          class: 'table-scroll',
          tabindex: '0',
          role: 'region',
          'aria-label': t('sure.taken'),
        },
        table(app, t('sure.taken'), columns, rows),
      ),
    ),
  );
}

function uncertainText(app, { criterion, uncertain, most }) {
  if (!uncertain) return '0';
  const { unit } = app.data.strategy.criteria.find((c) => c.id === criterion) ?? {};
  return app.t('sure.offMost', { n: uncertain, most: amount(app.lang, most, unit) });
}

function certainText(app, { certain, metric }) {
  return certain ? app.t('sure.certainWhy', { n: certain, why: app.t(`sure.kind.${metric}`) }) : '0';
}

function table(app, caption, columns, rows) {
  return h(
    'table',
    { class: 'small-table' },
    h('caption', { class: 'visually-hidden' }, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        columns.map((key, i) => h('th', { scope: 'col', class: i ? 'number' : null }, app.t(key))),
      ),
    ),
    h('tbody', {}, rows),
  );
}
