// "Strategi": every number the pages show is explained here: parts, purposes with weights, criteria with their points.
import { rangeBar } from './bars.js';
import { proposalLine, strategyStatus } from './context.js';
import { h, render, s } from './dom.js';
import { amount, percent } from './format.js';
import { sourceText } from './frame.js';
import { basisBadge, why } from './portfolio.js';
import { curve } from './scale.js';
import { className } from './words.js';

export function drawStrategy(app, container) {
  const { t, data } = app;
  const { strategy } = data;
  render(
    container,
    h('h2', {}, app.text(strategy.name)),
    h(
      'p',
      { class: 'lead' },
      t('strategy.lead', {
        version: strategy.version,
        status: strategyStatus(app, strategy),
        by: strategy.decidedBy,
      }),
    ),
    proposalLine(app),
    h(
      'section',
      {},
      h('h3', {}, t('strategy.parts')),
      h(
        'div',
        { class: 'cards' },
        strategy.parts.map((part) => partCard(app, part)),
      ),
    ),
    h(
      'section',
      {},
      h('h3', {}, t('strategy.basis')),
      h(
        'ul',
        { class: 'basis' },
        ['rule', 'value', 'proposal'].map((b) => h('li', {}, basisBadge(app, b), ' ', t(`basis.${b}.title`))),
      ),
    ),
    h(
      'section',
      {},
      h('h3', {}, t('strategy.purposes')),
      strategy.purposes.map((purpose) => purposeBlock(app, purpose)),
    ),
    h(
      'section',
      {},
      h('h3', {}, t('strategy.criteria')),
      h('p', { class: 'muted' }, t('strategy.curveText')),
      h(
        'div',
        { class: 'cards' },
        strategy.criteria.map((c) => criterionCard(app, c)),
      ),
    ),
    h(
      'section',
      {},
      h('h3', {}, t('strategy.checks')),
      h(
        'ul',
        { class: 'flags' },
        strategy.checks.map((check) => checkItem(app, check)),
      ),
    ),
  );
}

function partCard(app, part) {
  const rules = app.data.run.portfolio
    .map((result) => ({ result, rule: app.data.strategy.portfolio.find((r) => r.id === result.rule) }))
    .filter(({ rule, result }) => result.part === part.id && rule);
  return h(
    'article',
    { class: 'card' },
    h('h4', {}, `${part.id} · ${app.text(part.name)}`),
    h('p', {}, app.text(part.text)),
    h('p', { class: 'muted' }, sourceText(part.source)),
    rules.map(({ rule, result }) =>
      h(
        'details',
        { id: `part-${rule.id}`, class: `rule rule--${result.outcome}` },
        h('summary', {}, `${app.text(rule.name)}: ${app.t(`portfolio.${result.outcome}`)}`),
        h('div', { class: 'rule__why rule__why--inline' }, why(app, rule, result)),
      ),
    ),
  );
}

function purposeBlock(app, purpose) {
  const weights = Object.entries(purpose.weights).sort((a, b) => b[1] - a[1]);
  const heaviest = weights[0]?.[1] ?? 1;
  const name = (id) => app.text(app.data.strategy.criteria.find((c) => c.id === id)?.name) || id;
  return h(
    'details',
    { id: `weights-${purpose.id}`, class: 'purpose', open: purpose === app.purpose },
    h(
      'summary',
      {},
      h('strong', {}, app.text(purpose.name)),
      ' ',
      h('span', { class: 'muted' }, purpose.parts.join(', ')),
    ),
    h('p', {}, app.text(purpose.description)),
    h(
      'table',
      { class: 'small-table' },
      h(
        'caption',
        { class: 'visually-hidden' },
        app.t('strategy.weights', { purpose: app.text(purpose.name) }),
      ),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          [app.t('strategy.criterion'), app.t('strategy.share'), app.t('line.weight')].map((text, i) =>
            h('th', { scope: 'col', class: i ? 'number' : null }, text),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        weights.map(([id, weight]) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, name(id)),
            h('td', { class: 'bar-cell' }, rangeBar(weight, weight, heaviest)),
            h('td', { class: 'number' }, percent(app.lang, weight / 100)),
          ),
        ),
      ),
    ),
  );
}

function criterionCard(app, criterion) {
  const { utility } = criterion;
  return h(
    'article',
    { class: 'card', id: `criterion-${criterion.id}` },
    h(
      'div',
      { class: 'line__head' },
      h('h4', {}, app.text(criterion.name)),
      basisBadge(app, criterion.basis),
    ),
    utility.linear ? linear(app, criterion) : byClass(app, criterion),
    h(
      'p',
      { class: 'muted' },
      sourceText(criterion.source),
      criterion.parts.length > 0 && ` (${criterion.parts.join(', ')})`,
    ),
    app.text(criterion.note) && h('p', {}, app.text(criterion.note)),
  );
}

function linear(app, { utility, unit }) {
  const [width, height] = [220, 56];
  const texts = utility.linear.map(([x, u]) =>
    app.t('strategy.point', { value: amount(app.lang, x, unit), percent: percent(app.lang, u) }),
  );
  return [
    s(
      'svg',
      {
        viewBox: `-4 -4 ${width + 8} ${height + 8}`,
        class: 'curve',
        'aria-hidden': 'true',
        focusable: 'false',
      },
      s('path', { d: `M0 0V${height}H${width}`, class: 'curve__axis' }),
      s('polyline', { points: curve(utility.linear, width, height), class: 'curve__line' }),
    ),
    h('p', {}, texts.join('; ')),
  ];
}

function byClass(app, { metric, utility }) {
  return h(
    'ul',
    { class: 'classes' },
    Object.entries(utility.byClass).map(([value, u]) =>
      h(
        'li',
        {},
        h('span', {}, className(app, metric.fact, value)),
        rangeBar(u, u, 1),
        h('span', { class: 'number' }, percent(app.lang, u)),
      ),
    ),
  );
}

function checkItem(app, check) {
  const [kind, limit] = Object.entries(check.bound)[0];
  return h(
    'li',
    { class: 'flag' },
    h(
      'p',
      {},
      h('span', { class: 'badge' }, app.t(`effect.${check.effect}`)),
      ' ',
      h('strong', {}, app.text(check.name)),
      ' ',
      basisBadge(app, check.basis),
    ),
    h(
      'p',
      {},
      app.t(`bound.${kind}`, { limit: amount(app.lang, limit, check.unit) }),
      ' ',
      app.text(check.action),
    ),
    h('p', { class: 'muted' }, sourceText(check.source)),
  );
}
