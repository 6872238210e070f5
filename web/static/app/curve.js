// The utility curve of a stored line with the site's place on it: numbers, sentences and roundings. Pure; tested under node.
import { amount, number } from './format.js';
import { acrossCurve, curve } from './scale.js';

/**
 * What to draw in a width × height box. A curve: {line, place: {x, y} | null, band: {from, to} | null}; classes:
 * {bars: [{x, y, width, height, own}], band}. The band is where a missing value may lie.
 */
export function curveShape({ utility, found, uLow, uHigh }, width, height) {
  const missing = found.kind === 'notCovered';
  const band = missing ? { from: height - uHigh * height, to: height - uLow * height } : null;
  if (utility.kind === 'linear') {
    const { points } = utility;
    const place = missing ? null : { x: acrossCurve(points, found.value, width), y: height - uLow * height };
    return { line: curve(points, width, height), place, band };
  }
  const classes = Object.entries(utility.classes);
  const step = width / classes.length;
  const bars = classes.map(([name, u], i) => ({
    x: i * step + step * 0.15,
    y: height - Math.max(u * height, 1.5),
    width: step * 0.7,
    height: Math.max(u * height, 1.5),
    own: !missing && name === found.value,
  }));
  return { bars, band };
}

/** A utility 0..1 as people read it: "0,7". */
export function utilityText(language, u) {
  return number(language, u, 2);
}

/** ["30 min: 1", …] of a curve, or ["regulert: 1", …] of classes; named(value) gives a class in words. */
export function reference(language, { utility, unit }, named) {
  const entries =
    utility.kind === 'linear'
      ? utility.points.map(([x, u]) => [amount(language, x, unit), u])
      : Object.entries(utility.classes).map(([value, u]) => [named(value), u]);
  return entries.map(([value, u]) => `${value}: ${utilityText(language, u)}`);
}

const STEP = { share: 0.01, percent: 0.1, promille: 0.1, MW: 0.1, km: 0.1 };

/**
 * A needed number as it is said, rounded to the side that helps, so that what is said is always enough: "at most 38.6"
 * becomes 38, "at least 38.2" becomes 39.
 */
export function toward(value, direction, unit) {
  const step = unit === 'm' && value >= 10_000 ? 100 : unit === 'daa' && value < 10 ? 0.1 : (STEP[unit] ?? 1);
  const steps = value / step;
  // A number that is whole but for the arithmetic stays what it is.
  const whole = Math.abs(steps - Math.round(steps)) < 1e-6 ? Math.round(steps) : null;
  return (whole ?? (direction === 'atMost' ? Math.floor(steps) : Math.ceil(steps))) * step;
}
