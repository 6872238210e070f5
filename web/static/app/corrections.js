// What municipalities have corrected in the data: beside the value a score uses, and as a list under "Datagrunnlag".
import { may } from './caller.js';
import { h } from './dom.js';
import { amount, date, found } from './format.js';
import { className, datasetName, reason } from './words.js';

const at = (id) => document.getElementById(id);

/** Below a line of a score: what the delivered data say, who says otherwise, why and when. */
export function correctionNote(app, line, used = line.found) {
  const { correction } = line;
  if (!correction) return null;
  return h(
    'div',
    { class: 'correction' },
    h(
      'p',
      {},
      h('span', { class: 'badge' }, app.t('correct.badge')),
      ' ',
      app.t('correct.values', {
        used: valueText(app, used, line.unit),
        delivered: valueText(app, correction.delivered, line.unit),
      }),
    ),
    h(
      'ul',
      { class: 'plain' },
      correction.because.map((one) => h('li', { class: 'muted' }, becauseText(app, one))),
    ),
  );
}

/** Checks a correction has to do with, also those that found nothing: what was corrected away is not passed over. */
export function correctedChecks(app, score) {
  const checks = score.correctedChecks ?? [];
  return (
    checks.length > 0 &&
    h(
      'div',
      {},
      h('h4', {}, app.t('correct.checks')),
      checks.map((one) => [
        h('p', {}, h('strong', {}, app.text(one.name))),
        correctionNote(app, one, one.used),
      ]),
    )
  );
}

function valueText(app, measurement, unit) {
  return measurement.kind === 'notCovered'
    ? reason(app, measurement)
    : measurement.kind === 'category'
      ? className(app, null, measurement.value)
      : found(app.lang, measurement, unit);
}

/** "Dyrket mark: finnes ikke her. Bygd ned i 2024 (Åsnes kommune, 1. november 2026; befaring)" */
function becauseText(app, one) {
  return app.t('correct.because', {
    dataset: datasetName(app, one.dataset),
    what: whatText(app, one),
    reason: one.reason,
    who: one.statedBy,
    on: date(app.lang, one.on),
    source: one.source,
  });
}

function whatText(app, { kind, objectClass }) {
  const key = kind === 'absent' ? 'correct.absent' : objectClass ? 'correct.presentClass' : 'correct.present';
  return app.t(key, { type: objectClass });
}

/** The block under "Datagrunnlag": all corrections, and for those who may, a form to register one. */
export function correctionsPart(app) {
  const answer = app.loader.ask(`corrections ${app.data.run.id} ${version}`, () =>
    app.api.all('/api/corrections'),
  );
  const items = answer.value ?? [];
  return h(
    'section',
    { id: 'corrections', class: 'corrections' },
    h('h3', {}, app.t('correct.title')),
    h('p', {}, app.t('correct.lead')),
    answer.status === 'ready' && items.length === 0 && h('p', { class: 'muted' }, app.t('correct.none')),
    items.length > 0 && table(app, items),
    mayCorrect(app) && form(app),
    h('p', { id: 'correct-said', role: 'status' }, said),
  );
}

let version = 0; // raised when a correction is made here, so that the list is asked for again
let said = ''; // how the last attempt went; kept over redraws

function mayCorrect(app) {
  return may(app, 'correctData');
}

function table(app, items) {
  const columns = ['dataset', 'where', 'what', 'reason', 'who', 'state'];
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': app.t('correct.title') },
    h(
      'table',
      { class: 'big-table big-table--data' },
      h('caption', { class: 'visually-hidden' }, app.t('correct.title')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map((c) => h('th', { scope: 'col' }, app.t(`correctColumn.${c}`))),
        ),
      ),
      h(
        'tbody',
        {},
        items.map((one) => row(app, one)),
      ),
    ),
  );
}

function row(app, one) {
  const { lang } = app;
  const place = app.data.region.municipalities.find((m) => m.number === one.municipality)?.name;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, datasetName(app, one.dataset)),
    h('td', {}, `${place ?? one.municipality}, ${amount(lang, one.areaDaa, 'daa')}`),
    h('td', {}, whatText(app, one)),
    h('td', {}, one.reason, h('div', { class: 'muted' }, one.source)),
    h('td', {}, one.statedBy, h('div', { class: 'muted' }, date(lang, one.on))),
    h(
      'td',
      {},
      one.withdrawn
        ? [
            app.t('correct.withdrawn', { on: date(lang, one.withdrawn.at) }),
            h('div', { class: 'muted' }, one.withdrawn.reason),
          ]
        : [app.t('correct.stands'), mayCorrect(app) && withdrawal(app, one)],
    ),
  );
}

function withdrawal(app, one) {
  const why = h('input', { id: `withdraw-why-${one.id}`, type: 'text', required: true, maxlength: '2000' });
  return h(
    'form',
    {
      class: 'correct-form',
      onsubmit: (event) => {
        event.preventDefault();
        return send(app, event.target, 'DELETE', `/api/corrections/${one.id}`, { reason: why.value });
      },
    },
    h('label', { for: why.id }, app.t('correct.withdrawWhy')),
    why,
    h('button', { type: 'submit', class: 'button button--small' }, app.t('correct.withdraw')),
  );
}

function form(app) {
  const { t, data } = app;
  const layers = data.datasets.filter((d) => d.inUse && d.role === 'layer');
  const field = (key, control) =>
    h('div', { class: 'field' }, h('label', { for: control.id }, t(`correctForm.${key}`)), control);
  const text = (key) => h('input', { id: `correct-${key}`, type: 'text', required: true, maxlength: '2000' });
  const select = (key, options) => h('select', { id: `correct-${key}` }, options);
  const option = (value, label) => h('option', { value }, label);
  return h(
    'details',
    { id: 'correct-new' },
    h('summary', {}, t('correct.new')),
    h(
      'form',
      { id: 'correct-form', class: 'correct-form', onsubmit: (event) => register(app, event) },
      field(
        'dataset',
        select(
          'dataset',
          layers.map((d) => option(d.id, app.text(d.name))),
        ),
      ),
      field(
        'municipality',
        select(
          'municipality',
          data.region.municipalities.map((m) => option(m.number, m.name)),
        ),
      ),
      field(
        'kind',
        select(
          'kind',
          ['absent', 'present'].map((kind) => option(kind, t(`correctForm.${kind}`))),
        ),
      ),
      field('class', h('input', { id: 'correct-class', type: 'text', maxlength: '100' })),
      field(
        'site',
        select('site', [option('', t('correctForm.noSite')), data.sites.map((s) => option(s.id, s.name))]),
      ),
      field('area', h('textarea', { id: 'correct-area', rows: '4' })),
      field('reason', text('reason')),
      field('statedBy', text('statedBy')),
      field('on', h('input', { id: 'correct-on', type: 'date', required: true })),
      field('source', text('source')),
      h('button', { type: 'submit', class: 'button button--primary' }, t('correct.register')),
    ),
  );
}

async function register(app, event) {
  event.preventDefault();
  const value = (key) => at(`correct-${key}`).value.trim();
  const area = await areaOf(app, value('site'), value('area'));
  if (!area) return say(app.t('correct.noArea'));
  return send(app, event.target, 'POST', '/api/corrections', {
    dataset: value('dataset'),
    municipality: value('municipality'),
    kind: value('kind'),
    objectClass: value('class'),
    area,
    reason: value('reason'),
    statedBy: value('statedBy'),
    on: value('on'),
    source: value('source'),
  });
}

// The outline of a site, or what was pasted: a geometry, a feature, or the first one of a collection.
async function areaOf(app, site, pasted) {
  try {
    if (site) return (await app.api.get(`/api/sites/${encodeURIComponent(site)}`)).footprint;
    const read = JSON.parse(pasted);
    return read.features?.[0]?.geometry ?? read.geometry ?? (read.coordinates ? read : null);
  } catch {
    return null;
  }
}

async function send(app, sender, method, address, content) {
  const button = sender.querySelector('button[type=submit]');
  button.disabled = true;
  say(app.t('correct.working'));
  try {
    await app.api.change(method, address, content);
    version++;
    await app.start(); // the run and the datasets are others now
    say(app.t(method === 'POST' ? 'correct.done' : 'correct.gone'));
  } catch (problem) {
    if (!problem.title) throw problem;
    button.disabled = false;
    say([problem.title, problem.detail, problem.remedy].filter(Boolean).join('. '));
  }
}

function say(text) {
  said = text;
  const place = at('correct-said');
  if (place) place.textContent = text;
}
