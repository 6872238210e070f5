// What if: planned works as another choice of dataset versions. The scenarios, what each assumes, and what it changes.
import { may } from './caller.js';
import { h, render } from './dom.js';
import { problemBox } from './frame.js';
import { createPreviews } from './importmaps.js';
import { scenarioBadge, siteChange } from './scenariobanner.js';
import { editScenario, scenarioForm } from './scenarioform.js';
import { resultPart } from './scenarioresult.js';
import { faultText, worksList } from './scenarioworks.js';

let previews = null;
let version = 0; // raised when a scenario is made or removed here, so that the list is asked for again
let said = ''; // how the last attempt went; kept over redraws

export function drawScenarios(app, container) {
  const { t, data } = app;
  const answer = app.loader.ask(`scenarios ${data.strategy.id} ${data.run.id} ${version}`, () =>
    app.api.get(`/api/scenarios?strategy=${encodeURIComponent(data.strategy.id)}`),
  );
  const items = answer.value?.items ?? [];
  render(
    container,
    h('h2', {}, t('whatif.title')),
    h('p', { class: 'lead' }, t('whatif.lead')),
    answer.status === 'loading' && h('p', { role: 'status', class: 'muted' }, t('loading')),
    answer.status === 'failed' && problemBox(app, answer.problem, app.loader.retry),
    answer.status === 'ready' && items.length === 0 && h('p', { class: 'empty' }, t('whatif.none')),
    data.run.scenario && data.base && [mapPart(app), resultPart(app)],
    items.length > 0 && [
      h('h3', {}, t('whatif.list')),
      h(
        'ul',
        { class: 'plain scenario-list' },
        items.map((one) => card(app, one)),
      ),
    ],
    mayEdit(app) && answer.status === 'ready' && scenarioForm(app, send),
    h('p', { id: 'scenario-said', role: 'status' }, said),
  );
}

function mayEdit(app) {
  return may(app, 'editScenarios');
}

function card(app, scenario) {
  const { t, data } = app;
  const current = data.run.scenario?.id === scenario.id;
  const choose = () => app.go(current ? { scenario: '', run: '' } : { scenario: scenario.id, run: '' });
  const told = new Map((current ? data.run.scenario.works : []).map((one) => [one.id, one.told]));
  return h(
    'li',
    { class: `card scenario ${current ? 'is-current' : ''}` },
    h('h4', { class: 'scenario__name' }, scenario.name, ' ', badge(app)),
    scenario.note && h('p', {}, scenario.note),
    h(
      'p',
      { class: 'scenario__actions' },
      h(
        'button',
        {
          id: `scenario-show-${scenario.id}`,
          type: 'button',
          class: current ? 'button' : 'button button--primary',
          disabled: !scenario.run && !current,
          onclick: choose,
        },
        t(current ? 'whatif.today' : 'whatif.show'),
        h('span', { class: 'visually-hidden' }, `: ${scenario.name}`),
      ),
      mayEdit(app) && adminButtons(app, scenario),
    ),
    !scenario.run && h('p', { class: 'muted' }, t('whatif.noRun')),
    h(
      'details',
      { id: `scenario-works-${scenario.id}`, open: current },
      h('summary', {}, t('whatif.works', { n: scenario.works.length })),
      worksList(app, scenario.works, told),
    ),
  );
}

function badge(app) {
  return h('span', { class: 'badge badge--scenario' }, app.t('whatif.notAdopted'));
}

function adminButtons(app, scenario) {
  const button = (key, onclick) =>
    h(
      'button',
      { id: `scenario-${key}-${scenario.id}`, type: 'button', class: 'button button--small', onclick },
      app.t(`whatif.${key}`),
      h('span', { class: 'visually-hidden' }, `: ${scenario.name}`),
    );
  return [
    button('edit', () => {
      editScenario(scenario);
      app.draw();
      document.getElementById('scenario-name')?.focus();
    }),
    button('remove', () => send(app, 'DELETE', `/api/scenarios/${scenario.id}`)),
  ];
}

/** The planned works and what changes at each site; everything on it stands in the tables as well. */
function mapPart(app) {
  const { t, data } = app;
  previews ??= createPreviews(app);
  const one = previews.get('scenario', t('whatif.map'), (id) => app.select(id));
  const features = data.run.scenario.works
    .filter(({ work }) => work.geometry)
    .map(({ id, work }) => ({ type: 'Feature', id, properties: {}, geometry: work.geometry }));
  one.update('objects', data.run.id, (map) =>
    map.setObjects({ type: 'FeatureCollection', features }, 'planned'),
  );
  const places = data.sites.map((site) => place(app, site));
  one.update('places', JSON.stringify(places), (map) => map.setPlaces(places));
  return h(
    'div',
    { class: 'scenario-map' },
    one.element,
    h('p', { class: 'muted' }, scenarioBadge(app), ' ', t('whatif.mapText')),
  );
}

function place(app, site) {
  const change = siteChange(app, site.id);
  const symbol = change?.label.includes('↑') ? '↑' : change?.label.includes('↓') ? '↓' : change ? '±' : '=';
  return {
    id: site.id,
    longitude: site.point[0],
    latitude: site.point[1],
    kind: change ? 'changed' : 'same',
    symbol,
    name: change ? `${site.name}: ${change.label}` : site.name,
  };
}

/** Makes, changes or removes; what is on screen follows. */
async function send(app, method, address, content) {
  say(app.t('whatif.working'));
  try {
    const answer = await app.api.change(method, address, content);
    version++;
    say(app.t(`whatifSaid.${method}`));
    if (method === 'DELETE' && address.endsWith(`/${app.state.scenario}`)) app.go({ scenario: '', run: '' });
    else if (answer?.run) app.go({ scenario: answer.id, run: '' });
    else await app.start();
    return true;
  } catch (problem) {
    if (!problem.title) throw problem;
    say(faultText(problem));
    return false;
  }
}

function say(text) {
  said = text;
  const place = document.getElementById('scenario-said');
  if (place) place.textContent = text;
}
