// Drawing on the map: the only module that knows Geoman, which it loads when somebody starts to draw. Gets Leaflet and
// the map from map.js; is told what to draw and tells back what was drawn. Positions are [east, north] in degrees.

const VENDOR = '/vendor/leaflet-geoman-free-2.20.2/';
const SHAPE = { color: '#1857b8', weight: 3, fillColor: '#1857b8', fillOpacity: 0.12 };
const OTHER = { color: '#14262b', weight: 2, dashArray: '6 4', fill: false };
let loading = null;

// Geoman adds itself to the global L, which has to be one that can be added to; Leaflet's classes stay the same ones.
function load(L) {
  loading ??= new Promise((resolve, reject) => {
    window.L = { ...L };
    const style = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: `${VENDOR}leaflet-geoman.css`,
    });
    const script = Object.assign(document.createElement('script'), {
      src: `${VENDOR}leaflet-geoman.min.js`,
      onload: resolve,
      onerror: () => {
        loading = null;
        reject(new Error(script.src));
      },
    });
    document.head.append(style, script);
  }).then(() => {
    // Only what we draw is Geoman's business, not the thousands of lines of the layers.
    window.L.PM.setOptIn(true);
    return window.L.PM;
  });
  return loading;
}

/** on = {change(shape), commit(shape), draw(tool, ring | line), tool(name, count of vertices)} */
export async function createMapEdit(L, map, on) {
  const PM = await load(L);
  map.options.pmIgnore = false;
  PM.reInitLayer(map);
  for (const [name, order] of [
    ['edit', 460],
    ['edit-vertices', 640],
  ])
    (map.getPane(name) ?? map.createPane(name)).style.zIndex = String(order);
  map.pm.setGlobalOptions({
    panes: { vertexPane: 'edit-vertices', layerPane: 'edit', markerPane: 'edit-vertices' },
    allowSelfIntersection: true, // a crossing is told in words, at its place, instead of refusing the mouse
    limitMarkersToCount: 300,
    snapDistance: 15,
    tooltips: false,
    templineStyle: { ...SHAPE, dashArray: '5 5' },
    hintlineStyle: { ...SHAPE, dashArray: '5 5' },
    pathOptions: SHAPE,
  });
  const renderer = L.svg({ pane: 'edit' });
  const others = L.layerGroup([], { pmIgnore: true }).addTo(map);
  const snaps = L.layerGroup([], { pmIgnore: true }).addTo(map);
  const marks = L.layerGroup([], { pmIgnore: true }).addTo(map);
  const container = map.getContainer();
  let layer = null;
  let tool = 'edit';
  let snapping = true;
  let snapSources = [];
  container.classList.add('is-editing');
  // The vertices are for the pointer; the table of vertices is for the keyboard. Without a name they must be no stops.
  const watch = new MutationObserver(silence);
  watch.observe(map.getPane('edit-vertices'), { childList: true });
  map.on('pm:create', created);
  map.on('pm:drawstart', drawStarted);
  map.on('moveend', drawSnaps);
  document.addEventListener('keydown', onKey, true);

  function silence() {
    for (const icon of map.getPane('edit-vertices').querySelectorAll('[tabindex], [role]')) {
      icon.removeAttribute('role');
      icon.removeAttribute('tabindex');
      icon.setAttribute('aria-hidden', 'true');
    }
  }

  /** Shows the shape that is edited, with its vertices when the tool asks for them. */
  function setShape(shape) {
    if (layer && same(shape, shapeOf(layer))) return;
    const drawing = isDrawing();
    if (!drawing) rest();
    layer?.remove();
    layer = null;
    if (shape.length) {
      layer = L.polygon(toLatLngs(shape), { ...SHAPE, pane: 'edit', renderer, pmIgnore: false });
      layer
        .on('pm:change pm:markerdrag pm:drag', () => on.change(shapeOf(layer)))
        .on('pm:edit pm:dragend', () => on.commit(shapeOf(layer)))
        .addTo(map);
    }
    if (!drawing) work();
  }

  /** Other shapes of the same site, for orientation. */
  function setOthers(shapes) {
    others.clearLayers();
    for (const shape of shapes)
      others.addLayer(L.polygon(toLatLngs(shape), { ...OTHER, pane: 'edit', renderer, interactive: false }));
  }

  function rest() {
    map.pm.disableDraw();
    layer?.pm.disable();
    layer?.pm.disableLayerDrag();
  }

  function work() {
    const snap = { snappable: snapping, allowSelfIntersection: true };
    if (tool === 'draw' || tool === 'hole') map.pm.enableDraw('Polygon', { ...snap, cursorMarker: true });
    else if (tool === 'split') map.pm.enableDraw('Line', { snappable: snapping });
    else if (tool === 'drag') layer?.pm.enableLayerDrag();
    else if (tool === 'remove')
      layer?.pm.enable({ ...snap, removeVertexOn: 'click', hideMiddleMarkers: true });
    else if (tool === 'edit') layer?.pm.enable({ ...snap, removeVertexOn: 'contextmenu' });
    silence();
  }

  /** draw, edit, drag, remove, hole, split or "" for none. */
  function setTool(name) {
    rest();
    tool = name;
    work();
    on.tool(tool, 0);
  }

  function isDrawing() {
    return ['draw', 'hole', 'split'].includes(tool);
  }

  function drawStarted({ workingLayer }) {
    workingLayer.on('pm:vertexadded', () => on.tool(tool, workingLayer.getLatLngs().length));
  }

  function created({ layer: drawn }) {
    const name = tool;
    drawn.remove();
    const line = name === 'split';
    const positions = (line ? drawn.getLatLngs() : drawn.getLatLngs()[0]).map(position);
    setTool('edit');
    on.draw(name, line ? positions : [...positions, positions[0]]);
  }

  const drawer = () => map.pm.Draw[tool === 'split' ? 'Line' : 'Polygon'];

  /** Ends the figure that is being drawn, as a click on its first vertex would. */
  function finish() {
    if (isDrawing()) drawer()._finishShape();
  }

  function removeLast() {
    if (!isDrawing()) return;
    drawer()._removeLastVertex();
    on.tool(tool, drawer()._layer?.getLatLngs().length ?? 0);
  }

  function onKey(event) {
    if (event.key !== 'Escape' || !isDrawing()) return;
    event.stopPropagation();
    setTool('edit');
  }

  /** Lines to snap to: GeoJSON geometries. Only what is in view is looked at, since borders have thousands of vertices. */
  function setSnaps(on_, geometries) {
    const changed = on_ !== snapping;
    snapping = on_;
    snapSources = geometries.flatMap(linesOf);
    drawSnaps();
    if (changed && !isDrawing()) {
      rest();
      work();
    }
  }

  function drawSnaps() {
    snaps.clearLayers();
    if (!snapping) return;
    const view = map.getBounds().pad(0.1);
    for (const line of snapSources)
      for (const run of inView(line, view))
        snaps.addLayer(
          L.polyline(run, { pane: 'edit', renderer, opacity: 0, interactive: false, snapIgnore: false }),
        );
    if (layer?.pm.enabled()) layer.pm._createSnapList?.();
  }

  /** A mark at each place where something is wrong: {place: [east, north], text}. */
  function setFaults(faults) {
    marks.clearLayers();
    for (const { place, text } of faults) {
      const html = Object.assign(document.createElement('span'), { textContent: '!' });
      const icon = L.divIcon({ className: 'edit-fault', html, iconSize: [26, 26] });
      const mark = L.marker([place[1], place[0]], { icon, keyboard: false, pmIgnore: true, alt: '' });
      marks.addLayer(mark);
      mark.getElement()?.setAttribute('title', text);
    }
  }

  function showBox([w, s, e, n]) {
    map.fitBounds(
      [
        [s, w],
        [n, e],
      ],
      { maxZoom: 15, padding: [60, 60], animate: false },
    );
  }

  function end() {
    rest();
    layer?.remove();
    for (const group of [others, snaps, marks]) group.remove();
    watch.disconnect();
    map.off('pm:create', created).off('pm:drawstart', drawStarted).off('moveend', drawSnaps);
    document.removeEventListener('keydown', onKey, true);
    container.classList.remove('is-editing');
  }

  return { setShape, setOthers, setTool, setSnaps, setFaults, showBox, finish, removeLast, end };
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const position = ({ lat, lng }) => [lng, lat];
const latLng = ([x, y]) => [y, x];

function toLatLngs(shape) {
  return shape.map((rings) => rings.map((ring) => ring.slice(0, -1).map(latLng)));
}

function shapeOf(layer) {
  const latLngs = layer.getLatLngs();
  const parts = Array.isArray(latLngs[0]?.[0]) ? latLngs : [latLngs];
  return parts
    .map((rings) =>
      rings
        .filter((ring) => ring.length > 2)
        .map((ring) => {
          const open = ring.map(position);
          return [...open, open[0]];
        }),
    )
    .filter((rings) => rings.length);
}

function linesOf(geometry) {
  const { type, coordinates, geometries } = geometry ?? {};
  if (type === 'LineString') return [coordinates];
  if (type === 'MultiLineString' || type === 'Polygon') return coordinates;
  if (type === 'MultiPolygon') return coordinates.flat();
  return (geometries ?? []).flatMap(linesOf);
}

/** The stretches of a line whose edges may be in view. */
function inView(line, view) {
  const [w, s, e, n] = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
  const runs = [];
  let run = null;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const seen =
      Math.max(a[0], b[0]) >= w &&
      Math.min(a[0], b[0]) <= e &&
      Math.max(a[1], b[1]) >= s &&
      Math.min(a[1], b[1]) <= n;
    if (!seen) run = null;
    else if (run) run.push(latLng(b));
    else runs.push((run = [latLng(a), latLng(b)]));
  }
  return runs;
}
