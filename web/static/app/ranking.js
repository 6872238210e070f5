// The ranking of one purpose under any weights, from the run's matrix, without a request. Pure; tested under node.
// It does what the server does, operation by operation, so that both agree to the last digit.

const MICRO = 1e6; // points are counted in whole millionths, so that sums are exact and do not depend on the order

/**
 * What can be computed once for a matrix {marginPoints, criteria: [{id}], sites: [{id, name, excludedBy, uLow, uHigh}]}:
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
  };
}

// By UTF-16 code units, as Java compares; never by the language's alphabet.
function units(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Ranks all sites under weights {criterion: points}. Answers in columns, one number per site in the ranker's order:
 * low, high, best, worst, band, position (best, worst and band are 0 for excluded sites), and order: the sites' numbers
 * from the first place to the last. Written with loops over columns: 10,000 sites must fit in one frame.
 */
export function rank(ranker, weights) {
  const row = Float64Array.from(ranker.criteria, (id) => weights[id] ?? 0);
  const { lowMicro, highMicro } = totals(ranker, row);
  const low = new Float64Array(lowMicro).map((micro) => micro / MICRO);
  const high = new Float64Array(highMicro).map((micro) => micro / MICRO);
  const scored = (site) => !ranker.excluded[site];
  const byLow = descending(lowMicro).filter(scored);
  const byHigh = descending(highMicro).filter(scored);
  return { low, high, ...places(ranker, lowMicro, highMicro), ...ranks(ranker, low, high, byLow, byHigh) };
}

/** The sums of the points at both ends, in whole millionths; most utilities are known, and then both ends are one. */
function totals({ sites, uLow, uHigh }, weights) {
  const [lowMicro, highMicro] = [new Uint32Array(sites.length), new Uint32Array(sites.length)];
  for (let site = 0, at = 0; site < sites.length; site++) {
    let [low, high] = [0, 0];
    for (let i = 0; i < weights.length; i++, at++) {
      const points = round(weights[i] * uLow[at] * MICRO);
      low += points;
      high += uHigh[at] === uLow[at] ? points : round(weights[i] * uHigh[at] * MICRO);
    }
    lowMicro[site] = low;
    highMicro[site] = high;
  }
  return { lowMicro, highMicro };
}

/** Math.round of what is not negative; that one takes four times as long. */
function round(exact) {
  const whole = Math.floor(exact);
  return exact - whole < 0.5 ? whole : whole + 1;
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
