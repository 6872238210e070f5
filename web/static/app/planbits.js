// Small pieces that several parts of the plan page share: badges with sign and word, places, links to subjects.
import { h } from './dom.js';
import { follow } from './frame.js';
import { municipalityName } from './portfoliopage.js';
import { write } from './state.js';
import { aboutText, SIGN } from './planwords.js';

const read = { data: null, round: 0 };

/** Counts how often the page has got its data anew: what depends on plans is asked for anew each time. */
export function roundOf(app) {
  if (read.data !== app.data) Object.assign(read, { data: app.data, round: read.round + 1 });
  return read.round;
}

/** Outcome as sign and word, so that no colour has to be seen. */
export function outcomeWord(app, outcome) {
  return h(
    'span',
    { class: `badge plan-mark plan-mark--${outcome}` },
    h('span', { 'aria-hidden': 'true' }, `${SIGN[outcome]} `),
    app.t(`plan.outcome.${outcome}`),
  );
}

/** Kind of a finding as sign and word. */
export function kindWord(app, kind) {
  return h(
    'span',
    { class: `badge plan-mark plan-mark--${kind}` },
    h('span', { 'aria-hidden': 'true' }, `${SIGN[kind]} `),
    app.t(`plan.kind.${kind}`),
  );
}

/** A link to another subject of the page, with the same strategy. */
export function subjectLink(app, plan, text, id = null) {
  const change = { tab: 'plan', plan, finding: '', versus: '' };
  return h(
    'a',
    { id, href: `/${write({ ...app.state, ...change })}`, onclick: (event) => follow(event, app, change) },
    text,
  );
}

/** A link within the page; leaves the address as it is, since the state lives there. */
export function jump(target, text, id = null) {
  const go = (event) => {
    event.preventDefault();
    reach(target);
  };
  return h('a', { id, href: `#${target}`, onclick: go }, text);
}

/** Brings an element into view and gives it the focus. */
export function reach(id) {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}

/** Where a finding is: zone or site, plan when there are several, municipality; or all that is checked. */
export function whereText(app, finding, report) {
  const severalPlans = report.subject.plans.length > 1;
  const municipality =
    report.subject.kind === 'region' && finding.municipality && municipalityName(app, finding.municipality);
  const where = [aboutText(app, finding, severalPlans), municipality].filter(Boolean).join(' · ');
  return where || app.t(`plan.whole.${report.subject.kind}`);
}

/** "3414-201803", with the link of the version it was checked in. */
export function planLink(app, finding, report) {
  const plan = report.subject.plans.find((one) => one.planVersion === finding.planVersion);
  if (!plan || report.subject.kind === 'plan') return finding.plan;
  return subjectLink(app, `${plan.plan}@${plan.version}`, `${plan.plan} ${plan.name}`);
}
