// What came out otherwise in a check that is followed, and why.
import { h } from './dom.js';
import { date, amount, number } from './format.js';
import { problemBox } from './frame.js';

const SHOWN = 20;
const COUNTS = ['came', 'gone', 'grown', 'shrunk', 'turned', 'undecidedCame', 'undecidedGone'];

const queryOf = (subject, strategy) =>
  `subject=${encodeURIComponent(subject)}&strategy=${encodeURIComponent(strategy)}`;

/** Under which the changes of a subject are kept. */
export const changesKey = (subject, strategy) => `plan changes ${queryOf(subject, strategy)}`;

/** The changes of a subject, newest first; null when nobody follows it and nothing is known. */
export function changesPart(app, subject, strategy) {
  const answer = app.loader.ask(changesKey(subject, strategy), () =>
    app.api.get(`/api/plan-follows/changes?${queryOf(subject, strategy)}`),
  );
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  if (answer.status !== 'ready') return null;
  const { state, items } = answer.value;
  const { t } = app;
  if (state === 'notFollowed' && !items.length) return null;
  return h(
    'div',
    { class: 'plan-changes' },
    state === 'failed' && h('p', { class: 'caveat' }, `⚠ ${t('planfollow.notCurrent')}`),
    state === 'working' && h('p', { class: 'muted' }, t('planfollow.working')),
    items.length === 0
      ? h('p', {}, t('planfollow.unchanged'))
      : items.map((one, i) => (i ? earlier(app, one, i) : newest(app, one))),
  );
}

function newest(app, { at, changes }) {
  return [
    h(
      'p',
      {},
      h('strong', {}, app.t('planfollow.lastChanged', { date: date(app.lang, at) })),
      ' ',
      countsText(app, changes),
    ),
    h(
      'details',
      { id: 'plan-change-0' },
      h('summary', {}, app.t('planfollow.what')),
      changeLists(app, changes),
    ),
  ];
}

function earlier(app, { at, changes }, i) {
  return h(
    'details',
    { id: `plan-change-${i}` },
    h(
      'summary',
      {},
      app.t('planfollow.changedOn', { date: date(app.lang, at) }),
      ' ',
      countsText(app, changes),
    ),
    changeLists(app, changes),
  );
}

/** "2 nye avvik, 1 borte" */
export function countsText(app, { counts }) {
  const parts = COUNTS.filter((key) => counts[key] > 0).map((key) =>
    app.t(`planfollowCount.${counts[key] === 1 ? key : `${key}Many`}`, { n: number(app.lang, counts[key]) }),
  );
  return parts.length ? parts.join(', ') : app.t('planfollow.noNew');
}

function changeLists(app, changes) {
  const { t } = app;
  const { verdictBefore, verdictAfter, why, rules, findings, omitted } = changes;
  const hidden = Math.max(0, findings.length - SHOWN) + omitted;
  return h(
    'div',
    { class: 'plan-change' },
    verdictBefore !== verdictAfter &&
      h(
        'p',
        {},
        t('planfollow.verdict', {
          before: t(`planfollowOutcome.${verdictBefore}`),
          after: t(`planfollowOutcome.${verdictAfter}`),
        }),
      ),
    list(
      t('planfollow.why'),
      why.map((one) => whyText(app, one)),
    ),
    list(
      t('planfollow.rules'),
      rules.map((rule) =>
        t('planfollow.rule', {
          id: rule.id,
          name: app.text(rule.name),
          before: t(`planfollowOutcome.${rule.before ?? 'none'}`),
          after: t(`planfollowOutcome.${rule.after ?? 'none'}`),
        }),
      ),
    ),
    list(
      t('planfollow.findings'),
      findings.slice(0, SHOWN).map((one) => findingText(app, one)),
    ),
    hidden > 0 && h('p', { class: 'muted' }, t('planfollow.more', { n: number(app.lang, hidden) })),
  );
}

function list(title, items) {
  return (
    items.length > 0 && [
      h('h4', {}, title),
      h(
        'ul',
        {},
        items.map((item) => h('li', {}, item)),
      ),
    ]
  );
}

/** Why a check came out otherwise, as a sentence. */
export function whyText(app, { cause, id, name, from, to }) {
  const kind =
    cause === 'plan' || cause === 'dataset' ? (from === null ? 'New' : to === null ? 'Gone' : 'Other') : '';
  const word = (value) => (cause === 'stage' ? app.t(`planfollowStage.${value.toLowerCase()}`) : value);
  return app.t(`planfollowWhy.${cause}${kind}`, { id, name: app.text(name), from: word(from), to: word(to) });
}

function findingText(app, finding) {
  const { change, unit, amountBefore, amountAfter } = finding;
  const amounts =
    (change === 'grown' || change === 'shrunk') && amountBefore !== null && amountAfter !== null
      ? app.t('planfollow.amounts', {
          before: amountText(app, amountBefore, unit),
          after: amountText(app, amountAfter, unit),
        })
      : '';
  return [
    h('span', { class: `badge plan-change__${change}` }, app.t(`planfollowChange.${change}`)),
    ' ',
    amounts && `${amounts} `,
    app.text(finding.sentence),
  ];
}

function amountText(app, value, unit) {
  if (unit === 'points') return app.t('planfollow.points', { n: number(app.lang, value, 1) });
  return amount(app.lang, value, unit);
}
