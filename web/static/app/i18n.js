// Texts of the pages. What the server sends in two languages ({nb, en}) goes through pick().
import { en } from './texts/en.js';
import { nb } from './texts/nb.js';

const TEXTS = { nb, en };

export const LANGUAGES = Object.keys(TEXTS);

/** translator("nb")("list.count", {shown: 3}) → text; an unknown key shows itself rather than nothing. */
export function translator(language) {
  const texts = TEXTS[language] ?? nb;
  return (key, values = {}) => fillIn(texts[key] ?? nb[key] ?? key, values);
}

/** True when the key has a text; used for codes from the data, which may be unknown to us. */
export function knows(language, key) {
  return key in (TEXTS[language] ?? nb);
}

/** The text of a {nb, en} object in the language, or in the other one when this one is empty. */
export function pick(language, text) {
  if (text === null || text === undefined) return '';
  if (typeof text === 'string') return text;
  return text[language] || text.nb || text.en || '';
}

function fillIn(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
