// A plan outside the region: no strategy holds there, so there is no verdict; what the plan itself says is shown.
import { h } from './dom.js';
import { planMap } from './planmap.js';
import { planFacts } from './planverdict.js';
import { subjectOf } from './planwords.js';

export function outsidePart(app) {
  const { t, data, state } = app;
  const { municipality, kind } = subjectOf(state.plan);
  const list = app.loader.ask('plan versions', () => app.api.all('/api/plans'));
  const plan = list.value?.find(({ subject }) => subject === state.plan);
  return [
    h('h2', { id: 'plan-title' }, plan?.name ?? `${t('tab.plan')} ${state.plan}`),
    plan && planFacts(app, plan),
    h(
      'div',
      { id: 'plan-outside', class: 'plan-verdict plan-verdict--undecided' },
      h('span', { class: 'plan-verdict__sign', 'aria-hidden': 'true' }, '–'),
      h(
        'div',
        {},
        h('h3', {}, t('plan.outside')),
        h('p', {}, t('plan.outsideText', { number: municipality, region: app.text(data.region.name) })),
        kind === 'plan' && h('p', {}, t('plan.outsideTodo')),
      ),
    ),
    kind === 'plan' && planMap(app, nothingChecked(state.plan), { use: 'outside' }).figure,
  ];
}

// The map draws a check; here there is none, only the zones.
function nothingChecked(id) {
  return { id, subject: { id }, findings: [], top: [] };
}
