// A map of a plan: its zones, and the ground of findings with numbers that can be reached by keyboard. Gets Leaflet from
// map.js. Few zones are lines, which are sharp on paper; the thousands of a region are drawn on a canvas.
import { h } from './dom.js';
import { moveApart } from './labels.js';
import { layerStyle } from './legend.js';

const ZONE = {
  business: { color: '#08382f', weight: 1.2, fillColor: '#9ccbb9', fillOpacity: 0.75 },
  zone: { color: '#7f8c90', weight: 0.8, fillColor: '#ffffff', fillOpacity: 0.35 },
};
const FOUND = {
  deviation: { color: '#9c2b23', weight: 2.5, fillColor: '#9c2b23', fillOpacity: 0.4 },
  undecided: { color: '#7a4d00', weight: 2, dashArray: '4 4', fillColor: '#f2b632', fillOpacity: 0.35 },
};
const MANY = 1500; // zones; more elements than that make a page slow
const APART = 30; // pixels between numbers, so that each can be read and hit
const CLOSEST = 16; // zoom at which a zone of a hectare fills a small map

export function createGround(L, container, region, { base, select }) {
  const map = L.map(container, {
    zoomControl: false,
    scrollWheelZoom: false, // the page scrolls; buttons, keys and two fingers zoom
    minZoom: 1,
    maxZoom: 18,
    zoomSnap: 0.25,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
  });
  map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
  L.control.scale({ imperial: false, position: 'topright' }).addTo(map);
  const svg = L.svg();
  map.createPane('zones').style.zIndex = '390';
  const canvas = L.canvas({ pane: 'zones' });
  const lines = L.svg({ pane: 'zones' });
  const numbers = new Map();
  const grounds = new Map();
  let [border, zones, zoom] = [null, null, null];
  let wanted = region.view;
  let moved = false;
  map.setView([(wanted[1] + wanted[3]) / 2, (wanted[0] + wanted[2]) / 2], 8);
  base(map);
  map.on('dragstart zoomstart', () => (moved = true));

  // The size is known only once the container stands on the page; what was to be seen then is shown again.
  new ResizeObserver(resized).observe(container);
  function resized() {
    if (!container.clientWidth) return;
    map.invalidateSize({ animate: false });
    if (!moved) fit(wanted);
  }
  // Paper gets the map of a wide screen, whatever the screen.
  for (const [event, onPaper] of [
    ['beforeprint', true],
    ['afterprint', false],
  ])
    window.addEventListener(event, () => {
      container.classList.toggle('is-paper', onPaper);
      resized();
    });

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
    const style = { color, weight, dashArray: dash, fill: false, renderer: svg };
    border = L.geoJSON(collection, { interactive: false, attribution, style }).addTo(map);
    border.bringToBack();
  }

  /** The zones of the plans, GeoJSON; look(properties) tells which are drawn as business land. */
  function setZones(collection, look) {
    zones?.remove();
    const renderer = collection.features.length > MANY ? canvas : lines;
    zones = L.geoJSON(collection, {
      interactive: false,
      pane: 'zones',
      filter: (feature) => Boolean(feature.geometry),
      style: (feature) => ({ ...ZONE[look(feature.properties ?? {})], renderer }),
    }).addTo(map);
  }

  /** The ground of findings [{id, geometry, place, look, number, name}]; those with a number get it as a button. */
  function setFindings(found) {
    for (const drawn of [...grounds.values(), ...numbers.values()]) drawn.remove();
    grounds.clear();
    numbers.clear();
    for (const one of found) if (one.geometry) grounds.set(one.id, draw(one));
    for (const one of found) if (one.number) numbers.set(one.id, addNumber(one));
    arrange();
  }

  // Numbers on the same spot would hide each other; up close each stands on its own place again.
  function arrange() {
    const points = [...numbers].map(([id, marker]) => ({ id, ...xy(map.latLngToLayerPoint(marker.home)) }));
    for (const [id, { x, y }] of moveApart(points, APART))
      numbers.get(id).setLatLng(map.layerPointToLatLng([x, y]));
  }
  const xy = ({ x, y }) => ({ x, y });
  map.on('zoomend viewreset', arrange);

  function draw({ geometry, look }) {
    const style = { ...FOUND[look], renderer: svg, interactive: false };
    return L.geoJSON(geometry, {
      interactive: false,
      style,
      pointToLayer: (_, place) => L.circleMarker(place, { ...style, radius: 9 }),
    }).addTo(map);
  }

  function addNumber({ id, place, number, name }) {
    const html = h('span', { class: 'plan-number' }, String(number));
    const icon = L.divIcon({
      className: 'plan-number-holder',
      html,
      iconSize: [28, 28],
      iconAnchor: [14, 38],
    });
    const marker = L.marker([place[1], place[0]], { icon, title: name, riseOnHover: true }).addTo(map);
    const element = marker.getElement();
    element.setAttribute('aria-label', `${number}: ${name}`);
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      select(id);
    });
    marker.home = marker.getLatLng();
    return marker.on('click', () => select(id));
  }

  /** The finding with this id stands out; "" for none. */
  function mark(id) {
    numbers.forEach((one, key) => one.getElement().classList.toggle('is-selected', key === id));
    grounds.forEach((one, key) => one.setStyle({ weight: key === id ? 5 : 2.5 }));
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
    map.fitBounds(corners, { animate: false, padding: [20, 20], maxZoom: CLOSEST });
    moved = false;
  }

  return { setTexts, setBorder, setZones, setFindings, mark, fit };
}
