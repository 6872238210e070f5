// The map. The only module that knows Leaflet; it is told what to draw and tells back what the user did.
import * as L from '/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js';
import { h } from './dom.js';
import { middleOf, moveApart, placeLabels } from './labels.js';
import { isWide, layerStyle, SITE_CLASSES, siteClass } from './legend.js';
import { patternOf, siteSymbol } from './symbols.js';

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
  L.control.scale({ imperial: false, position: 'bottomleft' }).addTo(map);
  // A first view, whatever the size: symbols exist only on a map that has one.
  map.setView([(region.view[1] + region.view[3]) / 2, (region.view[0] + region.view[2]) / 2], 8);
  const panes = new Panes(map);
  const markers = new Map();
  const layers = new Map();
  const leaders = L.layerGroup().addTo(map);
  const shapes = new Map();
  let zoomControl = null;
  let base = null;
  let pending = null;
  let quiet = false;

  map.on('zoomend', arrange);
  map.on('moveend', () => {
    labels();
    if (!map._loaded || quiet) return;
    const { lat, lng } = map.getCenter();
    on.move({ lat, lon: lng, zoom: map.getZoom() });
    on.view();
  });
  new ResizeObserver(() => {
    map.invalidateSize({ pan: false });
    if (pending && container.clientWidth) show(pending);
  }).observe(container);

  /** Shows a stored view, or the whole region when there is none. Waits while the map is hidden. */
  function show(view) {
    pending = container.clientWidth ? null : (view ?? region.view);
    if (pending) return;
    quiet = true;
    if (Array.isArray(view) || !view) {
      const [w, s, e, n] = view ?? region.view;
      map.fitBounds(
        [
          [s, w],
          [n, e],
        ],
        { animate: false, padding: [12, 12] },
      );
    } else map.setView([view.lat, view.lon], view.zoom, { animate: false });
    quiet = false;
    labels();
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

  /** Background tiles; on.base tells whether any arrives. The address is configuration and may be missing. */
  function setBase(config) {
    if (!config) return on.base(false);
    let failures = 0;
    base = L.tileLayer(config.url, {
      maxNativeZoom: config.maxZoom,
      maxZoom: 18,
      attribution: asText(config.attribution),
    });
    base.on('tileload', () => {
      failures = 0;
      on.base(true);
    });
    base.on('tileerror', () => {
      if (++failures === 4) on.base(false);
    });
    base.addTo(map);
  }

  function setLayer(dataset, collection) {
    removeLayer(dataset.id);
    const key = dataset.map.style;
    const group = L.geoJSON(collection, {
      ...panes.of(layerStyle(key).order),
      interactive: false,
      attribution: asText(dataset.inUse.source.attribution ?? ''),
      style: (feature) => leafletStyle(layerStyle(key, facets(dataset, feature))),
      pointToLayer: (feature, place) =>
        L.circleMarker(place, {
          ...panes.of(layerStyle(key).order),
          interactive: false,
          radius: layerStyle(key).radius ?? 5,
        }),
    });
    if (dataset.role === 'municipalities')
      collection.features.forEach((feature) => municipalityLabel(feature, region)?.addTo(group));
    layers.set(dataset.id, group.addTo(map));
  }

  function removeLayer(id) {
    layers.get(id)?.remove();
    layers.delete(id);
  }

  /** Symbols and labels of sites: entries {row, name, label}; name is read aloud, label is drawn. */
  function setSites(entries) {
    const wanted = new Set(entries.map(({ row }) => row.id));
    for (const [id, marker] of markers)
      if (!wanted.has(id)) {
        marker.remove();
        markers.delete(id);
      }
    for (const entry of entries) {
      if (!markers.has(entry.row.id)) markers.set(entry.row.id, addMarker(entry.row));
      drawMarker(markers.get(entry.row.id), entry);
    }
    drawShapes(new Map(entries.map(({ row }) => [row.id, row])));
    arrange();
    labels();
  }

  function addMarker(row) {
    const holder = h('span', { class: 'site-marker__body' });
    const icon = L.divIcon({ className: 'site-marker', html: holder, iconSize: [28, 28] });
    const marker = L.marker([row.point[1], row.point[0]], { icon, riseOnHover: true }).addTo(map);
    const element = marker.getElement();
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      on.select(row.id);
    });
    element.addEventListener('focus', () => on.hover(row.id));
    element.addEventListener('blur', () => on.hover(null));
    marker
      .on('click', () => on.select(row.id))
      .on('mouseover', () => on.hover(row.id))
      .on('mouseout', () => on.hover(null));
    return Object.assign(marker, { holder, home: marker.getLatLng() });
  }

  function drawMarker(marker, { row, name, label, order }) {
    marker.order = order;
    marker.setZIndexOffset(1000 - order * 10);
    marker.getElement().setAttribute('aria-label', name);
    marker.holder.replaceChildren(
      siteSymbol(siteClass(row), { kind: row.kind, wide: isWide(row), size: 26 }),
      h(
        'span',
        { class: 'site-marker__label' },
        h('span', {}, row.name),
        label && [' ', h('strong', {}, label)],
      ),
    );
  }

  /** Footprints as GeoJSON; drawn under the symbols when zoomed in far enough to see them. */
  function setFootprints(collection) {
    for (const feature of collection.features) {
      const shape = L.geoJSON(feature, { pane: panes.sites, renderer: panes.svg });
      shape
        .on('click', () => on.select(String(feature.id)))
        .on('mouseover', () => on.hover(String(feature.id)))
        .on('mouseout', () => on.hover(null));
      shapes.set(String(feature.id), shape);
    }
  }

  function drawShapes(rows) {
    for (const [id, shape] of shapes) {
      const row = rows.get(id);
      if (!row) {
        shape.remove();
        continue;
      }
      const key = siteClass(row);
      const look = SITE_CLASSES.find((c) => c.key === key);
      const pattern = patternOf(key, isWide(row));
      shape.addTo(map);
      shape.setStyle({
        color: look.stroke,
        weight: 2,
        dashArray: look.dash || null,
        fillColor: look.fill,
        fillOpacity: pattern ? 0.5 : 0.35,
      });
    }
  }

  function mark(selected, hovered) {
    for (const [id, marker] of markers) {
      const element = marker.getElement();
      element.classList.toggle('is-selected', id === selected);
      element.classList.toggle('is-hovered', id === hovered);
      element.setAttribute('aria-pressed', String(id === selected));
    }
    for (const [id, shape] of shapes) shape.setStyle({ weight: id === selected || id === hovered ? 4 : 2 });
    labels(selected, hovered);
  }

  /** Symbols that would cover each other move apart; a thin line leads each to its place. */
  function arrange() {
    if (!map._loaded) return;
    leaders.clearLayers();
    const homes = [...markers].map(([id, marker]) => ({ id, ...map.latLngToLayerPoint(marker.home) }));
    for (const [id, { x, y }] of moveApart(homes, 30)) {
      const marker = markers.get(id);
      const place = map.layerPointToLatLng([x, y]);
      const moved =
        Math.hypot(x - homes.find((p) => p.id === id).x, y - homes.find((p) => p.id === id).y) > 3;
      marker.setLatLng(moved ? place : marker.home);
      if (moved) L.polyline([marker.home, place], { ...leaderStyle, renderer: panes.svg }).addTo(leaders);
    }
  }

  let lastMarked = [null, null];

  /** Labels that would cover each other are hidden, least important first; symbols always stay. */
  function labels(...marked) {
    if (marked.length) lastMarked = marked;
    if (!map._loaded) return;
    const [selected, hovered] = lastMarked;
    const rectangles = [...markers]
      .map(([id, marker]) => {
        const { x, y } = map.latLngToContainerPoint(marker.getLatLng());
        const label = marker.getElement().querySelector('.site-marker__label');
        const weight = id === hovered ? -2 : id === selected ? -1 : marker.order;
        return { id, weight, x: x + 12, y: y - 12, width: label.offsetWidth + 4, height: 24 };
      })
      .sort((a, b) => a.weight - b.weight);
    const visible = placeLabels(rectangles);
    for (const [id, marker] of markers) marker.getElement().classList.toggle('has-label', visible.has(id));
  }

  /** Moves to a site only when it is out of view. */
  function reveal(id) {
    const marker = markers.get(id);
    if (!marker || !map._loaded || map.getBounds().pad(-0.1).contains(marker.home)) return;
    quiet = true;
    map.panTo(marker.home, { animate: false });
    quiet = false;
    on.view();
  }

  function bbox() {
    if (!map._loaded) return null;
    const b = map.getBounds();
    return [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()];
  }

  return { show, setTexts, setBase, setLayer, removeLayer, setSites, setFootprints, mark, reveal, bbox };
}

const leaderStyle = { pane: 'sites', color: '#14262b', weight: 1.5, interactive: false };

/** One pane per drawing order, each with its own canvas: thousands of roads cost one element, not thousands. */
class Panes {
  constructor(map) {
    this.map = map;
    this.known = new Map();
    this.sites = 'sites';
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

function municipalityLabel(feature, region) {
  const municipality = region.municipalities.find((m) =>
    Object.values(feature.properties ?? {}).some((value) => String(value) === m.number),
  );
  const place = middleOf(feature.geometry);
  if (!municipality || !place) return null;
  return L.tooltip({
    permanent: true,
    direction: 'center',
    className: 'municipality-label',
    interactive: false,
    pane: 'names',
  })
    .setLatLng(place)
    .setContent(h('span', {}, municipality.name));
}
