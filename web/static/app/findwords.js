// What a requirement, a gap and an unknown answer are called. Pure; tested under node.
import { amount, date, number } from './format.js';
import { className, reason } from './words.js';

const STEP = { daa: 0.1, MW: 0.1, share: 0.01, years: 0.1, count: 0.1 };

/** A number in a requirement's unit; years and counts are words of this page. */
export function valueText(app, kind, value) {
  if (kind.unit === 'years') return app.t('find.years', { n: number(app.lang, value, 1) });
  if (kind.unit === 'count') return number(app.lang, value, 1);
  return amount(app.lang, value, kind.unit);
}

/** The size of a gap; one that would be written as nothing is "less than" the smallest number that is written. */
export function gapText(app, kind, gap) {
  const step = STEP[kind.unit] ?? 1;
  if (gap >= step / 2) return valueText(app, kind, gap);
  return app.t('find.lessThan', { value: valueText(app, kind, step) });
}

/** "minst 1 000 daa", "høyst 45 min", "ja" */
export function wantedText(app, kind, value) {
  return kind.form === 'yes'
    ? app.t('find.yes')
    : app.t(`find.${kind.form}`, { value: valueText(app, kind, value) });
}

/** One requirement at one place: {word, detail}, both in words. */
export function needText(app, kind, need) {
  const word = app.t(`find.outcome.${need.outcome}`);
  if (need.outcome === 'unknown') return { word, detail: reason(app, need.missing) };
  const found = foundText(app, kind, need);
  if (need.outcome === 'met') return { word, detail: found };
  const gap = need.gap === null ? '' : gapText(app, kind, need.gap);
  const lack = app
    .text(kind.lack)
    .replace('{gap}', need.beyond ? app.t('find.atLeast', { value: gap }) : gap);
  return { word: lack, detail: app.t('find.has', { found }) };
}

function foundText(app, kind, need) {
  const named = need.category === null ? '' : className(app, kind.fact, need.category);
  if (need.value === null) return named;
  const value = valueText(app, kind, need.value);
  if (!named) return need.beyond ? app.t('find.beyond', { value }) : value;
  return need.assumed ? app.t('find.assumedYears', { named, value }) : named;
}

/** "Odalsportalen, november 2026"; "" for what is measured */
export function originText(app, { origin }) {
  return origin ? [origin.statedBy, date(app.lang, origin.on)].filter(Boolean).join(', ') : '';
}

/** "3 oppfylt · 1 mangler · 1 ukjent" */
export function sumText(app, match) {
  return ['met', 'gaps', 'unknown'].map((part) => app.t(`find.sum.${part}`, { n: match[part] })).join(' · ');
}

/** What the rules decided for the reader of a list, in one sentence each. */
export function howTexts(app, kind, how) {
  return how.map((one) => (one === 'usual' ? app.text(kind.usual?.why) : app.t(`find.how.${one}`)));
}
