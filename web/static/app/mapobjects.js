// The objects that decided a value, drawn over the other layers. Gets Leaflet from map.js.

// Roles differ in line, not in colour alone; what each is stands in words beside the map.
const LOOK = {
  nearest: { weight: 5, fillOpacity: 0.2 },
  read: { weight: 4, fillOpacity: 0 },
  overlap: { weight: 3, fillOpacity: 0.45 },
  counted: { weight: 3, fillOpacity: 0.25 },
  cut: { weight: 1.5, dashArray: '2 4', fillOpacity: 0.4 },
  remaining: { weight: 4, color: '#0b5d4e', fillColor: '#0b5d4e', fillOpacity: 0.15 },
  line: { weight: 3, dashArray: '7 6', color: '#14262b' },
};
// Points are rings that a symbol fits into: what is read often lies right below the site's own symbol.
const RING = 23;
const COLOUR = '#a3145e';

export function createMapObjects(L, map, panes) {
  const above = map.createPane('objects');
  above.style.zIndex = '650';
  above.style.pointerEvents = 'none';
  const rings = { pane: 'objects', renderer: L.svg({ pane: 'objects' }), interactive: false, radius: RING };
  const group = L.featureGroup().addTo(map);
  let drawn = null;

  /**
   * Draws a collection, or nothing. What is new is brought into view with the place of its site.
   */
  function setObjects(collection, home) {
    if (collection === drawn) return;
    drawn = collection;
    group.clearLayers();
    if (!collection?.features.length) return;
    halo(collection);
    layer(collection, ({ properties: { role } }) => ({ color: COLOUR, fillColor: COLOUR, ...LOOK[role] }));
    bringIntoView(home);
  }

  // White below the lines keeps them clear of every background.
  function halo(collection) {
    layer(collection, ({ properties: { role } }) => ({
      color: '#ffffff',
      weight: (LOOK[role]?.weight ?? 3) + 4,
      fillOpacity: 0,
      opacity: 0.85,
    }));
  }

  function layer(collection, style) {
    L.geoJSON(collection, {
      pane: 'sites',
      renderer: panes.svg,
      interactive: false,
      style,
      pointToLayer: (feature, place) => L.circleMarker(place, rings),
    }).addTo(group);
  }

  function bringIntoView(home) {
    const bounds = group.getBounds();
    if (home) bounds.extend(home);
    const size = map
      .latLngToLayerPoint(bounds.getNorthEast())
      .distanceTo(map.latLngToLayerPoint(bounds.getSouthWest()));
    // Something too small to be seen counts as out of view.
    if (map.getBounds().contains(bounds) && size > 80) return;
    map.fitBounds(bounds, { animate: false, padding: [60, 60], maxZoom: 15 });
  }

  return { setObjects };
}
