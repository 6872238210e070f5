// What a delivery says of itself, in words: verdict, counts, coordinate systems, repairs. Pure; tested under node.
import { may } from './caller.js';
import { amount, distance, number } from './format.js';
import { knows } from './i18n.js';

/** Repairs that change the area by less than this share may be chosen all at once. */
export const SAFE_SHARE = 0.001;

// The halves of a bow-tie cancel each other out before it is repaired, so a share of that area says nothing.
const MOST_SHARE = 10;

/** Whether the caller may bring files in; the server decides, this only spares others a page they cannot use. */
export function mayImport(app) {
  return may(app, 'import');
}

const SHAPES = [
  ['area', /POLYGON|SURFACE/i],
  ['line', /LINE|CURVE/i],
  ['point', /POINT/i],
];

/** {POLYGON: 17, MULTIPOLYGON: 2, POINT: 3} → {area: 19, point: 3}; what is none of them is "other". */
export function shapeCounts(byType) {
  const counts = {};
  for (const [type, n] of Object.entries(byType ?? {})) {
    const shape = SHAPES.find(([, pattern]) => pattern.test(type))?.[0] ?? 'other';
    if (n > 0) counts[shape] = (counts[shape] ?? 0) + n;
  }
  return counts;
}

/** "17 flater, 1 644,6 daa" */
export function objectsText(app, { byType, areaM2, lengthM }) {
  const { t, lang } = app;
  const counts = shapeCounts(byType);
  const parts = ['area', 'line', 'point', 'other']
    .filter((shape) => counts[shape])
    .map((shape) => counted(app, shape, counts[shape]));
  if (!parts.length) return t('import.noObjects');
  if (counts.area && areaM2 > 0) parts.push(areaText(lang, areaM2));
  if (counts.line && lengthM > 0) parts.push(distance(lang, lengthM));
  return parts.join(', ');
}

/** "1 flate", "17 flater" */
export function counted(app, what, n) {
  return app.t(`importCount.${what}.${n === 1 ? 'one' : 'many'}`, { n: number(app.lang, n) });
}

/** An area in dekar with one decimal, as plans give it; small ones in m². */
export function areaText(language, areaM2) {
  if (areaM2 < 1000) return amount(language, Math.round(areaM2), 'm2');
  return `${number(language, areaM2 / 1000, 1)}\u00a0daa`;
}

/** The sentence that comes first, with what kind of answer it is: {kind, text}. */
export function verdict(app, delivery) {
  const { t } = app;
  const { state, questions = [], issues, objects } = delivery;
  if (state === 'READY')
    return { kind: 'ready', text: t('import.ready', { what: readyText(app, delivery) }) };
  if (state === 'ASKING') {
    const asked = questions.map((q) => t(`importQuestion.${q}`)).join(' ');
    const faults =
      issues?.blocking > 0 ? ` ${t('import.also', { faults: counted(app, 'faults', issues.blocking) })}` : '';
    return { kind: 'asking', text: t('import.asking', { asked }) + faults };
  }
  if (state === 'REFUSED') {
    const n = issues?.blocking ?? 0;
    return {
      kind: 'refused',
      text: n > 0 ? t('import.refused', { faults: counted(app, 'faults', n) }) : t('import.refusedWhole'),
    };
  }
  if (state === 'IMPORTED')
    return { kind: 'done', text: t('import.imported', { what: objects ? summed(app, delivery) : '' }) };
  return { kind: 'busy', text: t(state === 'IMPORTING' ? 'import.importing' : 'import.reading') };
}

// The zones of a plan lie upon each other: their sum would be no area.
function summed(app, { objects, plan }) {
  return objectsText(app, plan ? { ...objects, areaM2: null } : objects);
}

function readyText(app, { objects, crs, issues, plan }) {
  const system = crs?.used ? app.t('import.inCrs', { crs: crs.used, how: howText(app, crs.how) }) : '';
  const notes = issues?.notes > 0 ? counted(app, 'notes', issues.notes) : '';
  return [objects && summed(app, { objects, plan }), system, notes].filter(Boolean).join(', ');
}

/** How the coordinate system was found, as the end of a sentence: "slik filen sier". */
export function howText(app, how) {
  return knows(app.lang, `importHow.${how}`) ? app.t(`importHow.${how}`) : app.t('importHow.unknown');
}

/** "EPSG:25833 – UTM sone 33 (EUREF89)" */
export function crsName(app, crs, candidates = []) {
  const name = app.text(candidates.find((c) => c.crs === crs)?.name);
  return name && name !== crs ? `${crs.replace(/ NE$/, '')} – ${name}` : crs;
}

/** "34 av 34 objekter ligger i regionen", "ingen av 34 …", or that the coordinates do not exist there. */
export function candidateText(app, { inRegion, of, bbox }) {
  const values = { n: number(app.lang, inRegion), of: number(app.lang, of) };
  if (!bbox && inRegion === 0) return app.t('import.candidateNowhere', values);
  if (inRegion === 0) return app.t('import.candidateNone', values);
  return app.t(inRegion === of ? 'import.candidateAll' : 'import.candidateSome', values);
}

/** Where a box [w, s, e, n] lies, for those who do not see the map. */
export function boxText(app, bbox) {
  if (!bbox) return app.t('notStated');
  const [w, s, e, n] = bbox.map((value) => number(app.lang, value, 3));
  return app.t('import.box', { w, s, e, n });
}

/** The candidate to begin with: the one with most objects in the region; "" when two have the same, for then we ask. */
export function likeliest(candidates) {
  const [first, second] = [...candidates].sort((a, b) => b.inRegion - a.inRegion);
  return first?.inRegion > 0 && first.inRegion !== second?.inRegion ? first.crs : '';
}

/** Issues by kind, those that refuse the file first: [{code, blocking, issues}]. */
export function groupIssues(issues) {
  const groups = new Map();
  for (const issue of issues) {
    const key = `${issue.code} ${issue.blocking}`;
    if (!groups.has(key)) groups.set(key, { key, code: issue.code, blocking: issue.blocking, issues: [] });
    groups.get(key).issues.push(issue);
  }
  return [...groups.values()].sort((a, b) => b.blocking - a.blocking || b.issues.length - a.issues.length);
}

/** What a kind of issue is called; one we have no name for by its first message. */
export function kindName(app, group) {
  const key = `importIssue.${group.code}`;
  return knows(app.lang, key) ? app.t(key) : app.text(group.issues[0].message);
}

/** The issues of an answer, whichever form it has: GeoJSON features or plain items. */
export function readIssues(answer) {
  const items = answer.features ?? answer.items ?? [];
  return items.map((item, index) => {
    const said = item.properties ?? item;
    const at = item.geometry?.coordinates;
    const place = item.properties ? at && { longitude: at[0], latitude: at[1] } : said.place;
    return { ...said, id: String(item.id ?? index), place: place ?? null };
  });
}

/** Where an issue is: in the file's own coordinates when it tells them, else longitude and latitude. */
export function placeText(app, { place, filePlace }) {
  const metres = (v) => number(app.lang, v, 1);
  if (filePlace && Math.abs(filePlace.x) > 360)
    return app.t('import.filePlace', { x: metres(filePlace.x), y: metres(filePlace.y) });
  if (!place) return app.t('import.noPlace');
  const degrees = (v) => number(app.lang, v, 5);
  return app.t('import.place', { lon: degrees(place.longitude), lat: degrees(place.latitude) });
}

/** What a repair does to the area: difference in m² and as a share, and whether it is small enough to be "safe". */
export function repairChange({ areaBeforeM2, areaAfterM2, possible = true }) {
  if (areaBeforeM2 === null || areaAfterM2 === null) return { differenceM2: null, share: null, safe: false };
  const differenceM2 = areaAfterM2 - areaBeforeM2;
  const share = areaBeforeM2 > 0 ? differenceM2 / areaBeforeM2 : null;
  const safe = possible && share !== null && Math.abs(share) < SAFE_SHARE;
  return { differenceM2, share, safe };
}

/** "−1 250 m² (−3,1 %)"; small shares keep two figures, so that nothing reads as no change. */
export function changeText(app, { differenceM2, share }) {
  const { lang } = app;
  if (Math.abs(differenceM2) < 0.005 && !(Math.abs(share ?? 0) > 0)) return app.t('import.noChange');
  const area = `${signed(lang, differenceM2, Math.abs(differenceM2) < 10 ? 2 : 0)}\u00a0m²`;
  if (share === null) return area;
  if (Math.abs(share) > MOST_SHARE) return `${area} ${app.t('import.noShare')}`;
  const percent = Math.abs(share) * 100;
  const digits = percent >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(percent || 1)));
  return `${area} (${signed(lang, share * 100, digits)}\u00a0%)`;
}

function signed(language, value, digits) {
  const text = number(language, Math.abs(value), digits);
  const none = Number(Math.abs(value).toFixed(digits)) === 0;
  return none ? text : `${value < 0 ? '−' : '+'}${text}`;
}

/** Whether two sets of choices ask for the same examination. */
export function sameChoices(a, b) {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

// Order of keys and of ticks means nothing, and what is empty is as if it were not there. But for sites: none ticked is
// none, nothing said is all.
function plain(choices) {
  const tidy = (value) => {
    if (Array.isArray(value)) return [...value].sort();
    if (value && typeof value === 'object')
      return Object.keys(value)
        .sort()
        .map((key) => [key, value[key] ?? null]);
    return value;
  };
  return Object.keys(choices ?? {})
    .sort()
    .map((key) => [key, tidy(choices[key])])
    .filter(([key, value]) => !isEmpty(value) || (key === 'sites' && Array.isArray(value)));
}

function isEmpty(value) {
  return value === null || value === undefined || value.length === 0;
}
