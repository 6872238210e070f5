// The very objects that decided a value: a button, what they are in words, and what the map draws.
import { h } from './dom.js';
import { amount, distance, found, number, percent } from './format.js';
import { datasetName } from './words.js';

const NAMES = ['navn', 'name', 'bane', 'vegnummer', 'naturbaseId'];
const LISTED = 8;

/** What is shown now: {run, purpose, site, id}; null when it belongs to another page than this one. */
export function shown(app) {
  const { objects, state, data, purpose } = app;
  const here =
    objects &&
    state.tab === 'map' &&
    !state.edit &&
    objects.run === data.run.id &&
    objects.purpose === purpose.id &&
    objects.site === state.site;
  return here ? objects : null;
}

export function closeObjects(app) {
  const { id } = app.objects;
  app.objects = null;
  app.draw();
  app.announce(app.t('why.gone'));
  document.getElementById(`objects-${id}`)?.focus({ preventScroll: app.wide() });
}

function open(app, id) {
  app.objects = { run: app.data.run.id, purpose: app.purpose.id, site: app.state.site, id };
  app.draw();
  if (!app.wide()) document.getElementById('pane-map').scrollIntoView();
}

/** The answer for what is shown: {status, value, problem}. */
export function answer(app) {
  const { run, purpose, site, id } = app.objects;
  const address = `/api/runs/${run}/scores/${purpose}/${encodeURIComponent(site)}/objects/${id}`;
  return app.loader.ask(`objects ${run} ${purpose} ${site} ${id}`, () => app.api.get(address));
}

/** Button and list of one line or flag; nothing for what is on no map. */
export function objectsPart(app, item, id) {
  if (item.found.kind === 'notCovered' || !item.datasetVersions.length) return null;
  const pressed = shown(app)?.id === id;
  return [
    ' ',
    h(
      'button',
      {
        id: `objects-${id}`,
        type: 'button',
        class: 'button button--small',
        'aria-pressed': String(pressed),
        onclick: () => (pressed ? closeObjects(app) : open(app, id)),
      },
      app.t('why.show'),
      h('span', { class: 'visually-hidden' }, `: ${app.text(item.name)}`),
    ),
    pressed && h('div', { class: 'why-objects' }, listOf(app, answer(app))),
  ];
}

function listOf(app, { status, value, problem }) {
  if (status === 'failed') return h('p', { role: 'alert' }, `${problem.title}. ${problem.remedy}`);
  if (status === 'loading') return h('p', { class: 'muted' }, app.t('loading'));
  const objects = value.features.filter((f) => f.properties.role !== 'line');
  const { numberMatched: matched, numberReturned: returned } = value;
  return [
    objects.length === 0 && h('p', {}, app.t('why.none')),
    h(
      'ul',
      {},
      objects.slice(0, LISTED).map((f) => h('li', {}, objectText(app, f.properties, value))),
    ),
    objects.length > LISTED &&
      h('p', { class: 'muted' }, app.t('why.more', { n: number(app.lang, objects.length - LISTED) })),
    matched > returned &&
      h(
        'p',
        { class: 'muted' },
        app.t('why.capped', { shown: number(app.lang, returned), all: number(app.lang, matched) }),
      ),
    app.wide() && h('p', { class: 'muted' }, app.t('why.close')),
  ];
}

/** "Veger, E 16: 120 m unna" */
function objectText(app, object, { unit }) {
  const { lang } = app;
  const name = nameOf(app, object);
  const far = distance(lang, object.distanceM ?? 0);
  const area = amount(lang, (object.areaM2 ?? 0) / 1000, 'daa');
  const value = typeof object.value === 'number' ? amount(lang, object.value, unit) : String(object.value);
  const texts = {
    nearest: () => app.t(object.distanceM > 0 ? 'why.nearest' : 'why.touches', { name, far }),
    read: () => app.t('why.read', { name, far, value }),
    overlap: () =>
      object.areaM2 > 0
        ? app.t('why.overlap', { name, area, share: percent(lang, object.share) })
        : app.t('why.touches', { name }),
    counted: () => app.t('why.counted', { name, value: countedText(app, object, unit), far }),
    cut: () =>
      app.t(object.bufferM > 0 ? 'why.cutBuffer' : 'why.cut', {
        name,
        area,
        buffer: distance(lang, object.bufferM),
      }),
    remaining: () => app.t('why.remaining', { area }),
  };
  return texts[object.role]?.() ?? name;
}

function countedText(app, { value }, unit) {
  if (value === null) return found(app.lang, { kind: 'notCovered' });
  return amount(app.lang, value, unit);
}

function nameOf(app, { dataset, class: type, properties = {} }) {
  const own = NAMES.map((key) => properties[key]).find((text) => typeof text === 'string' && text);
  const known = [...new Set([own?.startsWith(type) ? '' : type, own].filter(Boolean))].join(' ');
  return [datasetName(app, dataset), known].filter(Boolean).join(', ');
}

/** For the map: the features, null while nothing is shown or known. */
export function objectsOnMap(app) {
  const now = shown(app) && answer(app);
  return now?.status === 'ready' ? now.value : null;
}

/** For the note on the map, where the list is out of sight on narrow screens. */
export function objectsNote(app) {
  const now = shown(app);
  if (!now) return null;
  const { criteria, checks } = app.data.strategy;
  const name = app.text([...criteria, ...checks].find((one) => one.id === now.id)?.name);
  return [
    h('p', {}, app.t('why.onMap', { name })),
    !app.wide() && h('div', { class: 'why-objects' }, listOf(app, answer(app))),
    h(
      'button',
      {
        id: 'objects-close',
        type: 'button',
        class: 'button button--small',
        onclick: () => closeObjects(app),
      },
      app.t('why.remove'),
    ),
  ];
}
