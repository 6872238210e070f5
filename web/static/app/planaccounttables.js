// The tables of an area account. Rows and columns add up; what does not is a line of its own.
import { h } from './dom.js';
import { date } from './format.js';
import { daa, exact, firstRows, groundRows, reserveGroups, reserveSum, usedColumns } from './planfigures.js';

/** A table that scrolls in its own frame; the first column stays. texts: how many columns after it hold words. */
export function accountTable(id, caption, heads, rows, texts = 0) {
  return h(
    'div',
    { id, class: 'table-scroll planaccount-scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    h(
      'table',
      { class: 'big-table planaccount-table' },
      h('caption', {}, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((text, i) => h('th', { scope: 'col', class: i > texts ? 'number' : null }, text)),
        ),
      ),
      h('tbody', {}, rows),
    ),
  );
}

/** A cell in dekar; the exact area is its title. */
export function areaCell(app, m2) {
  return h('td', { class: 'number', title: exact(app.lang, m2) }, daa(app.lang, m2));
}

function line(app, name, cells, type = null) {
  return h(
    'tr',
    { class: type },
    h('th', { scope: 'row' }, name),
    cells.map((m2) => areaCell(app, m2)),
  );
}

/** Development purposes: built on, not built on, not known; business first, the others folded. */
export function reserveTable(app, account, scope, id) {
  const { t } = app;
  const groups = reserveGroups(account, scope);
  if (!groups.length) return null;
  const heads = ['purpose', 'area', 'built', 'notBuilt', 'notKnown'].map((key) => t(`planaccount.${key}`));
  const rows = (some) =>
    some.flatMap(({ group, lines }) => [
      line(app, app.text(group.name), cellsOf(reserveSum(lines)), 'planaccount-group'),
      ...lines.map((one) => line(app, status(app, one.status), cellsOf(one), 'planaccount-code')),
    ]);
  const sum = (some) => reserveSum(some.flatMap(({ lines }) => lines));
  const business = groups.filter(({ group }) => group.business);
  const others = groups.filter(({ group }) => !group.business);
  return [
    h('h4', {}, t('planaccount.reserve')),
    h('p', { class: 'muted' }, t('planaccount.reserveText')),
    accountTable(`${id}-reserve`, t('planaccount.reserveCaption'), heads, [
      ...rows(business),
      others.length > 0 &&
        line(app, t('planaccount.otherDevelopment'), cellsOf(sum(others)), 'planaccount-group'),
      line(app, t('planaccount.sum'), cellsOf(sum(groups)), 'planaccount-total'),
    ]),
    others.length > 0 &&
      h(
        'details',
        { id: `${id}-reserve-more` },
        h('summary', {}, t('planaccount.otherDevelopmentShow')),
        accountTable(`${id}-reserve-others`, t('planaccount.otherDevelopment'), heads, rows(others)),
      ),
  ];
}

function cellsOf({ areaM2, builtM2, unbuiltM2, unknownM2 }) {
  return [areaM2, builtM2, unbuiltM2, unknownM2];
}

export function status(app, code) {
  return ['1', '2', '3'].includes(code)
    ? app.t(`planaccount.status.${code}`)
    : app.t('planaccount.status.none');
}

/** What the ground under the purposes is, theme by theme; a theme without data is unknown, and never 0. */
export function groundTable(app, account, scope, id) {
  const { t } = app;
  const heads = ['theme', 'underBusiness', 'underDevelopment', 'underAll'].map((key) =>
    t(`planaccount.${key}`),
  );
  return [
    h('h4', {}, t('planaccount.ground')),
    h('p', { class: 'muted' }, t('planaccount.groundText')),
    accountTable(
      `${id}-ground`,
      t('planaccount.groundCaption'),
      heads,
      groundRows(account, scope).flatMap((row) =>
        row.theme.data ? knownRows(app, row) : [unknownRow(app, row)],
      ),
    ),
  ];
}

function knownRows(app, { theme, classes, notCovered }) {
  const cells = (row) => [row.business, row.development, row.all];
  const several = classes.length > 1;
  return [
    ...classes.map((row) =>
      line(
        app,
        several ? `${app.text(theme.name)}: ${app.text(row.column.name)}` : app.text(theme.name),
        cells(row),
        'planaccount-group',
      ),
    ),
    // Where all of it is covered, there is nothing to say.
    notCovered.all > 0.05 &&
      line(app, app.t('planaccount.notCovered'), cells(notCovered), 'planaccount-code planaccount-uncovered'),
  ].filter(Boolean);
}

function unknownRow(app, { theme }) {
  return h(
    'tr',
    { class: 'planaccount-uncovered' },
    h('th', { scope: 'row' }, `${app.text(theme.name)} (${app.t('planaccount.noData')})`),
    [0, 1, 2].map(() => h('td', { class: 'number' }, app.t('planaccount.unknown'))),
  );
}

/** Purposes against each theme; the first stands open. */
export function themeTables(app, account, scope, id) {
  return account.themes.map((theme, i) => {
    const table = scope.tables[i];
    const parts = [
      h('p', { class: 'muted' }, dataText(app, theme)),
      firstTable(app, account, theme, table, `${id}-${theme.id}`),
      allTable(app, account, theme, table, `${id}-${theme.id}-all`),
    ];
    const name = app.t('planaccount.against', { theme: app.text(theme.name) });
    return i
      ? h('details', { id: `${id}-${theme.id}-more` }, h('summary', {}, name), parts)
      : [h('h4', {}, name), parts];
  });
}

function dataText(app, { data }) {
  const { t } = app;
  if (!data) return t('planaccount.dataNone');
  return t(data.sample ? 'planaccount.dataSample' : 'planaccount.data', {
    publisher: data.publisher,
    version: data.version,
    asOf: data.asOf ? date(app.lang, data.asOf) : t('notStated'),
    attribution: data.attribution,
  });
}

function firstTable(app, account, theme, table, id) {
  const { t } = app;
  const { business, others } = firstRows(account, table);
  const rows = [
    ...business.map((row) => purposeRow(app, account, theme, table, row)),
    others &&
      shown(app, theme, table, t('planaccount.others', { n: others.count }), others, 'planaccount-group'),
    ...sums(app, theme, table),
  ];
  return accountTable(
    id,
    t('planaccount.caption', { theme: app.text(theme.name) }),
    headsOf(app, theme, table),
    rows,
  );
}

function allTable(app, account, theme, table, id) {
  const { t } = app;
  return h(
    'details',
    { id: `${id}-more` },
    h('summary', {}, t('planaccount.showAll')),
    accountTable(
      id,
      t('planaccount.captionAll', { theme: app.text(theme.name) }),
      headsOf(app, theme, table),
      [...table.rows.map((row) => purposeRow(app, account, theme, table, row)), ...sums(app, theme, table)],
    ),
  );
}

function headsOf(app, theme, table) {
  const columns = usedColumns(theme, table).map((column) => app.text(column.name));
  return [app.t('planaccount.purpose'), ...columns, app.t('planaccount.sum')];
}

function purposeRow(app, account, theme, table, row) {
  if (row.code === null) {
    const group = account.groups.find((one) => one.id === row.group);
    return shown(app, theme, table, app.text(group.name), row, 'planaccount-group');
  }
  const name = app.text(account.codes.find((one) => one.id === row.code)?.name);
  return shown(app, theme, table, `${row.code} ${name}`.trim(), row, 'planaccount-code');
}

function sums(app, theme, table) {
  return [
    shown(app, theme, table, app.t('planaccount.difference'), table.difference, 'planaccount-difference'),
    shown(app, theme, table, app.t('planaccount.total'), table.total, 'planaccount-total'),
  ];
}

function shown(app, theme, table, name, row, type) {
  const cells = usedColumns(theme, table).map(({ at }) => row.cellsM2[at]);
  return line(app, name, [...cells, row.areaM2], type);
}

/** Whether it adds up, to a tenth of a square metre. */
export function controlTable(app, account, scope, id) {
  const { t, lang } = app;
  const { sums } = scope;
  const lines = [
    [t('planaccount.zones'), sums.zonesM2],
    [t('planaccount.overlap'), sums.overlapM2],
    [t('planaccount.rounding'), sums.roundingM2],
    [t('planaccount.union'), sums.unionM2],
    ...(scope.municipality === null
      ? [
          [t('planaccount.outline'), account.outline.areaM2],
          [t('planaccount.withoutPurpose'), account.outline.withoutPurposeM2],
          [t('planaccount.beyond'), account.outline.beyondM2],
          [t('planaccount.otherLevels'), account.otherLevelsM2],
        ]
      : []),
  ];
  return h(
    'details',
    { id: `${id}-control` },
    h('summary', {}, t('planaccount.control')),
    h('p', { class: 'muted' }, t('planaccount.controlText')),
    accountTable(
      `${id}-control-table`,
      t('planaccount.control'),
      ['what', 'daa', 'm2'].map((key) => t(`planaccount.${key}`)),
      lines.map(([name, m2]) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, name),
          areaCell(app, m2),
          h('td', { class: 'number' }, exact(lang, m2)),
        ),
      ),
    ),
  );
}
