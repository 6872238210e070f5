// The sites on the map: symbols that can be reached with the keyboard, labels, and outlines. Gets Leaflet from map.js.
import { h } from './dom.js';
import { coversSymbol, moveApart, placeLabels } from './labels.js';
import { isWide, SITE_CLASSES, siteClass } from './legend.js';
import { patternOf, siteSymbol } from './symbols.js';

// Parts lie above their site's own outline; what they are stands on them in words.
const PART = {
  planArea: { dashArray: '8 5', weight: 2, fillOpacity: 0 },
  zoned: { dashArray: '2 4', weight: 2.5, fillOpacity: 0.08 },
  prepared: { weight: 2.5, fillOpacity: 0.12 },
  plot: { weight: 2, fillOpacity: 0.25 },
};
// Plots bear their label inside; the areas round them at an edge, clear of the plots and of the site's own label.
const PART_LABEL = {
  planArea: (at) => [at.getSouth(), 'bottom'],
  zoned: (at) => [at.getNorth(), 'top'],
  prepared: (at) => [at.getNorth(), 'top'],
  plot: (at) => [at.getCenter().lat, 'center'],
};
const PLOT_FILL = { free: '#0b6b5d', option: '#c98a00', sold: '#5a666b' };

const LEADER = { pane: 'sites', color: '#14262b', weight: 1.5, interactive: false };

export function createSiteMarks(L, map, panes, on) {
  const markers = new Map();
  const shapes = new Map();
  const leaders = L.layerGroup().addTo(map);
  const parts = L.layerGroup().addTo(map);
  let drawnParts = '';
  let lastMarked = [null, null];
  map.on('zoomend', arrange);

  /** Symbols and labels of sites: entries {row, name, label, badge}; name is read aloud, label and badge are drawn. */
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
    inTabOrder(entries.map(({ row }) => markers.get(row.id).getElement()));
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

  function drawMarker(marker, { row, name, label, badge, order }) {
    marker.order = order;
    marker.home = L.latLng(row.point[1], row.point[0]); // a site that was redrawn has another point
    marker.setZIndexOffset(1000 - order * 10);
    marker.getElement().setAttribute('aria-label', name);
    marker.holder.replaceChildren(
      ...[siteSymbol(siteClass(row), { kind: row.kind, wide: isWide(row), size: 26 }), badge].filter(Boolean),
      h(
        'span',
        { class: 'site-marker__label' },
        h('span', {}, row.name),
        label && [' ', h('strong', {}, label)],
      ),
    );
  }

  // The Tab key follows the order of the elements, so that is the ranking's. Moving an element would take its focus.
  function inTabOrder(elements) {
    const pane = map.getPane('markerPane');
    if (pane.contains(document.activeElement) || elements.every((e, i) => e === pane.children[i])) return;
    pane.append(...elements);
  }

  /** Footprints as GeoJSON; drawn under the symbols when zoomed in far enough to see them. */
  function setFootprints(collection) {
    for (const feature of collection.features) {
      const shape = L.geoJSON(feature, { pane: 'sites', renderer: panes.svg });
      shape
        .on('click', () => on.select(String(feature.id)))
        .on('mouseover', () => on.hover(String(feature.id)))
        .on('mouseout', () => on.hover(null));
      shapes.set(String(feature.id), shape);
    }
  }

  function clearFootprints() {
    for (const shape of shapes.values()) shape.remove();
    shapes.clear();
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

  /** The areas and plots of the selected site: [{kind, status, label, footprint}]. */
  function setParts(list) {
    const key = JSON.stringify(list);
    if (key === drawnParts) return;
    drawnParts = key;
    parts.clearLayers();
    for (const { kind, status, label, footprint } of list) {
      const shape = L.geoJSON(footprint, {
        pane: 'sites',
        renderer: panes.svg,
        interactive: false,
        style: { color: '#14262b', fillColor: PLOT_FILL[status] ?? '#14262b', ...PART[kind] },
      }).addTo(parts);
      const at = shape.getBounds();
      const [lat, direction] = PART_LABEL[kind](at);
      L.tooltip([lat, at.getCenter().lng], {
        content: h('span', {}, label),
        permanent: true,
        direction,
        className: 'part-label',
      }).addTo(parts);
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
    leaders.clearLayers();
    const homes = [...markers].map(([id, marker]) => ({ id, ...map.latLngToLayerPoint(marker.home) }));
    for (const [id, { x, y }] of moveApart(homes, 30)) {
      const marker = markers.get(id);
      const place = map.layerPointToLatLng([x, y]);
      const moved =
        Math.hypot(x - homes.find((p) => p.id === id).x, y - homes.find((p) => p.id === id).y) > 3;
      marker.setLatLng(moved ? place : marker.home);
      if (moved) L.polyline([marker.home, place], { ...LEADER, renderer: panes.svg }).addTo(leaders);
    }
  }

  /** Labels that would cover each other or a symbol are hidden, least important first; symbols always stay. */
  function labels(...marked) {
    if (marked.length) lastMarked = marked;
    const [selected, hovered] = lastMarked;
    const symbols = [...markers].map(([id, marker]) => {
      const { x, y } = map.latLngToContainerPoint(marker.getLatLng());
      return { id, x: x - 14, y: y - 14, width: 28, height: 28 };
    });
    const rectangles = symbols
      .map((symbol) => {
        const marker = markers.get(symbol.id);
        const weight = symbol.id === hovered ? -2 : symbol.id === selected ? -1 : marker.order;
        return { ...labelBeside(symbol, marker, symbols), weight, asked: weight < 0 };
      })
      .sort((a, b) => a.weight - b.weight);
    const visible = placeLabels(rectangles, symbols);
    for (const { id, left } of rectangles) {
      const { classList } = markers.get(id).getElement();
      classList.toggle('is-left', left);
      classList.toggle('has-label', visible.has(id));
      classList.toggle('is-over', visible.get(id) === true);
    }
    on.labelled([...symbols, ...rectangles.filter((r) => visible.has(r.id))]);
  }

  // Labels stand to the left where they would leave the map, run under the zoom buttons, or cover another symbol.
  function labelBeside(symbol, marker, symbols) {
    const width = marker.getElement().querySelector('.site-marker__label').offsetWidth + 4;
    const size = map.getSize();
    const edge = symbol.y + 14 > size.y - 140 ? size.x - 52 : size.x;
    const right = { id: symbol.id, x: symbol.x + 26, y: symbol.y + 2, width, height: 24, left: false };
    const left = { ...right, x: symbol.x + 2 - width, left: true };
    const outside = right.x + width > edge && symbol.x + 14 > edge / 2;
    const clearer = left.x > 0 && coversSymbol(right, symbols) && !coversSymbol(left, symbols);
    return outside || clearer ? left : right;
  }

  function homeOf(id) {
    return markers.get(id)?.home ?? null;
  }

  return { setSites, setFootprints, setParts, clearFootprints, mark, labels, homeOf };
}
