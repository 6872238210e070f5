// What makes the difference between two strategies, for those who are to vote: criteria, weights, curves, limits and rules
// that are not alike, each with on whose word it stands and where it is written.
import { h } from './dom.js';
import { amount, percent } from './format.js';
import { sourceText } from './frame.js';
import { basisBadge } from './portfolio.js';
import { scrollTable } from './scrolltable.js';
import { checkChanges, criterionChanges, lonePurposes, ruleTextChanges } from './strategydiff.js';
import { className } from './words.js';

export function differencePart(app, left, right) {
  const { t } = app;
  const purpose = app.purpose.id;
  const shared = [left, right].every((side) => side.strategy.purposes.some((one) => one.id === purpose));
  return h(
    'section',
    {},
    h('h3', { id: 'changes-why' }, t('changes.why')),
    lonePart(app, left, right),
    shared && [criteriaPart(app, left, right, purpose), checksPart(app, left, right, purpose)],
    rulesPart(app, left, right),
    left.strategy.marginPoints !== right.strategy.marginPoints &&
      h(
        'p',
        {},
        t('changes.margin', { left: left.strategy.marginPoints, right: right.strategy.marginPoints }),
      ),
  );
}

function lonePart(app, left, right) {
  const alone = lonePurposes(left.strategy, right.strategy);
  const item = (side, purposes) =>
    purposes.length > 0 &&
    h('p', {}, app.t('changes.lone', { side, names: purposes.map((one) => app.text(one.name)).join(', ') }));
  return [item(left.label, alone.left), item(right.label, alone.right)];
}

function criteriaPart(app, left, right, purpose) {
  const { t } = app;
  const rows = criterionChanges(left.strategy, right.strategy, purpose);
  const name = app.text(app.purpose.name);
  if (!rows.length) return h('p', {}, t('changes.noCriteria', { purpose: name }));
  return part(
    app,
    'changes-criteria',
    t('changes.criteria', { purpose: name, n: rows.length }),
    t('changes.criterion'),
    rows.map((row) => ({
      name: (row.right ?? row.left).criterion.name,
      changes: row.changes,
      cells: [row.left, row.right].map((side) => side && criterionCell(app, side)),
    })),
  );
}

function criterionCell(app, { weight, range, criterion }) {
  const { t } = app;
  return [
    h('strong', {}, t('changes.weight', { n: weight })),
    range && ` (${t('changes.weightRange', { low: range.low, high: range.high })})`,
    h('div', {}, curveText(app, criterion)),
    h('div', { class: 'muted' }, basisBadge(app, criterion.basis), ' ', sourceText(criterion.source)),
  ];
}

/** "100 daa gir 0 %; 450 daa gir 60 %" or the classes. */
function curveText(app, { utility, unit, metric }) {
  const point = (value, u) => app.t('strategy.point', { value, percent: percent(app.lang, u) });
  return utility.linear
    ? utility.linear.map(([x, u]) => point(amount(app.lang, x, unit), u)).join('; ')
    : Object.entries(utility.byClass)
        .map(([value, u]) => point(className(app, metric.fact, value), u))
        .join('; ');
}

function checksPart(app, left, right, purpose) {
  const rows = checkChanges(left.strategy, right.strategy, purpose);
  return part(
    app,
    'changes-checks',
    app.t('changes.checks', { n: rows.length }),
    app.t('changes.check'),
    rows.map((row) => ({
      name: (row.right ?? row.left).name,
      changes: row.changes,
      cells: [row.left, row.right].map((check) => check && checkCell(app, check)),
    })),
  );
}

function checkCell(app, check) {
  const [kind, limit] = Object.entries(check.bound)[0];
  return [
    h('strong', {}, app.t(`effect.${check.effect}`)),
    h('div', {}, app.t(`bound.${kind}`, { limit: amount(app.lang, limit, check.unit) })),
    h('div', { class: 'muted' }, basisBadge(app, check.basis), ' ', sourceText(check.source)),
  ];
}

function rulesPart(app, left, right) {
  const rows = ruleTextChanges(left.strategy, right.strategy);
  return part(
    app,
    'changes-rule-texts',
    app.t('changes.ruleTexts', { n: rows.length }),
    app.t('changes.rule'),
    rows.map((row) => ({
      name: (row.right ?? row.left).name,
      changes: row.changes,
      cells: [
        [left, row.left],
        [right, row.right],
      ].map(([side, rule]) => rule && ruleCell(app, side.strategy, rule)),
    })),
  );
}

function ruleCell(app, strategy, rule) {
  const { t, lang } = app;
  const name = (id) => app.text(strategy.criteria.find((one) => one.id === id)?.name) || id;
  const need =
    rule.need.share === undefined
      ? t('attain.needSites', { n: rule.need.sites })
      : t('attain.needShare', { share: percent(lang, rule.need.share) });
  const conditions = rule.conditions.map(({ criterion, atLeast }) =>
    atLeast > 0
      ? t('portfolio.condition', { name: name(criterion), points: Math.round(atLeast * 100) })
      : t('portfolio.known', { name: name(criterion) }),
  );
  return [
    h('strong', {}, need),
    h('div', {}, conditions.join('; ')),
    h('div', { class: 'muted' }, basisBadge(app, rule.basis), ' ', sourceText(rule.source)),
  ];
}

/** A heading and a table with one row per difference; nothing when there is none. */
function part(app, id, title, what, rows) {
  const { t } = app;
  if (!rows.length) return null;
  const heads = [what, t('changes.differs'), t('changes.leftSide'), t('changes.rightSide')];
  return [
    h('h4', {}, title),
    scrollTable(
      id,
      title,
      heads,
      rows.map((row) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, app.text(row.name)),
          h('td', {}, row.changes.map((change) => t(`changes.change.${change}`)).join(', ')),
          row.cells.map((cell) => h('td', { class: 'attain__cell' }, cell ?? t('changes.noSuch'))),
        ),
      ),
    ),
  ];
}
