// Following a subject: language, an e-mail address or the page only, and what one follows already.
import { h } from './dom.js';
import { date } from './format.js';
import { problemBox } from './frame.js';
import { changesKey } from './planchanges.js';
import { faultOf, textField } from './planfields.js';

let own = null; // read anew after a change made here, so that nothing blinks away meanwhile
const form = { subject: '', mail: '', language: '', problem: null, busy: false };

export function followForm(app, subject, strategy) {
  const { t } = app;
  const answer = own
    ? { status: 'ready', value: own }
    : app.loader.ask('plan follows', () => app.api.get('/api/plan-follows'));
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  if (answer.status !== 'ready') return null;
  if (form.subject !== subject) Object.assign(form, { subject, mail: '', problem: null, busy: false });
  const { items, mailConfigured } = answer.value;
  const here = items.filter((one) => one.subject === subject && one.strategy === strategy);
  return h(
    'div',
    { class: 'plan-follow__own' },
    here.length > 0 && [
      h('h4', {}, t('planfollow.youFollow')),
      h(
        'ul',
        {},
        here.map((one) => followed(app, one)),
      ),
    ],
    h(
      'details',
      { id: 'plan-follow-new' },
      h('summary', {}, t(here.length ? 'planfollow.another' : 'planfollow.follow')),
      newForm(app, subject, strategy, mailConfigured),
    ),
    form.problem && !faultOf(form.problem, 'mail') && problemBox(app, form.problem, app.draw),
  );
}

function followed(app, one) {
  const { t } = app;
  const how = one.mail ?? t('planfollow.pageOnly');
  return h(
    'li',
    {},
    t('planfollow.since', { how, date: date(app.lang, one.madeAt) }),
    ' ',
    h(
      'button',
      {
        id: `unfollow-${one.id}`,
        type: 'button',
        class: 'button button--small',
        'aria-label': t('planfollow.stopWhat', { how }),
        onclick: () => stop(app, one),
      },
      t('planfollow.stop'),
    ),
  );
}

function newForm(app, subject, strategy, mailConfigured) {
  const { t } = app;
  const fault = faultOf(form.problem, 'mail');
  return h(
    'form',
    {
      class: 'keep-form',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        start(app, subject, strategy);
      },
    },
    h('p', {}, t('planfollow.lead')),
    textField(app, {
      id: 'plan-follow-mail',
      label: t('planfollow.mail'),
      hint: t(mailConfigured ? 'planfollow.mailHint' : 'planfollow.noMail'),
      value: form.mail,
      type: 'email',
      maxlength: 254,
      autocomplete: 'email',
      fault,
      oninput: (value) => (form.mail = value),
    }),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'plan-follow-language' }, t('planfollow.language')),
      h(
        'select',
        {
          id: 'plan-follow-language',
          onchange: (event) => (form.language = event.target.value),
        },
        ['nb', 'en'].map((lang) =>
          h(
            'option',
            { value: lang, selected: (form.language || app.lang) === lang },
            t(`planfollowLanguage.${lang}`),
          ),
        ),
      ),
    ),
    h(
      'button',
      { id: 'plan-follow-send', type: 'submit', class: 'button button--primary', disabled: form.busy },
      t('planfollow.send'),
    ),
  );
}

async function start(app, subject, strategy) {
  const content = { subject, strategy, language: form.language || app.lang, mail: form.mail };
  await change(app, subject, strategy, 'planfollow.started', () =>
    app.api.change('POST', '/api/plan-follows', content),
  );
  if (form.problem) document.getElementById('plan-follow-mail')?.focus();
}

async function stop(app, one) {
  await change(app, one.subject, one.strategy, 'planfollow.stopped', () =>
    app.api.change('DELETE', `/api/plan-follows/${one.id}`),
  );
  if (!form.problem) document.getElementById('plan-follow')?.focus({ preventScroll: true });
}

async function change(app, subject, strategy, said, ask) {
  Object.assign(form, { busy: true, problem: null });
  app.draw();
  try {
    await ask();
    own = await app.api.get('/api/plan-follows');
    form.mail = '';
    app.loader.forget(changesKey(subject, strategy));
    app.announce(app.t(said));
  } catch (problem) {
    if (!problem.title) throw problem;
    form.problem = problem;
  }
  form.busy = false;
  app.draw();
}
