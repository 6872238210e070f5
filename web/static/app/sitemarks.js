// The sites on the map: symbols that can be reached with the keyboard, labels, and outlines. Gets Leaflet from map.js.
import { h } from './dom.js';
import { moveApart, placeLabels } from './labels.js';
import { isWide, SITE_CLASSES, siteClass } from './legend.js';
import { patternOf, siteSymbol } from './symbols.js';

const LEADER = { pane: 'sites', color: '#14262b', weight: 1.5, interactive: false };

export function createSiteMarks(L, map, panes, on) {
  const markers = new Map();
  const shapes = new Map();
  const leaders = L.layerGroup().addTo(map);
  let lastMarked = [null, null];
  map.on('zoomend', arrange);

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
    // Labels that would leave the map, or run under the zoom buttons, stand to the left where there is more room.
    const size = map.getSize();
    const edge = (y) => (y > size.y - 140 ? size.x - 52 : size.x);
    const rectangles = [...markers]
      .map(([id, marker]) => {
        const { x, y } = map.latLngToContainerPoint(marker.getLatLng());
        const label = marker.getElement().querySelector('.site-marker__label');
        const weight = id === hovered ? -2 : id === selected ? -1 : marker.order;
        const width = label.offsetWidth + 4;
        const left = x + 12 + width > edge(y) && x > edge(y) - x;
        marker.getElement().classList.toggle('is-left', left);
        const asked = weight < 0;
        return { id, weight, asked, left, x: left ? x - 12 - width : x + 12, y: y - 12, width, height: 24 };
      })
      .sort((a, b) => a.weight - b.weight);
    const symbols = rectangles.map(({ id, x, y, width, left }) => ({
      id,
      x: left ? x + width - 2 : x - 26,
      y: y - 2,
      width: 28,
      height: 28,
    }));
    const visible = placeLabels(rectangles, symbols);
    for (const [id, marker] of markers) {
      marker.getElement().classList.toggle('has-label', visible.has(id));
      marker.getElement().classList.toggle('is-over', visible.get(id) === true);
    }
    on.labelled([...symbols, ...rectangles.filter((r) => visible.has(r.id))]);
  }

  function homeOf(id) {
    return markers.get(id)?.home ?? null;
  }

  return { setSites, setFootprints, mark, labels, homeOf };
}
