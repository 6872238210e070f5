// The figures of an area account as its tables show them. Pure; tested under node.
import { amount, fixed } from './format.js';

const VISIBLE_M2 = 0.05;

/** Square metres as dekar with one decimal, as they stand below each other; what is there but rounds to 0 says so. */
export function daa(language, m2) {
  if (m2 > VISIBLE_M2 && m2 < 50) return `<\u00a0${fixed(language, 0.1, 1)}`;
  const text = fixed(language, m2 / 1000, 1);
  return /^[-−]0[.,]0$/.test(text) ? text.slice(1) : text;
}

/** The same with its unit, in running text. */
export function daaText(language, m2) {
  return `${daa(language, m2)}\u00a0daa`;
}

/** Exactly: square metres with one decimal. */
export function exact(language, m2) {
  const text = fixed(language, m2, 1);
  return `${/^[-−]0[.,]0$/.test(text) ? text.slice(1) : text}\u00a0m²`;
}

/** Which columns of a theme are shown: those with ground in them, and always what the data do not cover. */
export function usedColumns(theme, table) {
  return theme.columns
    .map((column, at) => ({ ...column, at }))
    .filter(
      ({ id, at }) =>
        id === 'notCovered' ||
        [...table.rows, table.difference, table.total].some((row) => Math.abs(row.cellsM2[at]) > VISIBLE_M2),
    );
}

/** The rows somebody reads first: business with its codes, and the other groups as one. Adds up to the total as well. */
export function firstRows(account, table) {
  const business = new Set(account.groups.filter((group) => group.business).map((group) => group.id));
  const others = table.rows.filter((row) => row.code === null && !business.has(row.group));
  return {
    business: table.rows.filter((row) => business.has(row.group)),
    others: others.length ? { ...added(others), count: others.length } : null,
  };
}

function added(rows) {
  return {
    areaM2: rows.reduce((sum, row) => sum + row.areaM2, 0),
    cellsM2: rows[0].cellsM2.map((_, i) => rows.reduce((sum, row) => sum + row.cellsM2[i], 0)),
  };
}

/** What the ground is, one row per class of every theme but the first: under business, development, and all purposes. */
export function groundRows(account, scope) {
  return account.themes.slice(1).map((theme, i) => {
    const table = scope.tables[i + 1];
    const missing = theme.columns.findIndex((column) => column.id === 'notCovered');
    const under = (at) => ({
      business: part(account, table, 'business', at),
      development: part(account, table, 'development', at),
      all: table.total.cellsM2[at],
    });
    return {
      theme,
      classes: theme.columns
        .map((column, at) => ({ column, at }))
        .filter(({ column }) => !['none', 'notCovered'].includes(column.id))
        .map(({ column, at }) => ({ column, ...under(at) })),
      notCovered: under(missing),
    };
  });
}

function part(account, table, kind, at) {
  const groups = new Set(account.groups.filter((group) => group[kind]).map((group) => group.id));
  return table.rows
    .filter((row) => row.code === null && groups.has(row.group))
    .reduce((sum, row) => sum + row.cellsM2[at], 0);
}

/** The reserve with business first: {group, lines, business}. */
export function reserveGroups(account, scope) {
  return account.groups
    .filter((group) => group.development)
    .map((group) => ({ group, lines: scope.reserve.filter((line) => line.group === group.id) }))
    .filter(({ lines }) => lines.length);
}

/** The sum of some lines of the reserve. */
export function reserveSum(lines) {
  const keys = ['areaM2', 'builtM2', 'unbuiltM2', 'unknownM2'];
  return Object.fromEntries(keys.map((key) => [key, lines.reduce((sum, line) => sum + line[key], 0)]));
}

/** "3414-201803@2" as its parts; null for anything else. */
export function versionOf(subject) {
  const parts = /^(\d{4}-.{1,100})@(\d{1,6})$/.exec(subject);
  return parts ? { plan: parts[1], version: Number(parts[2]) } : null;
}

/** The other versions of a plan, newest first, and which of them it is compared with unless somebody chooses. */
export function otherVersions(items, plan, version) {
  const others = items.filter((item) => item.plan === plan && item.version !== version);
  const earlier = others.filter((item) => item.version < version);
  const adopted = earlier.find((item) => item.stage === 'adopted');
  return { others, usual: (adopted ?? earlier[0] ?? others[0])?.version ?? null };
}

/** An amount of a finding before and after, in its unit: "1,2 daa → 0,4 daa"; "–" where there was none. */
export function amounts(language, { amountBefore, amountAfter, unit }) {
  const write = (value) => (value === null ? '–' : amount(language, value, unit));
  return `${write(amountBefore)} → ${write(amountAfter)}`;
}
