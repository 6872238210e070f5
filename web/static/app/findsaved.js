// Answers kept under a name: saving one, what became of an opened one since, and the list of one's own.
import { h } from './dom.js';
import { isAdministrator } from './fetching.js';
import { date, moment } from './format.js';
import { follow, problemBox } from './frame.js';
import { sameAnswer } from './findwish.js';
import { linkButton } from './linkbutton.js';
import { write } from './state.js';

const OWN = 'saved answers';
const form = { name: '', problem: null, said: '' };

/** Copy, print, and for those who may: save under a name. */
export function sharePart(app, wish) {
  const { t } = app;
  return h(
    'section',
    { id: 'find-share', class: 'find-share' },
    h('h3', {}, t('find.share')),
    h('p', { class: 'muted' }, t(app.state.answer ? 'find.shareSaved' : 'find.shareHow')),
    h(
      'p',
      { class: 'find-actions' },
      h(
        'button',
        { id: 'find-copy', type: 'button', class: 'button', onclick: () => copy(app) },
        t('find.copy'),
      ),
      h(
        'button',
        { id: 'find-print', type: 'button', class: 'button', onclick: () => window.print() },
        t('find.print'),
      ),
    ),
    h('p', { id: 'find-said', role: 'status' }, form.said),
    !app.state.answer && isAdministrator(app) && saveForm(app, wish),
    ownPart(app),
  );
}

async function copy(app) {
  try {
    await navigator.clipboard.writeText(location.href);
    document.getElementById('find-said').textContent = app.t('find.copied');
  } catch {
    document.getElementById('find-said').textContent = app.t('find.copyByHand', { address: location.href });
  }
}

function saveForm(app, wish) {
  const { t } = app;
  return h(
    'form',
    {
      class: 'keep-form',
      onsubmit: (event) => {
        event.preventDefault();
        save(app, wish);
      },
    },
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'find-name' }, t('find.name')),
      h('input', {
        id: 'find-name',
        type: 'text',
        required: true,
        maxlength: 120,
        autocomplete: 'off',
        value: form.name,
        oninput: (event) => {
          form.name = event.target.value;
        },
      }),
    ),
    app.data.run.scope !== 'published' && h('p', { class: 'caveat' }, `⚠ ${t('find.drafts')}`),
    h('button', { id: 'find-save', class: 'button' }, t('find.save')),
    form.problem && problemBox(app, form.problem, () => save(app, wish)),
  );
}

async function save(app, wish) {
  form.problem = null;
  try {
    const content = { run: app.data.run.id, wish };
    const saved = await app.api.change('POST', '/api/saved', { kind: 'answer', name: form.name, content });
    Object.assign(form, { name: '', said: app.t('find.savedSaid', { name: saved.name }) });
    app.loader.forget(OWN);
    app.go({ answer: saved.id });
  } catch (problem) {
    if (!problem.title) throw problem;
    form.problem = problem;
    app.go({}, { replace: true });
  }
}

/** Above an opened answer: its name, when it was given, and whether the newest run still answers so. */
export function savedHead(app, saved) {
  const { t, lang } = app;
  const { run } = saved.content.answer;
  const change = { answer: '', wish: saved.content.wish };
  return h(
    'div',
    { id: 'find-saved', class: 'find-saved' },
    h('p', {}, h('strong', {}, saved.name)),
    h(
      'p',
      {},
      t('find.savedAt', { at: moment(lang, saved.madeAt), number: run.number, date: date(lang, run.madeAt) }),
    ),
    newest(app, saved),
    h('p', { class: 'find-actions' }, linkButton(app, 'find-link', answerToShare(saved))),
    h(
      'p',
      {},
      h(
        'a',
        {
          id: 'find-again',
          href: `/${write({ ...app.state, ...change })}`,
          onclick: (event) => follow(event, app, change),
        },
        t('find.again'),
      ),
    ),
  );
}

/** The sites of an answer in its order: first those that meet the list best. */
function answerToShare(saved) {
  const { sites } = saved.content.answer;
  const ids = sites.flatMap((match) => match.sites.map((site) => site.id));
  return { sites: [...new Set(ids)], answer: saved.id, answerName: saved.name };
}

function newest(app, saved) {
  const { t } = app;
  const { run } = app.data;
  if (run.id === saved.run) return h('p', { class: 'muted' }, t('find.sameRun'));
  const now = app.loader.ask(`matches ${run.id} ${saved.content.wish}`, () =>
    app.api.get(matchesAddress(run.id, saved.content.wish)),
  );
  if (now.status === 'loading') return h('p', { class: 'muted', role: 'status' }, t('loading'));
  if (now.status === 'failed') return h('p', { class: 'caveat' }, `⚠ ${now.problem.title}`);
  return sameAnswer(saved.content.answer, now.value)
    ? h('p', { id: 'find-newest' }, t('find.still', { number: run.number }))
    : h('p', { id: 'find-newest', class: 'notice' }, `⚠ ${t('find.otherwise', { number: run.number })}`);
}

export function matchesAddress(run, wish) {
  return `/api/runs/${run}/matches?krav=${encodeURIComponent(wish)}`;
}

/** One's own saved answers; drawn by the page also where nothing is asked yet. */
export function ownPart(app) {
  if (!isAdministrator(app)) return null;
  const answer = app.loader.ask(OWN, () => app.api.get('/api/saved?kind=answer'));
  const items = answer.value?.items ?? [];
  if (!items.length) return null;
  return h(
    'details',
    { id: 'find-own' },
    h('summary', {}, app.t('find.own', { n: items.length })),
    h(
      'ul',
      { class: 'find-own' },
      items.map((one) => ownItem(app, one)),
    ),
  );
}

function ownItem(app, one) {
  const { t } = app;
  const change = { answer: one.id };
  const remove = async () => {
    try {
      await app.api.change('DELETE', `/api/saved/${one.id}`);
      form.said = t('find.removedSaid', { name: one.name });
    } catch (problem) {
      if (!problem.title) throw problem;
      form.said = problem.title;
    }
    app.loader.forget(OWN);
    app.loader.forget(`saved ${one.id}`);
    app.go(app.state.answer === one.id ? { answer: '' } : {}, { replace: true });
  };
  return h(
    'li',
    {},
    h(
      'a',
      {
        id: `find-open-${one.id}`,
        href: `/${write({ ...app.state, ...change })}`,
        onclick: (event) => follow(event, app, change),
      },
      one.name,
    ),
    ` ${date(app.lang, one.madeAt)} `,
    h(
      'button',
      {
        id: `find-drop-${one.id}`,
        type: 'button',
        class: 'button button--small',
        'aria-label': t('find.dropNamed', { name: one.name }),
        onclick: remove,
      },
      t('find.remove'),
    ),
  );
}
