// What the page of accounts and the one of keys have in common.
import { h } from './dom.js';

export function option(value, text, selected) {
  return h('option', { value, selected }, text);
}

/** A group of check boxes; onChange is given the chosen values. */
export function checks(legend, id, items, chosen, onChange) {
  const now = new Set(chosen);
  const toggle = (value, on) => {
    if (on) now.add(value);
    else now.delete(value);
    onChange([...now]);
  };
  return h(
    'fieldset',
    { class: 'check-group' },
    h('legend', {}, legend),
    items.map(([value, text]) =>
      h(
        'label',
        { class: 'check' },
        h('input', {
          id: `${id}-${value}`,
          type: 'checkbox',
          checked: now.has(value),
          onchange: (event) => toggle(value, event.target.checked),
        }),
        text,
      ),
    ),
  );
}

/** A table in a place that scrolls by itself. */
export function tableOf(app, caption, columns, rows) {
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    h(
      'table',
      { class: 'big-table' },
      h('caption', { class: 'visually-hidden' }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map((column) => h('th', { scope: 'col' }, column)),
        ),
      ),
      h('tbody', {}, rows),
    ),
  );
}

/** A secret that is shown now and never again: it goes from here to whoever is to have it. */
export function shownOnce(app, what, name, secret, close) {
  const { t } = app;
  return h(
    'div',
    { class: 'shown-once', role: 'status' },
    h('p', {}, h('strong', {}, t(`secret.${what}`, { name }))),
    h('p', {}, h('code', { id: 'shown-once', class: 'shown-once__secret' }, secret)),
    h('p', {}, t('secret.once')),
    h(
      'button',
      { id: 'shown-once-close', type: 'button', class: 'button button--small', onclick: close },
      t('secret.close'),
    ),
  );
}
