// Where one site's points differ from another's, criterion by criterion. Pure; tested under node.

/**
 * {gains, losses, open}: criteria in which the first certainly gets more, certainly less, and those that may go either
 * way, each [{criterion, low, high}] in points (the first minus the second), the largest first, at most `most` of each.
 * Lines are {criterion, pointsLow, pointsHigh}; what is equal to the last digit is in none.
 */
export function gains(lines, others, most = 3) {
  const other = new Map(others.map((line) => [line.criterion, line]));
  const differences = lines
    .filter((line) => other.has(line.criterion))
    .map((line) => {
      const { pointsLow, pointsHigh } = other.get(line.criterion);
      return {
        criterion: line.criterion,
        low: line.pointsLow - pointsHigh,
        high: line.pointsHigh - pointsLow,
      };
    });
  const middle = ({ low, high }) => low + high;
  const pick = (keep, order) => differences.filter(keep).sort(order).slice(0, most);
  return {
    gains: pick(
      ({ low }) => low > 0,
      (a, b) => middle(b) - middle(a),
    ),
    losses: pick(
      ({ high }) => high < 0,
      (a, b) => middle(a) - middle(b),
    ),
    open: pick(
      ({ low, high }) => low <= 0 && high >= 0 && low < high,
      (a, b) => b.high - b.low - (a.high - a.low),
    ),
  };
}
