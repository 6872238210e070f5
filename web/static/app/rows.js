// One row per site under one purpose: what the list, the map and the table all show. Pure; tested under node.
import { pick } from './i18n.js';

const NO_RANKING = {
  verdict: 'none',
  low: null,
  high: null,
  band: null,
  excludedBy: [],
  flags: 0,
  notChecked: 0,
  confidence: null,
};

/** Joins sites, the ranking in effect and the municipalities' names. Ranked first, in ranking order. */
export function buildRows({ sites, run, strategy, region, ranking: entries }, language) {
  const ranking = new Map(entries.map((entry) => [entry.site, entry]));
  const spans = bandSpans(entries);
  const checkName = (id) => pick(language, strategy.checks.find((check) => check.id === id)?.name) || id;
  const rows = sites.map((site) => {
    const entry = ranking.get(site.id) ?? NO_RANKING;
    return {
      id: site.id,
      name: site.name,
      kind: site.kind,
      schematic: site.schematic,
      areaDaa: site.areaDaa,
      point: site.point,
      planStatus: planStatus(site),
      shares: namedShares(run.shares[site.id] ?? site.shares ?? [], region),
      bandSpan: spans.get(entry.band) ?? null,
      ...entry, // after the new fields: before them it makes ten thousand rows a hundred times as slow
      excludedBy: (entry.excludedBy ?? []).map(checkName),
      site,
    };
  });
  return rows.sort(byRanking(language));
}

/** The stated plan status of a site; "" when nobody has stated one. */
export function planStatus(site) {
  const fact = site.facts.find((f) => f.fact === 'planStatus');
  return fact && fact.value !== null ? String(fact.value) : '';
}

function namedShares(shares, region) {
  const name = (number) => region.municipalities.find((m) => m.number === number)?.name ?? number;
  return [...shares]
    .sort((a, b) => b.share - a.share)
    .map((s) => ({ number: s.municipality, name: name(s.municipality), share: s.share }));
}

function bandSpans(ranking) {
  const spans = new Map();
  for (const { verdict, band, position } of ranking) {
    if (verdict !== 'scored') continue;
    const span = spans.get(band) ?? { from: position, to: position };
    spans.set(band, { from: Math.min(span.from, position), to: Math.max(span.to, position) });
  }
  return spans;
}

const ORDER = { scored: 0, excluded: 1, none: 2 };

function byRanking(language) {
  return (a, b) =>
    ORDER[a.verdict] - ORDER[b.verdict] ||
    (a.position ?? 0) - (b.position ?? 0) ||
    a.name.localeCompare(b.name, language);
}

/** Rows that pass all filters. A municipality counts when any part of the site lies in it. */
export function filterRows(rows, filters, language = 'nb') {
  const text = filters.text.trim().toLocaleLowerCase(language);
  return rows.filter(
    (row) =>
      (!filters.municipalities.length ||
        row.shares.some((s) => s.share > 0 && filters.municipalities.includes(s.number))) &&
      (!filters.kind || row.kind === filters.kind) &&
      (filters.areaMin === null || (row.areaDaa !== null && row.areaDaa >= filters.areaMin)) &&
      (!filters.plan.length || filters.plan.includes(row.planStatus || 'none')) &&
      (!filters.verdict || row.verdict === filters.verdict) &&
      (!text ||
        row.name.toLocaleLowerCase(language).includes(text) ||
        row.shares.some((s) => s.name.toLocaleLowerCase(language).includes(text))),
  );
}

/** Groups in reading order: one per band of scored sites, then the excluded, then those the purpose does not ask for. */
export function groupRows(rows) {
  const groups = new Map();
  for (const row of rows) {
    const key = row.verdict === 'scored' ? `band-${row.band}` : row.verdict;
    if (!groups.has(key)) groups.set(key, { key, verdict: row.verdict, span: row.bandSpan, rows: [] });
    groups.get(key).rows.push(row);
  }
  return [...groups.values()];
}

/** Sorted copy of table rows {cells: {column: {sort}}}; what is missing stands last whichever way one sorts. */
export function sortRows(rows, sort, language) {
  if (!sort) return rows;
  const value = (row) => row.cells[sort.column]?.sort;
  const missing = (v) => v === null || v === undefined || v === '';
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (missing(x) || missing(y)) return missing(x) - missing(y);
    const order = typeof x === 'number' ? x - y : String(x).localeCompare(String(y), language);
    return sort.descending ? -order : order;
  });
}

/** CSV for Norwegian spreadsheets: semicolons, CRLF, BOM. Cells a spreadsheet would run as a formula get a leading '. */
export function csv(header, rows) {
  const cell = (value) => {
    const text = String(value ?? '');
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${[header, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
