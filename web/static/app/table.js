// The same sites as a table: everything on the map is here, sortable with the keyboard, to be taken along as CSV.
import { rangeBar } from './bars.js';
import { missingCount } from './completeness.js';
import { confidenceLevel, confidenceOrder } from './confidence.js';
import { h, render } from './dom.js';
import { exportsPart } from './exports.js';
import { driveCriteria } from './facts.js';
import { confirmedCell } from './freshness.js';
import { amount, number, percent, range } from './format.js';
import { drawFilters } from './filters.js';
import { problemBox } from './frame.js';
import { ownBadge } from './ownweights.js';
import { positionText, sharesText } from './list.js';
import { csv, sortRows } from './rows.js';
import { scenarioBadge, scenarioName } from './scenariobanner.js';
import { className, foundText } from './words.js';

export function drawTable(app, container) {
  const { t, state } = app;
  const answer = app.scores(app.purpose.id);
  const columns = columnsOf(app);
  const lines = new Map(
    (answer.value ?? []).map((score) => [score.site, new Map(score.lines.map((l) => [l.criterion, l]))]),
  );
  const rows = app.shown.map((row) => ({ row, cells: cellsOf(app, row, columns, lines.get(row.id)) }));
  const sorted = sortRows(rows, state.sort, app.lang);
  // Kept between redraws, so that the filter panel stays open and the scroll position holds.
  const filters = document.getElementById('table-filters') ?? h('div', { id: 'table-filters' });
  render(
    container,
    h(
      'div',
      { class: 'page-head' },
      h(
        'h2',
        { id: 'list-title' },
        t('table.title', { purpose: app.text(app.purpose.name) }),
        ' ',
        scenarioBadge(app),
      ),
      ownBadge(app),
      h(
        'button',
        { id: 'table-csv', type: 'button', class: 'button', onclick: () => download(app, columns, sorted) },
        t('table.csv'),
      ),
    ),
    filters,
    answer.status === 'failed' && problemBox(app, answer.problem, app.loader.retry),
    h(
      'p',
      { class: 'muted' },
      t('list.count', { shown: app.shown.length, all: app.rows.length }),
      '. ',
      t('table.hint'),
    ),
    h(
      'div',
      {
        id: 'table-scroll',
        class: 'table-scroll',
        tabindex: '0',
        role: 'region',
        'aria-label': t('table.title', { purpose: app.text(app.purpose.name) }),
      },
      h(
        'table',
        { class: 'big-table' },
        h(
          'caption',
          { class: 'visually-hidden' },
          t('table.caption', { purpose: app.text(app.purpose.name), n: app.shown.length }),
        ),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            columns.map((column) => header(app, column)),
          ),
        ),
        h(
          'tbody',
          {},
          sorted.map((line) => body(app, columns, line)),
        ),
      ),
    ),
    exportsPart(app),
  );
  drawFilters(app, filters);
}

function columnsOf(app) {
  const fixed = ['name', 'place', 'bar', 'low', 'high', 'municipality', 'kind', 'area', 'plan'];
  const drive = driveCriteria(app.data.strategy)
    .filter((c) => app.purpose.weights[c.id])
    .map((c) => ({ id: c.id, name: app.text(c.name), criterion: c, numeric: true, unit: 'min' }));
  const named = (id) => ({
    id,
    name: app.t(`column.${id}`),
    numeric: ['low', 'high', 'area', 'flags', 'notChecked', 'missing', 'confidence'].includes(id),
    unit: { area: 'daa', confidence: '%' }[id],
  });
  return [
    ...fixed.map(named),
    ...drive,
    ...['flags', 'notChecked', 'missing', 'confidence'].map(named),
    ...(app.state.confidence ? ['sureness'] : []).map(named),
    ...['confirmed', 'schematic'].map(named),
  ];
}

function surenessCell(app, row) {
  const level = confidenceLevel(app, row);
  return { sort: level && confidenceOrder(level), text: level ? app.t(`sureness.${level}`) : '' };
}

function cellsOf(app, row, columns, lines) {
  const { lang, t } = app;
  const scored = row.verdict === 'scored';
  const cells = {
    name: { sort: row.name, text: row.name },
    place: { sort: row.position ?? null, text: positionText(row) ?? t(`verdict.${row.verdict}`) },
    bar: {
      sort: scored ? (row.low + row.high) / 2 : null,
      text: scored ? range(lang, row.low, row.high) : row.excludedBy.join(', '),
    },
    low: { sort: row.low, text: scored ? number(lang, row.low) : '' },
    high: { sort: row.high, text: scored ? number(lang, row.high) : '' },
    municipality: { sort: sharesText(app, row), text: sharesText(app, row) },
    kind: { sort: t(`kind.${row.kind}`), text: t(`kind.${row.kind}`) },
    area: {
      sort: row.areaDaa,
      text: row.areaDaa === null ? t('notStated') : amount(lang, row.areaDaa, 'daa'),
    },
    plan: {
      sort: row.planStatus,
      text: row.planStatus ? className(app, 'planStatus', row.planStatus) : t('notStated'),
    },
    flags: count(app, row, row.flags),
    notChecked: count(app, row, row.notChecked),
    missing: missingCell(app, row),
    confidence: { sort: row.confidence, text: row.confidence === null ? '' : percent(lang, row.confidence) },
    sureness: surenessCell(app, row),
    confirmed: { sort: row.site.confirmedOn ?? '', text: confirmedCell(app, row.site) },
    schematic: { sort: row.schematic ? 1 : 0, text: row.schematic ? t('schematic') : '' },
  };
  for (const { id, criterion } of columns.filter((c) => c.criterion)) {
    const line = lines?.get(criterion.id);
    const amountFound = line?.found.kind === 'amount' ? line.found.value : null;
    const why = Boolean(line) && amountFound === null;
    cells[id] = { sort: amountFound, text: line ? foundText(app, line) : '', why };
  }
  return cells;
}

// A site the purpose does not ask for has not been checked at all: an empty cell, since 0 would say that all is well.
function count(app, row, n) {
  return row.verdict === 'none' ? { sort: null, text: '' } : { sort: n, text: number(app.lang, n) };
}

// Sorted, and given to spreadsheets, by how many criteria are missing.
function missingCell(app, row) {
  const found = missingCount(app, row);
  return found ? { sort: found.missing, text: app.t('missing.of', found) } : { sort: null, text: '' };
}

function header(app, column) {
  const { sort } = app.state;
  const active = sort?.column === column.id;
  const direction = active ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const next = {
    column: column.id,
    descending: active
      ? !sort.descending
      : column.id === 'bar' || column.id === 'high' || column.id === 'low',
  };
  return h(
    'th',
    {
      scope: 'col',
      'aria-sort': direction,
      class: column.criterion ? 'number drive' : column.numeric ? 'number' : null,
    },
    h(
      'button',
      { id: `sort-${column.id}`, type: 'button', onclick: () => app.go({ sort: next }, { replace: true }) },
      column.name,
      h('span', { class: 'sort-mark', 'aria-hidden': 'true' }, active ? (sort.descending ? '▼' : '▲') : '↕'),
    ),
  );
}

function body(app, columns, { row, cells }) {
  return h(
    'tr',
    { class: row.id === app.state.site ? 'is-current' : null },
    columns.map((column) => {
      const { text, why } = cells[column.id];
      if (column.id === 'name')
        return h(
          'th',
          { scope: 'row' },
          h(
            'button',
            { id: `row-${row.id}`, type: 'button', class: 'link-button', onclick: () => app.select(row.id) },
            text,
          ),
        );
      if (column.id === 'bar')
        return h(
          'td',
          { class: 'bar-cell' },
          row.verdict === 'scored' ? rangeBar(row.low, row.high) : h('span', {}, text),
        );
      return h(
        'td',
        {
          class: why
            ? 'wide missing'
            : column.numeric
              ? 'number'
              : column.id === 'municipality'
                ? 'wide'
                : null,
        },
        text,
      );
    }),
  );
}

// Numbers go into a spreadsheet as numbers: without unit, with the decimal comma of Norwegian spreadsheets.
function csvCell(column, cell) {
  if (!column.numeric) return cell.text;
  if (typeof cell.sort !== 'number') return '';
  const value = column.unit === '%' ? cell.sort * 100 : cell.sort;
  return String(Math.round(value * 10) / 10).replace('.', ',');
}

function download(app, columns, rows) {
  const scenario = scenarioName(app);
  const whose = (text) => (scenario ? [text] : []);
  const text = csv(
    [...columns.map((c) => (c.unit ? `${c.name} (${c.unit})` : c.name)), ...whose(app.t('whatif.column'))],
    rows.map(({ cells }) => [...columns.map((c) => csvCell(c, cells[c.id])), ...whose(scenario)]),
  );
  const name = ['arealkompass', app.purpose.id, ...whose(app.data.run.scenario?.id)].join('-');
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const own = ownBadge(app) ? '-egne-vekter' : '';
  h('a', { href: address, download: `${name}${own}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
