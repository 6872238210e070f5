// What each criterion gives a site, as one stacked bar. Decoration: the site's panel holds the same in words.
import { rangeBar } from './bars.js';
import { h } from './dom.js';
import { contributions } from './ranking.js';

const APART = 5;

/** The criteria that weigh most, each with a colour and pattern of its own; all others share one. */
export function heaviest(weights) {
  return Object.keys(weights)
    .filter((id) => weights[id] > 0)
    .sort((a, b) => weights[b] - weights[a])
    .slice(0, APART);
}

/** Points that are certain per criterion of `apart`, those of the rest together, and what is unknown of all. */
export function segments(parts, apart) {
  const low = new Map(parts.map((part) => [part.criterion, part.low]));
  const sum = (key) => parts.reduce((all, part) => all + part[key], 0);
  const known = apart.map((id) => low.get(id));
  const rest = sum('low') - known.reduce((all, points) => all + points, 0);
  return { known: [...known, Math.max(0, rest)], unknown: sum('high') - sum('low') };
}

/** The bar of a scored row; until the matrix is there, and for what it does not hold, the plain range. */
export function stackBar(app, row) {
  const { value } = app.matrix();
  const parts = value && contributions(value, app.weighed.weights, row.id);
  if (!parts) return rangeBar(row.low, row.high);
  const { known, unknown } = segments(parts, heaviest(app.weighed.weights));
  return h(
    'span',
    { class: 'bar bar--stack', 'aria-hidden': 'true' },
    known.map(
      (points, n) => points > 0 && h('span', { class: `stack stack--${n}`, vars: { part: `${points}%` } }),
    ),
    h('span', { class: 'bar__unknown', vars: { unknown: `${unknown}%` } }),
  );
}

/** Which pattern is which criterion. */
export function stackKey(app) {
  if (!app.matrix().value) return null;
  const { criteria } = app.data.strategy;
  const name = (id) => app.text(criteria.find((c) => c.id === id)?.name) || id;
  const apart = heaviest(app.weighed.weights);
  const entry = (mark, text) => h('li', {}, h('span', { class: `stack ${mark}` }), text);
  return h(
    'ul',
    { class: 'stack-key', 'aria-hidden': 'true' },
    apart.map((id, n) => entry(`stack--${n}`, name(id))),
    entry(`stack--${apart.length}`, app.t('stack.rest')),
    entry('stack--unknown', app.t('stack.unknown')),
  );
}
