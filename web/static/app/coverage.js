// Which parts of the region a theme does not cover: as a table of themes by municipality, and as a map of one theme.
// "Not mapped" is never an empty place: it is hatched, named and counted.
import { h, link, render, s } from './dom.js';
import { number, percent } from './format.js';

const WIDTH = 620;
const MARGIN = 14;
let chosen = '';

/** What is missing per theme; themes without data need no question, they are missing everywhere. */
function gapsOf(app, dataset) {
  if (!dataset.inUse && dataset.id !== chosen) return null;
  return app.loader.ask(`gaps ${dataset.id} ${dataset.inUse?.id ?? 0}`, () =>
    app.api.get(`/api/datasets/${dataset.id}/gaps`),
  );
}

function mappable(app) {
  return app.data.datasets.filter((d) => d.role !== 'sites' && d.role !== 'plans');
}

/** Redraws itself when another theme is chosen, so that nothing else on the page moves. */
export function drawCoverage(app, container) {
  const themes = mappable(app);
  if (!themes.some((d) => d.id === chosen)) chosen = themes.find((d) => d.inUse)?.id ?? themes[0]?.id ?? '';
  const told = themes.map((dataset) => ({ dataset, gaps: gapsOf(app, dataset) }));
  const choose = (id) => {
    chosen = id;
    drawCoverage(app, container);
    document.getElementById('coverage-map')?.scrollIntoView({ block: 'nearest' });
  };
  render(
    container,
    h('h3', {}, app.t('coverage.title')),
    h('p', {}, app.t('coverage.lead')),
    map(app, told, choose),
    table(app, told, choose),
  );
}

function map(app, told, choose) {
  const { t } = app;
  const { dataset, gaps } = told.find((one) => one.dataset.id === chosen);
  return h(
    'div',
    { class: 'coverage', id: 'coverage-map' },
    h('label', { for: 'coverage-theme' }, t('coverage.choose')),
    h(
      'select',
      { id: 'coverage-theme', onchange: (event) => choose(event.target.value) },
      told.map((one) =>
        h(
          'option',
          { value: one.dataset.id, selected: one.dataset.id === chosen },
          app.text(one.dataset.name) + (one.dataset.inUse ? '' : ` – ${t('layers.noData')}`),
        ),
      ),
    ),
    gaps?.status === 'ready' ? picture(app, dataset, gaps.value) : waiting(app, gaps),
  );
}

function waiting(app, gaps) {
  return gaps?.status === 'failed'
    ? h('p', { class: 'problem' }, gaps.problem.title)
    : h('p', { class: 'muted' }, app.t('loading'));
}

function picture(app, dataset, gaps) {
  const { t, lang } = app;
  if (gaps.items.length === 0) return h('p', { class: 'notice' }, t('coverage.noMunicipalities'));
  const text = t('coverage.sum', {
    name: app.text(dataset.name),
    share: percent(lang, gaps.share),
    km2: number(lang, gaps.notCoveredM2 / 1e6),
    all: number(lang, gaps.areaM2 / 1e6),
  });
  return h(
    'figure',
    { class: 'coverage__figure' },
    drawing(gaps.items, text),
    h(
      'figcaption',
      {},
      h('p', { class: gaps.share > 0 ? 'coverage__sum coverage__sum--gap' : 'coverage__sum' }, text),
      h(
        'ul',
        { class: 'plain coverage__legend' },
        legend('covered', t('coverage.mapped')),
        legend('gap', t('coverage.not')),
      ),
    ),
  );
}

function legend(kind, text) {
  const swatch = s(
    'svg',
    { viewBox: '0 0 28 18', width: 28, height: 18, 'aria-hidden': 'true', focusable: 'false' },
    s('rect', { x: 1, y: 1, width: 26, height: 16, class: `coverage__${kind}` }),
    kind === 'gap' && s('rect', { x: 1, y: 1, width: 26, height: 16, fill: 'url(#pattern-cross)' }),
  );
  return h('li', {}, swatch, ' ', text);
}

function drawing(items, text) {
  const shapes = items.flatMap((item) => [
    { item, kind: 'covered', rings: rings(item.covered) },
    { item, kind: 'gap', rings: rings(item.notCovered) },
  ]);
  const place = projection(shapes.flatMap((shape) => shape.rings.flat()));
  const path = (shape) => shape.rings.map((ring) => `M${ring.map(place.at).join('L')}Z`).join('');
  return s(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${place.height}`, class: 'coverage__map', role: 'img', 'aria-label': text },
    shapes
      .filter((shape) => shape.rings.length > 0)
      .map((shape) => [
        s('path', { d: path(shape), class: `coverage__${shape.kind}`, 'fill-rule': 'evenodd' }),
        shape.kind === 'gap' &&
          s('path', { d: path(shape), fill: 'url(#pattern-cross)', 'fill-rule': 'evenodd', stroke: 'none' }),
      ]),
    items.map((item) => name(item, place)),
  );
}

function name(item, place) {
  const all = [...rings(item.covered), ...rings(item.notCovered)].flat();
  const middle = (axis) => {
    const values = all.map((point) => point[axis]);
    return (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  };
  const [x, y] = place.at([middle(0), middle(1)]).split(' ');
  return s('text', { x, y, class: 'coverage__name' }, item.name);
}

/** All rings of a polygon or of several, holes too: even-odd filling leaves them open. */
function rings(geometry) {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return (geometry.geometries ?? []).flatMap(rings);
}

/** Longitude and latitude to the drawing; true enough at the width of a region. */
function projection(points) {
  const range = (axis) =>
    points.reduce(
      ([low, high], p) => [Math.min(low, p[axis]), Math.max(high, p[axis])],
      [Infinity, -Infinity],
    );
  const [west, east] = range(0);
  const [south, north] = range(1);
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (WIDTH - 2 * MARGIN) / ((east - west) * narrow || 1);
  return {
    height: Math.ceil((north - south) * scale + 2 * MARGIN),
    at: ([x, y]) =>
      `${(MARGIN + (x - west) * narrow * scale).toFixed(1)} ${(MARGIN + (north - y) * scale).toFixed(1)}`,
  };
}

function table(app, told, choose) {
  const { t } = app;
  const { municipalities } = app.data.region;
  const known = told.filter((one) => one.dataset.inUse);
  const missing = told.filter((one) => !one.dataset.inUse);
  const shareOf = (one) => (one.gaps?.status === 'ready' ? one.gaps.value.share : 0);
  const rows = [...missing, ...known.sort((a, b) => shareOf(b) - shareOf(a))];
  const areas = told.find((one) => one.gaps?.status === 'ready')?.gaps.value;
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': t('coverage.table') },
    h(
      'table',
      { class: 'big-table big-table--gaps' },
      h('caption', {}, t('coverage.table')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          [t('data.name'), t('coverage.wholeRegion'), ...municipalities.map((m) => m.name)].map((text) =>
            h('th', { scope: 'col' }, text),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((one) => row(app, one, areas, choose)),
      ),
    ),
  );
}

function row(app, { dataset, gaps }, areas, choose) {
  const { municipalities } = app.data.region;
  const value = gaps?.status === 'ready' ? gaps.value : null;
  const parts = [
    { share: value?.share, m2: value?.notCoveredM2, all: areas?.areaM2 },
    ...municipalities.map((m) => {
      const item = value?.items.find((one) => one.number === m.number);
      const all = areas?.items.find((one) => one.number === m.number)?.areaM2;
      return { share: item?.share, m2: item?.notCoveredM2, all };
    }),
  ];
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      h(
        'button',
        {
          type: 'button',
          class: 'link-button',
          id: `coverage-show-${dataset.id}`,
          'aria-pressed': String(dataset.id === chosen),
          onclick: () => choose(dataset.id),
        },
        app.text(dataset.name),
      ),
    ),
    parts.map((part) => cell(app, dataset, gaps, part)),
  );
}

function cell(app, dataset, gaps, part) {
  const { t, lang } = app;
  if (!dataset.inUse) return gap(app, 1, part.all);
  if (part.share === undefined) {
    return h('td', { class: 'muted' }, gaps?.status === 'loading' ? t('loading') : t('coverage.unknown'));
  }
  if (part.share === 0) return h('td', {}, t('coverage.whole'));
  return gap(app, part.share, part.m2, lang);
}

function gap(app, share, m2) {
  const km2 = m2 === undefined ? '' : `${number(app.lang, m2 / 1e6, m2 < 1e7 ? 1 : 0)}\u00a0km²`;
  return h(
    'td',
    { class: share >= 0.995 ? 'gap gap--all' : 'gap' },
    h('strong', {}, app.t('coverage.missing', { share: percent(app.lang, share) })),
    km2 && h('div', {}, km2),
  );
}

/** How a product is kept up and whom it suits, as far as anybody has said. */
export function upkeep(app, source) {
  const { t } = app;
  const { supply } = source;
  if (!supply) return [];
  const { kommuneplan, reguleringsplan, source: where } = supply.suitability;
  const suits = [
    kommuneplan && t('upkeep.kommuneplan', { value: kommuneplan }),
    reguleringsplan && t('upkeep.reguleringsplan', { value: reguleringsplan }),
  ].filter(Boolean);
  return [
    h('span', {}, t(`terms.${supply.terms}`)),
    h('span', {}, t('upkeep.updates', { value: app.text(supply.updates).toLowerCase() })),
    suits.length > 0
      ? h('span', {}, suits.join('; '), ' ', link(where, ''))
      : h('span', {}, t('upkeep.suits')),
    !supply.schemaSeen && h('span', {}, t('upkeep.unseen')),
  ].filter(Boolean);
}
