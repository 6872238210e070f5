// A table that scrolls in its own frame on narrow screens, reachable by the keyboard.
import { h } from './dom.js';

/** heads = texts of the columns; rows = rows as elements. */
export function scrollTable(id, caption, heads, rows) {
  return h(
    'div',
    { id, class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    h(
      'table',
      { class: 'big-table changes-table' },
      h('caption', { class: 'visually-hidden' }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((text) => h('th', { scope: 'col' }, text)),
        ),
      ),
      h('tbody', {}, rows),
    ),
  );
}
