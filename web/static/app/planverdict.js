// Top of the mayor's page: which plan, the answer in one sentence with sign and word, and against which strategy.
import { strategyStatus } from './context.js';
import { h } from './dom.js';
import { date, moment, number } from './format.js';
import { subjectLink } from './planbits.js';
import {
  constant,
  counting,
  daa,
  dataDates,
  isOutside,
  KINDS,
  newestVersions,
  samples,
  SIGN,
  subjectOf,
} from './planwords.js';
import { municipalityName } from './portfoliopage.js';

/** Name and facts of what is checked; a report is not needed to know where one is. */
export function headPart(app, report) {
  const { subject } = report;
  return h(
    'header',
    { class: 'plan-head' },
    crumbs(app),
    h('h2', { id: 'plan-title', tabindex: '-1' }, app.text(subject.name)),
    subject.kind === 'plan' ? subject.plans.map((plan) => planFacts(app, plan)) : severalFacts(app, subject),
    sampleNotice(app, report),
  );
}

/** The way up: all plans, the region, the municipality. */
export function crumbs(app) {
  const { kind, municipality } = subjectOf(app.state.plan);
  const inside = !isOutside(app.state.plan, app.data.region.municipalities);
  const steps = [
    subjectLink(app, '', app.t('plan.all'), 'plan-all'),
    kind !== 'region' && subjectLink(app, 'region', app.text(app.data.region.name), 'plan-region'),
    kind === 'plan' &&
      inside &&
      subjectLink(app, municipality, municipalityName(app, municipality), 'plan-municipality'),
  ];
  return h(
    'nav',
    { class: 'plan-crumbs', 'aria-label': app.t('plan.crumbs') },
    h(
      'ul',
      { class: 'plain' },
      steps.filter(Boolean).map((step) => h('li', {}, step)),
    ),
  );
}

/** What is known of a version: its place in the process, dates, size and sender, and what had to be said about them. */
export function planFacts(app, plan) {
  const { t, lang } = app;
  const day = (key, value) => value && t(key, { date: date(lang, value) });
  const facts = [
    `${plan.plan} · ${t('plan.version', { n: plan.version })}`,
    t(`plan.level.${constant(plan.level)}`),
    t(`plan.stage.${constant(plan.stage)}`),
    day('plan.inForceFrom', plan.inForceFrom),
    day('plan.inForceTo', plan.inForceTo),
    day('plan.decidedOn', plan.decidedOn),
    t('plan.size', { zones: number(lang, plan.zones), area: daa(app, plan.areaM2) }),
    plan.sender && t('plan.sender', { sender: plan.sender }),
  ];
  return [
    h('p', { class: 'plan-facts' }, facts.filter(Boolean).join(' · ')),
    plan.notes?.length > 0 &&
      h(
        'ul',
        { class: 'caveat plain remarks' },
        plan.notes.map((note) => h('li', {}, app.text(note.text ?? note))),
      ),
  ];
}

function severalFacts(app, { id, plans, withHearing }) {
  const { t } = app;
  const area = plans.reduce((sum, plan) => sum + plan.areaM2, 0);
  return [
    h(
      'p',
      { class: 'plan-facts' },
      [
        plans.length === 1 ? t('plan.onePlan') : t('plan.plans', { n: plans.length }),
        plans.length > 0 && t('plan.plansArea', { area: daa(app, area) }),
        t(withHearing ? 'plan.withHearing' : 'plan.withoutHearing'),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    h(
      'p',
      { class: 'plan-screen' },
      subjectLink(
        app,
        counting(id, !withHearing),
        t(withHearing ? 'plan.leaveHearing' : 'plan.countHearing'),
        'plan-hearing',
      ),
    ),
  ];
}

// Loud, and on every sheet: what is made up must never be taken for a real plan.
function sampleNotice(app, report) {
  const names = samples(app, report);
  if (!names.length) return null;
  const plans = report.subject.plans.some(({ sample }) => sample);
  return h(
    'p',
    { id: 'plan-sample', class: 'plan-sample' },
    h('strong', {}, app.t(plans ? 'plan.samplePlan' : 'plan.sampleData')),
    ' ',
    app.t('plan.sampleText', { names: few(app, names) }),
  );
}

function few(app, names) {
  const [shown, left] = [names.slice(0, 3), names.length - 3];
  return left > 0 ? app.t('plan.andMore', { names: shown.join(', '), n: left }) : shown.join(', ');
}

/** Which strategy, as of when, and of which date the data are. */
export function strategyPart(app, report) {
  const { t } = app;
  const { strategy, datasets, madeAt } = report;
  const dates = dataDates(datasets);
  const from = (value) => date(app.lang, value);
  const said = [
    strategyStatus(app, strategy),
    strategy.decidedBy && t('plan.decidedBy', { who: strategy.decidedBy }),
    t('plan.version', { n: strategy.version }),
  ];
  return h(
    'div',
    { class: 'plan-strategy' },
    h(
      'p',
      {},
      `${t('plan.against')} `,
      h('strong', {}, app.text(strategy.name)),
      ` (${said.filter(Boolean).join(', ')}). `,
      h(
        'span',
        { id: 'plan-dates' },
        t('plan.madeAt', { at: moment(app.lang, madeAt) }),
        ' ',
        dates &&
          (dates.oldest === dates.newest
            ? t('plan.dataDate', { date: from(dates.newest) })
            : t('plan.dataDates', { oldest: from(dates.oldest), newest: from(dates.newest) })),
      ),
    ),
    strategyField(app, strategy),
  );
}

/** Which strategy the plan is held against; the same choice as on the other pages. */
export function strategyField(app, checked = app.data.strategy) {
  const { t, data } = app;
  const choices = newestVersions(data.strategies);
  if (choices.length < 2) return null;
  const option = (one) =>
    h(
      'option',
      { value: `${one.id}/${one.version}`, selected: one.id === checked.id },
      `${app.text(one.name)} (${strategyStatus(app, one)})`,
    );
  return h(
    'div',
    { class: 'field plan-screen' },
    h('label', { for: 'plan-strategy' }, t('strategy.label')),
    h(
      'select',
      { id: 'plan-strategy', onchange: (event) => app.go({ strategy: event.target.value, run: '' }) },
      choices.map(option),
    ),
  );
}

/** The answer. */
export function verdictPart(app, report) {
  const { verdict } = report;
  return h(
    'section',
    {
      id: 'plan-verdict',
      class: `plan-verdict plan-verdict--${verdict.outcome}`,
      'aria-labelledby': 'plan-outcome',
    },
    h('span', { class: 'plan-verdict__sign', 'aria-hidden': 'true' }, SIGN[verdict.outcome]),
    h(
      'div',
      {},
      h('h3', { id: 'plan-outcome' }, app.t(`plan.verdict.${verdict.outcome}`)),
      h('p', { class: 'plan-verdict__sentence' }, app.text(verdict.sentence)),
    ),
    countsPart(app, verdict),
  );
}

function countsPart(app, { rules, findings, businessAreaM2, deviatingAreaM2, undecidedAreaM2 }) {
  const { t } = app;
  const count = (kind) => t(`plan.count.${kind}`, { n: number(app.lang, findings[kind] ?? 0) });
  const line = (key, value) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, value));
  return h(
    'dl',
    { class: 'plan-counts' },
    line('plan.counts', KINDS.map(count).join(' · ')),
    line('plan.ruleCounts', t('plan.rulesSum', rules)),
    line(
      'plan.areas',
      t('plan.areasText', {
        business: daa(app, businessAreaM2),
        deviating: daa(app, deviatingAreaM2),
        undecided: daa(app, undecidedAreaM2),
      }),
    ),
  );
}
