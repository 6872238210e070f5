// Accounts with their roles and sessions, for the administrator, and the keys of machines.
import { may } from './caller.js';
import { h, render } from './dom.js';
import { problemBox } from './frame.js';
import { keysPart } from './keys.js';
import { municipalityNames } from './account.js';
import { checks, option, shownOnce, tableOf } from './accountparts.js';

const ROLES = ['planner', 'caseOfficer', 'recruiter', 'administrator'];
const state = {
  draft: { name: '', role: 'planner', municipalities: [] },
  problem: null,
  made: null,
  changing: '',
};

export function drawAccounts(app, container) {
  const { t } = app;
  render(
    container,
    h('h2', {}, t('tab.accounts')),
    may(app, 'manageAccounts') && accountsPart(app),
    may(app, 'manageKeys') ? keysPart(app) : h('p', { class: 'lead' }, t('accounts.mayNot')),
  );
}

function accountsPart(app) {
  const { t } = app;
  const answer = app.loader.ask('accounts', () => app.api.get('/api/accounts'));
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  if (answer.status !== 'ready') return null;
  const { kind, items } = answer.value;
  const trial = kind === 'trial';
  return h(
    'section',
    { id: 'accounts' },
    h('h3', {}, t('accounts.title')),
    h('p', {}, t(trial ? 'accounts.trial' : 'accounts.provider')),
    state.problem && problemBox(app, state.problem, () => clear(app)),
    state.made && shownOnce(app, 'password', state.made.name, state.made.password, () => clear(app)),
    tableOf(
      app,
      t('accounts.title'),
      ['name', 'role', 'municipalities', 'state', 'actions'].map((column) => t(`accounts.${column}`)),
      items.map((account) => row(app, account, trial)),
    ),
    trial && form(app),
    h(
      'button',
      { id: 'accounts-end-all', type: 'button', class: 'button', onclick: () => endAll(app) },
      t(state.changing === '*' ? 'accounts.endAllSure' : 'accounts.endAll'),
    ),
  );
}

function row(app, account, trial) {
  const { t } = app;
  const { name } = account;
  const act = (id, key, onclick) =>
    h(
      'button',
      { id: `account-${id}-${name}`, type: 'button', class: 'button button--small', onclick },
      t(key),
    );
  const changing = state.changing === name;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, name),
    h('td', {}, changing ? roleField(app, account, `account-role-${name}`) : t(`role.${account.role}`)),
    h(
      'td',
      { class: 'wide' },
      changing
        ? municipalityField(app, account, `account-place-${name}`)
        : municipalityNames(app, account.municipalities),
    ),
    h('td', {}, t(account.enabled ? 'accounts.open' : 'accounts.closed')),
    h(
      'td',
      { class: 'wide' },
      h(
        'div',
        { class: 'account-actions' },
        trial && changing && act('save', 'accounts.save', () => save(app, account)),
        trial &&
          act('change', changing ? 'accounts.cancel' : 'accounts.change', () =>
            change(app, changing ? '' : name),
          ),
        trial &&
          act('password', 'accounts.newPassword', () =>
            run(app, 'POST', `${address(name)}/password`, undefined, (made) => (state.made = made)),
          ),
        act('end', 'accounts.end', () => run(app, 'DELETE', `${address(name)}/sessions`)),
        act('enable', account.enabled ? 'accounts.close' : 'accounts.reopen', () =>
          run(app, 'PUT', `${address(name)}/enabled`, { enabled: !account.enabled }),
        ),
      ),
    ),
  );
}

const address = (name) => `/api/accounts/${encodeURIComponent(name)}`;

function roleField(app, draft, id) {
  return h(
    'select',
    { id, 'aria-label': app.t('accounts.role'), onchange: (event) => (draft.role = event.target.value) },
    ROLES.map((role) => option(role, app.t(`role.${role}`), draft.role === role)),
  );
}

function municipalityField(app, draft, id) {
  const items = app.data.region.municipalities.map((m) => [m.number, m.name]);
  return checks(app.t('accounts.municipalities'), id, items, draft.municipalities, (chosen) => {
    draft.municipalities = chosen;
  });
}

function form(app) {
  const { t } = app;
  const { draft } = state;
  return h(
    'form',
    {
      class: 'account-form',
      onsubmit: (event) => {
        event.preventDefault();
        run(app, 'POST', '/api/accounts', draft, (made) => {
          state.made = made;
          state.draft = { name: '', role: 'planner', municipalities: [] };
        });
      },
    },
    h('h4', {}, t('accounts.new')),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'account-name' }, t('accounts.nameHint')),
      h('input', {
        id: 'account-name',
        type: 'text',
        required: true,
        maxlength: 40,
        pattern: '[a-z0-9][a-z0-9.\\-]{1,39}',
        autocomplete: 'off',
        autocapitalize: 'none',
        value: draft.name,
        oninput: (event) => (draft.name = event.target.value),
      }),
    ),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'account-role' }, t('accounts.role')),
      roleField(app, draft, 'account-role'),
    ),
    municipalityField(app, draft, 'account-place'),
    h(
      'button',
      { id: 'account-create', type: 'submit', class: 'button button--primary' },
      t('accounts.create'),
    ),
  );
}

function change(app, name) {
  state.changing = name;
  app.loader.forget('accounts');
  app.draw();
}

function save(app, { name, role, municipalities }) {
  state.changing = '';
  return run(app, 'PUT', address(name), { role, municipalities });
}

// Everybody is out, whoever presses it too: asked twice.
async function endAll(app) {
  if (state.changing !== '*') {
    state.changing = '*';
    app.draw();
    return;
  }
  state.changing = '';
  await run(app, 'DELETE', '/api/accounts/sessions');
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
    app.loader.forget('accounts');
    app.loader.forget('keys');
  } catch (problem) {
    if (!problem.title) throw problem;
    state.problem = problem;
  }
  app.draw();
}
