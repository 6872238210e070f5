// The map. The only module that imports Leaflet; it is told what to draw and tells back what the user did.
import * as L from '/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js';
import { h } from './dom.js';
import { layerStyle } from './legend.js';
import { createMapNames } from './maplabels.js';
import { createMapObjects } from './mapobjects.js';
import { createPreviewMap } from './previewmap.js';
import { createLinkedMap } from './linkedmap.js';
import { createGround } from './planground.js';
import { createSiteMarks } from './sitemarks.js';

const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** on = {select(id), hover(id|null), move({lat, lon, zoom}), view(), base(works)} */
export function createMap(container, region, on) {
  const map = L.map(container, {
    zoomControl: false,
    minZoom: 6,
    maxZoom: 18,
    zoomSnap: 0.5,
    zoomAnimation: !still(),
    fadeAnimation: !still(),
    markerZoomAnimation: !still(),
  });
  map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
  // In the corner of the attribution: controls of one corner stand above each other and never overlap.
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
  // A first view, whatever the size: symbols exist only on a map that has one.
  map.setView([(region.view[1] + region.view[3]) / 2, (region.view[0] + region.view[2]) / 2], 8);
  const panes = new Panes(map);
  const layers = new Map();
  const collections = new Map();
  const names = createMapNames(L, map, region);
  const sites = createSiteMarks(L, map, panes, { ...on, labelled: names.arrange });
  const objects = createMapObjects(L, map, panes);
  let zoomControl = null;
  let shown = null;
  let quiet = false;
  let planned = null;
  let drawnPlans = '';

  map.on('moveend', () => {
    sites.labels();
    if (quiet) return;
    const { lat, lng } = map.getCenter();
    shown = { lat, lon: lng, zoom: map.getZoom() };
    on.move(shown);
    on.view();
  });
  new ResizeObserver(resized).observe(container);

  // A hidden map keeps its view. When the room changes, the middle stays, or the whole region where nobody has moved.
  function resized() {
    if (!container.clientWidth) return;
    quiet = true;
    map.invalidateSize({ animate: false });
    quiet = false;
    show(shown);
  }

  /** Shows a stored view, or the whole region when there is none. A hidden map shows it when it appears. */
  function show(view) {
    shown = view;
    if (!container.clientWidth) return;
    quiet = true;
    if (view) map.setView([view.lat, view.lon], view.zoom, { animate: false });
    else {
      const [w, s, e, n] = region.view;
      map.fitBounds(
        [
          [s, w],
          [n, e],
        ],
        { animate: false, padding: [12, 12] },
      );
    }
    quiet = false;
    sites.labels();
    on.view();
  }

  function setTexts({ name, zoomIn, zoomOut }) {
    zoomControl?.remove();
    zoomControl = L.control
      .zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut, position: 'bottomright' })
      .addTo(map);
    container.setAttribute('role', 'region');
    container.setAttribute('aria-label', name);
  }

  const setBase = (config) => addBase(map, container, config, on.base);

  function setLayer(dataset, collection) {
    removeLayer(dataset.id);
    const group = layerGroup(panes, dataset, collection);
    layers.set(dataset.id, group.addTo(map));
    collections.set(dataset.id, collection);
    if (dataset.role === 'municipalities') {
      names.set(collection);
      group.on('remove', names.clear);
    }
  }

  function removeLayer(id) {
    layers.get(id)?.remove();
    layers.delete(id);
    collections.delete(id);
  }

  /** What a scenario plans: GeoJSON features, above all layers. */
  function setPlanned(key, features) {
    if (key === drawnPlans) return;
    drawnPlans = key;
    planned?.remove();
    const look = layerStyle('planned');
    const options = { ...panes.of(look.order), interactive: false };
    planned = L.geoJSON(
      { type: 'FeatureCollection', features },
      {
        ...options,
        style: { ...leafletStyle(look), ...options },
        pointToLayer: (_, place) => L.circleMarker(place, { ...options, radius: look.radius }),
      },
    ).addTo(map);
  }

  /** Moves to a site only when it is out of view. */
  function reveal(id) {
    const home = sites.homeOf(id);
    if (!home || map.getBounds().pad(-0.1).contains(home)) return;
    quiet = true;
    map.panTo(home, { animate: false });
    quiet = false;
    on.view();
  }

  /** The objects that decided a value of a site, brought into view when they are new; null = none. */
  function setObjects(collection, site) {
    if (!collection) return objects.setObjects(null);
    if (!container.clientWidth) return undefined;
    quiet = true;
    map.invalidateSize({ animate: false });
    quiet = false;
    return objects.setObjects(collection, sites.homeOf(site));
  }

  /** What is in view, [w, s, e, n]; null while the map is hidden, since then it has no extent. */
  function bbox() {
    if (!container.clientWidth) return null;
    const b = map.getBounds();
    return [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()];
  }

  /** Drawing on this map; what it takes is loaded now. */
  async function edit(listeners) {
    const { createMapEdit } = await import('./mapedit.js');
    return createMapEdit(L, map, listeners);
  }

  /** The features of the layers that are shown. */
  const shapes = () => [...collections.values()].flatMap((collection) => collection.features);

  return {
    show,
    setTexts,
    setBase,
    setLayer,
    setPlanned,
    removeLayer,
    reveal,
    bbox,
    edit,
    shapes,
    setObjects,
    ...sites,
  };
}

/** A small map for a page: on = {select(id)}; see previewmap.js. */
export function createPreview(container, region, baseMap, on = {}) {
  const base = (map) => addBase(map, container, baseMap, () => {});
  return createPreviewMap(L, container, region, { ...on, base });
}

/** A map of a plan and what was found in it: on = {select(id)}; see planground.js. */
export function createPlanGround(container, region, baseMap, on) {
  const base = (map) => addBase(map, container, baseMap, () => {});
  return createGround(L, container, region, { ...on, base });
}

/** One of several small maps that move together; see linkedmap.js. */
export function createLinked(container, baseMap, options) {
  const base = (map) => addBase(map, container, baseMap, () => {});
  return createLinkedMap(L, container, {
    ...options,
    base,
    layersOf: (map) => layerGroup.bind(null, new Panes(map)),
  });
}

/** A reference layer, drawn as its style says and credited with its source. */
function layerGroup(panes, dataset, collection) {
  const key = dataset.map.style;
  const drawn = { ...panes.of(layerStyle(key).order), interactive: false };
  return L.geoJSON(collection, {
    ...drawn,
    attribution: asText(dataset.inUse.source.attribution ?? ''),
    style: (feature) => leafletStyle(layerStyle(key, facets(dataset, feature))),
    pointToLayer: (_, place) => L.circleMarker(place, { ...drawn, radius: layerStyle(key).radius ?? 5 }),
  });
}

/** Background tiles, credited while they show; onBase tells whether any arrives. The address may be missing. */
function addBase(map, container, config, onBase) {
  if (!config) return onBase(false);
  let failures = 0;
  let works = null;
  const credit = asText(config.attribution);
  const say = (now) => {
    if (now === works) return;
    works = now;
    container.classList.toggle('has-base', works);
    map.attributionControl[works ? 'addAttribution' : 'removeAttribution'](credit);
    onBase(works);
  };
  return L.tileLayer(config.url, { maxNativeZoom: config.maxZoom, maxZoom: 18 })
    .on('tileload', () => {
      failures = 0;
      say(true);
    })
    .on('tileerror', () => ++failures === 4 && say(false))
    .addTo(map);
}

/** One pane per drawing order, each with its own canvas: thousands of roads cost one element, not thousands. */
class Panes {
  constructor(map) {
    this.map = map;
    this.known = new Map();
    map.createPane('sites').style.zIndex = '450';
    map.createPane('names').style.zIndex = '440';
    this.svg = L.svg({ pane: 'sites' });
  }

  of(order) {
    if (!this.known.has(order)) {
      const pane = `layer-${order}`;
      const element = this.map.createPane(pane);
      element.style.zIndex = String(210 + order);
      element.style.pointerEvents = 'none';
      this.known.set(order, { pane, renderer: L.canvas({ pane }) });
    }
    return this.known.get(order);
  }
}

function leafletStyle({ color, weight, dash, fill, fillOpacity }) {
  return {
    color,
    weight,
    dashArray: dash ?? null,
    fill: Boolean(fill),
    fillColor: fill,
    fillOpacity: fillOpacity ?? 0,
  };
}

function facets(dataset, feature) {
  const properties = feature.properties ?? {};
  const minutes = Object.entries(properties).find(
    ([name, value]) => name.endsWith('Min') && typeof value === 'number',
  );
  return { featureClass: properties[dataset.classProperty], minutes: minutes?.[1] };
}

// Leaflet writes attribution as HTML; ours is text.
function asText(text) {
  return h('span', {}, text).innerHTML;
}
