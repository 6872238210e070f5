// Own weights: whole points per criterion that always add up to 100. Pure; tested under node.

const ALL = 100;

/**
 * The weights after one of them is set. The others share what is left in proportion to `start` (the weights when the
 * drag began, so that dragging forth and back ends where it started), in whole points by the largest remainder. What
 * was zero stays zero, unless nothing else could take the points.
 */
export function change(start, criterion, points) {
  const others = Object.keys(start).filter((id) => id !== criterion);
  const own = others.length ? Math.min(ALL, Math.max(0, Math.round(points))) : ALL;
  const shared = share(
    ALL - own,
    others.map((id) => start[id]),
  );
  const next = { ...start, [criterion]: own };
  others.forEach((id, index) => (next[id] = shared[index]));
  return next;
}

/** Whole points in proportion to the parts, adding up to the sum; equal remainders in the order of the parts. */
function share(sum, parts) {
  const total = parts.reduce((all, part) => all + part, 0);
  if (!total) return parts.length ? share(sum, parts.fill(1)) : parts;
  const points = parts.map((part) => Math.floor((sum * part) / total));
  const left = sum - points.reduce((all, part) => all + part, 0);
  const remainder = (index) => (sum * parts[index]) % total;
  [...parts.keys()]
    .sort((a, b) => remainder(b) - remainder(a))
    .slice(0, left)
    .forEach((index) => points[index]++);
  return points;
}

/** Whether weights name exactly the criteria of a purpose. */
export function fits(weights, purpose) {
  const ids = Object.keys(purpose.weights);
  return Object.keys(weights).length === ids.length && ids.every((id) => id in weights);
}

/** Whether both give every criterion the same points. */
export function same(a, b) {
  return Object.keys(a).every((id) => a[id] === b[id]);
}

/**
 * What a weight means in the criterion's own unit: {worst, best, points, step: {points, amount}}. points = what the way
 * from the worst to the best value is worth; step = how large a part of that way so many points are, on average over
 * the curve. For classes there is no step, and neither where the curve turns.
 */
export function swing({ utility }, weight) {
  const curve = utility.linear ?? Object.entries(utility.byClass);
  const [worst, best] = [pick(curve, (a, b) => a < b), pick(curve, (a, b) => a > b)];
  const points = weight * (best[1] - worst[1]);
  const steady = utility.linear && (rising(curve) || rising([...curve].reverse()));
  const size = [10, 5, 1].find((n) => n <= points);
  const step = steady && size ? { points: size, amount: ((best[0] - worst[0]) * size) / points } : null;
  return { worst: worst[0], best: best[0], points, step };
}

function pick(curve, better) {
  return curve.reduce((chosen, point) => (better(point[1], chosen[1]) ? point : chosen));
}

function rising(curve) {
  return curve.every(([, u], index) => index === 0 || u >= curve[index - 1][1]);
}
