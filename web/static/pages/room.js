// A map that can be moved, for those who ask for it: the page is whole without it, so nothing is fetched before that.
const LEAFLET = '/webjars/leaflet/1.9.4/dist/leaflet';

function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

function loaded(node) {
  return new Promise((resolve, reject) => {
    node.addEventListener('load', resolve);
    node.addEventListener('error', () => reject(new Error('not loaded')));
    document.head.append(node);
  });
}

async function open(figure) {
  const { outlines, tiles, credit, zoom, alt } = figure.dataset;
  const [answer] = await Promise.all([
    fetch(outlines),
    loaded(element('link', { rel: 'stylesheet', href: `${LEAFLET}.css` })),
    loaded(element('script', { src: `${LEAFLET}.js` })),
  ]);
  if (!answer.ok) throw new Error(`outlines answered ${answer.status}`);
  const shapes = await answer.json();
  const place = element('div', { className: 'room__movable', tabIndex: 0, role: 'region', ariaLabel: alt });
  figure.querySelector('img').replaceWith(place);
  const map = window.L.map(place, { maxZoom: Number(zoom) });
  window.L.tileLayer(tiles, { attribution: credit, maxZoom: Number(zoom) }).addTo(map);
  const layer = window.L.geoJSON(shapes, {
    style: ({ properties }) => ({
      color: '#0b4f46',
      weight: properties.kind === 'plot' ? 1 : 3,
      fillOpacity: 0.15,
    }),
    onEachFeature: ({ properties }, shape) => shape.bindTooltip(properties.name),
  }).addTo(map);
  map.fitBounds(layer.getBounds().pad(0.6));
  place.focus();
}

for (const figure of document.querySelectorAll('[data-outlines]')) {
  const button = element('button', {
    type: 'button',
    className: 'button no-print',
    textContent: figure.dataset.open,
  });
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await open(figure);
      button.remove();
    } catch {
      button.disabled = false; // the picture is still there
    }
  });
  figure.append(button);
}
