// Keeping a site true, on its panel: when its owner last confirmed it, pictures, and the forms that change it.
import { h, link } from './dom.js';
import { mayHere } from './caller.js';
import { ageText, confirmedText, isOutdated } from './freshness.js';
import { problemBox } from './frame.js';
import { historyPart } from './sitehistory.js';

const CLOSED = { form: '', to: null, by: '', on: '', note: '', why: '', problem: null, busy: false };
const states = new Map();

/** What is typed and open on the panel of a site; lives across redraws, and is gone when another site is opened. */
function keepOf(app, row) {
  if (!states.has(row.id)) {
    states.clear();
    states.set(row.id, { ...CLOSED, day: '', version: null, history: false });
  }
  const state = states.get(row.id);
  const set = (change) => {
    Object.assign(state, change);
    app.go({}, { replace: true });
  };
  const open = (form, change = {}) =>
    set({
      ...CLOSED,
      ...(state.form === form && state.to === (change.to ?? null) ? {} : { form, ...change }),
    });
  return { ...state, state, set, open, revertForm: () => revertForm(app, row) };
}

/** When it was confirmed and what its age means: words and a sign, never a colour alone. */
export function freshnessPart(app, row) {
  const age = ageText(app, row.site);
  const outdated = isOutdated(row.site);
  return h(
    'p',
    { class: outdated ? 'caveat freshness freshness--outdated' : 'freshness', id: 'site-freshness' },
    outdated && [h('strong', {}, '⚠ ', app.t('fresh.outdatedTitle')), ' '],
    confirmedText(app, row.site),
    age && ` ${age}`,
  );
}

export function confirmButton(app, row) {
  const keep = keepOf(app, row);
  return (
    mayHere(app, 'editSites', row) &&
    h(
      'button',
      {
        id: 'site-confirm',
        type: 'button',
        class: 'button button--small',
        'aria-expanded': String(keep.form === 'confirm'),
        onclick: () => keep.open('confirm', { on: today() }),
      },
      app.t('keep.confirm'),
    )
  );
}

/** The form that is open in the head of the panel. */
export function confirmForm(app, row) {
  const keep = keepOf(app, row);
  if (keep.form !== 'confirm') return null;
  const { t } = app;
  return form(app, keep, 'confirm', () => confirm(app, row, keep), [
    h('p', {}, t('keep.confirmText')),
    field(keep, 'by', t('keep.by'), { hint: t('keep.byHint'), required: true }),
    field(keep, 'on', t('keep.on'), { type: 'date', required: true, max: today() }),
    field(keep, 'note', t('keep.note')),
  ]);
}

function revertForm(app, row) {
  const keep = keepOf(app, row);
  return form(app, keep, 'revert', () => revert(app, row, keep), [
    field(keep, 'why', app.t('keep.why'), { required: true }),
  ]);
}

/** The section at the end: pictures and films, history. */
export function upkeepPart(app, row) {
  const { t } = app;
  const { media = [] } = row.site;
  return h(
    'section',
    { class: 'upkeep' },
    media.length > 0 && [
      h('h3', {}, t('media.title')),
      h(
        'ul',
        {},
        media.map(({ kind, url, text }) => h('li', {}, `${t(`media.${kind}`)}: `, link(url, text))),
      ),
    ],
    historyPart(app, row, keepOf(app, row)),
  );
}

function form(app, keep, name, send, content) {
  const { t } = app;
  return h(
    'form',
    {
      id: `form-${name}`,
      class: 'keep-form',
      onsubmit: (event) => {
        event.preventDefault();
        send();
      },
    },
    content,
    keep.problem && problemBox(app, keep.problem),
    h(
      'div',
      { class: 'site-actions' },
      h(
        'button',
        { id: `${name}-send`, type: 'submit', class: 'button button--primary', disabled: keep.busy },
        t(`keep.${name}Send`, { n: keep.to }),
      ),
      h(
        'button',
        { id: `${name}-cancel`, type: 'button', class: 'button', onclick: () => keep.set(CLOSED) },
        t('keep.cancel'),
      ),
    ),
  );
}

function field(keep, key, label, { hint = '', type = 'text', ...more } = {}) {
  const id = `keep-${key}`;
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h('input', {
      id,
      type,
      value: keep[key],
      'aria-describedby': hint ? `${id}-hint` : null,
      maxlength: type === 'text' ? 1000 : null,
      ...more,
      // Kept without a redraw: the caret stays where it is.
      oninput: (event) => Object.assign(keep.state, { [key]: event.target.value }),
    }),
    hint && h('p', { id: `${id}-hint`, class: 'muted' }, hint),
  );
}

async function confirm(app, row, keep) {
  const { by, on, note } = keep.state;
  await send(app, keep, 'keep.confirmed', () =>
    app.api.change('POST', `/api/sites/${encodeURIComponent(row.id)}/confirmations`, { by, on, note }),
  );
}

async function revert(app, row, keep) {
  const { to, why } = keep.state;
  await send(app, keep, 'keep.reverted', () =>
    app.api.change(
      'POST',
      `/api/sites/${encodeURIComponent(row.id)}/revert`,
      { version: to, why },
      { headers: { 'If-Match': `"${row.site.version}"`, Prefer: 'wait=30' } },
    ),
  );
}

async function send(app, keep, said, ask) {
  keep.set({ busy: true, problem: null });
  try {
    await ask();
    Object.assign(keep.state, CLOSED);
    app.reloadSites();
    await app.start();
    app.announce(app.t(said));
    document.getElementById('site-title')?.focus({ preventScroll: true });
  } catch (problem) {
    if (!problem.title) throw problem;
    keep.set({ busy: false, problem });
  }
}

// The day it is here, as dates are written in the data.
function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
