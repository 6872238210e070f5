// A check on paper: PDF, map picture, frozen for the case file.
import { h } from './dom.js';
import { isAdministrator } from './fetching.js';
import { moment } from './format.js';
import { follow, problemBox } from './frame.js';
import { write } from './state.js';

// What is chosen and what came of it, for the check it was done with.
const form = { check: '', edition: 'public', made: null, problem: null, busy: false };

/** Nodes for a stored check. */
export function paperBox(app, report) {
  if (!report) return null;
  if (form.check !== report.id)
    Object.assign(form, { check: report.id, edition: 'public', made: null, problem: null, busy: false });
  const { t } = app;
  return h(
    'section',
    { id: 'paper', class: 'paper', 'aria-labelledby': 'paper-title' },
    h('h3', { id: 'paper-title' }, t('paper.title')),
    h(
      'ul',
      { class: 'paper__files' },
      fileLink(app, report, 'report.pdf?lang=nb', 'paper.pdfNb'),
      fileLink(app, report, 'report.pdf?lang=en', 'paper.pdfEn'),
      fileLink(app, report, `map.png?lang=${app.lang}`, 'paper.picture'),
    ),
    isAdministrator(app) && freezeForm(app, report),
    h('div', { id: 'paper-said', role: 'status' }, form.made && madePart(app, form.made)),
    form.problem && problemBox(app, form.problem, () => freeze(app, report)),
    snapshotList(app, report),
  );
}

function fileLink(app, report, file, key) {
  return h('li', {}, h('a', { href: `/api/plan-checks/${report.id}/${file}` }, app.t(key)));
}

function freezeForm(app, report) {
  const { t } = app;
  const edition = (value) =>
    h(
      'label',
      { class: 'paper__edition' },
      h('input', {
        id: `paper-${value}`,
        type: 'radio',
        name: 'paper-edition',
        value,
        checked: form.edition === value,
        onchange: () => (form.edition = value),
      }),
      ` ${t(`paper.edition.${value}`)}`,
    );
  return h(
    'form',
    {
      class: 'paper__form',
      onsubmit: (event) => {
        event.preventDefault();
        freeze(app, report);
      },
    },
    h('p', { class: 'muted' }, t('paper.how')),
    report.scope !== 'published' &&
      h('fieldset', {}, h('legend', {}, t('paper.edition')), edition('public'), edition('whole')),
    h(
      'button',
      { id: 'paper-freeze', class: 'button', 'aria-disabled': form.busy ? 'true' : null },
      t('paper.freeze'),
    ),
  );
}

async function freeze(app, report) {
  if (form.busy) return;
  Object.assign(form, { busy: true, problem: null, made: null });
  app.draw();
  const wish = { kind: 'plan-check', check: report.id, lang: app.lang };
  if (report.scope !== 'published' && form.edition === 'public') wish.edition = 'public';
  try {
    form.made = await app.api.change('POST', '/api/snapshots', wish);
    app.loader.forget(listAddress(report));
  } catch (problem) {
    if (!problem.title) throw problem;
    form.problem = problem;
  }
  form.busy = false;
  app.draw();
}

function madePart(app, made) {
  return [
    h('p', {}, app.t('paper.made', { id: made.id })),
    h('p', {}, verifyLink(app, made.id, 'paper-made-verify'), ' · ', downloads(app, made.id)),
  ];
}

function verifyLink(app, id, elementId) {
  const change = { tab: 'verify', snapshot: id };
  return h(
    'a',
    {
      id: elementId,
      href: `/${write({ ...app.state, ...change })}`,
      onclick: (event) => follow(event, app, change),
    },
    app.t('paper.verify'),
  );
}

/** The three files of a snapshot, which the browser saves. */
export function downloads(app, id) {
  return ['document.pdf', 'document.json', 'signature'].map((file, i) => [
    i > 0 && ' · ',
    h('a', { href: `/api/snapshots/${id}/${file}` }, app.t(`paper.file.${file.replace('document.', '')}`)),
  ]);
}

const listAddress = (report) =>
  `/api/snapshots?subject=${encodeURIComponent(report.subject.id)}&strategy=${encodeURIComponent(report.strategy.id)}`;

function snapshotList(app, report) {
  const { t, lang } = app;
  const answer = app.loader.ask(listAddress(report), () => app.api.get(listAddress(report)));
  const items = answer.value?.items ?? [];
  if (answer.status === 'failed') return h('p', { class: 'caveat' }, `⚠ ${answer.problem.title}`);
  if (!items.length) return null;
  return h(
    'details',
    { id: 'paper-list' },
    h('summary', {}, t('paper.list', { n: items.length })),
    h(
      'ul',
      { class: 'paper__list' },
      items.map((one) =>
        h(
          'li',
          {},
          t(one.open ? 'paper.madeAt' : 'paper.madeAtInternal', { at: moment(lang, one.madeAt) }),
          ' ',
          verifyLink(app, one.id, `paper-verify-${one.id}`),
          ' · ',
          downloads(app, one.id),
        ),
      ),
    ),
  );
}
