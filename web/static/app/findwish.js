// A requirement list in the page's address and form, and what two answers to it have in common. Pure; tested under node.
import { number } from './format.js';

/** "area:1000,siding:1" → [{id, value}]; what is no requirement is left out. */
export function readWish(text, kinds) {
  return text
    .split(',')
    .map((part) => /^(\w+):(\d+(?:\.\d+)?)$/.exec(part.trim()))
    .filter((part) => part && kinds.some((kind) => kind.id === part[1]))
    .map(([, id, value]) => ({ id, value: Number(value) }))
    .filter((one, index, all) => all.findIndex((other) => other.id === one.id) === index);
}

export function writeWish(wanted) {
  return wanted.map(({ id, value }) => `${id}:${value}`).join(',');
}

/** A share is written as percent; all else in its unit. */
const factor = (kind) => (kind.unit === 'share' ? 100 : 1);

/** The number of a form's field, with the grouping and decimals of the language. */
export function fieldText(language, kind, value) {
  return number(language, Number((value * factor(kind)).toFixed(6)), 6);
}

/** What is typed in a field as a number in the requirement's unit; NaN when it is none. */
export function fieldValue(language, kind, text) {
  const bare = text.replace(/\s/g, '');
  const grouped = language === 'en' ? /,(?=\d{3}(\D|$))/g : /\.(?=\d{3}(\D|$))/g;
  const plain = bare.replace(grouped, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number((Number(plain) / factor(kind)).toFixed(6)) : NaN;
}

/** Rows of the form {id, text, from, how} for what is wanted. */
export function formRows(language, kinds, wanted) {
  return wanted.map(({ id, value, from = '', how = [] }) => {
    const kind = kinds.find((one) => one.id === id);
    return { id, text: kind.form === 'yes' ? '' : fieldText(language, kind, value), from, how };
  });
}

/** What the rows ask for: {wanted, faulty} with the ids of the rows whose number cannot be asked for. */
export function wantedOf(language, kinds, rows) {
  const wanted = [];
  const faulty = [];
  for (const row of rows) {
    const kind = kinds.find((one) => one.id === row.id);
    const value = kind.form === 'yes' ? 1 : fieldValue(language, kind, row.text);
    if (value >= kind.least && value <= kind.most) wanted.push({ id: row.id, value });
    else faulty.push(row.id);
  }
  return { wanted, faulty };
}

/** Whether two answers say the same of the same places, whatever runs they come from. */
export function sameAnswer(a, b) {
  const said = ({ sites, combinations }) =>
    JSON.stringify(
      [...sites, ...combinations].map((match) => [
        match.sites.map((site) => site.id),
        match.needs.map((need) => [need.id, need.outcome, need.value, need.category]),
      ]),
    );
  return said(a) === said(b);
}

/** The ids of the best sites of an answer, those in combinations too, at most so many. */
export function bestSites(answer, most) {
  const ids = [...answer.sites, ...answer.combinations].flatMap((match) =>
    match.sites.map((site) => site.id),
  );
  return [...new Set(ids)].slice(0, most);
}

/** Which requirements nobody can answer somewhere: [{id, count}] in the order of what is wanted. */
export function unknowns(answer) {
  const count = (id) =>
    answer.sites.filter((match) => match.needs.some((need) => need.id === id && need.outcome === 'unknown'))
      .length;
  return answer.wanted.map(({ id }) => ({ id, count: count(id) })).filter((one) => one.count > 0);
}
