// What a weight means in the criterion's own unit, in words. Pure; tested under node.
import { amount, number } from './format.js';
import { swing } from './weights.js';
import { className } from './words.js';

/**
 * "Fra 75 min til 30 min er hele vekten, 12 poeng. 10 poeng svarer til 38 min kortere." On average over the curve; for
 * classes only what the way from the worst to the best is worth.
 */
export function meaningText(app, criterion, weight) {
  const { t, lang } = app;
  if (!weight) return t('swing.nothing');
  const { worst, best, points, step } = swing(criterion, weight);
  const value = (x) =>
    criterion.utility.linear
      ? amount(lang, x, criterion.unit)
      : `«${className(app, criterion.metric.fact, x)}»`;
  const whole = t(points === weight ? 'swing.whole' : 'swing.part', {
    worst: value(worst),
    best: value(best),
    points: number(lang, points, 1),
    weight,
  });
  return step
    ? `${whole} ${t('swing.step', { points: step.points, amount: stepText(app, criterion, step) })}`
    : whole;
}

const LESS = { min: 'swing.shorter', m: 'swing.nearer', km: 'swing.nearer' };

function stepText({ t, lang }, { unit, metric }, { amount: signed }) {
  const size = Number(Math.abs(signed).toPrecision(2)); // no more than "about" can carry
  const text =
    unit === 'share'
      ? t('swing.percentPoints', { n: number(lang, size * 100, 1) })
      : amount(lang, size, unit);
  const near =
    unit === 'm' && metric.kind !== 'distance' && metric.kind !== 'nearest' ? 'swing.less' : LESS[unit];
  return t(signed > 0 ? 'swing.more' : (near ?? 'swing.less'), { amount: text });
}
