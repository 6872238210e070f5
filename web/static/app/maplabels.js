// Names of the municipalities on the map. They give way to the sites: a name moves up or down, or is left out.
import { h } from './dom.js';
import { middleOf, placeNames } from './labels.js';

export function createMapNames(L, map, region) {
  let names = [];
  let taken = [];

  /** One name per municipality of the region among the features. */
  function set(collection) {
    clear();
    names = collection.features.map(label).filter(Boolean);
    arrange(taken);
  }

  function label(feature) {
    const values = Object.values(feature.properties ?? {}).map(String);
    const municipality = region.municipalities.find((m) => values.includes(m.number));
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
      .setContent(h('span', {}, municipality.name))
      .addTo(map);
  }

  function clear() {
    names.forEach((name) => name.remove());
    names = [];
  }

  /** Keeps the names clear of the rectangles {x, y, width, height} that symbols and labels of sites take up. */
  function arrange(rectangles) {
    taken = rectangles;
    const boxes = names.map((name, id) => {
      const { x, y } = map.latLngToContainerPoint(name.getLatLng());
      const { offsetWidth: width, offsetHeight: height } = name.getElement();
      return { id, x: x - width / 2, y: y - height / 2, width, height };
    });
    const moves = placeNames(boxes, taken);
    names.forEach((name, id) => {
      name.options.offset = L.point(0, moves.get(id) ?? 0);
      name.update();
      name.getElement().hidden = !moves.has(id);
    });
  }

  return { set, clear, arrange };
}
