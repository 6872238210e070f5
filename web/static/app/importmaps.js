// The small maps of the import page. Each is made once and moved along when the page is drawn anew.
import { h } from './dom.js';
import { productName } from './lines.js';
import { createPreview } from './map.js';

export function createPreviews(app) {
  const known = new Map();

  /** The map for one use, {element, map, show(key, action)}; select(id) is told when a place on it is clicked. */
  function get(use, label, select) {
    if (!known.has(use)) known.set(use, create(select));
    const one = known.get(use);
    one.select = select;
    if (one.texts !== `${app.lang} ${label}`) {
      one.texts = `${app.lang} ${label}`;
      one.map.setTexts({ name: label, zoomIn: app.t('map.zoomIn'), zoomOut: app.t('map.zoomOut') });
    }
    drawBorder(one);
    return one;
  }

  function create() {
    const element = h('div', { class: 'preview-map' });
    const { region, config } = app.data;
    const one = { element, drawn: new Map() };
    one.map = createPreview(element, region, config.baseMap, { select: (id) => one.select?.(id) });
    /** Runs the action when what it draws is another than last time. */
    one.update = (what, key, action) => {
      if (one.drawn.get(what) === key) return;
      one.drawn.set(what, key);
      action(one.map);
    };
    return one;
  }

  function drawBorder(one) {
    const dataset = app.data.datasets.find((d) => d.role === 'municipalities' && d.inUse);
    if (!dataset) return;
    const { id, source } = dataset.inUse;
    const answer = app.loader.ask(`border ${id}`, () =>
      app.api.get(`/collections/${dataset.id}/items?limit=1000`),
    );
    if (answer.status === 'ready')
      one.update('border', id, (map) => map.setBorder(answer.value, productName(app, source)));
  }

  return { get };
}
