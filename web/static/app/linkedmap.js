// One of several small maps that move together, each around a place of its own. Gets Leaflet from map.js.
const OWN = { color: '#08382f', weight: 2.5, fillColor: '#4f9e8a', fillOpacity: 0.55 };
const OTHER = { color: '#5b6870', weight: 1, dashArray: '2 3', fill: false };

/**
 * home = {lat, lon} in the middle; view = {zoom, x, y}: the zoom, and how far the middle is from home in pixels at zoom
 * 0. moved(view) is told when somebody drags or zooms this map; show(view) moves it without telling.
 */
export function createLinkedMap(L, container, { home, base, layersOf, moved }) {
  const map = L.map(container, {
    zoomControl: false,
    attributionControl: true,
    keyboard: false,
    scrollWheelZoom: false, // the page scrolls; buttons and two fingers zoom
    minZoom: 6,
    maxZoom: 18,
    zoomSnap: 0.5,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: false,
  });
  map.attributionControl.setPrefix(false);
  L.control.scale({ imperial: false, position: 'bottomleft' }).addTo(map);
  const group = layersOf(map);
  const svg = L.svg({ pane: 'sites' });
  const layers = new Map();
  let sites = null;
  const middle = map.options.crs.latLngToPoint(L.latLng(home.lat, home.lon), 0);
  let current = null;
  let quiet = true;

  map.on('move', () => {
    if (quiet) return;
    const at = map.options.crs.latLngToPoint(map.getCenter(), 0);
    current = { zoom: map.getZoom(), x: at.x - middle.x, y: at.y - middle.y };
    moved(current);
  });
  new ResizeObserver(() => {
    if (!container.clientWidth) return;
    quietly(() => map.invalidateSize({ animate: false, pan: false }));
    if (current) show(current);
  }).observe(container);

  function quietly(action) {
    quiet = true;
    action();
    quiet = false;
  }

  function show(view) {
    current = view;
    const at = map.options.crs.pointToLatLng(L.point(middle.x + view.x, middle.y + view.y), 0);
    quietly(() => map.setView(at, view.zoom, { animate: false }));
  }

  /** The outlines of all sites; the one with the id is filled. */
  function setSites(collection, id) {
    const look = (feature) => ({ ...(feature.id === id ? OWN : OTHER), renderer: svg, interactive: false });
    sites?.remove();
    sites = L.geoJSON(collection, {
      interactive: false,
      style: look,
      pointToLayer: (feature, place) => L.circleMarker(place, { ...look(feature), radius: 6 }),
    }).addTo(map);
  }

  /** A reference layer in the look of the large map. */
  function setLayer(dataset, collection) {
    removeLayer(dataset.id);
    layers.set(dataset.id, group(dataset, collection).addTo(map));
  }

  function removeLayer(id) {
    layers.get(id)?.remove();
    layers.delete(id);
  }

  /** What is in view, [w, s, e, n]; null while the map has no size. */
  function bbox() {
    if (!container.clientWidth) return null;
    const bounds = map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  show({ zoom: 11, x: 0, y: 0 });
  base(map);
  return { show, setSites, setLayer, removeLayer, bbox };
}
