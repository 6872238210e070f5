// What a subject, a finding and an amount of the plan check are called and in which order they stand. Pure; tested.
import { amount, number } from './format.js';

/** Sign of an outcome or of a kind of finding; the word always stands beside it. */
export const SIGN = {
  follows: '✓',
  deviates: '✕',
  undecided: '?',
  elsewhere: '–', // a point of the strategy no rule of which is judged for this subject
  deviation: '✕',
  missing: '∅',
  note: 'i',
};
export const KINDS = ['deviation', 'missing', 'undecided', 'note'];

/** {kind, municipality, withHearing, plan, version}: what "region~", "3414" or "3414-201803@2" asks for. */
export function subjectOf(text) {
  const withHearing = text.endsWith('~');
  const [place, version] = text.replace(/~$/, '').split('@');
  const kind = version ? 'plan' : place === 'region' ? 'region' : 'municipality';
  return {
    kind,
    withHearing,
    municipality: kind === 'region' ? null : place.slice(0, 4),
    plan: kind === 'plan' ? place : null,
    version: kind === 'plan' ? Number(version) : null,
  };
}

/** The same subject with or without what is on hearing; a single version stands as it is. */
export function counting(text, hearing) {
  const { kind } = subjectOf(text);
  if (kind === 'plan') return text;
  return text.replace(/~$/, '') + (hearing ? '~' : '');
}

/** Whether the subject lies in no municipality of the region, so that no strategy holds there. */
export function isOutside(text, municipalities) {
  const { municipality } = subjectOf(text);
  return municipality !== null && !municipalities.some(({ number: nr }) => nr === municipality);
}

/** The findings that are read first, with their numbers on the map; those the document names but lacks are left out. */
export function topFindings(report) {
  return report.top
    .map((id) => report.findings.find((finding) => finding.id === id))
    .filter(Boolean)
    .map((finding, i) => ({ number: i + 1, finding }));
}

/** Deviations first, then what is missing, what is undecided and notes; within a kind as the check has them. */
export function ordered(findings) {
  return [...findings].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** The findings a choice lets through; an empty part of {rule, kind, municipality} lets all through. */
export function chosen(findings, choice) {
  const parts = ['rule', 'kind', 'municipality'].filter((part) => choice[part]);
  return findings.filter((finding) => parts.every((part) => finding[part] === choice[part]));
}

/** [[value, count]] of one part of the findings, in the order of the values. */
export function counted(findings, part) {
  const counts = new Map();
  for (const finding of findings)
    if (finding[part]) counts.set(finding[part], (counts.get(finding[part]) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}

/** The number found, with its unit; "" when there is none. */
export function amountText(app, value, unit) {
  if (value === null || value === undefined) return '';
  if (unit === 'points') return app.t('plan.points', { n: number(app.lang, value) });
  if (unit === 'daa') return dekar(app, value);
  if (unit === 'share') return `${number(app.lang, value * 100, 1)}\u00a0%`;
  return amount(app.lang, value, unit);
}

/** "høyst 0 daa", "minst 80 %", or both; "" without a bound. */
export function boundText(app, bound, unit) {
  const end = (value, key) =>
    value === null || value === undefined ? '' : app.t(key, { value: amountText(app, value, unit) });
  return [end(bound?.atLeast, 'lacks.atLeast'), end(bound?.atMost, 'lacks.atMost')]
    .filter(Boolean)
    .join(', ');
}

/** "areaZoning" and "AREA_ZONING" are the same: lists write the one, checks the other. */
export function constant(name) {
  return /[a-z]/.test(name) ? name.replace(/[A-Z]/g, '_$&').toUpperCase() : name;
}

/** Square metres in dekar. */
export function daa(app, squareMetres) {
  return dekar(app, squareMetres / 1000);
}

// As finely as the sentence beside it has it; what is there is never 0.
function dekar(app, value) {
  if (value > 0 && value < 0.005) return `<\u00a0${number(app.lang, 0.01, 2)}\u00a0daa`;
  const size = Math.abs(value);
  return `${number(app.lang, value, size < 1 ? 2 : size < 100 ? 1 : 0)}\u00a0daa`;
}

/** What the finding is about: the zone with its code, or the site; then the plan when several are checked. */
export function aboutText(app, finding, withPlan) {
  const zone = finding.zone && [finding.zone, finding.zoneName !== finding.zone && finding.zoneName];
  const code = finding.code && `(${finding.code}${finding.codeName ? ` ${app.text(finding.codeName)}` : ''})`;
  const what = [...(zone || [finding.siteName ?? finding.site]), code].filter(Boolean).join(' ');
  return [what, withPlan && finding.plan].filter(Boolean).join(', ');
}

/** One of each strategy: a plan is held against the newest version. */
export function newestVersions(strategies) {
  const newest = new Map();
  const later = (a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }) > 0;
  for (const one of strategies)
    if (!newest.has(one.id) || later(one, newest.get(one.id))) newest.set(one.id, one);
  return [...newest.values()];
}

/** Oldest and newest date of the data used, as they were stated; null when no dataset says one. */
export function dataDates(datasets) {
  const dates = datasets
    .map(({ asOf }) => asOf)
    .filter(Boolean)
    .sort();
  return dates.length ? { oldest: dates[0], newest: dates.at(-1) } : null;
}

/** Names of what is made up for trying out, plans first; nothing real may be concluded from a check with any. */
export function samples(app, report) {
  return [
    ...report.subject.plans.filter(({ sample }) => sample).map(({ name }) => name),
    ...report.datasets.filter(({ sample }) => sample).map(({ name }) => app.text(name)),
  ];
}

/** The ground a finding stands on: what breaks the rule, else its zone, else null; zones are GeoJSON or not there yet. */
export function groundOf(finding, zones) {
  if (finding.geometry || !finding.zone) return finding.geometry ?? null;
  const same = ({ properties }) => properties.zone === finding.zone && properties.plan === finding.plan;
  return zones?.features.find(same)?.geometry ?? null;
}

/** The box [w, s, e, n] around GeoJSON geometries and places; null around nothing. */
export function boxOf(shapes) {
  let box = null;
  const take = (at) => {
    if (typeof at?.[0] !== 'number') return at?.forEach(take);
    const [x, y] = at;
    box = box
      ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
      : [x, y, x, y];
    return undefined;
  };
  const look = (shape) => {
    if (!shape) return;
    if (Array.isArray(shape)) take(shape);
    else if (shape.type === 'GeometryCollection') shape.geometries.forEach(look);
    else take(shape.coordinates);
  };
  shapes.forEach(look);
  return box;
}

/** An id for an element: findings are named by rule, plan and zone, which may hold anything. */
export function elementId(prefix, id) {
  return `${prefix}-${encodeURIComponent(id)}`;
}
