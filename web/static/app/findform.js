// The requirement list as text and as a form: pasted, read by rules, confirmed or corrected row by row.
import { h } from './dom.js';
import { problemBox } from './frame.js';
import { fieldText, fieldValue, formRows, readWish, wantedOf, writeWish } from './findwish.js';
import { howTexts, valueText } from './findwords.js';

const MAX_TEXT = 1500;

/** What is typed and not confirmed yet; lives across redraws, and follows the address when that changes. */
const typed = {
  text: '',
  rows: null,
  wish: null,
  lang: '',
  lost: [],
  faulty: [],
  problem: null,
  read: false,
};

export function formPart(app, kinds) {
  follow(app, kinds);
  return h('section', { id: 'find-ask', class: 'find-ask' }, textForm(app, kinds), rowsForm(app, kinds));
}

// A new address is another list; a new language writes the same numbers in another way.
function follow(app, kinds) {
  const { wish, lang } = app.state;
  if (typed.wish !== wish) {
    const rows = formRows(lang, kinds, readWish(wish, kinds));
    Object.assign(typed, { rows, wish, lost: [], faulty: [] });
  } else if (typed.lang !== lang) {
    typed.rows.forEach((row) => rewrite(typed.lang, lang, kinds, row));
  }
  typed.lang = lang;
}

function rewrite(from, to, kinds, row) {
  const kind = kinds.find((one) => one.id === row.id);
  const value = fieldValue(from, kind, row.text);
  if (!Number.isNaN(value)) row.text = fieldText(to, kind, value);
}

function redraw(app) {
  app.go({}, { replace: true });
}

function textForm(app, kinds) {
  const { t } = app;
  return h(
    'form',
    {
      class: 'find-text',
      onsubmit: (event) => {
        event.preventDefault();
        readText(app, kinds);
      },
    },
    h('label', { for: 'find-text' }, t('find.paste')),
    h('p', { id: 'find-text-hint', class: 'muted' }, t('find.pasteHint')),
    h('textarea', {
      id: 'find-text',
      rows: 5,
      maxlength: MAX_TEXT,
      'aria-describedby': 'find-text-hint',
      value: typed.text,
      oninput: (event) => {
        typed.text = event.target.value;
      },
    }),
    h('button', { id: 'find-read', class: 'button' }, t('find.read')),
    typed.problem && problemBox(app, typed.problem, () => readText(app, kinds)),
  );
}

async function readText(app, kinds) {
  if (!typed.text.trim()) return document.getElementById('find-text').focus();
  typed.problem = null;
  try {
    const query = new URLSearchParams({ text: typed.text.slice(0, MAX_TEXT) });
    const read = await app.api.get(`/api/requirements/parse?${query}`);
    typed.rows = formRows(app.lang, kinds, read.requirements);
    Object.assign(typed, { lost: read.notUnderstood, faulty: [] });
    const counts = { n: read.requirements.length, lost: read.notUnderstood.length };
    app.announce(app.t('find.readSaid', counts));
  } catch (problem) {
    if (!problem.title) throw problem;
    typed.problem = problem;
  }
  redraw(app);
  document.getElementById('find-rows-title')?.focus();
  return undefined;
}

function rowsForm(app, kinds) {
  const { t } = app;
  return h(
    'form',
    {
      class: 'find-rows',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        confirm(app, kinds);
      },
    },
    h('h3', { id: 'find-rows-title', tabindex: '-1' }, t('find.rows')),
    lostPart(app),
    typed.rows.length === 0
      ? h('p', { class: 'muted' }, t('find.noRows'))
      : h(
          'ul',
          { class: 'find-list' },
          typed.rows.map((row) => rowItem(app, kinds, row)),
        ),
    addField(app, kinds),
    typed.rows.length > 0 &&
      h('button', { id: 'find-confirm', class: 'button button--primary' }, t('find.confirm')),
  );
}

function lostPart(app) {
  if (typed.lost.length === 0) return null;
  return h(
    'div',
    { id: 'find-lost', class: 'notice' },
    h('p', {}, h('strong', {}, '? ', app.t('find.lost'))),
    h(
      'ul',
      {},
      typed.lost.map((piece) => h('li', {}, `«${piece}»`)),
    ),
  );
}

function rowItem(app, kinds, row) {
  const { t } = app;
  const kind = kinds.find((one) => one.id === row.id);
  const remove = () => {
    typed.rows = typed.rows.filter((one) => one !== row);
    redraw(app);
    document.getElementById('find-add')?.focus();
  };
  return h(
    'li',
    { class: row.how.length ? 'find-row find-row--decided' : 'find-row' },
    kind.form === 'yes' ? yesField(app, kind) : numberField(app, kind, row),
    h(
      'button',
      {
        id: `find-remove-${row.id}`,
        type: 'button',
        class: 'button button--small',
        'aria-label': t('find.removeNamed', { name: app.text(kind.name) }),
        onclick: remove,
      },
      t('find.remove'),
    ),
    h(
      'div',
      { id: `find-note-${row.id}`, class: 'find-row__note muted' },
      typed.faulty.includes(row.id) && h('p', { class: 'find-row__fault' }, `⚠ ${limitsText(app, kind)}`),
      row.from && h('p', {}, t('find.from', { from: row.from })),
      howTexts(app, kind, row.how).map((text) => h('p', {}, h('strong', {}, `${t('find.decided')} `), text)),
      h('p', {}, app.text(kind.note)),
      kind.years && h('p', {}, h('strong', {}, `${t('find.proposal')} `), app.text(kind.years.why)),
    ),
  );
}

function yesField(app, kind) {
  return h(
    'p',
    { class: 'find-row__name' },
    h('strong', {}, app.text(kind.name)),
    ' ',
    h('span', {}, app.t('find.yes')),
  );
}

function numberField(app, kind, row) {
  const { t } = app;
  const id = `find-value-${row.id}`;
  return h(
    'div',
    { class: 'find-row__field' },
    h('label', { for: id }, app.text(kind.name)),
    h('span', { class: 'find-row__sense', 'aria-hidden': 'true' }, t(`find.sense.${kind.form}`)),
    h('input', {
      id,
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      maxlength: 14,
      value: row.text,
      'aria-invalid': typed.faulty.includes(row.id) ? 'true' : null,
      'aria-describedby': `find-unit-${row.id} find-note-${row.id}`,
      oninput: (event) => {
        row.text = event.target.value;
      },
    }),
    h(
      'span',
      { id: `find-unit-${row.id}` },
      h('span', { class: 'visually-hidden' }, `${t(`find.sense.${kind.form}`)} `),
      t(`find.unit.${kind.unit}`),
    ),
  );
}

function limitsText(app, kind) {
  const text = (value) => valueText(app, kind, value);
  return app.t('find.limits', { least: text(kind.least), most: text(kind.most) });
}

function addField(app, kinds) {
  const { t } = app;
  const left = kinds.filter((kind) => !typed.rows.some((row) => row.id === kind.id));
  if (!left.length) return null;
  const add = (event) => {
    const kind = kinds.find((one) => one.id === event.target.value);
    if (!kind) return;
    const text = kind.usual
      ? formRows(app.lang, kinds, [{ id: kind.id, value: kind.usual.value }])[0].text
      : '';
    typed.rows = [...typed.rows, { id: kind.id, text, from: '', how: kind.usual ? ['usual'] : [] }];
    redraw(app);
    document.getElementById(kind.form === 'yes' ? 'find-add' : `find-value-${kind.id}`)?.focus();
  };
  return h(
    'div',
    { class: 'field' },
    h('label', { for: 'find-add' }, t('find.add')),
    h(
      'select',
      { id: 'find-add', onchange: add },
      h('option', { value: '' }, t('find.pick')),
      left.map((kind) => h('option', { value: kind.id }, app.text(kind.name))),
    ),
  );
}

function confirm(app, kinds) {
  const { wanted, faulty } = wantedOf(app.lang, kinds, typed.rows);
  typed.faulty = faulty;
  if (faulty.length) {
    redraw(app);
    app.announce(app.t('find.faulty', { n: faulty.length }));
    return document.getElementById(`find-value-${faulty[0]}`)?.focus();
  }
  const wish = writeWish(wanted);
  typed.wish = wish; // what was read and decided stays beside the rows
  app.go({ wish, answer: '' });
  return document.getElementById('find-answer-title')?.focus();
}
