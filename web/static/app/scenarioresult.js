// What a scenario changes: minutes and other answers per site, and places per purpose. Tables; the map beside shows less.
import { h } from './dom.js';
import { fixed } from './format.js';
import { problemBox } from './frame.js';
import { changesOf, placeOf, signed } from './scenariobanner.js';
import { difference, isChanged, otherChanges, rankChanges } from './scenariodiff.js';
import { foundText } from './words.js';

export function resultPart(app) {
  const { t, data } = app;
  const answer = changesOf(app);
  return h(
    'section',
    { id: 'scenario-result' },
    h('h3', {}, t('whatif.result', { name: data.run.scenario.name })),
    h('p', {}, t('whatif.resultText', { base: data.base.number, run: data.run.number })),
    ranksTable(app),
    answer.status === 'loading' && h('p', { role: 'status', class: 'muted' }, t('loading')),
    answer.status === 'failed' && problemBox(app, answer.problem, app.loader.retry),
    answer.status === 'ready' && [minutesTable(app, answer.value), othersTable(app, answer.value)],
  );
}

function ranksTable(app) {
  const { t, data } = app;
  const changed = data.strategy.purposes.flatMap((purpose) =>
    rankChanges(data.base, data.run, purpose.id)
      .filter(isChanged)
      .map((one) => ({ purpose, ...one })),
  );
  const rows = changed.map(({ purpose, site, before, after, moved }) => [
    app.text(purpose.name),
    siteName(app, site),
    `${placeOf(app, before)} → ${placeOf(app, after)}${moved > 0 ? ' ↑' : moved < 0 ? ' ↓' : ''}`,
    `${points(app, before)} → ${points(app, after)}`,
    moved > 0 ? t('whatif.up') : moved < 0 ? t('whatif.down') : t('whatif.samePlace'),
  ]);
  return changeTable(app, 'ranks', ['purpose', 'site', 'place', 'points', 'movement'], rows);
}

// To a tenth, since a scenario may change less than a point.
function points(app, entry) {
  if (entry?.verdict !== 'scored') return placeOf(app, entry);
  const [low, high] = [entry.low, entry.high].map((value) => fixed(app.lang, value, 1));
  return low === high ? low : `${low}–${high}`;
}

function siteName(app, id) {
  return app.data.sites.find((s) => s.id === id)?.name ?? id;
}

function minutesTable(app, changes) {
  const criteria = changes.criteria.filter((c) => c.unit === 'min');
  const rows = changes.sites.map((site) => [
    site.name,
    ...criteria.map((c) => minutesCell(app, c, site.values[c.id])),
  ]);
  return changeTable(
    app,
    'minutes',
    ['site'],
    rows,
    criteria.map((c) => app.text(c.name)),
  );
}

// Both values, so that the change can be checked: "61,2 → 56,4 (−4,8)".
function minutesCell(app, criterion, value) {
  const change = difference(value);
  if (change === null) {
    const text = (one) => foundText(app, { found: one, unit: 'min', criterion: criterion.id });
    const [from, to] = [text(value.before), text(value.after)];
    return from === to ? from : `${from} → ${to}`;
  }
  const minutes = (one) => fixed(app.lang, one.value, 1);
  return change === 0
    ? app.t('whatif.unchanged', { value: minutes(value.after) })
    : `${minutes(value.before)} → ${minutes(value.after)} (${signed(app, change)})`;
}

function othersTable(app, changes) {
  const others = otherChanges(changes);
  if (!others.length) return null;
  const rows = others.map(({ site, criterion, before, after }) => {
    const text = (found) => foundText(app, { found, unit: criterion.unit, criterion: criterion.id });
    return [site.name, app.text(criterion.name), text(before), text(after)];
  });
  return changeTable(app, 'others', ['site', 'criterion', 'before', 'after'], rows);
}

function changeTable(app, key, columns, rows, more = []) {
  const { t, data } = app;
  const title = t(`whatifTable.${key}`, { name: data.run.scenario.name });
  if (!rows.length) return h('p', { class: 'empty' }, t(`whatifNone.${key}`));
  const heads = [...columns.map((c) => t(`whatifColumn.${c}`)), ...more];
  return h(
    'div',
    {
      id: `scenario-${key}`,
      class: 'table-scroll',
      tabindex: '0',
      role: 'region',
      'aria-label': title,
    },
    h(
      'table',
      { class: 'big-table whatif-table' },
      h('caption', {}, title),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((text) => h('th', { scope: 'col' }, text)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map(([first, ...cells]) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, first),
            cells.map((text) => h('td', {}, text)),
          ),
        ),
      ),
    ),
  );
}
