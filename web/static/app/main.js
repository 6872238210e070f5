// Puts the page together: state → data → rows → drawings. No drawing and no Leaflet here.
import { createApi } from './api.js';
import { createActions } from './actions.js';
import { drawCompare } from './compare.js';
import { drawContext } from './context.js';
import { loadData, lost, without } from './data.js';
import { drawDatasets } from './datasets.js';
import { createEditing, drawEditEntry } from './editentry.js';
import { render } from './dom.js';
import { drawFilters } from './filters.js';
import { drawFooter, drawHeader, drawNotices, drawProblem, setPageTitle } from './frame.js';
import { pick, translator } from './i18n.js';
import { drawCertificate } from './certificate.js';
import { drawChanges } from './changes.js';
import { drawFind } from './find.js';
import { drawPlan } from './plan.js';
import { drawPortfolio } from './portfoliopage.js';
import { drawScenarios } from './scenarios.js';
import { createImportPage } from './import.js';
import { drawList, markList } from './list.js';
import { createLoader } from './loader.js';
import { createMapPage } from './mappage.js';
import { buildRows, filterRows } from './rows.js';
import { createWeighing } from './weighing.js';
import { createWeightsPanel } from './weightspanel.js';
import { drawSite } from './site.js';
import { read, write } from './state.js';
import { drawStrategy } from './strategy.js';
import { patterns } from './symbols.js';
import { drawTable } from './table.js';
import { drawVerify } from './verify.js';
import { drawLinks } from './links.js';
import { drawEnquiries } from './enquiries.js';
import { drawAccounts } from './accounts.js';
import { drawAudit } from './audit.js';
import { sessionEnded } from './account.js';
import { shown } from './whyobjects.js';

const at = (id) => document.getElementById(id);
const PAGES = {
  table: drawTable,
  compare: drawCompare,
  find: drawFind,
  certificate: drawCertificate,
  scenarios: drawScenarios,
  changes: drawChanges,
  portfolio: drawPortfolio,
  plan: drawPlan,
  verify: drawVerify,
  strategy: drawStrategy,
  data: drawDatasets,
  links: drawLinks,
  enquiries: drawEnquiries,
  accounts: drawAccounts,
  audit: drawAudit,
};

// The same width at which the style sheets go from one pane to three.
const wideScreen = matchMedia('(min-width: 64.01rem)');
wideScreen.addEventListener('change', () => draw());

const closed = new Set();
const app = {
  ...read(location.search), // state, and notices of the link it came from
  data: null,
  problem: null,
  rows: [],
  shown: [],
  get lang() {
    return app.state.lang;
  },
  get t() {
    return translator(app.state.lang);
  },
  text: (value) => pick(app.state.lang, value),
  get purpose() {
    const { purposes } = app.data.strategy;
    return purposes.find((p) => p.id === app.state.purpose) ?? purposes[0];
  },
  /** What is to be said and has not been closed: of the link, and of the data it was answered with. */
  get said() {
    return [...app.notices, ...(app.data?.notices ?? [])].filter((notice) => !closed.has(notice));
  },
  closeNotices: () => {
    app.said.forEach((notice) => closed.add(notice));
    go({}, { replace: true });
  },
  wide: () => wideScreen.matches,
  go,
  hover,
  start,
  draw,
  redraw: () => {
    reckon();
    drawJudged();
  },
  announce: (text) => {
    at('live').textContent = text;
  },
};
app.api = createApi({
  language: () => app.lang,
  t: () => app.t,
  onBusy: showProgress,
  onEnded: () => sessionEnded(app, () => drawNotices(app, at('notices'))),
});
app.loader = createLoader(drawUnpressed);
const { weighed, ...weighing } = createWeighing(app);
Object.assign(app, createActions(app), weighing);
const weightsPanel = createWeightsPanel(app);

const importPage = createImportPage(app);
PAGES.import = (_, container) => importPage.draw(container);
app.reloadSites = () => mapPage.reloadSites();
const mapPage = createMapPage(app, { map: at('map'), tools: at('map-tools'), note: at('map-note') });
const editing = createEditing(app, mapPage, { form: at('edit'), tools: at('edit-tools') });

/** Changes the state, the address and the page. {replace: true} adds no step to the browser's history. */
function go(change, { replace = false } = {}) {
  const before = app.state;
  app.state = { ...before, ...change };
  if (app.state.purpose !== before.purpose) leaveOutLost();
  const address = location.pathname + write(app.state);
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  if (otherRun(app.state, before)) return start();
  draw();
  if (app.state.tab !== before.tab) (at('main').focus({ preventScroll: true }), scrollTo(0, 0));
  return undefined;
}

const otherRun = (a, b) => ['strategy', 'run', 'scenario'].some((part) => a[part] !== b[part]);

window.addEventListener('popstate', () => {
  const before = app.state;
  Object.assign(app, read(location.search));
  if (otherRun(app.state, before)) start();
  else {
    leaveOutLost();
    draw();
  }
  mapPage.show(app.state.view);
});

/** Loads what all pages need; a failure is shown with a button to try again. */
async function start() {
  Object.assign(app, { problem: null });
  try {
    app.data = await loadData(app.api, app.state);
    leaveOutLost();
  } catch (problem) {
    if (!problem.title) throw problem;
    app.problem = problem;
  }
  draw();
}

// What the data no longer have is said and left out of the state, so that nothing counts it or filters by it.
function leaveOutLost() {
  if (!app.data) return;
  const gone = lost(app.state, app.data);
  app.state = without(app.state, gone);
  app.notices = [...new Set([...app.notices, ...gone.map(({ part, id }) => `lost:${part}:${id}`)])];
}

function reckon() {
  app.weighed = weighed();
  app.rows = buildRows({ ...app.data, ranking: app.weighed.ranking }, app.lang);
  app.shown = filterRows(app.rows, app.state.filters, app.lang);
}

function draw() {
  if (app.data) reckon();
  document.documentElement.lang = app.lang;
  at('skip').textContent = app.t('skip');
  drawHeader(app, at('header'));
  drawNotices(app, at('notices'));
  setPageTitle(app, at('title'));
  if (app.problem) return drawProblem(app, at('page'), showOnly);
  if (!app.data) return undefined;
  drawFooter(app, at('footer'));
  drawJudged();
  return undefined;
}

/** All that depends on weights; drawn alone while a slider is dragged. */
function drawJudged() {
  drawContext(app, at('context'));
  const onMap = app.state.tab === 'map';
  at('page-weights').hidden = !['table', 'compare'].includes(app.state.tab);
  if (onMap || !at('page-weights').hidden) weightsPanel.draw(at(onMap ? 'weights' : 'page-weights'));
  showOnly(onMap ? 'page-map' : 'page');
  if (onMap) drawMapPage();
  else PAGES[app.state.tab](app, at('page'));
}

// A redraw replaces elements, and one that is replaced between press and release never gets the click: answers that
// arrive meanwhile are drawn when the pointer is up again.
let pressed = false;
let waits = false;
function drawUnpressed() {
  if (pressed) waits = true;
  else draw();
}
addEventListener('pointerdown', () => (pressed = true), true);
for (const end of ['pointerup', 'pointercancel'])
  addEventListener(
    end,
    () => {
      pressed = false;
      if (waits) setTimeout(draw);
      waits = false;
    },
    true,
  );

function drawMapPage() {
  const { edit, site, pane } = app.state;
  // Where only one pane is seen, what is shown on the map is seen on the map.
  document.body.dataset.pane = shown(app) && !app.wide() ? 'map' : site && !edit ? 'site' : pane;
  drawEditEntry(app, at('edit-new'));
  drawFilters(app, at('filters'));
  drawList(app, at('list'));
  drawSite(app, at('site'));
  mapPage.draw(at('pane-switch'));
  markList(at('list'), app.state.site, app.hovered);
  editing.draw();
}

function hover(id) {
  if (app.hovered === id) return;
  app.hovered = id;
  markList(at('list'), app.state.site, id);
  mapPage.mark();
}

// What is not shown is emptied: both places hold a filter panel, and a label belongs to the first element with its id.
function showOnly(id) {
  at('page-map').hidden = id !== 'page-map';
  at('page').hidden = id !== 'page';
  const left = id === 'page' ? ['filters', 'list', 'site'] : ['page'];
  left.forEach((part) => render(at(part)));
  document.body.dataset.page = app.state.tab;
}

// Quick answers flash nothing; what takes longer says so.
let slow = null;
function showProgress(running) {
  clearTimeout(slow);
  const say = (text) => {
    at('progress').textContent = text;
    at('progress').classList.toggle('is-on', Boolean(text));
  };
  if (running) slow = setTimeout(() => say(app.t('loading')), 400);
  else say('');
}

// Closed explanations would be missing on paper; those that close each other share a name.
window.addEventListener('beforeprint', () =>
  document.querySelectorAll('main details').forEach((d) => {
    d.removeAttribute('name');
    d.open = true;
  }),
);

document.body.append(patterns());
render(at('page'));
draw();
start();
