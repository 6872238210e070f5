// What a rank certificate says, in a form that pages can show. Pure; tested under node.

const SINGLE = 10; // so many ranks get a column of their own
const STEPS = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

/** Columns of ranks: each alone up to ten sites, wider and wider groups beyond: [{from, to}]. */
export function rankGroups(count) {
  if (count <= SINGLE) return Array.from({ length: count }, (_, i) => ({ from: i + 1, to: i + 1 }));
  const ends = [...STEPS.filter((end) => end < count), count];
  return ends.map((to, i) => ({ from: (ends[i - 1] ?? 0) + 1, to }));
}

/** The probability that a site gets one of the ranks of a group; 0 when it never did. */
export function groupShare(ranks, { from, to }) {
  return ranks
    .filter(({ rank }) => rank >= from && rank <= to)
    .reduce((sum, { probability }) => sum + probability, 0);
}

/** Shade of a cell, 0 (never) to 5 (nearly always); the number stands in the cell. */
export function shade(share) {
  if (share <= 0) return 0;
  return [0.05, 0.2, 0.45, 0.75].filter((limit) => share >= limit).length + 1;
}

/** Sites that cannot be told apart, in order: [[site, …], …]. */
export function groupsOf(sites) {
  const groups = [];
  for (const site of sites) (groups[site.group - 1] ??= []).push(site);
  return groups;
}

/** A, B, … Z, AA, …: the name of a group. */
export function letter(number) {
  const rest = Math.floor((number - 1) / 26);
  return (rest ? letter(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

/** The first tenth of a point at which a weight has made two sites change places: at the weight itself they are equal. */
export function turned({ from, to }) {
  return to > from ? Math.floor(to * 10 + 1) / 10 : Math.max(0, Math.ceil(to * 10 - 1) / 10);
}

/** The own weights, when all of them are of the purpose; null for the adopted ones. */
export function ownWeights(weights, purpose) {
  return weights && Object.keys(weights).every((id) => id in purpose.weights) ? weights : null;
}

/** The address of a certificate, or of what is missing at a site, with the choices that it is for. */
export function withChoices(address, { weights, spread, seed }) {
  const query = new URLSearchParams();
  if (weights) {
    query.set(
      'weights',
      Object.entries(weights)
        .map(([id, points]) => `${id}:${points}`)
        .join(','),
    );
  }
  if (spread) query.set('spread', spread);
  if (seed) query.set('seed', seed);
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text ? `${address}?${text}` : address;
}
