// Filters of list, map and table: one set for all three.
import { h, render } from './dom.js';
import { filterCount, noFilters } from './state.js';
import { className } from './words.js';

export function drawFilters(app, container) {
  const { t, state } = app;
  const { filters } = state;
  const used = filterCount(filters);
  render(
    container,
    h(
      'div',
      { class: 'filter-line' },
      h('label', { for: 'filter-text', class: 'visually-hidden' }, t('filter.text')),
      h('input', {
        id: 'filter-text',
        type: 'search',
        placeholder: t('filter.text'),
        value: filters.text,
        autocomplete: 'off',
        oninput: (event) => app.filter({ text: event.target.value }),
      }),
    ),
    h(
      'details',
      { id: 'filter-more', class: 'filters' },
      h('summary', {}, t('filter.more'), used > 0 && h('span', { class: 'count' }, String(used))),
      h(
        'div',
        { class: 'filters__body' },
        choices(
          app,
          'municipalities',
          t('filter.municipality'),
          app.data.region.municipalities.map((m) => [m.number, m.name]),
        ),
        choices(app, 'plan', t('filter.plan'), planValues(app)),
        select(app, 'kind', t('filter.kind'), [
          ['land', t('kind.land')],
          ['terminal', t('kind.terminal')],
        ]),
        select(app, 'verdict', t('filter.verdict'), [
          ['scored', t('verdict.scored')],
          ['excluded', t('verdict.excluded')],
        ]),
        area(app),
        h(
          'button',
          {
            id: 'filter-reset',
            type: 'button',
            class: 'button button--small',
            disabled: used === 0,
            onclick: () => app.filter(noFilters()),
          },
          t('filter.reset'),
        ),
      ),
    ),
  );
}

function planValues(app) {
  const values = new Set(app.rows.map((row) => row.planStatus || 'none'));
  return [...values].map((value) => [
    value,
    value === 'none' ? app.t('notStated') : className(app, 'planStatus', value),
  ]);
}

function choices(app, key, label, options) {
  const chosen = app.state.filters[key];
  const toggle = (value) =>
    app.filter({ [key]: chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value] });
  return h(
    'fieldset',
    {},
    h('legend', {}, label),
    options.map(([value, text]) => {
      const id = `filter-${key}-${value}`;
      return h(
        'label',
        { class: 'check', for: id },
        h('input', { id, type: 'checkbox', checked: chosen.includes(value), onchange: () => toggle(value) }),
        h('span', {}, text),
      );
    }),
  );
}

function select(app, key, label, options) {
  const id = `filter-${key}`;
  const any = h('option', { value: '', selected: !app.state.filters[key] }, app.t('filter.any'));
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h(
      'select',
      { id, onchange: (event) => app.filter({ [key]: event.target.value }) },
      any,
      options.map(([value, text]) =>
        h('option', { value, selected: app.state.filters[key] === value }, text),
      ),
    ),
  );
}

function area(app) {
  const read = (text) => {
    const value = Number(text.replace(/[\s\u00a0]/g, '').replace(',', '.'));
    return text.trim() === '' || !(value >= 0) ? null : value;
  };
  return h(
    'div',
    { class: 'field' },
    h('label', { for: 'filter-area' }, app.t('filter.area')),
    h('input', {
      id: 'filter-area',
      type: 'text',
      inputmode: 'numeric',
      value: app.state.filters.areaMin ?? '',
      onchange: (event) => app.filter({ areaMin: read(event.target.value) }),
    }),
  );
}
