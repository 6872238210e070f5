// Which plans and versions there are, and what applied on a date: the way in to the check of plans.
import { h } from './dom.js';
import { amount, date, number } from './format.js';
import { follow, problemBox } from './frame.js';
import { mayImport } from './importwords.js';
import { doubtful, subjects } from './planrows.js';
import { municipalityName } from './portfoliopage.js';
import { scrollTable } from './scrolltable.js';
import { write } from './state.js';

const SIGN = { applies: '✓', uncertain: '?', notAdopted: '…', notYet: '…', deferred: '…', noLonger: '✕' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const today = { data: null, n: 0 }; // every time the page gets its data anew, the plans are asked for anew
const chosen = { withHearing: false, on: '' };

/** Nodes for the page without a subject. */
export function planList(app) {
  const { t } = app;
  if (today.data !== app.data) Object.assign(today, { data: app.data, n: today.n + 1 });
  const all = app.loader.ask(`plans ${today.n}`, () => app.api.get('/api/plans'));
  return [
    h('p', { class: 'lead' }, t('planlist.lead')),
    all.status === 'loading' && h('p', { role: 'status', class: 'muted' }, t('loading')),
    all.status === 'failed' && problemBox(app, all.problem, app.loader.retry),
    all.status === 'ready' &&
      (all.value.total ? [choicePart(app, all.value.items), tablePart(app, all.value)] : nonePart(app)),
    all.status === 'ready' && all.value.total > 0 && handInPart(app),
  ];
}

function choicePart(app, items) {
  const { t } = app;
  const toggle = h('input', {
    id: 'planlist-hearing',
    type: 'checkbox',
    checked: chosen.withHearing,
    onchange: (event) => {
      chosen.withHearing = event.target.checked;
      app.redraw();
    },
  });
  return h(
    'section',
    { class: 'planlist-choice' },
    h('h3', { id: 'planlist-choose' }, t('planlist.choose')),
    h('p', { class: 'field field--inline' }, h('label', {}, toggle, ` ${t('planlist.withHearing')}`)),
    h(
      'ul',
      { class: 'plain planlist-subjects' },
      subjects(items, app.data.region.municipalities, chosen.withHearing).map((one) => choice(app, one)),
    ),
  );
}

function choice(app, { subject, number: nr, plans, isOutside }) {
  const { t } = app;
  const name = nr === null ? app.text(app.data.region.name) : municipalityName(app, nr);
  const said = plans
    ? many(t('planlist.count.one'), t('planlist.count', { n: plans }), plans)
    : t('planlist.noPlan');
  return h(
    'li',
    { class: plans ? '' : 'planlist-without' },
    subjectLink(app, subject, name, `planlist-${subject.replace('~', '-hearing')}`),
    h('span', { class: 'muted' }, ` ${said}${isOutside ? ` · ${t('planlist.outside')}` : ''}`),
  );
}

function subjectLink(app, plan, text, id = null) {
  const change = { tab: 'plan', plan, finding: '', versus: '' };
  return h(
    'a',
    { id, href: `/${write({ ...app.state, ...change })}`, onclick: (event) => follow(event, app, change) },
    text,
  );
}

function tablePart(app, all) {
  const { t } = app;
  const isDate = DAY.test(chosen.on);
  const answer = isDate
    ? app.loader.ask(`plans ${today.n} ${chosen.on}`, () => app.api.get(`/api/plans/applied?on=${chosen.on}`))
    : { status: 'ready', value: all };
  return h(
    'section',
    {},
    h('h3', { id: 'planlist-versions' }, t('planlist.versions')),
    dateField(app),
    answer.status === 'loading' && h('p', { role: 'status', class: 'muted' }, t('loading')),
    answer.status === 'failed' && problemBox(app, answer.problem, app.loader.retry),
    answer.status === 'ready' && [
      h('p', { id: 'planlist-said', role: 'status' }, saidText(app, answer.value, isDate)),
      answer.value.items.length > 0 && table(app, answer.value.items),
    ],
  );
}

function saidText(app, { items, total }, isDate) {
  const { t, lang } = app;
  const said = isDate
    ? t('planlist.applied', { n: number(lang, total), date: date(lang, chosen.on) })
    : t('planlist.all', { n: number(lang, total) });
  const unsure = doubtful(items);
  const shown = items.length < total ? ` ${t('planlist.first', { n: number(lang, items.length) })}` : '';
  return `${said}${shown}${unsure ? ` ${t('planlist.unsure', { n: number(lang, unsure) })}` : ''}`;
}

function dateField(app) {
  const { t } = app;
  const input = h('input', {
    id: 'planlist-on',
    type: 'date',
    value: chosen.on,
    onchange: (event) => {
      chosen.on = event.target.value;
      app.redraw();
    },
  });
  const clear = () => {
    chosen.on = '';
    app.redraw();
  };
  return h(
    'p',
    { class: 'field field--inline planlist-date' },
    h('label', { for: 'planlist-on' }, t('planlist.on')),
    input,
    chosen.on &&
      h(
        'button',
        { id: 'planlist-clear', type: 'button', class: 'button button--small', onclick: clear },
        t('planlist.clear'),
      ),
  );
}

function table(app, items) {
  const heads = ['plan', 'municipality', 'level', 'status', 'dates', 'size', 'notes'].map((head) =>
    app.t(`planlist.head.${head}`),
  );
  return scrollTable(
    'planlist-table',
    app.t('planlist.versions'),
    heads,
    items.map((item) => row(app, item)),
  );
}

function row(app, item) {
  const { t, lang } = app;
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      subjectLink(app, item.subject, item.name),
      h(
        'span',
        { class: 'muted planlist-id' },
        `${item.identification} · ${t('planlist.version', { n: item.version })}`,
      ),
      item.sample && h('span', { class: 'badge badge--proposal' }, t('planlist.sample')),
    ),
    h('td', {}, municipalityName(app, item.municipality)),
    h('td', {}, t(`planlist.level.${item.level}`)),
    h('td', {}, t(`planlist.stage.${item.stage}`), standing(app, item), statusText(app, item)),
    h('td', {}, dates(app, item)),
    h(
      'td',
      {},
      t('planlist.size', {
        zones: many(
          t('planlist.zones.one'),
          t('planlist.zones', { n: number(lang, item.zones) }),
          item.zones,
        ),
        area: amount(lang, item.areaM2 / 1000, 'daa'),
      }),
    ),
    h('td', {}, notes(app, item)),
  );
}

const many = (one, several, n) => (n === 1 ? one : several);

/** Sign and word, so that no colour has to be seen. */
function standing(app, item) {
  if (item.standing === 'notAdopted') return null; // the stage has said so
  return h(
    'span',
    { class: `badge planlist-standing planlist-standing--${item.standing}` },
    h('span', { 'aria-hidden': 'true' }, `${SIGN[item.standing]} `),
    app.t(`planlist.standing.${item.standing}`),
  );
}

function statusText(app, item) {
  const { t } = app;
  if (!item.statusCode) return null;
  const name = item.statusName ? app.text(item.statusName) : t('planlist.unknownCode');
  return h('span', { class: 'muted planlist-id' }, t('planlist.statusCode', { code: item.statusCode, name }));
}

function dates(app, item) {
  const { t, lang } = app;
  const lines = [
    ['inForceFrom', item.inForceFrom],
    ['inForceTo', item.inForceTo],
    ['decidedOn', item.decidedOn],
    ['announcedOn', item.announcedOn],
    ['deliveredAt', item.deliveredAt],
  ];
  return lines
    .filter(([, value]) => value)
    .map(([key, value]) =>
      h('span', { class: 'planlist-line' }, t(`planlist.${key}`, { date: date(lang, value) })),
    );
}

function notes(app, item) {
  if (!item.notes.length) return app.t('planlist.noNotes');
  return h(
    'details',
    { id: `planlist-notes-${item.planVersion}` },
    h(
      'summary',
      {},
      many(app.t('planlist.notes.one'), app.t('planlist.notes', { n: item.notes.length }), item.notes.length),
    ),
    h(
      'ul',
      { class: 'plain' },
      item.notes.map((note) =>
        h(
          'li',
          { class: 'planlist-note' },
          app.text(note.text),
          ' ',
          h('span', { class: 'muted' }, app.text(note.remedy)),
        ),
      ),
    ),
  );
}

function nonePart(app) {
  return [h('p', { id: 'planlist-none', class: 'empty' }, app.t('planlist.none')), handInPart(app)];
}

/** How a plan comes in; the door itself is for those who may import. */
function handInPart(app) {
  const { t } = app;
  const change = { tab: 'import' };
  return h(
    'section',
    {},
    h('h3', {}, t('planlist.handIn')),
    h(
      'ol',
      {},
      ['export', 'upload', 'say', 'check'].map((step) => h('li', {}, t(`planlist.step.${step}`))),
    ),
    mayImport(app)
      ? h(
          'p',
          {},
          h(
            'a',
            {
              id: 'planlist-import',
              href: `/${write({ ...app.state, ...change })}`,
              onclick: (event) => follow(event, app, change),
            },
            t('planlist.toImport'),
          ),
        )
      : h('p', { class: 'muted' }, t('planlist.logIn')),
  );
}
