// Keys of machines: made with what they may, where and how long; shown once; revoked at once.
import { checks, shownOnce, tableOf } from './accountparts.js';
import { municipalityNames } from './account.js';
import { h } from './dom.js';
import { date } from './format.js';
import { problemBox } from './frame.js';

const fresh = () => ({ label: '', scopes: ['readPublished'], municipalities: [], expiresOn: '' });
const state = { draft: fresh(), problem: null, made: null };

/** The section with the keys the caller may see, and the form for a new one. */
export function keysPart(app) {
  const { t } = app;
  const answer = app.loader.ask('keys', () => app.api.get('/api/keys'));
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  if (answer.status !== 'ready') return null;
  const { items, scopes } = answer.value;
  return h(
    'section',
    { id: 'keys' },
    h('h3', { id: 'keys-title' }, t('keys.title')),
    h('p', {}, t('keys.lead')),
    state.problem && problemBox(app, state.problem, () => clear(app)),
    state.made && shownOnce(app, 'key', state.made.key.label, state.made.secret, () => clear(app)),
    items.length === 0
      ? h('p', { class: 'muted' }, t('keys.none'))
      : tableOf(
          app,
          t('keys.title'),
          ['label', 'prefix', 'scopes', 'municipalities', 'expires', 'used', 'state'].map((column) =>
            t(`keys.${column}`),
          ),
          items.map((key) => row(app, key)),
        ),
    form(app, scopes),
  );
}

function row(app, key) {
  const { t, lang } = app;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, key.label),
    h('td', {}, h('code', {}, `areal_${key.prefix}_…`)),
    h('td', { class: 'wide' }, key.scopes.map((scope) => t(`scope.${scope}`)).join(', ')),
    h('td', { class: 'wide' }, municipalityNames(app, key.municipalities)),
    h('td', {}, date(lang, key.expiresOn)),
    h('td', {}, key.lastUsedOn ? date(lang, key.lastUsedOn) : t('keys.never')),
    h(
      'td',
      {},
      key.revoked
        ? t('keys.revoked')
        : h(
            'button',
            {
              id: `key-revoke-${key.prefix}`,
              type: 'button',
              class: 'button button--small',
              'aria-label': `${t('keys.revoke')}: ${key.label}`,
              onclick: () => run(app, 'DELETE', `/api/keys/${key.id}`),
            },
            t('keys.revoke'),
          ),
    ),
  );
}

function form(app, scopes) {
  const { t, data } = app;
  const { draft } = state;
  const { caller } = data.config;
  const places = data.region.municipalities.filter(
    ({ number }) => caller.may.includes('manageAccounts') || caller.municipalities.includes(number),
  );
  return h(
    'form',
    {
      class: 'account-form',
      onsubmit: (event) => {
        event.preventDefault();
        run(app, 'POST', '/api/keys', draft, (made) => {
          state.made = made;
          state.draft = fresh();
        });
      },
    },
    h('h4', {}, t('keys.new')),
    field('key-label', t('keys.labelHint'), {
      type: 'text',
      required: true,
      maxlength: 80,
      autocomplete: 'off',
      value: draft.label,
      oninput: (event) => (draft.label = event.target.value),
    }),
    checks(
      t('keys.scopes'),
      'key-scope',
      scopes.map((scope) => [scope, t(`scope.${scope}`)]),
      draft.scopes,
      (chosen) => (draft.scopes = chosen),
    ),
    checks(
      t('keys.municipalities'),
      'key-place',
      places.map((m) => [m.number, m.name]),
      draft.municipalities,
      (chosen) => (draft.municipalities = chosen),
    ),
    field('key-expires', t('keys.expiresHint'), {
      type: 'date',
      required: true,
      value: draft.expiresOn,
      onchange: (event) => (draft.expiresOn = event.target.value),
    }),
    h('button', { id: 'key-create', type: 'submit', class: 'button button--primary' }, t('keys.create')),
  );
}

function field(id, label, attributes) {
  return h('div', { class: 'field' }, h('label', { for: id }, label), h('input', { id, ...attributes }));
}

function clear(app) {
  Object.assign(state, { problem: null, made: null });
  app.draw();
}

async function run(app, method, path, content, then = () => {}) {
  Object.assign(state, { problem: null, made: null });
  try {
    then(await app.api.change(method, path, content));
    app.announce(app.t('accounts.done'));
    app.loader.forget('keys');
  } catch (problem) {
    if (!problem.title) throw problem;
    state.problem = problem;
  }
  app.draw();
}
