// The most important deviations as numbered cards, and the same numbers on a small map.
import { h } from './dom.js';
import { sourceText } from './frame.js';
import { kindWord, reach, whereText } from './planbits.js';
import { planMap } from './planmap.js';
import { amountText, boundText, elementId, topFindings } from './planwords.js';
import { basisBadge } from './portfolio.js';

/** The two belong together and stand apart: {cards, map}. */
export function topPart(app, report) {
  const top = topFindings(report);
  const shown = planMap(app, report, {
    use: 'top',
    select: (id) => reach(elementId('plan-card', id)),
  });
  const cards = h(
    'section',
    { class: 'plan-top', 'aria-labelledby': 'plan-top-title' },
    h('h3', { id: 'plan-top-title' }, app.t(top.length ? 'plan.top' : 'plan.topNone')),
    top.length === 0 && h('p', {}, app.t(`plan.topNone.${report.verdict.outcome}`)),
    top.length > 0 &&
      h(
        'ol',
        { class: 'plain' },
        top.map((one) => h('li', {}, card(app, report, one, shown))),
      ),
  );
  return { cards, map: shown.figure };
}

function card(app, report, { number, finding }, shown) {
  const { t } = app;
  const rule = report.rules.find(({ id }) => id === finding.rule);
  const bound = boundText(app, finding.bound, finding.unit);
  return h(
    'article',
    {
      id: elementId('plan-card', finding.id),
      class: `card plan-card plan-card--${finding.kind}`,
      tabindex: '-1',
      'aria-label': t('plan.cardName', { n: number, name: app.text(rule?.name) }),
    },
    h('span', { class: 'plan-number', 'aria-hidden': 'true' }, String(number)),
    h(
      'div',
      { class: 'plan-card__text' },
      h('h4', {}, app.text(rule?.name) || finding.rule, ' ', kindWord(app, finding.kind)),
      h(
        'p',
        { class: 'plan-card__much' },
        finding.amount !== null && h('strong', {}, howMuch(app, finding)),
        bound && ` (${t('plan.shouldBe', { bound })})`,
        ` ${whereText(app, finding, report)}`,
      ),
      h('p', {}, app.text(finding.sentence)),
      finding.actions.length > 0 &&
        h('p', {}, h('strong', {}, `${t('plan.todo')} `), app.text(finding.actions[0])),
      h(
        'p',
        { class: 'muted' },
        t(`plan.severity.${finding.severity}`),
        ' · ',
        sourceText(finding.source),
        ' ',
        rule && basisBadge(app, rule.basis),
      ),
      h(
        'p',
        { class: 'plan-card__buttons plan-screen' },
        finding.place &&
          h(
            'button',
            {
              id: elementId('plan-card-map', finding.id),
              type: 'button',
              class: 'button button--small',
              onclick: () => shown.focus(finding),
            },
            t('plan.onMap'),
            h('span', { class: 'visually-hidden' }, ` ${number}`),
          ),
        h(
          'button',
          {
            id: elementId('plan-card-open', finding.id),
            type: 'button',
            class: 'button button--small',
            onclick: () => app.go({ finding: finding.id }),
          },
          t('plan.openFinding'),
          h('span', { class: 'visually-hidden' }, ` ${number}`),
        ),
      ),
    ),
  );
}

// A bare number says nothing; other units say what they are.
function howMuch(app, { amount, unit }) {
  const text = amountText(app, amount, unit);
  return unit === 'count' ? app.t('plan.number', { n: text }) : text;
}
