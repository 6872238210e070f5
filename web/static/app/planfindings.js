// All findings as a table with filters; one at a time is open below its row, and its id stands in the address.
import { h } from './dom.js';
import { number } from './format.js';
import { kindWord, whereText } from './planbits.js';
import { findingDetails } from './planfinding.js';
import {
  amountText,
  boundText,
  chosen,
  counted,
  elementId,
  KINDS,
  ordered,
  topFindings,
} from './planwords.js';
import { municipalityName } from './portfoliopage.js';

const STEP = 100;
const HEADS = ['what', 'kind', 'amount', 'bound', 'rule'];
const looks = new Map(); // subject → what is filtered and how many are shown; lasts while the page is open

export function findingsPart(app, report) {
  const { t } = app;
  const look = lookOf(report);
  const all = ordered(report.findings);
  const matching = chosen(all, look);
  // What the address names is shown, whatever the filters say and however far down it stands.
  const open = all.find(({ id }) => id === app.state.finding);
  const shown = matching.slice(0, look.shown);
  if (open && !shown.includes(open)) shown.unshift(open);
  return h(
    'section',
    {},
    h('h3', { id: 'plan-findings-title', tabindex: '-1' }, t('plan.findings')),
    app.state.finding &&
      !open &&
      h('p', { id: 'plan-finding-gone', class: 'caveat' }, t('plan.findingGone', { id: app.state.finding })),
    all.length === 0
      ? h('p', {}, t('plan.noFindings'))
      : [filters(app, report, look, matching), list(app, report, shown)],
    matching.length > look.shown &&
      h(
        'button',
        {
          id: 'plan-findings-more',
          type: 'button',
          class: 'button plan-screen',
          onclick: () => {
            look.shown += STEP;
            app.draw();
          },
        },
        t('plan.more', { n: number(app.lang, matching.length - look.shown) }),
      ),
    matching.length > look.shown &&
      h('p', { class: 'only-print muted' }, t('plan.cutOnPaper', { n: look.shown, all: matching.length })),
  );
}

function lookOf(report) {
  const key = report.subject.id;
  if (!looks.has(key)) looks.set(key, { rule: '', kind: '', municipality: '', shown: STEP });
  return looks.get(key);
}

function filters(app, report, look, matching) {
  const { t } = app;
  const rule = (id) => app.text(report.rules.find((one) => one.id === id)?.name) || id;
  const kinds = counted(report.findings, 'kind').sort(([a], [b]) => KINDS.indexOf(a) - KINDS.indexOf(b));
  const municipalities = counted(report.findings, 'municipality');
  return h(
    'div',
    { class: 'plan-filters plan-screen' },
    filter(app, look, 'kind', kinds, (kind) => t(`plan.kind.${kind}`)),
    filter(app, look, 'rule', counted(report.findings, 'rule'), (id) => `${id} ${rule(id)}`),
    municipalities.length > 1 &&
      filter(app, look, 'municipality', municipalities, (nr) => municipalityName(app, nr)),
    h(
      'p',
      { id: 'plan-findings-count', role: 'status' },
      t('plan.shownOf', {
        n: number(app.lang, matching.length),
        all: number(app.lang, report.findings.length),
      }),
    ),
  );
}

function filter(app, look, part, values, name) {
  const option = (value, text) => h('option', { value, selected: value === look[part] }, text);
  const onchange = (event) => {
    Object.assign(look, { [part]: event.target.value, shown: STEP });
    app.draw();
  };
  return h(
    'div',
    { class: 'field' },
    h('label', { for: `plan-filter-${part}` }, app.t(`plan.filter.${part}`)),
    h(
      'select',
      { id: `plan-filter-${part}`, onchange },
      option('', app.t('plan.filterAll')),
      values.map(([value, n]) => option(value, `${name(value)} (${number(app.lang, n)})`)),
    ),
  );
}

// The roles are written out: on narrow screens the rows are laid out as blocks (see scrolltable.js).
function list(app, report, findings) {
  const { t } = app;
  const heads = HEADS.map((head) => t(`plan.find.${head}`));
  return h(
    'div',
    {
      id: 'plan-findings',
      class: 'table-scroll',
      tabindex: '0',
      role: 'region',
      'aria-labelledby': 'plan-findings-title',
    },
    h(
      'table',
      {
        class: 'big-table changes-table plan-findings',
        role: 'table',
        'aria-labelledby': 'plan-findings-title',
      },
      h(
        'thead',
        { role: 'rowgroup' },
        h(
          'tr',
          { role: 'row' },
          heads.map((head) => h('th', { scope: 'col', role: 'columnheader' }, head)),
        ),
      ),
      h(
        'tbody',
        { role: 'rowgroup' },
        findings.map((finding) => rows(app, report, finding, heads)),
      ),
    ),
  );
}

function rows(app, report, finding, heads) {
  const open = finding.id === app.state.finding;
  const rule = report.rules.find(({ id }) => id === finding.rule);
  const cell = (i, attributes, ...content) =>
    h('td', { role: 'cell', 'data-label': heads[i], ...attributes }, content);
  return [
    h(
      'tr',
      { role: 'row', class: open ? 'is-current' : null },
      h('th', { scope: 'row', role: 'rowheader' }, opener(app, report, finding, open)),
      cell(1, {}, kindWord(app, finding.kind)),
      cell(2, {}, amountText(app, finding.amount, finding.unit) || '–'),
      cell(3, {}, boundText(app, finding.bound, finding.unit) || '–'),
      cell(4, { class: 'wide' }, app.text(rule?.name) || finding.rule),
    ),
    open &&
      h(
        'tr',
        { role: 'row', class: 'plan-open' },
        h('td', { role: 'cell', colspan: HEADS.length }, findingDetails(app, report, finding)),
      ),
  ];
}

function opener(app, report, finding, open) {
  const top = topFindings(report).find((one) => one.finding === finding);
  return [
    top && h('span', { class: 'plan-number plan-number--small' }, String(top.number)),
    h(
      'button',
      {
        id: elementId('finding', finding.id),
        type: 'button',
        class: 'link-button',
        'aria-expanded': String(open),
        'aria-controls': open ? 'plan-finding' : null,
        onclick: () => app.go({ finding: open ? '' : finding.id }),
      },
      whereText(app, finding, report),
    ),
    h('div', { class: 'plan-find__sentence' }, app.text(finding.sentence)),
  ];
}
