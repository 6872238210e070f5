// Choosing what the recipient may see: groups of fields, with what is known of them at the chosen sites.
import { h } from './dom.js';
import { knownAt, toggled } from './linkdraft.js';

/** @param chosen keys, @param change told the new keys */
export function fieldChoice(app, { groups, known }, sites, chosen, change) {
  return groups.map((group) => {
    const keys = group.fields.map((field) => field.key);
    const some = keys.filter((key) => chosen.includes(key)).length;
    const all = some === keys.length;
    const name = app.text(group.name);
    const missing = sites.length
      ? keys.filter((key) => chosen.includes(key) && !knownAt(known, sites, key))
      : [];
    return h(
      'details',
      { id: `link-group-${group.key}`, class: 'link-group' },
      h(
        'summary',
        {},
        name,
        ' ',
        h('span', { class: 'muted' }, app.t('share.chosen', { some, all: keys.length })),
        missing.length > 0 &&
          h('span', { class: 'link-missing' }, app.t('share.missing', { n: missing.length })),
      ),
      h(
        'fieldset',
        {},
        h('legend', { class: 'visually-hidden' }, name),
        h(
          'button',
          {
            id: `link-all-${group.key}`,
            type: 'button',
            class: 'link-button',
            onclick: () => change([...chosen.filter((key) => !keys.includes(key)), ...(all ? [] : keys)]),
          },
          app.t(all ? 'share.noneOf' : 'share.allOf', { group: name }),
        ),
        group.fields.map((field) => fieldBox(app, field, known, sites, chosen, change)),
      ),
    );
  });
}

function fieldBox(app, field, known, sites, chosen, change) {
  const id = `link-field-${field.key}`;
  return h(
    'label',
    { class: 'check', for: id },
    h('input', {
      id,
      type: 'checkbox',
      checked: chosen.includes(field.key),
      onchange: (event) => change(toggled(chosen, field.key, event.target.checked)),
    }),
    h('span', {}, app.text(field.name), ' ', knownText(app, field, known, sites)),
  );
}

function knownText(app, field, known, sites) {
  if (!sites.length) return null;
  const n = knownAt(known, sites, field.key);
  if (n === sites.length) return null;
  const text = n ? app.t('share.knownAt', { n, all: sites.length }) : `– ${app.t('share.unknown')}`;
  return h('span', { class: 'muted' }, text);
}
