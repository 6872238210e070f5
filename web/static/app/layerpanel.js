// Legend and switches of the map layers, with source and date; what is not mapped is listed too.
import { confidenceLayer } from './confidence.js';
import { h } from './dom.js';
import { date, number } from './format.js';
import { layerSteps, layerStyle, SITE_CLASSES } from './legend.js';
import { productName } from './lines.js';
import { shownLayers, switchable } from './layers.js';
import { scenarioName } from './scenariobanner.js';
import { layerSwatch, siteSymbol } from './symbols.js';
import { limits } from './words.js';

export function layerPanel(app, layers, on) {
  const { t, data } = app;
  const all = switchable(data.datasets);
  const shown = shownLayers(data.datasets, app.state.layers);
  return [
    h(
      'button',
      { id: 'map-whole', type: 'button', class: 'button button--small', onclick: on.whole },
      t('map.whole'),
    ),
    h(
      'details',
      { id: 'layer-panel', class: 'layer-panel' },
      h('summary', {}, t('layers.title')),
      h(
        'div',
        {
          class: 'layer-panel__body',
          role: 'group',
          'aria-label': t('layers.title'),
        },
        h('h3', {}, t('legend.sites')),
        siteLegend(app),
        confidenceLayer(app),
        h('h3', {}, t('layers.shown')),
        h(
          'ul',
          { class: 'layers' },
          all.filter((d) => d.inUse).map((d) => layer(app, layers, d, shown, on)),
        ),
        h('h3', {}, t('layers.missing')),
        h('p', { class: 'muted' }, t('layers.missingText')),
        h(
          'ul',
          { class: 'layers layers--missing' },
          all
            .filter((d) => !d.inUse)
            .map((d) => h('li', {}, app.text(d.name), ': ', h('em', {}, t('layers.noData')))),
        ),
      ),
    ),
  ];
}

function siteLegend(app) {
  const { t } = app;
  const entry = (symbol, text) => h('li', {}, symbol, h('span', {}, text));
  return h(
    'ul',
    { class: 'legend' },
    SITE_CLASSES.map(({ key }) => entry(siteSymbol(key), t(`class.${key}`))),
    entry(siteSymbol('middle', { wide: true }), t('class.wide')),
    entry(siteSymbol('none', { kind: 'terminal' }), t('class.terminal')),
    scenarioName(app) &&
      entry(layerSwatch(layerStyle('planned'), 'line'), t('whatif.legend', { name: scenarioName(app) })),
  );
}

function layer(app, layers, dataset, shown, on) {
  const id = `layer-${dataset.id}`;
  const visible = shown.includes(dataset.id);
  const { source } = dataset.inUse;
  const toggle = () =>
    app.go(
      { layers: visible ? shown.filter((other) => other !== dataset.id) : [...shown, dataset.id] },
      { replace: true },
    );
  return h(
    'li',
    {},
    h(
      'label',
      { class: 'check', for: id },
      h('input', { id, type: 'checkbox', checked: visible, onchange: toggle }),
      layerSwatch(layerStyle(dataset.map.style), dataset.geometry),
      h('span', {}, app.text(dataset.name)),
    ),
    h(
      'p',
      { class: 'layers__source' },
      [productName(app, source), source.asOf && date(app.lang, source.asOf)].filter(Boolean).join(', '),
    ),
    h(
      'ul',
      { class: 'layers__source layers__limits remarks' },
      limits(app, dataset).map((text) => h('li', {}, text)),
    ),
    visible && steps(app, dataset),
    visible &&
      state(app, layers.status(dataset.id), () => {
        layers.retry(dataset.id);
        on.reload();
      }),
  );
}

function steps(app, dataset) {
  const entries = layerSteps(dataset.map.style);
  if (!entries.length) return null;
  const text = ({ label }) =>
    typeof label === 'string'
      ? app.t(`road.${label}`)
      : label === Infinity
        ? app.t('drive.more')
        : app.t('drive.upTo', { min: label });
  return h(
    'ul',
    { class: 'legend legend--steps' },
    entries.map((entry) =>
      h('li', {}, layerSwatch(entry.style, dataset.geometry), h('span', {}, text(entry))),
    ),
  );
}

function state(app, status, retry) {
  const { t, lang } = app;
  if (status.problem)
    return h(
      'p',
      { class: 'layers__state', role: 'alert' },
      `${t('layers.failed')} ${status.problem.title} `,
      h('button', { type: 'button', class: 'link-button', onclick: retry }, t('retry')),
    );
  if (status.loading) return h('p', { class: 'layers__state' }, t('loading'));
  if (status.truncated)
    return h(
      'p',
      { class: 'layers__state' },
      t('layers.truncated', { shown: number(lang, status.shown), matched: number(lang, status.matched) }),
    );
  return status.shown === 0 ? h('p', { class: 'layers__state' }, t('layers.emptyHere')) : null;
}
