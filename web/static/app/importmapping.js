// Which of their fields becomes which of our properties.
import { isBusy } from './deliveries.js';
import { h } from './dom.js';

export function mappingPart(page, entry, seen) {
  const { app } = page;
  const { t } = app;
  if (!(seen.mapping ?? []).length) return null;
  const unused = seen.unusedFields ?? [];
  return h(
    'section',
    { class: 'card' },
    h('h4', {}, t('import.mapping')),
    h('p', { class: 'muted' }, t('import.mappingHint')),
    h(
      'div',
      {
        id: 'mapping-scroll',
        class: 'table-scroll',
        tabindex: '0',
        role: 'region',
        'aria-label': t('import.mapping'),
      },
      h(
        'table',
        { class: 'big-table big-table--mapping' },
        h('caption', { class: 'visually-hidden' }, t('import.mapping')),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ['ours', 'theirs', 'sample'].map((c) => h('th', { scope: 'col' }, t(`importMap.${c}`))),
          ),
        ),
        h(
          'tbody',
          {},
          seen.mapping.map((line) => row(page, entry, seen, line)),
        ),
      ),
    ),
    h('p', {}, unused.length ? t('import.unused', { fields: unused.join(', ') }) : t('import.unusedNone')),
  );
}

function row(page, entry, seen, line) {
  const { app, deliveries, redraw } = page;
  const { t } = app;
  const name = app.text(line.name) || line.property;
  const chosen = entry.draft.mapping ?? {};
  const field = line.property in chosen ? chosen[line.property] : line.field;
  const inFile = fieldsOf(seen, entry.draft.layer);
  // several fields, or a member of one, may fill the same: {field} is then "fare | støy" or "arealplanId.kommunenummer"
  const has = (one) =>
    Boolean(one) &&
    one.split(' | ').every((part) => inFile.some((f) => part === f || part.startsWith(`${f}.`)));
  const fields = line.field && !inFile.includes(line.field) ? [line.field, ...inFile] : inFile;
  const id = `map-${line.property}`;
  const onchange = (event) => {
    deliveries.choose(entry, { mapping: { ...chosen, [line.property]: event.target.value || null } });
    redraw();
  };
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      h('label', { for: id }, name),
      line.required && [' ', h('span', { class: 'badge' }, t('import.required'))],
    ),
    h(
      'td',
      {},
      h(
        'select',
        { id, disabled: isBusy(entry), onchange },
        h('option', { value: '', selected: !field }, t('import.noField')),
        fields.map((one) =>
          h(
            'option',
            { value: one, selected: one === field },
            one === '*' ? t('import.allOthers') : has(one) ? one : t('import.notInFile', { field: one }),
          ),
        ),
      ),
    ),
    h('td', {}, samples(app, line, has(field) ? field : null)),
  );
}

function fieldsOf({ layers = [], plan }, wanted) {
  if (plan) return [...new Set(layers.flatMap((l) => l.fields))];
  const layer = layers.find((l) => l.name === wanted) ?? layers[0];
  return layer?.fields ?? [];
}

function samples(app, line, field) {
  if (field && field !== line.field) return h('span', { class: 'muted' }, app.t('import.sampleLater'));
  if (!field) return h('span', { class: line.required ? 'missing' : 'muted' }, app.t('import.sampleNone'));
  const values = (line.sample ?? []).filter((v) => v !== null && v !== '');
  return values.length ? values.map(String).join(' · ') : app.t('import.sampleEmpty');
}
