// Enquiries (henvendelser): the list for those who answer, with filters, figures and the one that is open.
import { h, render } from './dom.js';
import { STATES, about, dueText, municipalityName, select, stateMark } from './enquirybits.js';
import { enquiryCard } from './enquirycard.js';
import { statisticsPart } from './enquirystats.js';
import { moment } from './format.js';
import { problemBox } from './frame.js';
import { scrollTable } from './scrolltable.js';

const COLUMNS = ['received', 'from', 'about', 'state', 'due', 'owner', 'handed'];
const SHOWN = 50;

const page = {
  state: 'open',
  municipality: '',
  mine: false,
  overdue: false,
  shown: SHOWN,
  round: 0,
  focus: '',
};

// Whatever was read is read anew.
function readAnew(app) {
  page.round += 1;
  app.draw();
}

export function drawEnquiries(app, container) {
  const { t, state } = app;
  render(
    container,
    h('h2', {}, t('tab.enquiries')),
    state.enquiry && enquiryCard(app, state.enquiry, page.round, () => readAnew(app)),
    listPart(app),
    statisticsPart(app, page.round),
  );
  if (page.focus) focusOpened(app);
}

function listPart(app) {
  const { t } = app;
  const address = addressOf(page);
  const answer = app.loader.ask(`enquiries ${page.round} ${address}`, () => app.api.get(address));
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  // The last list stays until the next one is there.
  if (answer.status === 'ready') app.enquiries = answer.value;
  const list = app.enquiries;
  if (!list) return h('p', {}, t('loading'));
  return h(
    'section',
    { class: 'enquiries' },
    h('h3', {}, t('enquiry.list')),
    !list.all && h('p', { class: 'muted' }, t('enquiry.notAll')),
    filters(app),
    h('p', { role: 'status' }, t('enquiry.count', { shown: list.items.length, all: list.total })),
    list.items.length > 0 &&
      scrollTable(
        'enquiries-scroll',
        t('enquiry.list'),
        COLUMNS.map((column) => t(`enquiry.${column}`)),
        list.items.map((item) => row(app, item)),
      ),
    list.items.length < list.total &&
      h(
        'button',
        {
          id: 'enquiries-more',
          type: 'button',
          class: 'button',
          onclick: () => change(app, { shown: page.shown + SHOWN }),
        },
        t('enquiry.more'),
      ),
    h(
      'p',
      {},
      h('a', { href: '/api/enquiries/export.csv', download: true }, t('enquiry.export')),
      ' ',
      h('span', { class: 'muted' }, t('enquiry.exportNote')),
    ),
  );
}

function addressOf({ state, municipality, mine, overdue, shown }) {
  const query = new URLSearchParams({ limit: shown });
  if (state) query.set('state', state);
  if (municipality) query.set('municipality', municipality);
  if (mine) query.set('owner', 'me');
  if (overdue) query.set('overdue', 'true');
  return `/api/enquiries?${query}`;
}

function change(app, to) {
  Object.assign(page, to);
  app.draw();
}

function filters(app) {
  const { t, data } = app;
  return h(
    'form',
    {
      class: 'enquiry-filters',
      'aria-label': t('enquiry.filters'),
      onsubmit: (event) => event.preventDefault(),
    },
    select(app, 'enquiry-state', t('enquiry.state'), page.state, (state) => change(app, { state }), [
      ['open', t('enquiry.open')],
      ['', t('enquiry.all')],
      ...STATES.map((state) => [state, t(`enquiryState.${state}`)]),
    ]),
    select(
      app,
      'enquiry-municipality',
      t('enquiry.municipality'),
      page.municipality,
      (municipality) => change(app, { municipality }),
      [['', t('enquiry.all')], ...data.region.municipalities.map((m) => [m.number, m.name])],
    ),
    box('enquiry-mine', t('enquiry.mine'), page.mine, (mine) => change(app, { mine })),
    box('enquiry-overdue', t('enquiry.onlyOverdue'), page.overdue, (overdue) => change(app, { overdue })),
  );
}

function box(id, label, checked, onchange) {
  return h(
    'div',
    { class: 'field field--box' },
    h('input', { id, type: 'checkbox', checked, onchange: (event) => onchange(event.target.checked) }),
    h('label', { for: id }, label),
  );
}

function row(app, item) {
  const { t, lang, state } = app;
  return h(
    'tr',
    { class: item.id === state.enquiry ? 'is-open' : null },
    h(
      'th',
      { scope: 'row' },
      h(
        'button',
        {
          id: `enquiry-${item.id}`,
          type: 'button',
          class: 'link-button',
          'aria-label': t('enquiry.openOne', { at: moment(lang, item.receivedAt), from: from(app, item) }),
          onclick: () => open(app, item.id),
        },
        moment(lang, item.receivedAt),
      ),
    ),
    h('td', {}, from(app, item)),
    h('td', {}, about(app, item)),
    h('td', {}, stateMark(app, item)),
    h('td', {}, dueText(app, item)),
    h('td', {}, item.owner ?? t('enquiry.nobody')),
    h('td', {}, item.handedTo ? municipalityName(app, item.handedTo) : ''),
  );
}

/** Opens one; its heading gets the focus when it is there. */
function open(app, id) {
  page.focus = id;
  app.go({ enquiry: id });
}

function focusOpened({ state }) {
  const heading = document.getElementById('enquiry-card');
  if (!heading || page.focus !== state.enquiry) return;
  page.focus = '';
  heading.focus();
}

function from(app, item) {
  return item.erasedAt ? app.t('enquiry.erased') : `${item.name}, ${item.organisation}`;
}
