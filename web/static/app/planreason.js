// The municipality's written reason for a finding and the decision it follows from: shown to all, written by some.
import { h } from './dom.js';
import { may } from './caller.js';
import { date } from './format.js';
import { problemBox } from './frame.js';
import { faultOf, textField } from './planfields.js';

const EMPTY = { reason: '', decision: '', decidedBy: '', decidedOn: '', problem: null, busy: false };
const form = { finding: '', ...EMPTY };

const queryOf = (subject, strategy) =>
  `subject=${encodeURIComponent(subject)}&strategy=${encodeURIComponent(strategy)}`;
// Ids of findings hold names of zones, which may hold anything.
const part = (finding) => encodeURIComponent(finding).replaceAll('%', '_');

// Read anew after a change made here, so that nothing blinks away while it is asked for again.
const fresh = new Map();

function ask(app, subject, strategy) {
  const query = queryOf(subject, strategy);
  if (fresh.has(query)) return { status: 'ready', value: fresh.get(query) };
  return app.loader.ask(`plan reasons ${query}`, () => app.api.get(`/api/plan-reasons?${query}`));
}

/** Nodes: the written reason for a finding, with a form for whoever may write one. */
export function reasonBlock(app, finding, report) {
  const { t } = app;
  const answer = ask(app, report.subject.id, report.strategy.id);
  if (answer.status === 'failed') return [problemBox(app, answer.problem, app.loader.retry)];
  if (answer.status !== 'ready') return [];
  const item = answer.value.items.find((one) => one.finding === finding.id);
  if (!item && !may(app, 'explainDeviations')) return [];
  const past = item ? item.history.filter((one) => one.id !== item.standing?.id) : [];
  return [
    h(
      'div',
      { id: `plan-reason-${part(finding.id)}`, class: 'plan-reason', tabindex: '-1' },
      h('h4', {}, t('planreason.title')),
      item?.standing ? written(app, item.standing) : h('p', { class: 'muted' }, t('planreason.none')),
      past.length > 0 && history(app, past, finding.id),
      may(app, 'explainDeviations') && writing(app, finding.id, report, item?.standing ?? null),
    ),
  ];
}

/** Reasons about findings that the check no longer has; null when there are none. */
export function goneReasons(app, subject, strategy) {
  const answer = ask(app, subject, strategy);
  const gone = (answer.value?.items ?? []).filter((one) => !one.found);
  if (!gone.length) return null;
  return h(
    'details',
    { id: 'plan-reasons-gone' },
    h('summary', {}, app.t('planreason.gone', { n: gone.length })),
    h('p', { class: 'muted' }, app.t('planreason.goneLead')),
    h(
      'ul',
      { class: 'plain' },
      gone.map((one) =>
        h(
          'li',
          { class: 'plan-reason' },
          h('p', {}, h('strong', {}, one.finding)),
          h('p', { class: 'muted' }, app.t('planreason.said', { said: app.text(one.history[0].said) })),
          one.history.map((reason) => written(app, reason)),
        ),
      ),
    ),
  );
}

function written(app, reason) {
  const { t, lang } = app;
  return h(
    'div',
    { class: 'plan-reason__text' },
    h('p', { class: 'plan-reason__words' }, reason.reason),
    h(
      'p',
      {},
      t('planreason.decision', {
        decision: reason.decision,
        by: reason.decidedBy,
        date: date(lang, reason.decidedOn),
      }),
    ),
    h(
      'p',
      { class: 'muted' },
      t('planreason.writtenBy', { role: t(`role.${reason.byRole}`), date: date(lang, reason.at) }),
      reason.withdrawnAt && ` ${t('planreason.withdrawn', { date: date(lang, reason.withdrawnAt) })}`,
    ),
  );
}

function history(app, past, finding) {
  return h(
    'details',
    { id: `plan-reason-past-${part(finding)}` },
    h('summary', {}, app.t('planreason.history', { n: past.length })),
    past.map((one) => written(app, one)),
  );
}

function writing(app, finding, report, standing) {
  const { t } = app;
  if (form.finding === finding) return reasonForm(app, finding, report);
  return h(
    'p',
    { class: 'plan-reason__actions' },
    h(
      'button',
      {
        id: `plan-reason-open-${part(finding)}`,
        type: 'button',
        class: 'button button--small',
        onclick: () => open(app, finding, standing),
      },
      t(standing ? 'planreason.replace' : 'planreason.write'),
    ),
    standing && [
      ' ',
      h(
        'button',
        {
          id: `plan-reason-withdraw-${standing.id}`,
          type: 'button',
          class: 'button button--small',
          onclick: () =>
            send(app, finding, report, 'planreason.gotWithdrawn', () =>
              app.api.change('DELETE', `/api/plan-reasons/${standing.id}`),
            ),
        },
        t('planreason.withdraw'),
      ),
    ],
  );
}

function open(app, finding, standing) {
  const { reason, decision, decidedBy, decidedOn } = standing ?? EMPTY;
  Object.assign(form, EMPTY, { finding, reason, decision, decidedBy, decidedOn });
  app.draw();
  document.getElementById('plan-reason-reason')?.focus();
}

function close(app, finding) {
  Object.assign(form, EMPTY, { finding: '' });
  app.draw();
  document.getElementById(`plan-reason-open-${part(finding)}`)?.focus();
}

function reasonForm(app, finding, report) {
  const { t } = app;
  const field = (name, more = {}) =>
    textField(app, {
      id: `plan-reason-${name}`,
      label: t(`planreasonField.${name}`),
      value: form[name],
      fault: faultOf(form.problem, name),
      maxlength: 200,
      required: true,
      oninput: (value) => (form[name] = value),
      ...more,
    });
  const known = ['reason', 'decision', 'decidedBy', 'decidedOn'].some((name) => faultOf(form.problem, name));
  return h(
    'form',
    {
      class: 'keep-form',
      novalidate: true, // the server says what is wrong, in the user's language
      onsubmit: (event) => {
        event.preventDefault();
        write(app, finding, report);
      },
    },
    field('reason', { rows: 5, maxlength: 2000, hint: t('planreason.hint') }),
    field('decision', { hint: t('planreason.decisionHint') }),
    field('decidedBy', { hint: t('planreason.bodyHint') }),
    field('decidedOn', { type: 'date', maxlength: null }),
    form.problem && !known && problemBox(app, form.problem, () => write(app, finding, report)),
    h(
      'p',
      { class: 'plan-reason__actions' },
      h(
        'button',
        { id: 'plan-reason-send', type: 'submit', class: 'button button--primary', disabled: form.busy },
        t('planreason.send'),
      ),
      ' ',
      h(
        'button',
        { id: 'plan-reason-cancel', type: 'button', class: 'button', onclick: () => close(app, finding) },
        t('planreason.cancel'),
      ),
    ),
  );
}

async function write(app, finding, report) {
  const { reason, decision, decidedBy, decidedOn } = form;
  await send(app, finding, report, 'planreason.stored', () =>
    app.api.change('POST', '/api/plan-reasons', {
      subject: report.subject.id,
      strategy: report.strategy.id,
      finding,
      reason,
      decision,
      decidedBy,
      decidedOn,
    }),
  );
  if (form.problem) document.querySelector('.plan-reason [aria-invalid]')?.focus();
}

async function send(app, finding, report, said, change) {
  Object.assign(form, { busy: true, problem: null });
  app.draw();
  try {
    await change();
    const query = queryOf(report.subject.id, report.strategy.id);
    fresh.set(query, await app.api.get(`/api/plan-reasons?${query}`));
    Object.assign(form, EMPTY, { finding: '' });
    app.announce(app.t(said));
    app.draw();
    document.getElementById(`plan-reason-${part(finding)}`)?.focus({ preventScroll: true });
  } catch (problem) {
    if (!problem.title) throw problem;
    Object.assign(form, { busy: false, problem, finding });
    app.draw();
  }
}
