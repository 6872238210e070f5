// One delivery: the verdict first, then what is asked, what the file holds, what it becomes, and what is wrong with it.
import { isBusy } from './deliveries.js';
import { h } from './dom.js';
import { bytes, moment, number } from './format.js';
import { follow, problemBox } from './frame.js';
import { changesPart } from './importchanges.js';
import { crsPart } from './importcrs.js';
import { issuesPart } from './importissues.js';
import { targetPart } from './importtarget.js';
import { mappingPart } from './importmapping.js';
import { planPart } from './importplan.js';
import { repairsPart } from './importrepairs.js';
import { areaText, boxText, howText, objectsText, verdict } from './importwords.js';
import { shownLayers } from './layers.js';
import { write } from './state.js';

const SYMBOL = { ready: '✓', asking: '?', refused: '✕', done: '✓', busy: '…' };

export function drawDelivery(page, entry, on) {
  const { app } = page;
  const { seen } = entry;
  return h(
    'section',
    { class: 'delivery', 'aria-labelledby': 'delivery-title', 'aria-busy': String(isBusy(entry)) },
    h('h3', { id: 'delivery-title', tabindex: '-1' }, entry.fileName || app.t('import.fetching')),
    entry.problem && problemBox(app, entry.problem, () => page.deliveries.retry(entry)),
    entry.delivery && verdictBox(page, entry, on),
    seen && h('div', { class: 'delivery__parts' }, parts(page, entry, seen)),
    seen &&
      seen.state !== 'IMPORTED' &&
      h('div', { class: 'verdict__actions' }, actions(page, entry, on, 'end')),
  );
}

function parts(page, entry, seen) {
  if (seen.state === 'IMPORTED') return [contents(page, seen), issuesPart(page, entry, seen)];
  const asks = seen.questions ?? [];
  const about = [contents(page, seen), targetPart(page, entry, seen)];
  const where = crsPart(page, entry, seen);
  return [
    ...inOrder(asks, { plan: planPart(page, entry, seen), about, where }),
    issuesPart(page, entry, seen),
    repairsPart(page, entry, seen),
    changesPart(page, entry, seen),
    mappingPart(page, entry, seen),
  ];
}

// What is asked comes first: what the file is to be, then where it lies, then which plan it is.
function inOrder(asks, { plan, about, where }) {
  if (asks.some((q) => q === 'DATASET' || q === 'LAYER')) return [...about.reverse(), where, plan];
  return asks.includes('CRS') || !asks.includes('PLAN') ? [where, ...about, plan] : [plan, where, ...about];
}

function verdictBox(page, entry, on) {
  const { app, deliveries } = page;
  const { t } = app;
  const { kind, text } = verdict(app, entry.delivery);
  const changed = deliveries.isChanged(entry);
  return h(
    'div',
    { class: `verdict verdict--${kind}` },
    h('span', { class: `state-mark state-mark--${kind}`, 'aria-hidden': 'true' }, SYMBOL[kind]),
    h(
      'div',
      {},
      h('p', { class: 'verdict__text', id: 'verdict' }, text),
      kind === 'done' && done(app, entry.delivery),
      kind === 'refused' && h('p', {}, t(refusedHint(entry.delivery))),
      kind !== 'done' &&
        kind !== 'busy' &&
        h('p', { class: 'muted' }, t('import.nothingStored', expiry(app, entry))),
      changed && !isBusy(entry) && h('p', { class: 'caveat' }, t('import.changed')),
    ),
    kind !== 'done' && h('div', { class: 'verdict__actions' }, actions(page, entry, on, 'top')),
  );
}

function refusedHint({ repairs = [] }) {
  return repairs.some((repair) => repair.possible && !repair.chosen)
    ? 'import.mayRepair'
    : 'import.mendFirst';
}

function expiry(app, { delivery }) {
  return { when: delivery.expiresAt ? moment(app.lang, delivery.expiresAt) : app.t('notStated') };
}

// Changed choices are examined before anything is imported: what one saw is what one gets.
function actions(page, entry, on, where) {
  const { deliveries, redraw, app } = page;
  const { t } = app;
  const busy = isBusy(entry);
  const changed = deliveries.isChanged(entry);
  const ready = entry.delivery?.state === 'READY';
  // The button is of no use while the server works; the heading above the answer is where to read on.
  const begin = (work) => {
    work(entry);
    document.getElementById('delivery-title')?.focus();
  };
  const button = (name, primary, disabled, onclick) =>
    h(
      'button',
      {
        id: `delivery-${name}-${where}`,
        type: 'button',
        class: `button${primary ? ' button--primary' : ''}`,
        disabled,
        onclick,
      },
      t(`importDo.${name}`),
    );
  return [
    (changed || entry.seen?.state === 'ASKING') &&
      button('examine', true, busy || !changed, () => begin(deliveries.examine)),
    changed &&
      button('undo', false, busy, () => {
        deliveries.undo(entry);
        redraw();
      }),
    button('import', !changed, busy || !ready || changed, () => begin(deliveries.bringIn)),
    button('cancel', false, entry.delivery?.state === 'IMPORTING', () => on.close(entry)),
  ];
}

function done(app, delivery) {
  const { t, state, data } = app;
  const dataset = data.datasets.find((d) => d.id === delivery.chosen.dataset);
  const shown = shownLayers(data.datasets, state.layers);
  const layers =
    dataset?.map?.layer && dataset.role !== 'sites' && !shown.includes(dataset.id)
      ? [...shown, dataset.id]
      : state.layers;
  const [w, s, e, n] = delivery.objects?.bbox ?? [];
  const view = w === undefined ? null : { lat: (s + n) / 2, lon: (w + e) / 2, zoom: 11 };
  const leads = (id, change) =>
    h(
      'a',
      { href: `/${write({ ...state, ...change })}`, onclick: (event) => follow(event, app, change) },
      t(id),
    );
  return h(
    'p',
    { class: 'verdict__links' },
    dataset?.role === 'plans'
      ? leads('import.toPlan', { tab: 'plan' })
      : [
          leads('import.toData', { tab: 'data' }),
          leads('import.toMap', { tab: 'map', pane: 'map', layers, view, site: '' }),
        ],
  );
}

function contents({ app }, seen) {
  const { t, lang } = app;
  const { objects } = seen;
  const row = (name, ...value) => [h('dt', {}, t(name)), h('dd', {}, value)];
  return h(
    'section',
    { class: 'card' },
    h('h4', {}, t('import.contents')),
    h(
      'dl',
      { class: 'pairs' },
      row('importHas.format', seen.format || t('notStated')),
      row('importHas.size', bytes(lang, seen.bytes)),
      row('importHas.encoding', encodingText(app, seen.encoding)),
      row('importHas.crs', crsStated(app, seen)),
      objects && row('importHas.objects', countText(app, objects)),
      // the zones of a plan lie upon each other: their sum would be no area
      objects &&
        !seen.plan &&
        row('importHas.area', objects.areaM2 > 0 ? areaText(lang, objects.areaM2) : '–'),
      objects && row('importHas.extent', boxText(app, objects.bbox)),
      row('importHas.sum', h('code', { class: 'sum' }, (seen.sha256 ?? '').slice(0, 16))),
    ),
    layersTable(app, seen),
  );
}

function countText(app, objects) {
  const { t, lang } = app;
  const { read, inRegion } = objects;
  return `${objectsText(app, { byType: objects.byType })}. ${t('import.inRegion', {
    n: number(lang, inRegion),
    of: number(lang, read),
  })}`;
}

function encodingText(app, encoding) {
  const { t } = app;
  if (!encoding) return t('import.encodingNone');
  const { found, declared } = encoding;
  if (!declared) return t('import.encodingFound', { found });
  const same = found.replace(/[-_ ]/g, '').toUpperCase() === declared.replace(/[-_ ]/g, '').toUpperCase();
  return t(same ? 'import.encodingSame' : 'import.encodingOther', { found, declared });
}

function crsStated(app, { crs, questions = [] }) {
  const { t } = app;
  if (!crs) return t('notStated');
  if (!crs.used || questions.includes('CRS'))
    return crs.stated ? t('import.crsStatedOnly', { stated: crs.stated }) : t('import.crsNone');
  return t('import.crsUsed', { crs: crs.used, how: howText(app, crs.how) });
}

function layersTable(app, { layers = [], fileName }) {
  const { t, lang } = app;
  if (!layers.length) return null;
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': t('import.layers') },
    h(
      'table',
      { class: 'big-table' },
      h('caption', { class: 'visually-hidden' }, t('import.layers')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['layer', 'geometry', 'count', 'fields'].map((c) =>
            h('th', { scope: 'col' }, t(`importLayer.${c}`)),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        layers.map((layer) =>
          h(
            'tr',
            {},
            // A file without names of layers is read under a name that says nothing.
            h('th', { scope: 'row' }, layer.name === 'file' ? fileName : layer.name),
            h('td', {}, layer.objects ? objectsText(app, { byType: layer.objects.byType }) : '–'),
            h('td', { class: 'number' }, layer.count >= 0 ? number(lang, layer.count) : '–'),
            h('td', { class: 'fields' }, layer.fields.join(', ') || '–'),
          ),
        ),
      ),
    ),
  );
}
