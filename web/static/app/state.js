// The whole state of the pages: one object, mirrored in the address. Pure; the round trip is tested.

const VERSION = 1;
export const TABS = [
  'map',
  'table',
  'compare',
  'find',
  'certificate',
  'scenarios',
  'changes',
  'portfolio',
  'plan',
  'verify',
  'strategy',
  'data',
  'import',
  'links',
  'enquiries',
  'accounts',
  'audit',
];
export const MAX_COMPARED = 6;

const EMPTY_FILTERS = { municipalities: [], kind: '', areaMin: null, plan: [], verdict: '', text: '' };

export const EMPTY = Object.freeze({
  lang: 'nb',
  tab: 'map',
  strategy: '', // "id/version"; empty = the region's default
  run: '', // empty = the newest
  purpose: '', // empty = the strategy's first
  site: '',
  delivery: '', // a file being imported
  edit: '', // the id of the site that is being edited, or "new"
  compare: Object.freeze([]),
  differences: '', // "only" = the comparison leaves out what is the same for all
  weights: null, // {criterion: whole points} that add up to 100; null = the adopted ones
  weightsName: '',
  scenario: '', // empty = the data as they are today
  against: '', // the other ranking of the page of changes: "strategy:ID/VERSION", "scenario:ID", "today", "adopted"
  wish: '', // an investor's requirements
  answer: '', // a saved answer to them
  confidence: '', // the map shows how well a criterion is known: its id, or "all"
  spread: '', // how far the weights of a certificate may change; empty = as the strategy says
  seed: '', // of its draws; empty = 1
  plan: '', // what is checked: "region", a municipality's number, or a plan and its version, "3414-201803@2"
  versus: '', // the earlier version of the plan it is compared with: its number
  finding: '', // the one that is shown
  snapshot: '', // a frozen result that is verified
  enquiry: '', // the one that is open
  view: null, // {lat, lon, zoom}
  layers: null, // dataset ids; null = those that are shown first
  pane: 'list', // list or map, on narrow screens only
  sort: null, // {column, descending} of the table
  filters: Object.freeze(EMPTY_FILTERS),
});

// One entry per part of the state: how it is written (null = leave out) and read. Order = order in the address.
const list = (items) => (items.length ? items.join(',') : null);
const split = (text) => text.split(',').filter(Boolean);
const ID = /^[\w.æøåÆØÅ-]{1,80}$/;
const oneOf = (allowed) => (text) => (allowed.includes(text) ? text : undefined);
const id = (text) => (ID.test(text) ? text : undefined);

// Each id once, those that are none left out; undefined when no id is left.
function ids(text) {
  const good = new Set(split(text).filter((item) => ID.test(item)));
  return good.size ? [...good] : undefined;
}

const PARTS = {
  lang: { read: oneOf(['nb', 'en']) },
  tab: { read: oneOf(TABS) },
  strategy: { read: (text) => (/^[\w.-]+\/[\w.-]+$/.test(text) ? text : undefined) },
  run: { read: id },
  purpose: { read: id },
  site: { read: id },
  delivery: { read: (text) => (/^[0-9a-f-]{36}$/.test(text) ? text : undefined) },
  edit: { read: id },
  compare: { write: list, read: (text) => ids(text)?.slice(0, MAX_COMPARED) },
  differences: { name: 'forskjeller', read: oneOf(['only']) },
  weights: { name: 'vekter', write: writeWeights, read: readWeights },
  weightsName: { name: 'vektnavn', read: (text) => text.slice(0, 80) },
  scenario: { read: id },
  against: {
    name: 'mot',
    read: (text) =>
      /^(today|adopted|scenario:[\w-]+|strategy:[\w.-]+\/[\w.-]+)$/.test(text) ? text : undefined,
  },
  wish: { name: 'krav', read: (text) => text.slice(0, 1500) },
  answer: { name: 'svar', read: (text) => (/^[0-9a-f-]{36}$/.test(text) ? text : undefined) },
  confidence: { name: 'tillit', read: id },
  spread: { name: 'spredning', read: oneOf(['stated', 'swing', 'all']) },
  seed: { name: 'startall', read: (text) => (/^\d{1,9}$/.test(text) ? text : undefined) },
  plan: {
    name: 'sjekk',
    read: (text) => (/^(region~?|\d{4}~?|\d{4}-[^@\s]{1,80}@\d{1,6})$/.test(text) ? text : undefined),
  },
  versus: { name: 'tidligere', read: (text) => (/^\d{1,6}$/.test(text) ? text : undefined) },
  finding: { name: 'funn', read: (text) => text.slice(0, 200) },
  snapshot: { name: 'utskrift', read: (text) => (/^[0-9a-f-]{36}$/.test(text) ? text : undefined) },
  enquiry: { read: (text) => (/^[0-9a-f-]{36}$/.test(text) ? text : undefined) },
  view: { write: writeView, read: readView },
  layers: { write: (layers) => (layers ? layers.join(',') || '-' : null), read: ids0 },
  pane: { read: oneOf(['list', 'map']) },
  sort: { write: (sort) => sort && `${sort.column}${sort.descending ? '-' : ''}`, read: readSort },
};

const FILTERS = {
  municipalities: { name: 'kommune', write: list, read: ids },
  kind: { name: 'type', read: oneOf(['land', 'terminal']) },
  areaMin: { name: 'daa', write: (value) => value, read: readAmount },
  plan: { name: 'plan', write: list, read: ids },
  verdict: { name: 'vurdering', read: oneOf(['scored', 'excluded']) },
  text: { name: 'q', read: (text) => text.slice(0, 80) },
};

/** The query string of a state; parts that equal the default are left out, so links stay short. */
export function write(state) {
  const query = new URLSearchParams();
  for (const [key, part] of Object.entries(PARTS)) put(query, part.name ?? key, state[key], EMPTY[key], part);
  for (const [key, part] of Object.entries(FILTERS))
    put(query, part.name, state.filters[key], EMPTY_FILTERS[key], part);
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  return text ? `?v=${VERSION}&${text}` : '';
}

/**
 * The state of a query string and what had to be said about it: notices are "newer" (made by a later version), "old"
 * (a version we no longer read fully), "part:NAME" for parts that could not be read and "items:NAME" for lists of which
 * only some could. What can be read is kept.
 */
export function read(search) {
  const query = new URLSearchParams(search);
  const notices = versionNotice(query.get('v'));
  const state = { ...EMPTY, compare: [], filters: { ...EMPTY_FILTERS } };
  for (const [key, part] of Object.entries(PARTS)) take(query, part.name ?? key, part, state, key, notices);
  for (const [key, part] of Object.entries(FILTERS))
    take(query, part.name, part, state.filters, key, notices);
  return { state, notices };
}

/** How many filters are in use. */
export function filterCount(filters) {
  return Object.keys(EMPTY_FILTERS).filter(
    (key) => String(filters[key] ?? '') !== String(EMPTY_FILTERS[key] ?? ''),
  ).length;
}

export function noFilters() {
  return { ...EMPTY_FILTERS };
}

function put(query, name, value, normal, part) {
  const text = part.write ? part.write(value) : value;
  if (text === null || text === undefined || text === '' || value === normal) return;
  query.set(name, text);
}

function take(query, name, part, target, key, notices) {
  const text = query.get(name);
  if (text === null || text === '') return;
  const value = part.read(text);
  if (value === undefined) notices.push(`part:${name}`);
  else {
    target[key] = value;
    if (Array.isArray(value) && !split(text).every((item) => ID.test(item))) notices.push(`items:${name}`);
  }
}

function writeWeights(weights) {
  return weights && list(Object.entries(weights).map(([criterion, points]) => `${criterion}:${points}`));
}

// Weights that do not add up would make other numbers than those that were shared: all of them or none.
function readWeights(text) {
  const pairs = split(text).map((item) => /^([\w.-]{1,80}):(\d{1,3})$/.exec(item));
  if (pairs.includes(null)) return undefined;
  const weights = Object.fromEntries(pairs.map(([, criterion, points]) => [criterion, Number(points)]));
  return Object.values(weights).reduce((sum, points) => sum + points, 0) === 100 ? weights : undefined;
}

function versionNotice(version) {
  if (version === null || version === String(VERSION)) return [];
  return Number(version) > VERSION ? ['newer'] : ['old'];
}

function writeView(view) {
  return view && `${view.lat.toFixed(4)},${view.lon.toFixed(4)},${view.zoom}`;
}

function readView(text) {
  const [lat, lon, zoom] = text.split(',').map(Number);
  const good = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && zoom >= 0 && zoom <= 22;
  return good ? { lat, lon, zoom } : undefined;
}

function ids0(text) {
  return text === '-' ? [] : ids(text);
}

function readSort(text) {
  const parts = /^(\w+)(-?)$/.exec(text);
  return parts ? { column: parts[1], descending: parts[2] === '-' } : undefined;
}

function readAmount(text) {
  const value = Number(text);
  return value >= 0 ? value : undefined;
}
