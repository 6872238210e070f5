// What every page needs: configuration, fact names, strategy, datasets, sites and a run.

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
    loadRun(api, chosen, state.run, notices),
  ]);
  return {
    config,
    region: config.region,
    facts: facts.facts,
    strategies: strategies.items,
    strategy,
    datasets: datasets.items,
    sites,
    run,
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
async function loadRun(api, strategy, wanted, notices) {
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
  return api.get(`/api/runs/latest?strategy=${encodeURIComponent(strategy.id)}`);
}

/** What the link names but the data no longer have: [{part, id}]. */
export function lost(state, data) {
  const known = new Set(data.sites.map((s) => s.id));
  const gone = [state.site, ...state.compare]
    .filter((id) => id && !known.has(id))
    .map((id) => ({ part: 'site', id }));
  const purposes = data.strategy.purposes.map((p) => p.id);
  if (state.purpose && !purposes.includes(state.purpose)) gone.push({ part: 'purpose', id: state.purpose });
  const layers = new Set(data.datasets.map((d) => d.id));
  for (const id of state.layers ?? []) if (!layers.has(id)) gone.push({ part: 'layer', id });
  return gone;
}
