// A site as it is being edited: from what the server has, to what it is sent, and kept meanwhile. Pure; tested under node.
import { EMPTY_SHAPE, fromGeoJson, sameShape, toGeoJson } from './shape.js';

/** The key of the site's own outline among the shapes of a draft; parts go by their id. */
export const OUTLINE = '#';
export const PART_KINDS = ['planArea', 'zoned', 'prepared', 'plot'];
export const PLOT_STATES = ['free', 'option', 'sold'];
export const BASES = ['stated', 'derived', 'estimate'];
const KEY = 'arealkompass.draft.';

/** A draft of a site as the server has it, or of a new one. */
export function draftOf(site = null) {
  return {
    id: site?.id ?? '',
    version: site?.version ?? null,
    name: site?.name ?? '',
    kind: site?.kind ?? 'land',
    publication: site?.publication ?? 'draft',
    schematic: site?.schematic ?? false,
    areaKnown: site?.areaKnown ?? true,
    accuracyM: site?.accuracyM ?? 1,
    source: site?.source ?? '',
    facts: (site?.facts ?? []).map((fact) => ({ ...fact })),
    parts: (site?.parts ?? []).map(partOf),
    scoredPart: site?.scoredPart ?? null,
    media: (site?.media ?? []).map((one) => ({ ...one })),
    why: '',
    shapes: shapesOf(site),
  };
}

function partOf({ id, kind, name, status, facts }) {
  return { id, kind, name, status: status ?? null, facts: (facts ?? []).map((fact) => ({ ...fact })) };
}

function shapesOf(site) {
  const shapes = { [OUTLINE]: fromGeoJson(site?.footprint) ?? EMPTY_SHAPE };
  for (const part of site?.parts ?? []) shapes[part.id] = fromGeoJson(part.footprint) ?? EMPTY_SHAPE;
  return shapes;
}

/** The key of the shape that is measured and scored. */
export function scoredKey(draft) {
  return draft.parts.some((part) => part.id === draft.scoredPart) ? draft.scoredPart : OUTLINE;
}

/** The facts that are scored: those of the scored part before those of the site; without a value they are none yet. */
export function scoredFacts(draft) {
  const own = draft.parts.find((part) => part.id === draft.scoredPart)?.facts ?? [];
  const about = new Set(own.map((fact) => fact.fact));
  return [...own, ...draft.facts.filter((fact) => !about.has(fact.fact))].filter(
    (fact) => String(fact.value ?? '') !== '',
  );
}

/** What is sent to be saved. */
export function bodyOf(draft) {
  const { name, kind, publication, schematic, areaKnown, accuracyM, source, media, why, shapes } = draft;
  const scored = scoredKey(draft);
  return {
    name: name.trim(),
    kind,
    publication,
    footprint: toGeoJson(shapes[scored]),
    schematic,
    areaKnown,
    accuracyM: Number(accuracyM),
    source: source.trim(),
    facts: draft.facts.map(factOf),
    parts: draft.parts.map((part) => ({
      ...part,
      status: part.kind === 'plot' ? (part.status ?? 'free') : null,
      footprint: toGeoJson(shapes[part.id] ?? EMPTY_SHAPE),
      facts: part.facts.map(factOf),
    })),
    scoredPart: scored === OUTLINE ? null : scored,
    media,
    why: why.trim(),
    ...(draft.version === null && { id: draft.id.trim() }),
  };
}

function factOf({ fact, value, unit, statedBy, on, basis, source, url }) {
  return { fact, value, unit: unit ?? '', statedBy, on, basis, source, url: url ?? '' };
}

/** What is still missing before it can be saved: [{field, key}], key among the texts. */
export function missing(draft, today = new Date().toISOString().slice(0, 10)) {
  const faults = [];
  const need = (field, value, key = 'edit.need') => {
    if (!String(value ?? '').trim()) faults.push({ field, key });
  };
  need('name', draft.name);
  if (draft.version === null && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(draft.id))
    faults.push({ field: 'id', key: 'edit.needId' });
  if (!(Number(draft.accuracyM) >= 0) || String(draft.accuracyM).trim() === '')
    faults.push({ field: 'accuracyM', key: 'edit.needNumber' });
  need('source', draft.source);
  draft.facts.forEach((fact, i) => {
    need(`fact-${i}-value`, fact.value);
    for (const key of ['statedBy', 'source']) need(`fact-${i}-${key}`, fact[key]);
    if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(fact.on ?? '') || fact.on > today)
      faults.push({ field: `fact-${i}-on`, key: 'edit.needDate' });
  });
  draft.parts.forEach((part, i) => {
    need(`part-${i}-name`, part.name);
    if (!draft.shapes[part.id]?.length) faults.push({ field: `part-${i}-draw`, key: 'edit.needPartShape' });
  });
  draft.media.forEach((one, i) => {
    if (!/^https:\/\/\S+$/.test(one.url)) faults.push({ field: `media-${i}-url`, key: 'edit.needUrl' });
    need(`media-${i}-text`, one.text);
  });
  need('why', draft.why);
  if (!draft.shapes[scoredKey(draft)]?.length) faults.push({ field: 'shape', key: 'edit.needShape' });
  return faults;
}

/** "Granli sør" → granli-sor, as ids are written in addresses. */
export function idOf(name) {
  const plain = { æ: 'ae', ø: 'o', å: 'a', ä: 'a', ö: 'o', ü: 'u' };
  return name
    .toLowerCase()
    .replace(/[æøåäöü]/g, (letter) => plain[letter])
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}

/** A part id that is not taken. */
export function newPartId(draft) {
  for (let n = draft.parts.length + 1; ; n++) {
    if (!draft.parts.some((part) => part.id === `del-${n}`)) return `del-${n}`;
  }
}

/** Which fields two versions of a site differ in: names of the draft's keys, "shape" for the outlines. */
export function differences(a, b) {
  const keys = Object.keys(a).filter(
    (key) => !['shapes', 'why', 'version'].includes(key) && JSON.stringify(a[key]) !== JSON.stringify(b[key]),
  );
  return sameShape(usedShapes(a), usedShapes(b)) ? keys : [...keys, 'shape'];
}

// The outline that no longer counts, because a part is scored, is no difference.
function usedShapes(draft) {
  return [scoredKey(draft), ...draft.parts.map((part) => part.id)].map((key) => draft.shapes[key]);
}

/** Keeps a draft for this tab until it is saved or thrown away; a full store is no reason to stop drawing. */
export function keep(store, id, draft, at = new Date().toISOString()) {
  try {
    store.setItem(KEY + id, JSON.stringify({ at, draft }));
    return true;
  } catch {
    return false;
  }
}

/** {at, draft} or null. */
export function kept(store, id) {
  try {
    const found = JSON.parse(store.getItem(KEY + id));
    return found?.draft?.shapes ? found : null;
  } catch {
    return null;
  }
}

export function forget(store, id) {
  store.removeItem(KEY + id);
}
