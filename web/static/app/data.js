// What every page needs: configuration, fact names, strategy, datasets, sites and a run.
import { planStatus } from './rows.js';
import { fits } from './weights.js';

/** Reads everything for a state; throws Problem. Notices name parts of the link that no longer exist. */
export async function loadData(api, state) {
  const [config, facts, strategies, datasets, sites] = await Promise.all([
    api.get('/api/config'),
    api.get('/api/facts'),
    api.get('/api/strategies'),
    api.get('/api/datasets'),
    api.all('/api/sites'),
  ]);
  const notices = [];
  const chosen = chooseStrategy(config, strategies.items, state.strategy, notices);
  const [strategy, run] = await Promise.all([
    api.get(`/api/strategies/${chosen.id}/${chosen.version}`),
    loadRun(api, chosen, state, notices),
  ]);
  const base = run.scenario ? await latest(api, chosen, '') : null;
  return {
    config,
    region: config.region,
    facts: facts.facts,
    strategies: strategies.items,
    strategy,
    datasets: datasets.items,
    sites,
    run,
    base, // the run of the data as they are, when this one is a scenario's
    notices,
  };
}

function chooseStrategy(config, items, wanted, notices) {
  const [id, version] = wanted.split('/');
  const found = items.find((s) => s.id === id && s.version === version);
  if (wanted && !found) notices.push('strategyGone');
  return found ?? config.defaultStrategy;
}

// A link may name a stored run; runs never change, so the link shows the same numbers for ever.
async function loadRun(api, strategy, { run: wanted, scenario }, notices) {
  if (wanted) {
    try {
      const run = await api.get(`/api/runs/${wanted}`);
      if (run.strategy.id === strategy.id && run.strategy.version === strategy.version) return run;
      notices.push('runOther');
    } catch (problem) {
      if (problem.status !== 404 && problem.status !== 400) throw problem;
      notices.push('runGone');
    }
  }
  try {
    return await latest(api, strategy, scenario);
  } catch (problem) {
    // A scenario that is removed, or whose run is not made yet: what is stands in its place, and that is said.
    if (!scenario || problem.status !== 404) throw problem;
    return latest(api, strategy, '');
  }
}

function latest(api, strategy, scenario) {
  const of = scenario && `&scenario=${encodeURIComponent(scenario)}`;
  return api.get(`/api/runs/latest?strategy=${encodeURIComponent(strategy.id)}${of}`);
}

/** What the link names but the data no longer have: [{part, id}]. */
export function lost(state, data) {
  const { municipalities, plan } = state.filters;
  const ids = (items) => items.map((item) => item.id);
  const sites = ids(data.sites);
  return [
    ...gone('site', [state.site, ...state.compare], sites),
    ...gone('scenario', [state.scenario], data.run?.scenario ? [data.run.scenario.id] : []),
    ...gone('purpose', [state.purpose], ids(data.strategy.purposes)),
    ...gone('layer', state.layers ?? [], ids(data.datasets)),
    ...gone(
      'municipality',
      municipalities,
      data.region.municipalities.map((m) => m.number),
    ),
    ...gone('plan', plan, ['none', ...data.sites.map(planStatus)]),
    ...(ownFit(state, data.strategy) ? [] : [{ part: 'weights', id: state.weightsName }]),
  ];
}

function ownFit({ weights, purpose }, { purposes }) {
  return !weights || fits(weights, purposes.find(({ id }) => id === purpose) ?? purposes[0]);
}

function gone(part, wanted, known) {
  const missing = wanted.filter((id) => id && !known.includes(id));
  return [...new Set(missing)].map((id) => ({ part, id }));
}

/** The state without what is lost. Layers of which none is left are those that are shown first. */
export function without(state, lostParts) {
  const left = (part, ids) =>
    ids.filter((id) => !lostParts.some((one) => one.part === part && one.id === id));
  const one = (part, id) => left(part, [id])[0] ?? '';
  const layers = state.layers && left('layer', state.layers);
  const { filters } = state;
  const weightsLost = lostParts.some((one) => one.part === 'weights');
  return {
    ...state,
    ...(weightsLost && { weights: null, weightsName: '' }),
    site: one('site', state.site),
    compare: left('site', state.compare),
    scenario: one('scenario', state.scenario),
    purpose: one('purpose', state.purpose),
    layers: state.layers?.length && !layers.length ? null : layers,
    filters: {
      ...filters,
      municipalities: left('municipality', filters.municipalities),
      plan: left('plan', filters.plan),
    },
  };
}
