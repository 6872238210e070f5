// "Forskjeller": what moved between two rankings for a purpose: what the page shows now against another strategy on the
// same ground, another scenario, the data of today, or the adopted weights; and what makes the difference.
import { municipalityPart, rulesPart } from './changesregion.js';
import { groundPart, movesPart, overviewPart } from './changestables.js';
import { differencePart } from './strategychanges.js';
import { strategyStatus } from './context.js';
import { h, render } from './dom.js';
import { problemBox } from './frame.js';
import { moves } from './moves.js';

export function drawChanges(app, container) {
  const { t } = app;
  const choices = choicesOf(app);
  const against = choices.find((one) => one.value === app.state.against)?.value ?? choices[0]?.value ?? '';
  const right = against ? rightSide(app, against) : null;
  render(
    container,
    h('h2', {}, t('tab.changes')),
    h('p', { class: 'lead' }, t('changes.lead')),
    h('div', { class: 'changes-choice' }, purposeField(app), againstField(app, choices, against)),
    !choices.length && h('p', { class: 'empty' }, t('changes.nothing')),
    right?.status === 'loading' && h('p', { role: 'status', class: 'muted' }, t('loading')),
    right?.status === 'failed' && problemBox(app, right.problem, app.loader.retry),
    right?.status === 'ready' && comparison(app, leftSide(app), right.value),
  );
}

// ---- what can be compared with

/** [{value, text}]: other strategies, today, scenarios and the adopted weights, each only where it can be had. */
function choicesOf(app) {
  const { t, data, state } = app;
  const key = ({ id, version }) => `${id}/${version}`;
  const others = data.strategies
    .filter((one) => one.id !== data.strategy.id)
    .map((one) => ({
      value: `strategy:${key(one)}`,
      text: `${app.text(one.name)} (${strategyStatus(app, one)})`,
    }));
  return [
    ...(state.weights ? [{ value: 'adopted', text: t('changes.adopted') }] : []),
    ...(state.scenario ? [{ value: 'today', text: t('changes.today') }] : []),
    ...others,
    ...scenarios(app)
      .filter(({ id }) => id !== state.scenario)
      .map(({ id, name }) => ({
        value: `scenario:${id}`,
        text: t('changes.scenario', { name: app.text(name) }),
      })),
  ];
}

// While the list cannot be had, there is nothing to choose among.
function scenarios(app) {
  const list = app.loader.ask('scenarios to choose', () => app.api.get('/api/scenarios'));
  return list.status === 'ready' ? (list.value.items ?? []) : [];
}

function purposeField(app) {
  const options = app.data.strategy.purposes.map((purpose) =>
    h('option', { value: purpose.id, selected: purpose === app.purpose }, app.text(purpose.name)),
  );
  const onchange = (event) => app.go({ purpose: event.target.value });
  return field('changes-purpose', app.t('purpose.label'), { onchange }, options);
}

function againstField(app, choices, against) {
  if (!choices.length) return null;
  const options = choices.map(({ value, text }) => h('option', { value, selected: value === against }, text));
  const onchange = (event) => app.go({ against: event.target.value });
  return field('changes-against', app.t('changes.against'), { onchange }, options);
}

function field(id, label, attributes, options) {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h('select', { id, ...attributes }, options),
  );
}

// ---- the two sides: {label, run, strategy, ranking}

function leftSide(app) {
  const { run, strategy } = app.data;
  const own = app.weighed?.status === 'own';
  const ranking = own ? app.weighed.ranking : run.rankings[app.purpose.id];
  return { label: label(app, run, strategy, app.state.weights), run, strategy, ranking };
}

function rightSide(app, against) {
  const { data, state } = app;
  if (against === 'adopted') {
    const { run, strategy } = data;
    const text = label(app, run, strategy, null);
    return ready({ label: text, run, strategy, ranking: run.rankings[app.purpose.id] });
  }
  const [kind, id = ''] = against.split(/:(.*)/);
  const [strategy, version] = kind === 'strategy' ? id.split('/') : [data.strategy.id, data.strategy.version];
  const scenario = { strategy: state.scenario, scenario: id, today: '' }[kind];
  // Own weights are those of one strategy's criteria; the same strategy on other data is ranked by them too.
  const weights = kind === 'strategy' ? null : state.weights;
  const key = JSON.stringify([data.run.id, app.purpose.id, strategy, version, scenario, weights]);
  return app.loader.ask(`changes ${key}`, () => load(app, strategy, version, scenario, weights));
}

function ready(value) {
  return { status: 'ready', value };
}

async function load(app, id, version, scenario, weights) {
  const query = new URLSearchParams({ strategy: id, ...(scenario && { scenario }) });
  const [strategy, run] = await Promise.all([
    id === app.data.strategy.id ? app.data.strategy : app.api.get(`/api/strategies/${id}/${version}`),
    app.api.get(`/api/runs/latest?${query}`),
  ]);
  const purpose = app.purpose.id;
  const own = Object.entries(weights ?? {}).map(([criterion, points]) => `${criterion}:${points}`);
  const ranking = weights
    ? (await app.api.get(`/api/runs/${run.id}/rankings/${purpose}?weights=${own.join(',')}`)).items
    : run.rankings[purpose];
  return { label: label(app, run, strategy, weights), run, strategy, ranking };
}

/** What a side is, whole: strategy with its status, scenario, and whose weights. */
function label(app, run, strategy, weights) {
  return [
    `${app.text(strategy.name)} (${strategyStatus(app, strategy)})`,
    run.scenario && app.t('changes.scenario', { name: app.text(run.scenario.name) }),
    weights && (app.state.weightsName || app.t('changes.ownWeights')),
  ]
    .filter(Boolean)
    .join(', ');
}

// ---- the comparison

function comparison(app, left, right) {
  const { t } = app;
  const sides = [
    h(
      'p',
      { id: 'changes-sides' },
      t('changes.from', { left: left.label }),
      h('br'),
      t('changes.to', { right: right.label }),
    ),
    groundPart(app, left, right),
  ];
  if (!left.ranking || !right.ranking) {
    const name = app.text(app.purpose.name);
    return [
      sides,
      h('p', { class: 'caveat' }, t('changes.onlyHere', { purpose: name, left: left.label })),
      overviewPart(app, left, right),
      differencePart(app, left, right),
    ];
  }
  const list = moves(left.ranking, right.ranking);
  return [
    sides,
    movesPart(app, left, right, list),
    municipalityPart(app, left, right, list),
    rulesPart(app, left, right),
    app.state.weights ? null : overviewPart(app, left, right),
    left.strategy === right.strategy ? null : differencePart(app, left, right),
  ];
}
