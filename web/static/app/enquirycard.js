// One enquiry: who asks and what, what is done about it, notes and history.
import { h } from './dom.js';
import { STATES, about, dueText, municipalityName, select, stateMark } from './enquirybits.js';
import { moment } from './format.js';
import { problemBox } from './frame.js';
import { textField } from './planfields.js';

const form = { id: '', version: 0, owner: '', dueOn: '', note: '', problem: null, busy: false, said: '' };

export function enquiryCard(app, id, round, readAnew) {
  form.readAnew = readAnew;
  const { t } = app;
  const answer = app.loader.ask(`enquiry ${round} ${id}`, () => app.api.get(`/api/enquiries/${id}`));
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  if (answer.status === 'ready') app.enquiry = answer.value;
  const whole = app.enquiry?.enquiry.id === id ? app.enquiry : null;
  if (!whole) return h('p', {}, t('loading'));
  settle(whole.enquiry);
  return h(
    'section',
    { class: 'enquiry-card', 'aria-labelledby': 'enquiry-card' },
    h(
      'div',
      { class: 'enquiry-card__head' },
      h(
        'h3',
        { id: 'enquiry-card', tabindex: '-1' },
        t('enquiry.title', { about: about(app, whole.enquiry) }),
      ),
      h(
        'button',
        {
          id: 'enquiry-close',
          type: 'button',
          class: 'button button--small',
          onclick: () => app.go({ enquiry: '' }),
        },
        t('enquiry.close'),
      ),
    ),
    facts(app, whole),
    whole.enquiry.erasedAt
      ? h('p', {}, t('enquiry.erasedOn', { at: moment(app.lang, whole.enquiry.erasedAt) }))
      : [person(app, whole), actions(app, whole.enquiry)],
    form.problem && problemBox(app, form.problem, again),
    h('p', { role: 'status' }, form.said),
    !whole.enquiry.erasedAt && notes(app, whole),
    history(app, whole),
  );
}

function settle(enquiry) {
  if (form.id !== enquiry.id)
    Object.assign(form, { id: enquiry.id, note: '', problem: null, said: '', version: 0 });
  if (form.version !== enquiry.version)
    Object.assign(form, { version: enquiry.version, owner: enquiry.owner ?? '', dueOn: enquiry.dueOn });
}

function again() {
  form.problem = null;
  form.readAnew();
}

function facts(app, { enquiry, requirement }) {
  const { t, lang } = app;
  const parts = [
    ['received', moment(lang, enquiry.receivedAt)],
    ['origin', t(`enquiryOrigin.${enquiry.origin}`)],
    ['state', stateMark(app, enquiry)],
    ['due', dueText(app, enquiry)],
    ['owner', enquiry.owner ?? t('enquiry.nobody')],
    enquiry.handedTo && ['handed', municipalityName(app, enquiry.handedTo)],
    requirement && [
      'requirement',
      h('a', { href: `/?v=1&tab=find&krav=${encodeURIComponent(requirement)}` }, requirement),
    ],
  ];
  return h(
    'dl',
    { class: 'enquiry-facts' },
    parts
      .filter(Boolean)
      .map(([key, value]) => h('div', {}, h('dt', {}, t(`enquiry.${key}`)), h('dd', {}, value))),
  );
}

function person(app, { person: asker }) {
  const { t } = app;
  return h(
    'div',
    { class: 'enquiry-person' },
    h('h4', {}, `${asker.name}, ${asker.organisation}`),
    h(
      'p',
      {},
      h('a', { href: `mailto:${encodeURIComponent(asker.mail).replace('%40', '@')}` }, asker.mail),
      asker.phone && [' · ', h('a', { href: `tel:${asker.phone.replace(/[^+\d]/g, '')}` }, asker.phone)],
    ),
    h('p', { class: 'enquiry-message' }, asker.message),
    h('p', { class: 'muted' }, t('enquiry.personNote')),
  );
}

function actions(app, enquiry) {
  const { t } = app;
  const all = app.enquiries?.all;
  return h(
    'div',
    { class: 'enquiry-actions' },
    select(
      app,
      'enquiry-set-state',
      t('enquiry.setState'),
      enquiry.state,
      (state) => save(app, { state }),
      STATES.map((state) => [state, t(`enquiryState.${state}`)]),
    ),
    all &&
      select(
        app,
        'enquiry-hand',
        t('enquiry.handOver'),
        enquiry.handedTo ?? '',
        (handedTo) => save(app, { handedTo }),
        [['', t('enquiry.regionAnswers')], ...app.data.region.municipalities.map((m) => [m.number, m.name])],
      ),
    saved(app, {
      id: 'enquiry-owner',
      label: t('enquiry.ownerAccount'),
      value: form.owner,
      maxlength: 80,
      oninput: (value) => (form.owner = value),
      save: () => save(app, { owner: form.owner.trim() }),
    }),
    saved(app, {
      id: 'enquiry-due',
      type: 'date',
      label: t('enquiry.due'),
      value: form.dueOn,
      oninput: (value) => (form.dueOn = value),
      save: () => save(app, { dueOn: form.dueOn }),
    }),
    h(
      'div',
      { class: 'enquiry-actions__row' },
      h(
        'button',
        { id: 'enquiry-take', type: 'button', class: 'button', onclick: () => save(app, { owner: 'me' }) },
        t('enquiry.take'),
      ),
      all &&
        h(
          'details',
          { id: 'enquiry-erase' },
          h('summary', {}, t('enquiry.erase')),
          h('p', {}, t('enquiry.eraseNote')),
          h(
            'button',
            { id: 'enquiry-erase-now', type: 'button', class: 'button', onclick: () => erase(app) },
            t('enquiry.eraseNow'),
          ),
        ),
    ),
  );
}

// A field with a button that stores it.
function saved(app, { save: store, ...field }) {
  return h(
    'form',
    {
      class: 'enquiry-saved',
      onsubmit: (event) => {
        event.preventDefault();
        store();
      },
    },
    textField(app, field),
    h(
      'button',
      {
        type: 'submit',
        id: `${field.id}-save`,
        class: 'button button--small',
        'aria-label': app.t('enquiry.saveWhat', { what: field.label }),
      },
      app.t('enquiry.save'),
    ),
  );
}

function notes(app, { notes: written }) {
  const { t, lang } = app;
  return h(
    'div',
    { class: 'enquiry-notes' },
    h('h4', {}, t('enquiry.notes')),
    written.length > 0 &&
      h(
        'ul',
        {},
        written.map((one) =>
          h('li', {}, h('p', { class: 'muted' }, `${moment(lang, one.at)}, ${one.by}`), h('p', {}, one.note)),
        ),
      ),
    h(
      'form',
      {
        class: 'enquiry-saved',
        onsubmit: (event) => {
          event.preventDefault();
          note(app);
        },
      },
      textField(app, {
        id: 'enquiry-note',
        label: t('enquiry.newNote'),
        hint: t('enquiry.noteHint'),
        rows: 3,
        maxlength: 2000,
        value: form.note,
        oninput: (value) => (form.note = value),
      }),
      h(
        'button',
        { id: 'enquiry-note-save', type: 'submit', class: 'button button--small' },
        t('enquiry.addNote'),
      ),
    ),
  );
}

function history(app, { events }) {
  const { t, lang } = app;
  return h(
    'details',
    { id: 'enquiry-history' },
    h('summary', {}, t('enquiry.history', { count: events.length })),
    h(
      'ol',
      {},
      events.map((event) => h('li', {}, `${moment(lang, event.at)}, ${event.by}: ${said(app, event)}`)),
    ),
  );
}

function said(app, { what, before, after }) {
  const words = (value) => {
    if (!value) return app.t('enquiry.nothing');
    if (what === 'state')
      return app.t(`enquiryState.${value.toLowerCase().replace(/_(\w)/g, (_, c) => c.toUpperCase())}`);
    return what === 'handed' ? municipalityName(app, value) : value;
  };
  return app.t(`enquiryEvent.${what}`, { before: words(before), after: words(after) });
}

const save = (app, change) => ask(app, 'PATCH', '', change, { headers: { 'If-Match': `"${form.version}"` } });

const erase = (app) =>
  ask(app, 'DELETE', '/person', undefined, { headers: { 'If-Match': `"${form.version}"` } });

async function note(app) {
  if (await ask(app, 'POST', '/notes', { note: form.note })) {
    form.note = '';
    form.readAnew();
  }
}

async function ask(app, method, part, content, options) {
  if (form.busy) return false;
  Object.assign(form, { busy: true, problem: null, said: '' });
  try {
    await app.api.change(method, `/api/enquiries/${form.id}${part}`, content, options);
    form.said = app.t('enquiry.saved');
  } catch (problem) {
    if (!problem.title) throw problem;
    form.problem = problem;
  }
  form.busy = false;
  form.readAnew();
  return !form.problem;
}
