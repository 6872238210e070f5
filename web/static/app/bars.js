// The one bar of the pages: solid up to what is known, hatched for what is not, on a track from 0 to the most possible.
import { h } from './dom.js';
import { bar } from './scale.js';

/** Decoration beside numbers in text; hidden from screen readers. max = points at the right end; full = width of the track. */
export function rangeBar(low, high, max = 100, full = max) {
  const { known, unknown } = bar(low, high, max);
  return h(
    'span',
    {
      class: 'bar',
      'aria-hidden': 'true',
      vars: { known: `${known}%`, unknown: `${unknown}%`, track: `${(max / full) * 100}%` },
    },
    h('span', { class: 'bar__known' }),
    h('span', { class: 'bar__unknown' }),
  );
}
