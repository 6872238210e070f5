// A small map per compared site, all at the same scale: what is done to one is done to all.
import { h } from './dom.js';
import { createLayers, shownLayers } from './layers.js';
import { createLinked } from './map.js';

const START = { zoom: 12, x: 0, y: 0 };
const REST_MS = 300;

export function createCompareMaps(app) {
  const known = new Map();
  let view = START;
  let resting = 0;

  /** The part of the page; each site's map is made once and moved along when the page is drawn anew. */
  function part(rows) {
    const { t } = app;
    const footprints = app.loader.ask('footprints', () => app.api.get('/collections/sites/items?limit=1000'));
    const zoom = (id, key, next) =>
      h('button', { id, type: 'button', class: 'button button--small', onclick: () => move(next()) }, t(key));
    setTimeout(load); // once the maps stand on the page and have a size
    return h(
      'section',
      { class: 'compare-maps', 'aria-labelledby': 'compare-maps-title' },
      h('h3', { id: 'compare-maps-title' }, t('compare.maps')),
      h('p', { class: 'muted' }, t('compare.mapsText')),
      h(
        'div',
        { class: 'compare-maps__tools' },
        zoom('maps-in', 'map.zoomIn', () => ({ ...view, zoom: Math.min(18, view.zoom + 1) })),
        zoom('maps-out', 'map.zoomOut', () => ({ ...view, zoom: Math.max(6, view.zoom - 1) })),
        zoom('maps-home', 'compare.mapsHome', () => START),
      ),
      failed() && h('p', { class: 'problem', role: 'alert' }, t('layers.failed')),
      h(
        'div',
        { class: 'compare-maps__row' },
        rows.map((row) => figure(row, footprints)),
      ),
    );
  }

  function figure(row, footprints) {
    const one = known.get(row.id) ?? create(row);
    known.set(row.id, one);
    one.element.setAttribute('aria-label', app.t('compare.mapOf', { name: row.name }));
    if (footprints.status === 'ready' && one.sites !== footprints.value) {
      one.sites = footprints.value;
      one.map.setSites(footprints.value, row.id);
    }
    return h('figure', {}, h('figcaption', {}, row.name), one.element);
  }

  function create(row) {
    const element = h('div', { class: 'compare-map', role: 'group' });
    const [lon, lat] = row.point;
    const one = { element };
    one.map = createLinked(element, app.data.config.baseMap, {
      home: { lat, lon },
      moved: (to) => move(to, one),
    });
    one.layers = createLayers({ api: app.api, map: one.map, onChange: () => {} });
    one.map.show(view);
    return one;
  }

  function move(to, source) {
    view = to;
    for (const one of known.values()) if (one !== source) one.map.show(view);
    clearTimeout(resting);
    resting = setTimeout(load, REST_MS);
  }

  function load() {
    const { datasets } = app.data;
    const ids = shownLayers(datasets, app.state.layers);
    for (const { element, map, layers } of known.values()) {
      const box = element.isConnected && map.bbox();
      if (box) layers.update(datasets, ids, box);
    }
  }

  function failed() {
    return [...known.values()].some(({ layers }) =>
      app.data.datasets.some(({ id }) => layers.status(id).problem),
    );
  }

  return { part };
}
