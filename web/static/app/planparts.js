// Under the answer: the four points of the strategy, what this one case does to the goal, and how sure it all is.
import { h } from './dom.js';
import { percent } from './format.js';
import { sourceText } from './frame.js';
import { jump, outcomeWord, subjectLink } from './planbits.js';
import { amountText, counting, daa } from './planwords.js';

/** S1–S4: outcome, sentence, what was adopted, and the way to its rules. */
export function partsPart(app, report) {
  const { t } = app;
  return h(
    'section',
    { class: 'plan-parts', 'aria-labelledby': 'plan-parts-title' },
    h('h3', { id: 'plan-parts-title' }, t('plan.parts')),
    h(
      'ul',
      { class: 'plain' },
      report.parts.map((part) =>
        h(
          'li',
          {},
          h(
            'div',
            { class: 'plan-parts__outcome' },
            h('strong', {}, part.part),
            ' ',
            outcomeWord(app, part.outcome),
          ),
          h(
            'div',
            {},
            h(
              'p',
              {},
              h('strong', {}, app.text(part.name)),
              '. ',
              app.text(part.sentence),
              part.outcome === 'elsewhere' &&
                report.subject.kind !== 'region' && [' ', regionLink(app, report, part)],
            ),
            h(
              'p',
              { class: 'muted' },
              `${t('plan.quote', { text: app.text(part.text) })} `,
              h('span', { class: 'plan-screen' }, sourceText(part.source), itsRules(app, part)),
            ),
          ),
        ),
      ),
    ),
  );
}

function regionLink(app, report, { part }) {
  const text = app.t('plan.seeRegion');
  const subject = counting('region', report.subject.withHearing);
  return h('span', { class: 'plan-screen' }, subjectLink(app, subject, text, `plan-region-${part}`));
}

function itsRules(app, { part, rules }) {
  if (!rules.length) return null;
  const text = app.t('plan.itsRules', { n: rules.length });
  return [' · ', jump(`plan-rules-${part}`, text, `plan-part-${part}`)];
}

/** The region with this plan against without it; nothing for the region itself. */
export function contributionPart(app, report) {
  const { t } = app;
  const { contribution } = report;
  if (!contribution) return null;
  const { businessAreaM2: area, jobs, lines } = contribution;
  const moved = lines.filter(({ before, after }) => before !== after);
  const unmoved = lines.filter((line) => !moved.includes(line));
  const ruleAfter = ({ rule, after }) => `${ruleName(app, report, rule)} (${t(`plan.outcome.${after}`)})`;
  return h(
    'section',
    { class: 'plan-contribution', 'aria-labelledby': 'plan-contribution-title' },
    h('h3', { id: 'plan-contribution-title' }, t('plan.contribution')),
    h('p', {}, app.text(contribution.sentence)),
    area &&
      h(
        'p',
        {},
        t('plan.areaMoved', { before: daa(app, area.before), after: daa(app, area.after) }),
        jobs && ` ${t('plan.jobs', { jobs: jobsText(app, jobs) })}`,
      ),
    moved.length > 0 &&
      h(
        'ul',
        { class: 'plain plan-lines' },
        moved.map((line) => h('li', {}, moveText(app, line), ' ', app.text(line.sentence))),
      ),
    unmoved.length > 0 &&
      h('p', { class: 'muted' }, t('plan.unmoved', { rules: unmoved.map(ruleAfter).join(', ') })),
  );
}

function jobsText(app, { low, high }) {
  const [from, to] = [low, high].map((value) => amountText(app, Math.round(value), 'count'));
  return from === to ? from : `${from}–${to}`;
}

// "Avviker → Følger", in words too.
function moveText(app, { before, after }) {
  return [
    outcomeWord(app, before),
    h('span', { 'aria-hidden': 'true' }, ' → '),
    h('span', { class: 'visually-hidden' }, ` ${app.t('plan.becomes')} `),
    outcomeWord(app, after),
  ];
}

// The rules of the region are not among those of a plan; the strategy knows them all.
function ruleName(app, report, id) {
  const known = [...report.rules, ...(app.data.strategy.planning?.rules ?? [])];
  return app.text(known.find((one) => one.id === id)?.name) || id;
}

/** How sure: what is not mapped, what could not be judged and what would help, and what disturbs the areas. */
export function confidencePart(app, report) {
  const { t } = app;
  const { confidence, topology } = report;
  const undecided = report.rules.filter(({ outcome }) => outcome === 'undecided');
  return h(
    'section',
    { class: 'plan-sure', 'aria-labelledby': 'plan-sure-title' },
    h('h3', { id: 'plan-sure-title' }, t('plan.sure')),
    h('p', {}, h('strong', {}, `${t(`plan.sure.${confidence.level}`)}. `), app.text(confidence.sentence)),
    confidence.notCovered.length > 0 && [
      h('p', {}, t('plan.notCovered')),
      h(
        'ul',
        { class: 'plan-gaps' },
        confidence.notCovered.map((one) =>
          h(
            'li',
            {},
            t('plan.gap', {
              name: app.text(one.name),
              area: daa(app, one.areaM2),
              share: percent(app.lang, one.share),
            }),
          ),
        ),
      ),
    ],
    confidence.schematicSites > 0 && h('p', {}, t('plan.schematic', { n: confidence.schematicSites })),
    undecided.length > 0 && undecidedPart(app, undecided),
    topology.length > 0 &&
      h(
        'p',
        {},
        t('plan.drawn', { n: topology.length }),
        ' ',
        h('span', { class: 'plan-screen' }, jump('plan-topology', t('plan.drawnSee'))),
      ),
  );
}

function undecidedPart(app, rules) {
  return h(
    'details',
    { id: 'plan-undecided' },
    h('summary', {}, app.t('plan.undecided', { n: rules.length })),
    h(
      'ul',
      { class: 'plan-gaps' },
      rules.map((rule) =>
        h(
          'li',
          {},
          h('strong', {}, `${app.text(rule.name)}: `),
          app.text(rule.reason),
          app.text(rule.remedy) && ` ${app.t('plan.remedy')} ${app.text(rule.remedy)}`,
        ),
      ),
    ),
  );
}
