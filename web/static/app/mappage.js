// The map beside the list: tells map.js what to draw, and holds the switch between list and map on narrow screens.
import { confidenceBadge, confidenceLevel, confidenceWord } from './confidence.js';
import { h, render } from './dom.js';
import { range } from './format.js';
import { layerPanel } from './layerpanel.js';
import { createLayers, shownLayers } from './layers.js';
import { createMap } from './map.js';
import { isOutdated } from './freshness.js';
import { siteChange } from './scenariobanner.js';
import { partsOnMap } from './siteparts.js';
import { closeObjects, objectsNote, objectsOnMap, shown } from './whyobjects.js';

export function createMapPage(app, places) {
  let map = null;
  let layers = null;
  let language = '';
  let baseWorks = null;
  let moving = null;
  let footprints = null;

  function create() {
    map = createMap(places.map, app.data.region, {
      select: app.select,
      hover: app.hover,
      view: loadLayers,
      base: (works) => {
        if (works !== baseWorks) {
          baseWorks = works;
          drawTools();
        }
      },
      move: (view) => {
        clearTimeout(moving);
        moving = setTimeout(() => app.go({ view }, { replace: true }), 300);
      },
    });
    layers = createLayers({ api: app.api, map, onChange: drawTools });
    document.addEventListener(
      'keydown',
      (event) => event.key === 'Escape' && shown(app) && closeObjects(app),
    );
    map.show(app.state.view);
    map.setBase(app.data.config.baseMap);
  }

  function draw(paneSwitch) {
    drawSwitch(paneSwitch);
    if (!map) create();
    if (language !== app.lang) {
      language = app.lang;
      map.setTexts({ name: app.t('map.label'), zoomIn: app.t('map.zoomIn'), zoomOut: app.t('map.zoomOut') });
    }
    loadFootprints();
    map.setSites(app.shown.map(entry));
    drawPlanned();
    map.setParts(app.state.edit ? [] : partsOnMap(app));
    mark();
    if (app.state.site && app.state.site !== app.revealed) map.reveal(app.state.site);
    app.revealed = app.state.site;
    map.setObjects(objectsOnMap(app), app.state.site);
    loadLayers();
    drawTools();
  }

  function drawPlanned() {
    const { scenario, id } = app.data.run;
    const features = (scenario?.works ?? [])
      .filter(({ work }) => work.geometry)
      .map(({ work }) => ({ type: 'Feature', properties: {}, geometry: work.geometry }));
    map.setPlanned(features.length ? id : '', features);
  }

  // The accessible name begins with the words on the label, so that it can also be said to voice control.
  function entry(row, order) {
    const scored = row.verdict === 'scored';
    const label = scored
      ? range(app.lang, row.low, row.high)
      : row.verdict === 'excluded'
        ? app.t('verdict.excluded')
        : '';
    const ending = scored ? app.t('points') : row.verdict === 'none' ? `, ${app.t('verdict.none')}` : '';
    const old = isOutdated(row.site) ? `, ${app.t('fresh.outdated')}` : '';
    const seen =
      row.site.publication === 'published' ? '' : `, ${app.t(`publication.${row.site.publication}`)}`;
    const level = confidenceLevel(app, row);
    const known = level ? `, ${confidenceWord(app, row)}` : '';
    const name =
      `${row.name}${label && ` ${label}`} ${ending}, ${app.t(`kind.${row.kind}`)}${old}${seen}${known}`.replace(
        ' ,',
        ',',
      );
    const badge = level && confidenceBadge(level);
    const change = siteChange(app, row.id);
    return change
      ? { row, order, label: `${label} ${change.label}`.trim(), name: `${name}, ${change.name}`, badge }
      : { row, order, label, name, badge };
  }

  function loadFootprints() {
    footprints = app.loader.ask('footprints', () => app.api.get('/collections/sites/items?limit=1000'));
    if (footprints.status === 'ready' && !footprints.drawn) {
      footprints.drawn = true;
      map.setFootprints(footprints.value);
    }
  }

  function loadLayers() {
    const view = map?.bbox();
    if (view) layers.update(app.data.datasets, shownLayers(app.data.datasets, app.state.layers), view);
  }

  function mark() {
    map?.mark(app.state.site, app.hovered);
  }

  function drawTools() {
    if (!map || !layers) return;
    render(
      places.tools,
      layerPanel(app, layers, {
        reload: loadLayers,
        whole: () => {
          map.show(null);
          app.go({ view: null }, { replace: true });
        },
      }),
    );
    const notes = [
      baseWorks === false && app.t('map.noBase'),
      footprints?.status === 'failed' && app.t('map.noFootprints', { why: footprints.problem.title }),
    ].filter(Boolean);
    render(
      places.note,
      objectsNote(app),
      notes.map((text) => h('p', {}, text)),
      footprints?.status === 'failed' &&
        h(
          'button',
          { type: 'button', class: 'button button--small', onclick: app.loader.retry },
          app.t('retry'),
        ),
    );
  }

  function drawSwitch(container) {
    const button = (pane) =>
      h(
        'button',
        {
          id: `pane-${pane}-button`,
          type: 'button',
          'aria-pressed': String((shown(app) ? 'map' : app.state.pane) === pane),
          onclick: () => app.go({ pane, site: '' }, { replace: true }),
        },
        app.t(app.state.edit && pane === 'list' ? 'edit.pane' : `pane.${pane}`),
      );
    render(container, button('list'), button('map'));
  }

  return {
    draw,
    mark,
    show: (view) => map?.show(view),
    // For the editor: drawing on this map, and what may be snapped to or merged with (GeoJSON features).
    edit: (listeners) => map.edit(listeners),
    siteShapes: () => footprints?.value?.features ?? [],
    layerShapes: () => map?.shapes() ?? [],
    reloadSites: () => {
      app.loader.forget('footprints');
      map?.clearFootprints();
    },
  };
}
