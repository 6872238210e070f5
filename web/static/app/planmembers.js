// What a subject consists of: the municipalities of the region in number order, and the plans that count.
import { h } from './dom.js';
import { date, number } from './format.js';
import { outcomeWord, roundOf, subjectLink } from './planbits.js';
import { amountText, boundText, constant, counting, daa } from './planwords.js';
import { municipalityName } from './portfoliopage.js';
import { scrollTable } from './scrolltable.js';

/** Where the check of a subject under the strategy of the page is read from; asked for once. */
export function checkOf(app, subject) {
  const query = new URLSearchParams({ subject, strategy: app.data.strategy.id });
  return app.loader.ask(`plan check ${subject} ${app.data.strategy.id} ${roundOf(app)}`, () =>
    app.api.get(`/api/plan-checks/latest?${query}`),
  );
}

/** Never ranked: number order, and those without a plan say so. */
export function municipalitiesPart(app, report) {
  const { t } = app;
  if (report.subject.kind !== 'region') return null;
  const { withHearing, missingMunicipalities: missing } = report.subject;
  const numbers = app.data.region.municipalities.map(({ number: nr }) => nr).sort();
  const heads = ['municipality', 'outcome', 'findings', 'area'].map((head) => t(`plan.member.${head}`));
  let waiting = false; // one at a time: each may have to be made
  const rows = numbers.map((nr) => {
    const subject = counting(nr, withHearing);
    if (missing.includes(nr)) return missingRow(app, nr);
    if (waiting) return memberRow(app, nr, subject, { status: 'loading' });
    const answer = checkOf(app, subject);
    waiting = answer.status === 'loading';
    return memberRow(app, nr, subject, answer);
  });
  return h(
    'section',
    {},
    h('h3', { id: 'plan-members-title' }, t('plan.members')),
    h('p', { class: 'muted' }, t('plan.membersText')),
    missing.length > 0 &&
      h(
        'p',
        { id: 'plan-missing', class: 'caveat' },
        t('plan.missing', { names: missing.map((nr) => municipalityName(app, nr)).join(', ') }),
      ),
    scrollTable('plan-members', t('plan.members'), heads, rows),
  );
}

function missingRow(app, nr) {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, municipalityName(app, nr)),
    h('td', { class: 'missing' }, app.t('plan.noPlan')),
    h('td', {}, '–'),
    h('td', {}, '–'),
  );
}

function memberRow(app, nr, subject, { status, value, problem }) {
  const { t } = app;
  const verdict = value?.verdict;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, subjectLink(app, subject, municipalityName(app, nr), `plan-member-${nr}`)),
    h(
      'td',
      {},
      status === 'ready' && outcomeWord(app, verdict.outcome),
      status === 'loading' && h('span', { class: 'muted' }, t('plan.checking')),
      status === 'failed' && h('span', { class: 'missing' }, problem.title),
    ),
    h(
      'td',
      {},
      verdict
        ? ['deviation', 'missing', 'undecided']
            .map((kind) => t(`plan.count.${kind}`, { n: number(app.lang, verdict.findings[kind] ?? 0) }))
            .join(', ')
        : '–',
    ),
    h('td', {}, verdict ? daa(app, verdict.businessAreaM2) : '–'),
  );
}

/** What is summed over the whole region, such as land against need. */
export function sumsPart(app, report) {
  const { t } = app;
  const totals = report.rules.filter(({ kind }) => kind === 'total');
  if (report.subject.kind !== 'region' || !totals.length) return null;
  const heads = ['rule', 'outcome', 'amount', 'bound'].map((head) => t(`plan.sum.${head}`));
  return h(
    'section',
    {},
    h('h3', { id: 'plan-sums-title' }, t('plan.sums')),
    scrollTable(
      'plan-sums',
      t('plan.sums'),
      heads,
      totals.map((rule) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, app.text(rule.name)),
          h(
            'td',
            { class: 'wide' },
            outcomeWord(app, rule.outcome),
            app.text(rule.reason) && h('div', { class: 'missing' }, app.text(rule.reason)),
          ),
          h('td', {}, amountText(app, rule.amount, rule.unit) || '–'),
          h('td', {}, boundText(app, rule.bound, rule.unit) || '–'),
        ),
      ),
    ),
  );
}

/** The plans that count, newest in force first where they overlap; none for a single version. */
export function plansPart(app, report) {
  const { t } = app;
  const { kind, plans, missingMunicipalities } = report.subject;
  if (kind === 'plan') return null;
  const heads = ['name', 'version', 'stage', 'from', 'area'].map((head) => t(`plan.list.${head}`));
  return h(
    'section',
    {},
    h('h3', { id: 'plan-plans-title' }, t('plan.plansTitle')),
    plans.length === 0 || (kind === 'municipality' && missingMunicipalities.length > 0)
      ? h('p', { id: 'plan-missing', class: 'caveat' }, t('plan.noPlanHere'))
      : h('p', { class: 'muted' }, t('plan.plansText')),
    plans.length > 0 &&
      scrollTable(
        'plan-plans',
        t('plan.plansTitle'),
        heads,
        [...plans].sort(byPlan).map((plan) => planRow(app, plan)),
      ),
  );
}

const byPlan = (a, b) => a.plan.localeCompare(b.plan);

function planRow(app, plan) {
  const { t } = app;
  const subject = `${plan.plan}@${plan.version}`;
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      subjectLink(app, subject, plan.name, `plan-open-${subject}`),
      h('div', { class: 'muted' }, `${plan.plan} · ${t(`plan.level.${constant(plan.level)}`)}`),
      plan.notes.map((note) => h('div', { class: 'missing' }, app.text(note))),
      plan.sample && h('strong', { class: 'badge plan-mark plan-mark--undecided' }, t('plan.sampleBadge')),
    ),
    h('td', {}, number(app.lang, plan.version)),
    h('td', {}, t(`plan.stage.${constant(plan.stage)}`)),
    h('td', {}, plan.inForceFrom ? date(app.lang, plan.inForceFrom) : '–'),
    h('td', {}, daa(app, plan.areaM2)),
  );
}
