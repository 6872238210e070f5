// A small map beside a table: objects as outlines, places as marks. Gets Leaflet from map.js.
import { h } from './dom.js';
import { layerStyle } from './legend.js';

const OBJECT = { color: '#1857b8', weight: 2, fillColor: '#1857b8', fillOpacity: 0.25 };
const FEW_METRES = 16; // zoom at which one object of a hectare fills a small map

export function createPreviewMap(L, container, region, { base, select = () => {}, click = () => {} }) {
  const map = L.map(container, {
    zoomControl: false,
    minZoom: 1,
    maxZoom: 18,
    zoomSnap: 0.5,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
  });
  map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
  const svg = L.svg();
  const marks = new Map();
  let border = null;
  let objects = null;
  let zoom = null;
  let wanted = region.view;
  let moved = false;
  map.setView([(wanted[1] + wanted[3]) / 2, (wanted[0] + wanted[2]) / 2], 8);
  base(map);
  map.on('dragstart zoomstart', () => (moved = true));
  map.on('click', ({ latlng }) => click([latlng.lng, latlng.lat]));

  // The size is known only once the container stands on the page; what was to be seen then is shown again.
  new ResizeObserver(() => {
    if (!container.clientWidth) return;
    map.invalidateSize({ animate: false });
    if (!moved) fit(wanted);
  }).observe(container);

  function setTexts({ name, zoomIn, zoomOut }) {
    zoom?.remove();
    zoom = L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut, position: 'topleft' }).addTo(map);
    container.setAttribute('role', 'region');
    container.setAttribute('aria-label', name);
  }

  /** The borders of the region's municipalities, credited with their source. */
  function setBorder(collection, attribution) {
    border?.remove();
    const { color, weight, dash } = layerStyle('municipality');
    border = L.geoJSON(collection, {
      interactive: false,
      attribution,
      style: { color, weight, dashArray: dash, fillColor: '#ffffff', fillOpacity: 0.5, renderer: svg },
    }).addTo(map);
    border.bringToBack();
  }

  /** Objects; a style of the legend when they are more than outlines of a file. */
  function setObjects(collection, style) {
    objects?.remove();
    const look = style ? lineStyle(layerStyle(style)) : OBJECT;
    objects = collection
      ? L.geoJSON(collection, {
          interactive: false,
          style: { ...look, renderer: svg },
          pointToLayer: (_, place) => L.circleMarker(place, { ...look, radius: 6, interactive: false }),
        }).addTo(map)
      : null;
  }

  /** Places [{id, longitude, latitude, kind, symbol, name}]; decoration for the eye, the table is for everybody. */
  function setPlaces(places) {
    marks.forEach((mark) => mark.remove());
    marks.clear();
    for (const { id, longitude, latitude, kind, symbol, name } of places) {
      const html = h('span', { class: `place-mark place-mark--${kind}` }, symbol);
      const icon = L.divIcon({ className: 'place-mark-holder', html, iconSize: [24, 24] });
      const mark = L.marker([latitude, longitude], { icon, title: name, keyboard: false, riseOnHover: true });
      mark.on('click', () => select(id)).addTo(map);
      mark.getElement().setAttribute('aria-hidden', 'true');
      marks.set(id, mark);
    }
  }

  function mark(id) {
    marks.forEach((one, key) => {
      one.getElement().classList.toggle('is-selected', key === id);
      one.setZIndexOffset(key === id ? 1000 : 0);
    });
  }

  /** Shows a box [w, s, e, n]. */
  function fit(box) {
    wanted = box;
    if (!container.clientWidth) return;
    const [w, s, e, n] = box;
    const corners = [
      [Math.max(-85, s), w],
      [Math.min(85, n), e],
    ];
    map.fitBounds(corners, { animate: false, padding: [16, 16], maxZoom: FEW_METRES });
    moved = false;
  }

  function show({ longitude, latitude }) {
    map.setView([latitude, longitude], Math.max(map.getZoom(), 14), { animate: false });
    moved = true;
  }

  /** Drawing on this map; what it takes is loaded now. */
  async function edit(listeners) {
    const { createMapEdit } = await import('./mapedit.js');
    return createMapEdit(L, map, listeners);
  }

  return { setTexts, setBorder, setObjects, setPlaces, mark, fit, show, edit };
}

function lineStyle({ color, weight, dash, fill, fillOpacity }) {
  return { color, weight, dashArray: dash, fillColor: fill, fillOpacity };
}
