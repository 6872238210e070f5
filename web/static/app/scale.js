// Positions of bars and curves. Pure; tested under node.

/** 0..100 % of the track for a value between 0 and max; never outside. */
export function position(value, max) {
  if (!(max > 0)) return 0;
  return Math.min(100, Math.max(0, (value / max) * 100));
}

/** Start and width in percent of the known (solid) and the unknown (hatched) part of a range. */
export function bar(low, high, max) {
  const from = position(low, max);
  const to = Math.max(from, position(high, max));
  return { known: from, unknown: to - from };
}

/** Largest minus smallest midpoint among score lines: what separates the sites most comes first. */
export function spread(lines) {
  const middles = lines.filter(Boolean).map(middle);
  return middles.length < 2 ? 0 : Math.max(...middles) - Math.min(...middles);
}

export function middle(line) {
  return (line.pointsLow + line.pointsHigh) / 2;
}

/**
 * Which line is certainly best or worst: its whole range lies a point or more above (below) every other.
 * A smaller difference is below what the inputs carry.
 * Returns the index or -1; overlapping ranges have no winner.
 */
export function certainly(lines, which) {
  const present = lines.map((line, index) => ({ line, index })).filter(({ line }) => line);
  if (present.length < 2) return -1;
  const wins =
    which === 'best' ? (a, b) => a.pointsLow - b.pointsHigh >= 1 : (a, b) => b.pointsLow - a.pointsHigh >= 1;
  const winner = present.find((a) => present.every((b) => a === b || wins(a.line, b.line)));
  return winner ? winner.index : -1;
}

/** The corner points [[x, u], …] of a linear utility in a width × height box, with flat ends, as an SVG points list. */
export function curve(points, width, height) {
  const margin = flatEnd(points);
  const [first, last] = [points[0], points[points.length - 1]];
  const corners = [[first[0] - margin, first[1]], ...points, [last[0] + margin, last[1]]];
  return corners
    .map(([x, u]) => `${round(acrossCurve(points, x, width))},${round(height - u * height)}`)
    .join(' ');
}

/** How far across that box a value lies; what lies beyond the ends stands at the end. */
export function acrossCurve(points, value, width) {
  const margin = flatEnd(points);
  const from = points[0][0] - margin;
  const across = ((value - from) / (points[points.length - 1][0] + margin - from)) * width;
  return Math.min(width, Math.max(0, across));
}

function flatEnd(points) {
  return (points[points.length - 1][0] - points[0][0] || 1) * 0.12;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
