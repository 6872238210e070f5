// Numbers, units and dates as people here write them. Pure; tested under node.
import { knows, translator } from './i18n.js';

const LOCALE = { nb: 'nb-NO', en: 'en-GB' };
const NBSP = '\u00a0';

/** A number with at most `digits` decimals: decimal comma and narrow groups in Norwegian. */
export function number(language, value, digits = 0) {
  return new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: digits }).format(value);
}

/** A number with exactly so many decimals, where several stand below each other. */
export function fixed(language, value, digits) {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(LOCALE[language], options).format(value);
}

/** 0..1 as whole percent; what is there but rounds to 0 says so. */
export function percent(language, share) {
  const value = share * 100;
  if (value > 0 && value < 0.5) return `<${NBSP}1${NBSP}%`;
  return `${number(language, value)}${NBSP}%`;
}

/** Points 0..100 as "38–71"; whole numbers, since the inputs carry no more. */
export function range(language, low, high) {
  const [from, to] = [Math.round(low), Math.round(high)];
  return from === to ? number(language, from) : `${number(language, from)}–${number(language, to)}`;
}

const UNIT = {
  m: (l, v) => (v >= 10_000 ? `${number(l, v / 1000, 1)}${NBSP}km` : `${number(l, v)}${NBSP}m`),
  m2: (l, v) => `${number(l, v)}${NBSP}m²`,
  m3: (l, v) => `${number(l, v)}${NBSP}m³`,
  daa: (l, v) => `${number(l, v, v < 10 ? 1 : 0)}${NBSP}daa`,
  min: (l, v) => `${number(l, v)}${NBSP}min`,
  share: percent,
  percent: (l, v) => `${number(l, v, 1)}${NBSP}%`,
  promille: (l, v) => `${number(l, v, 1)}${NBSP}‰`,
  MW: (l, v) => `${number(l, v, 1)}${NBSP}MW`,
  krPerM2: (l, v) => `${number(l, v)}${NBSP}${l === 'nb' ? 'kr/m²' : 'NOK/m²'}`,
  mnok: (l, v) => `${number(l, v)}${NBSP}${l === 'nb' ? 'mill. kr' : 'NOK million'}`,
  km: (l, v) => `${number(l, v, 1)}${NBSP}km`,
};

/** A value with its unit: 450 daa, 12,5 km, 295 kr/m². Unknown units are shown as they are. */
export function amount(language, value, unit) {
  const write = UNIT[unit];
  if (write) return write(language, value);
  const text = number(language, value, 1);
  return unit && unit !== 'count' && unit !== 'class' ? `${text}${NBSP}${unit}` : text;
}

/** A length as people say it: 950 m, 12 km; digits = decimals that are always written. */
export function distance(language, metres, digits = 0) {
  if (metres < 1000) return amount(language, metres, 'm');
  const options = { minimumFractionDigits: digits, maximumFractionDigits: 1 };
  return `${new Intl.NumberFormat(LOCALE[language], options).format(metres / 1000)}${NBSP}km`;
}

/** A code that is the same in all data (yes/no, value classes) in words; others as they stand. */
export function category(language, value) {
  const key = `value.${value}`;
  return knows(language, key) ? translator(language)(key) : String(value);
}

/** What a measurement found: {kind: amount|category|notCovered}. */
export function found(language, measurement, unit) {
  if (measurement?.kind === 'amount') return amount(language, measurement.value, unit);
  if (measurement?.kind === 'category') return category(language, measurement.value);
  return translator(language)('found.unknown');
}

/** "2017", "2024-08" or "2024-08-31" (or a timestamp) at the precision it has. */
export function date(language, iso) {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? '');
  if (!parts) return iso ?? '';
  const [, year, month, day] = parts;
  if (!month) return year;
  const options = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (day) options.day = 'numeric';
  return new Intl.DateTimeFormat(LOCALE[language], options).format(Date.UTC(+year, +month - 1, +(day ?? 1)));
}

/** A point in time to the minute, where the reader is: "26. november 2026 kl. 14:05". */
export function moment(language, iso) {
  const options = { dateStyle: 'long', timeStyle: 'short' };
  return new Intl.DateTimeFormat(LOCALE[language], options).format(new Date(iso));
}

/** A size of a file: 820 B, 12 kB, 3,4 MB (steps of 1,000, as file managers here count). */
export function bytes(language, size) {
  if (size < 1000) return `${number(language, size)}${NBSP}B`;
  if (size < 1e6) return `${number(language, size / 1e3)}${NBSP}kB`;
  return `${number(language, size / 1e6, 1)}${NBSP}MB`;
}
