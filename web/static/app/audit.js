// The audit trail (Logg): searched, read page by page, exported. For the administrator.
import { select } from './enquirybits.js';
import { h, render } from './dom.js';
import { moment, number } from './format.js';
import { problemBox } from './frame.js';
import { knows } from './i18n.js';
import { textField } from './planfields.js';
import { scrollTable } from './scrolltable.js';

const COLUMNS = ['at', 'by', 'action', 'objectColumn', 'change', 'why'];
const ROLES = [
  'public',
  'recipient',
  'recruiter',
  'caseOfficer',
  'planner',
  'administrator',
  'machine',
  'service',
];
const NOTHING = { object: '', action: '', by: '', role: '', municipality: '', from: '', to: '' };

const search = { wanted: { ...NOTHING }, asked: { ...NOTHING }, before: [], round: 0 };
let actions = [];

export function drawAudit(app, container) {
  const { t } = app;
  const query = new URLSearchParams(Object.entries(search.asked).filter(([, value]) => value));
  const page = new URLSearchParams(query);
  if (search.before.length) page.set('before', search.before.at(-1));
  const address = `/api/audit?${page}`;
  const answer = app.loader.ask(`${search.round} ${address}`, () => app.api.get(address));
  if (answer.status === 'ready') {
    app.auditTrail = answer.value;
    if (answer.value.actions.length) ({ actions } = answer.value);
  }
  render(
    container,
    h('h2', {}, t('tab.audit')),
    h('p', {}, t('audit.lead', { days: number(app.lang, app.auditTrail?.keepDays ?? 0) })),
    form(app),
    answer.status === 'failed'
      ? problemBox(app, answer.problem, app.loader.retry)
      : app.auditTrail
        ? found(app, app.auditTrail, query)
        : h('p', {}, t('loading')),
  );
}

function form(app) {
  const { t } = app;
  const field = (key, more = {}) =>
    textField(app, {
      id: `audit-${key}`,
      label: t(`audit.${key}`),
      value: search.wanted[key],
      maxlength: 300,
      oninput: (value) => (search.wanted[key] = value),
      ...more,
    });
  return h(
    'form',
    {
      class: 'enquiry-filters',
      'aria-label': t('audit.search'),
      onsubmit: (event) => {
        event.preventDefault();
        ask(app, search.wanted);
      },
    },
    field('object'),
    select(app, 'audit-action', t('audit.action'), search.wanted.action, (v) => (search.wanted.action = v), [
      ['', t('audit.all')],
      ...actions.map((action) => [action, inWords(app, action)]),
    ]),
    field('by'),
    select(app, 'audit-role', t('audit.role'), search.wanted.role, (v) => (search.wanted.role = v), [
      ['', t('audit.all')],
      ...ROLES.map((role) => [role, t(`role.${role}`)]),
    ]),
    select(
      app,
      'audit-municipality',
      t('audit.municipality'),
      search.wanted.municipality,
      (v) => (search.wanted.municipality = v),
      [['', t('audit.all')], ...app.data.region.municipalities.map((m) => [m.number, m.name])],
    ),
    field('from', { type: 'date' }),
    field('to', { type: 'date' }),
    h(
      'div',
      { class: 'enquiry-actions__row' },
      h('button', { id: 'audit-search', type: 'submit', class: 'button button--primary' }, t('audit.search')),
      h(
        'button',
        { id: 'audit-clear', type: 'button', class: 'button', onclick: () => ask(app, NOTHING) },
        t('audit.clear'),
      ),
    ),
  );
}

function ask(app, wanted) {
  Object.assign(search, { wanted: { ...wanted }, asked: { ...wanted }, before: [], round: search.round + 1 });
  app.draw();
}

function found(app, { items, next }, query) {
  const { t } = app;
  const step = (before) => {
    search.before = before;
    app.draw();
  };
  return [
    items.length === 0
      ? h('p', { role: 'status' }, t('audit.none'))
      : scrollTable(
          'audit-scroll',
          t('tab.audit'),
          COLUMNS.map((column) => t(`audit.${column}`)),
          items.map((item) => row(app, item)),
        ),
    h(
      'div',
      { class: 'enquiry-actions__row' },
      search.before.length > 0 &&
        h(
          'button',
          {
            id: 'audit-newer',
            type: 'button',
            class: 'button',
            onclick: () => step(search.before.slice(0, -1)),
          },
          t('audit.newer'),
        ),
      next !== null &&
        h(
          'button',
          {
            id: 'audit-older',
            type: 'button',
            class: 'button',
            onclick: () => step([...search.before, next]),
          },
          t('audit.older'),
        ),
    ),
    h(
      'p',
      {},
      t('audit.export'),
      ' ',
      h('a', { href: `/api/audit/export.csv?${query}`, download: true }, 'CSV'),
      ' · ',
      h('a', { href: `/api/audit/export.jsonl?${query}`, download: true }, 'JSON Lines'),
    ),
  ];
}

/** What was done, in words; a code that is newer than this page stands as it is. */
function inWords(app, action) {
  const key = `audit.action.${action}`;
  return knows(app.lang, key) ? app.t(key) : action;
}

function row(app, item) {
  const { t, lang } = app;
  const role = item.byRole.toLowerCase().replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
  const municipalities = item.municipalities
    .map((number_) => app.data.region.municipalities.find((m) => m.number === number_)?.name ?? number_)
    .join(', ');
  return h(
    'tr',
    { class: 'audit-row' },
    h('th', { scope: 'row' }, moment(lang, item.at)),
    h(
      'td',
      {},
      item.by,
      h('div', { class: 'muted' }, [t(`role.${role}`), municipalities].filter(Boolean).join(', ')),
    ),
    h('td', {}, inWords(app, item.action)),
    h('td', { class: 'audit-code' }, item.object),
    h('td', {}, item.before || item.after ? `${item.before ?? '–'} → ${item.after ?? '–'}` : ''),
    h('td', {}, item.why),
  );
}
