// A table that scrolls in its own frame where it is wider than the page. On narrow screens each row becomes a small card
// with the names of the columns in it (css/changes.css), so the roles are written out: what is laid out as a block is no
// table to a screen reader otherwise.
import { h } from './dom.js';

/** heads = texts of the columns; rows = rows as elements, the first cell of each naming it. */
export function scrollTable(id, caption, heads, rows) {
  for (const row of rows) {
    row.setAttribute('role', 'row');
    [...row.children].forEach((cell, i) => {
      cell.setAttribute('role', i ? 'cell' : 'rowheader');
      if (i) cell.dataset.label = heads[i];
    });
  }
  const head = h(
    'tr',
    { role: 'row' },
    heads.map((text) => h('th', { scope: 'col', role: 'columnheader' }, text)),
  );
  return h(
    'div',
    { id, class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    h(
      'table',
      { class: 'big-table changes-table', role: 'table', 'aria-label': caption },
      h('thead', { role: 'rowgroup' }, head),
      h('tbody', { role: 'rowgroup' }, rows),
    ),
  );
}
