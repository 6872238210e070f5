// Whether a frozen result is unchanged, and whether it still is the newest. For everyone, by its id or by its file.
import { h, render } from './dom.js';
import { moment } from './format.js';
import { follow, problemBox } from './frame.js';
import { downloads } from './planpaper.js';
import { EMPTY, write } from './state.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const SIGNS = { valid: '✓', superseded: '↻', altered: '✗', unknown: '?' };

// The file that was last chosen. It never leaves the machine where the browser can work out its hash.
const held = { name: '', file: null, answer: null, problem: null };

export function drawVerify(app, container) {
  const { t } = app;
  render(
    container,
    h('h2', {}, t('tab.verify')),
    h('p', {}, t('verify.what')),
    h('div', { class: 'verify__ways' }, byFile(app), byId(app)),
    h('div', { id: 'verify-said', class: 'verify__said', role: 'status' }, said(app)),
    h(
      'details',
      { id: 'verify-byhand' },
      h('summary', {}, t('verify.byHand')),
      h('p', {}, t('verify.byHandText'), ' ', h('a', { href: '/api/snapshots/key' }, t('verify.key'))),
    ),
  );
}

function byFile(app) {
  const { t } = app;
  return h(
    'div',
    { class: 'field' },
    h('label', { for: 'verify-file' }, t('verify.file')),
    h('input', {
      id: 'verify-file',
      type: 'file',
      accept: '.pdf,.json,application/pdf,application/json',
      'aria-describedby': 'verify-file-help',
      onchange: (event) => take(app, event.target.files[0]),
    }),
    h('p', { id: 'verify-file-help', class: 'muted' }, t('verify.fileHelp')),
  );
}

function byId(app) {
  const { t } = app;
  return h(
    'form',
    {
      class: 'field',
      onsubmit: (event) => {
        event.preventDefault();
        lookUp(app, event.target.elements['verify-id']);
      },
    },
    h('label', { for: 'verify-id' }, t('verify.id')),
    h(
      'div',
      { class: 'verify__id' },
      h('input', {
        id: 'verify-id',
        name: 'verify-id',
        type: 'text',
        value: app.state.snapshot,
        autocomplete: 'off',
        spellcheck: 'false',
        'aria-describedby': 'verify-id-help',
      }),
      h('button', { id: 'verify-look', class: 'button' }, t('verify.look')),
    ),
    h('p', { id: 'verify-id-help', class: 'muted' }, t('verify.idHelp')),
  );
}

function lookUp(app, input) {
  const [id] = UUID.exec(input.value.toLowerCase()) ?? [''];
  Object.assign(held, { name: '', file: null, answer: null, problem: null });
  if (id) app.loader.forget(verifyKey(app, id));
  else app.announce(app.t('verify.noId'));
  app.go({ snapshot: id }, { replace: app.state.snapshot === id });
}

async function take(app, file) {
  if (!file) return;
  Object.assign(held, { name: file.name, file, answer: null, problem: null });
  app.go({ snapshot: '' }, { replace: true });
  try {
    const answer = await ask(app, file);
    if (held.file === file) held.answer = answer;
  } catch (problem) {
    if (!problem.title) throw problem;
    if (held.file === file) held.problem = problem;
  }
  app.draw();
}

async function ask(app, file) {
  if (!globalThis.crypto?.subtle) return app.api.change('POST', '/api/snapshots/verify', file);
  const bytes = await file.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const named = new RegExp(`urn:uuid:(${UUID.source})`).exec(new TextDecoder('latin1').decode(bytes));
  return app.api.get(`/api/snapshots/verify?sha256=${hex}${named ? `&id=${named[1]}` : ''}`);
}

const verifyKey = (app, id) => `verify ${id} ${app.lang}`;

function said(app) {
  if (held.problem) return problemBox(app, held.problem, () => take(app, held.file));
  if (held.answer) return resultPart(app, held.answer);
  if (held.file) return h('p', {}, app.t('loading'));
  const id = app.state.snapshot;
  if (!id) return null;
  const answer = app.loader.ask(verifyKey(app, id), () => app.api.get(`/api/snapshots/verify?id=${id}`));
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  return answer.value ? resultPart(app, answer.value) : h('p', {}, app.t('loading'));
}

function resultPart(app, answer) {
  const { t } = app;
  return h(
    'section',
    { id: 'verify-result', class: `verify__result verify__result--${answer.outcome}` },
    h(
      'h3',
      {},
      h('span', { 'aria-hidden': 'true' }, `${SIGNS[answer.outcome]} `),
      t(`verify.outcome.${answer.outcome}`),
    ),
    h('p', {}, t(`verify.means.${answer.outcome}`)),
    answer.newer && newerPart(app, answer),
    answer.snapshot && !answer.looked && h('p', { class: 'caveat' }, t('verify.notLooked')),
    answer.id && !answer.snapshot && answer.outcome === 'valid' && h('p', {}, t('verify.hidden')),
    answer.id && facts(app, answer),
    answer.snapshot && h('p', {}, downloads(app, answer.id)),
  );
}

function newerPart(app, answer) {
  const { t, lang } = app;
  const change = answer.subject
    ? { tab: 'plan', plan: answer.subject, snapshot: '' }
    : answer.sites.length > 1
      ? { tab: 'compare', compare: answer.sites, purpose: answer.purpose, run: '', snapshot: '' }
      : { tab: 'map', site: answer.sites[0], purpose: answer.purpose, run: '', snapshot: '' };
  return h(
    'p',
    { class: 'verify__newer' },
    answer.newer.sentence,
    ' ',
    h(
      'a',
      {
        id: 'verify-newer',
        href: `/${write({ ...app.state, ...change })}`,
        onclick: (event) => follow(event, app, change),
      },
      t('verify.toNewer', { at: moment(lang, answer.newer.madeAt) }),
    ),
  );
}

function facts(app, answer) {
  const { t, lang, state } = app;
  const address = `${location.origin}/${write({ ...EMPTY, lang: state.lang, tab: 'verify', snapshot: answer.id })}`;
  const rows = [
    held.answer && ['verify.fact.file', held.name],
    answer.file && ['verify.fact.part', t(`verify.part.${answer.file}`)],
    answer.snapshot && ['verify.fact.kind', t(`verify.kind.${answer.snapshot.kind}`)],
    answer.title && ['verify.fact.title', answer.title],
    ['verify.fact.madeAt', moment(lang, answer.madeAt)],
    answer.snapshot && ['verify.fact.madeBy', t(`role.${answer.snapshot.madeBy}`)],
    answer.strategyName && ['verify.fact.strategy', `${answer.strategyName} (${answer.strategy})`],
    ['verify.fact.id', h('code', {}, answer.id)],
    answer.snapshot && ['verify.fact.key', h('code', {}, answer.snapshot.keyId)],
    ['verify.fact.address', h('a', { href: address }, address)],
  ];
  return h(
    'dl',
    { class: 'verify__facts' },
    rows.filter(Boolean).map(([key, value]) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, value))),
  );
}
