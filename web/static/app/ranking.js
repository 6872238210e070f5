// The ranking of one purpose under any weights, from the run's matrix, without a request. Pure; tested under node.
// It does what the server does, operation by operation, so that both agree to the last digit.

const MICRO = 1e6; // points are counted in whole millionths, so that sums are exact and do not depend on the order

/**
 * What can be computed once for a matrix {marginPoints, criteria: [{id}], sites: [{id, name, excludedBy, uLow, uHigh, known}]}:
 * sites in the order in which equals are listed, and their utilities side by side, one row per site.
 */
export function ranker(matrix) {
  const sites = [...matrix.sites].sort((a, b) => units(a.name, b.name) || units(a.id, b.id));
  const width = matrix.criteria.length;
  const table = (key) => {
    const values = new Float64Array(sites.length * width);
    sites.forEach((site, row) => values.set(site[key], row * width));
    return values;
  };
  return {
    sites,
    criteria: matrix.criteria.map(({ id }) => id),
    margin: matrix.marginPoints,
    excluded: Uint8Array.from(sites, ({ excludedBy }) => (excludedBy.length ? 1 : 0)),
    uLow: table('uLow'),
    uHigh: table('uHigh'),
    known: table('known'),
    at: new Map(sites.map(({ id }, row) => [id, row])),
  };
}

// By UTF-16 code units, as Java compares; never by the language's alphabet.
function units(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Ranks all sites under weights {criterion: points}. Answers in columns, one number per site in the ranker's order:
 * low, high, known (share of the weight), best, worst, band, position (best, worst and band are 0 for excluded sites), and order: the sites' numbers
 * from the first place to the last. Written with loops over columns: 10,000 sites must fit in one frame.
 */
export function rank(ranker, weights) {
  const row = Float64Array.from(ranker.criteria, (id) => weights[id] ?? 0);
  const { lowMicro, highMicro, knownMicro } = totals(ranker, row);
  const low = new Float64Array(lowMicro).map((micro) => micro / MICRO);
  const high = new Float64Array(highMicro).map((micro) => micro / MICRO);
  const known = new Float64Array(knownMicro).map((micro) => micro / MICRO / 100);
  const scored = (site) => !ranker.excluded[site];
  const byLow = descending(lowMicro).filter(scored);
  const byHigh = descending(highMicro).filter(scored);
  const placed = places(ranker, lowMicro, highMicro);
  return { low, high, known, ...placed, ...ranks(ranker, low, high, byLow, byHigh) };
}

/** Sums in whole millionths: the points at both ends, and how much of the weight is known. */
function totals({ sites, uLow, uHigh, known }, weights) {
  const [lowMicro, highMicro, knownMicro] = [0, 0, 0].map(() => new Uint32Array(sites.length));
  for (let site = 0, at = 0; site < sites.length; site++) {
    let low = 0;
    let high = 0;
    let sure = 0;
    for (let i = 0; i < weights.length; i++, at++) {
      low += round(weights[i] * uLow[at] * MICRO);
      high += round(weights[i] * uHigh[at] * MICRO);
      sure += round(weights[i] * known[at] * MICRO);
    }
    lowMicro[site] = low;
    highMicro[site] = high;
    knownMicro[site] = sure;
  }
  return { lowMicro, highMicro, knownMicro };
}

/**
 * Math.round of what is not negative and below 2^31, without a branch, which would be guessed wrong half of the time:
 * ten times as fast. The number is the largest below one half; a half itself would lift 0.49999999999999994 to 1.
 */
export function round(exact) {
  return (exact + 0.49999999999999994) | 0;
}

const DIGIT = 14;

/** The numbers of whole keys below 2^28 from the largest to the smallest, equals in their own order; by counting. */
function descending(keys) {
  const mask = (1 << DIGIT) - 1;
  let order = new Uint32Array(keys.length).map((_, index) => index);
  for (const shift of [0, DIGIT]) {
    const from = new Uint32Array(mask + 2);
    for (let i = 0; i < keys.length; i++) from[mask - ((keys[i] >>> shift) & mask) + 1]++;
    for (let digit = 0; digit <= mask; digit++) from[digit + 1] += from[digit];
    const next = new Uint32Array(keys.length);
    for (let i = 0; i < order.length; i++)
      next[from[mask - ((keys[order[i]] >>> shift) & mask)]++] = order[i];
    order = next;
  }
  return order;
}

/** Scored sites by the middle of their range, best first; excluded sites last; equals as the ranker lists them. */
function places({ excluded }, lowMicro, highMicro) {
  const middle = (site) => (lowMicro[site] / MICRO + highMicro[site] / MICRO) / 2;
  const order = descending(lowMicro.map((low, site) => (excluded[site] ? 0 : low + highMicro[site] + 1)));
  // Equal sums may have middles that differ in the last digit; the server sorts by the middle.
  for (let i = 1; i < order.length; i++) {
    const site = order[i];
    let to = i;
    for (; to > 0 && isBefore(site, order[to - 1]); to--) order[to] = order[to - 1];
    order[to] = site;
  }
  const position = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) position[order[i]] = i + 1;
  return { order, position };

  function isBefore(a, b) {
    if (excluded[a] || excluded[b] || lowMicro[a] + highMicro[a] !== lowMicro[b] + highMicro[b]) return false;
    return middle(a) > middle(b) || (middle(a) === middle(b) && a < b);
  }
}

/** One site is certainly better than another when its low end lies more than the margin above the other's high end. */
function ranks({ sites, margin }, low, high, byLow, byHigh) {
  const [best, worst, band] = [0, 0, 0].map(() => new Uint32Array(sites.length));
  let [better, notWorse, current, lowest] = [0, 0, 1, Infinity];
  for (const site of byHigh) {
    while (better < byLow.length && low[byLow[better]] - high[site] > margin) better++;
    best[site] = better + 1;
    // A new band begins wherever everything above lies farther up than the margin.
    if (lowest < Infinity && lowest - high[site] > margin) current++;
    lowest = Math.min(lowest, low[site]);
    band[site] = current;
  }
  for (const site of byLow) {
    while (notWorse < byHigh.length && !(low[site] - high[byHigh[notWorse]] > margin)) notWorse++;
    worst[site] = notWorse;
  }
  return { best, worst, band };
}

/**
 * A ranking as the run's document lists it: adopted = its entries under the strategy's weights, from which all that does
 * not depend on weights is taken; trust = the strategy's limits for how well a site is known.
 */
export function rankedEntries(ranker, ranked, adopted, trust) {
  const was = new Map(adopted.map((entry) => [entry.site, entry]));
  return Array.from(ranked.order, (at) => {
    const scored = (column) => (ranker.excluded[at] ? null : column[at]);
    return {
      ...was.get(ranker.sites[at].id),
      position: ranked.position[at],
      low: scored(ranked.low),
      high: scored(ranked.high),
      rankBest: scored(ranked.best),
      rankWorst: scored(ranked.worst),
      band: scored(ranked.band),
      confidence: ranked.known[at],
      confidenceLevel: level(ranked.known[at], trust),
    };
  });
}

function level(known, { highFrom, mediumFrom }) {
  return known >= highFrom ? 'high' : known >= mediumFrom ? 'medium' : 'low';
}

/** The lines of a stored score under other weights, and their sums: {lines, low, high}. */
export function linesOf(lines, weights) {
  const sums = { low: 0, high: 0 };
  const weighed = lines.map((line) => {
    const weight = weights[line.criterion];
    const [low, high] = [round(weight * line.uLow * MICRO), round(weight * line.uHigh * MICRO)];
    sums.low += low;
    sums.high += high;
    return { ...line, weight, pointsLow: low / MICRO, pointsHigh: high / MICRO };
  });
  return { lines: weighed, low: sums.low / MICRO, high: sums.high / MICRO };
}

/** What each criterion gives one site: [{criterion, low, high}] in points; null for a site the matrix does not hold. */
export function contributions(ranker, weights, site) {
  const row = ranker.at.get(site);
  if (row === undefined) return null;
  return ranker.criteria.map((criterion, i) => {
    const at = row * ranker.criteria.length + i;
    const weight = weights[criterion];
    const points = (utility) => round(weight * utility * MICRO) / MICRO;
    return { criterion, low: points(ranker.uLow[at]), high: points(ranker.uHigh[at]) };
  });
}
