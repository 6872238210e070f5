// Two to six sites side by side: small maps, facts, then criteria with what separates the sites most first.
import { rangeBar } from './bars.js';
import { createCompareMaps } from './comparemaps.js';
import { strategyStatus } from './context.js';
import { h, render } from './dom.js';
import { amount, date, percent, range } from './format.js';
import { confirmedCell } from './freshness.js';
import { problemBox } from './frame.js';
import { linkButton } from './linkbutton.js';
import { placeText, sharesText } from './list.js';
import { ownBadge } from './ownweights.js';
import { scenarioBadge } from './scenariobanner.js';
import { certainly, spread } from './scale.js';
import { MAX_COMPARED } from './state.js';
import { className, factText, foundText } from './words.js';

let maps = null;

export function drawCompare(app, container) {
  maps ??= createCompareMaps(app);
  const { t } = app;
  const rows = app.state.compare.map((id) => app.rows.find((row) => row.id === id)).filter(Boolean);
  const ranked = rows.map((row) => (row.verdict === 'none' ? null : app.score(app.purpose.id, row.id)));
  const failed = ranked.find((answer) => answer?.status === 'failed');
  render(
    container,
    h(
      'div',
      { class: 'page-head' },
      h('h2', {}, t('compare.title', { purpose: app.text(app.purpose.name) })),
      ownBadge(app),
      picker(app),
      rows.length > 1 && onlyDifferent(app),
      rows.length > 1 &&
        linkButton(app, 'compare-link', { sites: rows.map((row) => row.id), comparison: true }, false),
    ),
    basis(app),
    rows.length < 2 && h('p', { class: 'empty' }, t('compare.choose')),
    failed && problemBox(app, failed.problem, app.loader.retry),
    ranked.some((answer) => answer?.status === 'loading') &&
      h('p', { role: 'status', class: 'muted' }, t('loading')),
    rows.length > 0 &&
      table(
        app,
        rows,
        ranked.map((answer) => answer?.value ?? null),
      ),
    rows.length > 0 && maps.part(rows),
  );
}

// On paper nothing else says it; on the screen the footer and the bar above do.
function basis(app) {
  const { strategy, run } = app.data;
  const text = app.t('compare.basis', {
    purpose: app.text(app.purpose.name),
    strategy: app.text(strategy.name),
    status: strategyStatus(app, strategy),
    number: run.number,
    date: date(app.lang, run.madeAt),
  });
  const scenario = run.scenario && app.t('compare.scenario', { name: run.scenario.name });
  return h('p', { class: 'only-print' }, [text, scenario].filter(Boolean).join(' '));
}

function onlyDifferent(app) {
  const id = 'compare-differences';
  const checked = app.state.differences === 'only';
  return h(
    'label',
    { class: 'check', for: id },
    h('input', {
      id,
      type: 'checkbox',
      checked,
      onchange: (event) => app.go({ differences: event.target.checked ? 'only' : '' }, { replace: true }),
    }),
    h('span', {}, app.t('compare.onlyDifferent')),
  );
}

function picker(app) {
  const { compare } = app.state;
  const left = app.rows.filter((row) => !compare.includes(row.id));
  if (compare.length >= MAX_COMPARED || !left.length) return null;
  return h(
    'div',
    { class: 'field field--inline' },
    h('label', { for: 'compare-add' }, app.t('compare.addSite')),
    h(
      'select',
      { id: 'compare-add', onchange: (event) => event.target.value && app.toggleCompare(event.target.value) },
      h('option', { value: '' }, app.t('compare.pick')),
      left.map((row) => h('option', { value: row.id }, row.name)),
    ),
  );
}

function table(app, rows, scores) {
  const { t } = app;
  const title = t('compare.title', { purpose: app.text(app.purpose.name) });
  return h(
    'div',
    { id: 'compare-scroll', class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': title },
    h(
      'table',
      { class: 'compare-table' },
      h('caption', { class: 'visually-hidden' }, title),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('td', {}),
          rows.map((row) => columnHead(app, row)),
        ),
      ),
      h(
        'tbody',
        {},
        section(app, 'compare.total', rows.length),
        total(app, rows),
        different(app, factRows(app, rows)),
      ),
      h(
        'tbody',
        {},
        section(app, 'compare.criteria', rows.length),
        different(app, criteriaRows(app, rows, scores)),
      ),
    ),
  );
}

function section(app, key, columns) {
  const title = h('th', { scope: 'rowgroup', colspan: columns + 1 }, app.t(key));
  return h('tr', { class: 'compare-section' }, title);
}

function columnHead(app, row) {
  return h(
    'th',
    { scope: 'col' },
    h(
      'button',
      { id: `open-${row.id}`, type: 'button', class: 'link-button', onclick: () => app.select(row.id) },
      row.name,
    ),
    h(
      'button',
      {
        id: `remove-${row.id}`,
        type: 'button',
        class: 'button button--small',
        'aria-label': app.t('compare.removeNamed', { name: row.name }),
        onclick: () => app.toggleCompare(row.id),
      },
      app.t('compare.removeShort'),
    ),
  );
}

function total(app, rows) {
  const cell = (row) =>
    h(
      'td',
      {},
      row.verdict === 'scored'
        ? [
            rangeBar(row.low, row.high),
            h('strong', {}, `${range(app.lang, row.low, row.high)} ${app.t('points')}`),
            ' ',
            scenarioBadge(app),
            h('div', { class: 'muted' }, placeText(app, row)),
          ]
        : h(
            'strong',
            {},
            app.t(`verdict.${row.verdict}`),
            row.excludedBy.length > 0 && `: ${row.excludedBy.join(', ')}`,
          ),
    );
  return line(app.t('column.points'), rows.map(cell));
}

function factRows(app, rows) {
  const { t, lang } = app;
  const stated = (row, name) => row.site.facts.find((fact) => fact.fact === name && fact.value !== null);
  const said = (name) =>
    rows.map((row) =>
      h(
        'td',
        {},
        stated(row, name)
          ? factText(app, stated(row, name))
          : h('span', { class: 'missing' }, t('notStated')),
      ),
    );
  return [
    line(
      t('column.municipality'),
      rows.map((row) => h('td', {}, sharesText(app, row))),
    ),
    line(
      t('column.kind'),
      rows.map((row) => h('td', {}, t(`kind.${row.kind}`))),
    ),
    line(
      t('column.area'),
      rows.map((row) =>
        h(
          'td',
          {},
          row.areaDaa === null
            ? h('span', { class: 'missing' }, t('area.unknown'))
            : amount(lang, row.areaDaa, 'daa'),
        ),
      ),
    ),
    line(
      t('column.plan'),
      rows.map((row) =>
        h(
          'td',
          {},
          row.planStatus
            ? className(app, 'planStatus', row.planStatus)
            : h('span', { class: 'missing' }, t('notStated')),
        ),
      ),
    ),
    line(t('knock.power'), said('powerMW')),
    line(t('knock.price'), said('priceNokPerM2')),
    line(t('knock.contact'), said('contact')),
    line(
      t('column.confirmed'),
      rows.map((row) => h('td', {}, confirmedCell(app, row.site))),
    ),
    line(
      t('column.confidence'),
      rows.map((row) => h('td', {}, row.confidence === null ? '–' : percent(lang, row.confidence))),
    ),
    line(
      t('column.flags'),
      rows.map((row) => h('td', {}, flagsText(app, row))),
    ),
  ];
}

// What is unknown for somebody is not known to be the same for all, so it stays.
function different(app, lines) {
  if (app.state.differences !== 'only') return lines;
  return lines.filter((line) => {
    const cells = [...line.querySelectorAll('td')].map((cell) => cell.textContent);
    return new Set(cells).size > 1 || line.querySelector('.missing');
  });
}

function line(name, cells) {
  return h('tr', {}, h('th', { scope: 'row' }, name), cells);
}

function criteriaRows(app, rows, scores) {
  const { weights } = app.weighed;
  const ids = Object.keys(weights);
  const linesOf = (id) => scores.map((score) => score?.lines.find((l) => l.criterion === id) ?? null);
  const heaviest = Math.max(...Object.values(weights));
  return ids
    .map((id) => ({ id, lines: linesOf(id) }))
    .sort((a, b) => spread(b.lines) - spread(a.lines))
    .map(({ id, lines }) => criterionRow(app, id, lines, heaviest));
}

function criterionRow(app, id, lines, heaviest) {
  const { t } = app;
  const criterion = app.data.strategy.criteria.find((c) => c.id === id);
  const [best, worst] = [certainly(lines, 'best'), certainly(lines, 'worst')];
  const cells = lines.map((l, index) =>
    h(
      'td',
      {},
      l === null ? h('span', { class: 'missing' }, t('notRankedShort')) : criterionCell(app, l, heaviest),
      index === best && h('span', { class: 'badge badge--best' }, t('compare.best')),
      index === worst && h('span', { class: 'badge' }, t('compare.worst')),
    ),
  );
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      app.text(criterion.name),
      h('div', { class: 'muted' }, t('compare.weight', { weight: app.weighed.weights[id] })),
    ),
    cells,
  );
}

function criterionCell(app, l, heaviest) {
  const missing = l.found.kind === 'notCovered';
  return [
    rangeBar(l.pointsLow, l.pointsHigh, l.weight, heaviest),
    h('div', {}, h('span', { class: missing ? 'missing' : null }, foundText(app, l))),
    h(
      'div',
      { class: 'muted' },
      app.t('line.points', { points: range(app.lang, l.pointsLow, l.pointsHigh), weight: l.weight }),
    ),
  ];
}

// A site the purpose does not ask for has not been checked either: no flags would look like an all-clear.
function flagsText(app, { verdict, flags, notChecked }) {
  const { t } = app;
  if (verdict === 'none') return '–';
  const first = flags === 0 ? t('flags.zero') : t(flags === 1 ? 'flags.one' : 'flags.many', { n: flags });
  return notChecked > 0 ? `${first}, ${t('notChecked.count', { n: notChecked })}` : first;
}
