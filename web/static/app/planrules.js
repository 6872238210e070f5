// Every rule of the strategy that looked at the plan: what it asked, what it found, on whose word. Grouped by S1–S4.
import { h } from './dom.js';
import { number } from './format.js';
import { sourceText } from './frame.js';
import { outcomeWord } from './planbits.js';
import { amountText, boundText, daa } from './planwords.js';
import { basisBadge } from './portfolio.js';
import { scrollTable } from './scrolltable.js';

const HEADS = ['outcome', 'looked', 'broken', 'amount', 'bound', 'source'];

export function rulesPart(app, report) {
  const { t } = app;
  return h(
    'section',
    {},
    h('h3', { id: 'plan-rules-title' }, t('plan.rules')),
    h('p', { class: 'muted' }, t('plan.rulesText')),
    report.parts
      .filter((part) => part.rules.length > 0)
      .map((part) => [
        h('h4', { id: `plan-rules-${part.part}`, tabindex: '-1' }, `${part.part} · ${app.text(part.name)}`),
        table(app, part, report),
      ]),
  );
}

function table(app, part, report) {
  const { t } = app;
  const rules = report.rules.filter(({ id }) => part.rules.includes(id));
  return scrollTable(
    `plan-rule-table-${part.part}`,
    `${part.part} ${app.text(part.name)}`,
    [t('plan.rule'), ...HEADS.map((head) => t(`plan.head.${head}`))],
    rules.map((rule) => row(app, rule)),
  );
}

function row(app, rule) {
  const { t, lang } = app;
  const { count, areaM2 } = rule.ignoredBelow ?? { count: 0, areaM2: 0 };
  return h(
    'tr',
    { id: `plan-rule-${rule.id}` },
    h(
      'th',
      { scope: 'row' },
      app.text(rule.name),
      h('div', { class: 'muted' }, `${rule.id} · ${t(`plan.severity.${rule.severity}`)}`),
    ),
    h(
      'td',
      { class: 'wide' },
      outcomeWord(app, rule.outcome),
      app.text(rule.reason) && h('div', { class: 'missing' }, app.text(rule.reason)),
      app.text(rule.remedy) && h('div', { class: 'muted' }, app.text(rule.remedy)),
    ),
    h('td', { class: 'number' }, number(lang, rule.looked)),
    h(
      'td',
      {},
      number(lang, rule.broken),
      rule.undecided > 0 && h('div', {}, t('plan.alsoUndecided', { n: number(lang, rule.undecided) })),
      count > 0 &&
        h('div', { class: 'muted' }, t('plan.ignored', { n: number(lang, count), area: daa(app, areaM2) })),
    ),
    h('td', {}, amountText(app, rule.amount, rule.unit) || '–'),
    h('td', {}, boundText(app, rule.bound, rule.unit) || '–'),
    h('td', { class: 'wide' }, sourceText(rule.source), ' ', basisBadge(app, rule.basis)),
  );
}
