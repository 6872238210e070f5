// "Plansjekk": does a plan follow what was adopted together? Without a subject in the state: the plans there are. With
// one: the page for somebody who sees it once a year, then everything it rests on.
import { h, render } from './dom.js';
import { problemBox } from './frame.js';
import { accountSection } from './planaccount.js';
import { reach } from './planbits.js';
import { methodPart, neighboursPart, topologyPart } from './planends.js';
import { findingsPart } from './planfindings.js';
import { followBox } from './planfollow.js';
import { planList } from './planlist.js';
import { checkOf, municipalitiesPart, plansPart, sumsPart } from './planmembers.js';
import { outsidePart } from './planoutside.js';
import { paperBox } from './planpaper.js';
import { confidencePart, contributionPart, partsPart } from './planparts.js';
import { rulesPart } from './planrules.js';
import { topPart } from './plantop.js';
import { crumbs, headPart, strategyField, strategyPart, verdictPart } from './planverdict.js';
import { elementId, isOutside } from './planwords.js';

let reached = ''; // the finding that was last brought into view
let held = false; // it is kept there while what stands above it grows, until somebody does something
for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
  window.addEventListener(event, () => (held = false), { passive: true, capture: true });

export function drawPlan(app, container) {
  const { plan } = app.state;
  if (!plan) render(container, h('h2', {}, app.t('tab.plan')), planList(app));
  else if (isOutside(plan, app.data.region.municipalities)) render(container, outsidePage(app));
  else drawCheck(app, container);
}

function drawCheck(app, container) {
  const answer = checkOf(app, app.state.plan);
  render(container, answer.status === 'ready' ? checkPage(app, answer.value) : waitingPage(app, answer));
  if (answer.status === 'ready') reachFinding(app, answer.value);
}

// A link to a finding opens where it stands, once; a later redraw throws nobody off.
function reachFinding(app, report) {
  const { finding } = app.state;
  const key = finding && `${report.id} ${finding}`;
  const id = elementId('finding', finding);
  if (key === reached) {
    if (held) document.getElementById(id)?.scrollIntoView({ block: 'start' });
    return;
  }
  reached = key;
  held = Boolean(finding);
  if (finding) reach(id);
}

/** Where one is, before there is an answer. */
function waitingPage(app, { status, problem }) {
  return [
    crumbs(app),
    h('h2', { id: 'plan-title' }, `${app.t('tab.plan')} ${app.state.plan}`),
    status === 'loading' && h('p', { id: 'plan-loading', role: 'status' }, app.t('plan.making')),
    status === 'failed' && [
      problemBox(app, problem, app.loader.retry),
      strategyField(app),
      followBox(app, app.state.plan, null),
      accountSection(app, app.state.plan),
    ],
  ];
}

function outsidePage(app) {
  return [crumbs(app), outsidePart(app), accountSection(app, app.state.plan)];
}

function checkPage(app, report) {
  const { id } = report.subject;
  const top = topPart(app, report);
  return [
    h(
      'div',
      { id: 'plan-page', class: 'plan-page' },
      headPart(app, report),
      verdictPart(app, report),
      strategyPart(app, report),
      h(
        'div',
        { class: 'plan-columns' },
        h('div', {}, top.cards, partsPart(app, report)),
        h('div', {}, top.map, contributionPart(app, report), confidencePart(app, report)),
      ),
    ),
    h('div', { class: 'plan-take' }, paperBox(app, report), followBox(app, id, report)),
    h(
      'div',
      { class: 'plan-more' },
      municipalitiesPart(app, report),
      sumsPart(app, report),
      plansPart(app, report),
      findingsPart(app, report),
      rulesPart(app, report),
      neighboursPart(app, report),
      topologyPart(app, report),
      accountSection(app, id),
      methodPart(app, report),
    ),
  ];
}
