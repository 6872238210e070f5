// What moved between two rankings: a slope graph for the eye, and the same as a table for everybody.
import { h, s } from './dom.js';

/** More lines than this cannot be told from each other. */
const MOST = 40;

/**
 * The graph and its table as one element. left and right say which rankings they are; items = [{id, name, from, to}]
 * with ranks from 1, null where a site is not ranked. id = prefix of the ids, for pages with more than one.
 */
export function slopeGraph(app, { left, right, items, id = 'slope' }) {
  const { t } = app;
  const shown = shownItems(items);
  const hidden = items.length - shown.length;
  return h(
    'div',
    { class: 'slope' },
    h('p', {}, t('slope.moved', { moved: items.filter(moved).length, all: items.length })),
    hidden > 0 && h('p', { class: 'muted' }, t('slope.hidden', { n: hidden })),
    shown.length > 0 && [
      drawing(left, right, shown),
      h(
        'details',
        { id: `${id}-table`, class: 'slope__table', open: true },
        h('summary', {}, t('slope.asTable')),
        table(app, left, right, shown),
      ),
    ],
  );
}

/** All of few items; of many those that moved most, with the one above and the one below each on the right side. */
export function shownItems(items, most = MOST) {
  if (items.length <= most) return byRank(items, 'to');
  const order = byRank(items, 'to');
  const at = new Map(order.map((item, index) => [item, index]));
  const shown = new Set();
  for (const item of order.filter(moved).sort((a, b) => distance(b) - distance(a))) {
    const near = [item, order[at.get(item) - 1], order[at.get(item) + 1]].filter(Boolean);
    const added = near.filter((one) => !shown.has(one));
    if (shown.size + added.length > most) break;
    added.forEach((one) => shown.add(one));
  }
  return order.filter((item) => shown.has(item));
}

/** How an item moved: up, down, same, in (ranked now) or out (no longer ranked). */
export function move({ from, to }) {
  if (from === to) return 'same';
  if (from === null) return 'in';
  if (to === null) return 'out';
  return to < from ? 'up' : 'down';
}

function moved(item) {
  return move(item) !== 'same';
}

// Coming in and falling out are the largest moves of all.
function distance({ from, to }) {
  return from === null || to === null ? Infinity : Math.abs(to - from);
}

function byRank(items, side) {
  return [...items].sort((a, b) => (a[side] ?? Infinity) - (b[side] ?? Infinity) || (a.id < b.id ? -1 : 1));
}

const MARK = { up: '▲', down: '▼', in: '▲', out: '▼', same: '' };

function drawing(left, right, items) {
  const before = byRank(items, 'from');
  const label = (side, mark) => (item) =>
    h(
      'li',
      { class: `is-${move(item)}` },
      h('span', { class: 'slope__rank' }, item[side] ?? '–'),
      h('span', { class: 'slope__name' }, item.name),
      mark && h('span', {}, MARK[move(item)]),
    );
  const column = (title, labels) =>
    h('div', { class: 'slope__side' }, h('strong', {}, title), h('ol', {}, labels));
  return h(
    'div',
    { class: 'slope__drawing', 'aria-hidden': 'true', vars: { rows: items.length } },
    column(left, before.map(label('from', false))),
    lines(before, items),
    column(right, items.map(label('to', true))),
  );
}

// One unit of height per row; the width is stretched to what the page has.
function lines(before, after) {
  const row = new Map(before.map((item, index) => [item, index]));
  return s(
    'svg',
    { viewBox: `0 0 100 ${after.length}`, preserveAspectRatio: 'none', focusable: 'false' },
    after.map((item, index) =>
      s('path', {
        d: `M0 ${row.get(item) + 0.5}L100 ${index + 0.5}`,
        class: `slope__line is-${move(item)}`,
        'vector-effect': 'non-scaling-stroke',
      }),
    ),
  );
}

function table(app, left, right, items) {
  const { t } = app;
  const head = [t('column.name'), left, right, t('slope.change')];
  return h(
    'table',
    { class: 'small-table' },
    h('caption', { class: 'visually-hidden' }, t('slope.caption', { left, right })),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head.map((text) => h('th', { scope: 'col' }, text)),
      ),
    ),
    h(
      'tbody',
      {},
      items.map((item) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, item.name),
          h('td', { class: 'number' }, item.from ?? t('slope.none')),
          h('td', { class: 'number' }, item.to ?? t('slope.none')),
          h('td', {}, t(`slope.${move(item)}`, { n: Math.abs(item.to - item.from) })),
        ),
      ),
    ),
  );
}
