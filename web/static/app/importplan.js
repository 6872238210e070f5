// What a plan is: the file's own word, and what it does not say. Suggestions are shown, and nothing is used before it is
// said.
import { isBusy } from './deliveries.js';
import { h } from './dom.js';
import { number } from './format.js';

const FIELDS = ['municipality', 'planId', 'planName', 'stage', 'sender'];
const STAGES = ['input', 'proposal', 'hearing', 'adopted'];

export function planPart(page, entry, seen) {
  const { app, deliveries } = page;
  const { t } = app;
  const { plan } = seen;
  if (!plan) return null;
  const asked = (seen.questions ?? []).includes('PLAN');
  const values = shownValues(plan, entry.draft.plan);
  const use = () => {
    deliveries.examine(entry, { plan: shownValues(plan, entry.draft.plan) }); // as it is now, not as it was drawn
    document.getElementById('delivery-title')?.focus();
  };
  return h(
    'section',
    { class: `card${asked ? ' is-asked' : ''}`, 'aria-labelledby': 'import-plan-title' },
    h('h4', { id: 'import-plan-title' }, t('import.plan')),
    asked && h('p', {}, t('import.planAsk', { missing: missingText(app, plan) })),
    plan.plans.length > 0 &&
      h(
        'ul',
        { class: 'plain' },
        plan.plans.map((one) => found(app, one)),
      ),
    plan.plans.length > 1 && h('p', { class: 'muted' }, t('import.planSeveral')),
    h(
      'div',
      { class: 'target-fields' },
      FIELDS.map((name) => field(page, entry, { name, plan, values })),
    ),
    asked &&
      h(
        'button',
        {
          id: 'import-plan-use',
          type: 'button',
          class: 'button button--primary',
          disabled: isBusy(entry),
          onclick: use,
        },
        t('import.planUse'),
      ),
  );
}

/** What stands in the fields: what was said, and where something is missing, what it likely is. */
export function shownValues({ suggested, missing }, said = {}) {
  return Object.fromEntries(
    FIELDS.map((name) => [name, said?.[name] ?? (missing.includes(name) ? suggested[name] : null) ?? null]),
  );
}

function missingText({ t, lang }, { missing }) {
  return missing.map((name) => t(`importPlan.${name}`).toLocaleLowerCase(lang)).join(', ');
}

function found(app, { municipality, planId, planName, stage, status, objects }) {
  const { t, lang } = app;
  const n = number(lang, objects);
  if (!planId && !planName) return h('li', {}, t('import.planNameless', { n }));
  const unsaid = t('import.planUnsaid');
  return h(
    'li',
    {},
    t('import.planFound', {
      name: planName ?? unsaid,
      id: [municipality ?? unsaid, planId ?? unsaid].join('-'),
      stage: stage ? t(`importStage.${stage}`) : status ? t('import.planStatus', { status }) : unsaid,
      n,
    }),
  );
}

function field({ app, deliveries, redraw }, entry, { name, plan, values }) {
  const { t } = app;
  const id = `import-plan-${name}`;
  const missing = plan.missing.includes(name);
  const onchange = (event) => {
    const now = shownValues(plan, entry.draft.plan);
    deliveries.choose(entry, { plan: { ...now, [name]: event.target.value.trim() || null } });
    redraw();
  };
  const attributes = { id, disabled: isBusy(entry), onchange };
  return h(
    'div',
    { class: 'field' },
    h(
      'label',
      { for: id },
      t(`importPlan.${name}`),
      missing && [' ', h('span', { class: 'badge' }, t('import.required'))],
    ),
    name === 'stage'
      ? h(
          'select',
          attributes,
          h('option', { value: '', selected: !values.stage }, t('import.planByFile')),
          STAGES.map((stage) =>
            h('option', { value: stage, selected: stage === values.stage }, t(`importStage.${stage}`)),
          ),
        )
      : h('input', {
          ...attributes,
          type: 'text',
          value: values[name] ?? '',
          maxlength: name === 'municipality' ? 4 : 200,
          inputmode: name === 'municipality' ? 'numeric' : null,
          placeholder: missing || name === 'sender' ? null : t('import.planByFile'),
        }),
  );
}
