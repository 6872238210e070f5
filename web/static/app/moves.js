// What differs between two runs for one purpose: sites, rules, municipalities, and the ground they stand on. Pure; tested
// under node. left and right are documents of runs; rankings are lists of their entries.

/**
 * Site by site: [{site, from, to, move}], in the order of the right ranking, then those that only the left one has.
 * move: in, out (only one side has it), admitted, excluded (by a check), bothExcluded, up, down (certainly), same
 * (the one same rank, or nothing differs at all), unclear (the possible ranks overlap: nothing is known to have moved).
 */
export function moves(left, right) {
  const before = new Map(left.map((entry) => [entry.site, entry]));
  const after = new Map(right.map((entry) => [entry.site, entry]));
  const sites = [...after.keys(), ...[...before.keys()].filter((site) => !after.has(site))];
  return sites.map((site) => {
    const [from, to] = [before.get(site) ?? null, after.get(site) ?? null];
    return { site, from, to, move: moveOf(from, to) };
  });
}

function moveOf(from, to) {
  if (!from) return 'in';
  if (!to) return 'out';
  const [was, is] = [from.verdict === 'scored', to.verdict === 'scored'];
  if (!was || !is) return was ? 'excluded' : is ? 'admitted' : 'bothExcluded';
  if (to.rankWorst < from.rankBest) return 'up';
  if (to.rankBest > from.rankWorst) return 'down';
  return stayed(from, to) ? 'same' : 'unclear';
}

// A place among several possible ones is only kept for certain when the points are the same as well.
function stayed(from, to) {
  const alike = (key) => from[key] === to[key];
  if (!alike('rankBest') || !alike('rankWorst')) return false;
  return from.rankBest === from.rankWorst || (alike('low') && alike('high'));
}

/** How many sites make each move: {up: 2, unclear: 1, …}; moves nobody makes are left out. */
export function counts(list) {
  const sums = {};
  for (const { move } of list) sums[move] = (sums[move] ?? 0) + 1;
  return sums;
}

/**
 * The moves by municipality, in number order; a site counts where at least this share of it lies. Sites that count
 * nowhere are not lost: {rows: [{municipality, moves}], elsewhere: [moves]}.
 */
export function byMunicipality(list, shares, municipalities, shareAtLeast) {
  const lies = (site, number) =>
    (shares[site] ?? []).some((one) => one.municipality === number && one.share >= shareAtLeast);
  const rows = [...municipalities]
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map((municipality) => ({
      municipality,
      moves: list.filter(({ site }) => lies(site, municipality.number)),
    }));
  const counted = new Set(rows.flatMap((row) => row.moves));
  return { rows, elsewhere: list.filter((one) => !counted.has(one)) };
}

/** The share of its area that a site must have in a municipality, as the strategies say; else half of it. */
export function shareAtLeast(...strategies) {
  const asked = strategies
    .flatMap((strategy) => strategy.portfolio)
    .filter((rule) => rule.per === 'municipality')
    .map((rule) => rule.municipalityShareAtLeast);
  return asked.length ? Math.min(...asked) : 0.5;
}

/**
 * Rule by rule, in the order of the left run and then what only the right one has: [{rule, part, from, to, groups}],
 * from or to null where that side has no such rule. groups: [{municipality, from, to, begin, stop}], begin and stop
 * being the sites that begin or stop to carry the rule there.
 */
export function ruleChanges(left, right) {
  const before = new Map(left.map((answer) => [answer.rule, answer]));
  const after = new Map(right.map((answer) => [answer.rule, answer]));
  return [...new Set([...before.keys(), ...after.keys()])].map((rule) => {
    const [was, is] = [before.get(rule), after.get(rule)];
    return {
      rule,
      part: (was ?? is).part,
      from: was?.outcome ?? null,
      to: is?.outcome ?? null,
      groups: was && is ? groupChanges(was.groups, is.groups) : [],
    };
  });
}

function groupChanges(left, right) {
  return right.map((is) => {
    const was = left.find((group) => group.municipality === is.municipality);
    const carried = was?.sites ?? [];
    return {
      municipality: is.municipality,
      from: was?.outcome ?? null,
      to: is.outcome,
      begin: is.sites.filter((site) => !carried.includes(site)),
      stop: carried.filter((site) => !is.sites.includes(site)),
    };
  });
}

/**
 * Whether both runs stand on the same ground: {same, datasets: [{dataset, left, right}], sites: [{site, left, right}],
 * onlyLeft, onlyRight}. A dataset that only one strategy reads is no difference of ground; a site that is missing on one
 * side is. The sides of datasets and sites are versions, null where there is none.
 */
export function ground(left, right) {
  const datasets = differing(left.datasets, right.datasets, 'dataset', (one) => one.id).filter(
    ({ left: a, right: b }) => a && b,
  );
  const sites = differing(left.sites, right.sites, 'id', (one) => one.version);
  const read = (a, b) =>
    a.datasets
      .map((one) => one.dataset)
      .filter((dataset) => !b.datasets.some((one) => one.dataset === dataset));
  return {
    same: !datasets.length && !sites.length,
    datasets: datasets.map(({ key, ...sides }) => ({ dataset: key, ...sides })),
    sites: sites.map(({ key, ...sides }) => ({ site: key, ...sides })),
    onlyLeft: read(left, right),
    onlyRight: read(right, left),
  };
}

function differing(left, right, name, mark) {
  const before = new Map(left.map((one) => [one[name], one]));
  const after = new Map(right.map((one) => [one[name], one]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ key, left: before.get(key) ?? null, right: after.get(key) ?? null }))
    .filter(({ left: a, right: b }) => !a || !b || mark(a) !== mark(b));
}
