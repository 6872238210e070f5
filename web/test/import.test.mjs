import assert from 'node:assert/strict';
import { File } from 'node:buffer';
import { test } from 'node:test';
import { createDeliveries, isBusy } from '../static/app/deliveries.js';
import { bytes } from '../static/app/format.js';
import { pick, translator } from '../static/app/i18n.js';
import {
  areaText,
  candidateText,
  changeText,
  groupIssues,
  kindName,
  likeliest,
  mayImport,
  objectsText,
  placeText,
  readIssues,
  repairChange,
  sameChoices,
  verdict,
} from '../static/app/importwords.js';
import { shownValues } from '../static/app/importplan.js';
import { boxOf, lists, pathOf } from '../static/app/outline.js';

const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');
const app = (lang = 'nb') => ({ lang, t: translator(lang), text: (value) => pick(lang, value) });
const OBJECTS = { byType: { POLYGON: 16, MULTIPOLYGON: 1 }, areaM2: 1_644_600, lengthM: 0 };

test('objects in words, surfaces with their area, lines with their length', () => {
  assert.equal(plain(objectsText(app(), OBJECTS)), '17 flater, 1 644,6 daa');
  assert.equal(plain(objectsText(app('en'), OBJECTS)), '17 areas, 1,644.6 daa');
  const mixed = { byType: { POINT: 1, LINESTRING: 2, NONE: 3, POLYGON: 0 }, areaM2: null, lengthM: 12_300 };
  assert.equal(plain(objectsText(app(), mixed)), '2 linjer, 1 punkt, 3 objekter uten geometri, 12,3 km');
  assert.equal(objectsText(app(), { byType: {} }), 'ingen objekter');
  assert.equal(plain(areaText('nb', 21.4)), '21 m²');
});

test('the verdict is one sentence', () => {
  const ready = {
    state: 'READY',
    objects: OBJECTS,
    crs: { used: 'EPSG:25833', how: 'file' },
    issues: { notes: 0 },
  };
  assert.deepEqual(
    { ...verdict(app(), ready), text: plain(verdict(app(), ready).text) },
    { kind: 'ready', text: 'Klar til import: 17 flater, 1 644,6 daa, i EPSG:25833 slik filen sier' },
  );
  const noted = { ...ready, issues: { notes: 2 }, crs: { used: 'EPSG:25832', how: 'somethingNew' } };
  assert.match(plain(verdict(app(), noted).text), /i EPSG:25832 uten at .*, 2 merknader$/);
  assert.equal(
    verdict(app(), { state: 'REFUSED', issues: { blocking: 3 } }).text,
    'Kan ikke importeres: 3 feil',
  );
  assert.equal(
    verdict(app('en'), { state: 'REFUSED', issues: { blocking: 1 } }).text,
    'Cannot be imported: 1 fault',
  );
  const asking = verdict(app(), { state: 'ASKING', questions: ['CRS', 'DATASET'] });
  assert.equal(asking.kind, 'asking');
  assert.match(asking.text, /Hvilket koordinatsystem er den i\? Hva skal den bli\?$/);
  assert.equal(verdict(app(), { state: 'READING' }).kind, 'busy');
});

test('candidates say how many objects they put in the region, and only a clear winner is shown first', () => {
  const box = [11, 60, 12, 61];
  const text = (inRegion, of, bbox) => candidateText(app(), { inRegion, of, bbox });
  assert.equal(text(34, 34, box), '34 av 34 objekter ligger i regionen');
  assert.match(text(3, 34, box), /^3 av 34 objekter .*resten utenfor$/);
  assert.equal(text(0, 34, box), 'ingen av 34 objekter ligger i regionen');
  assert.equal(text(0, 34, null), 'koordinatene finnes ikke i dette systemet');
  const candidate = (crs, inRegion) => ({ crs, inRegion });
  assert.equal(likeliest([candidate('EPSG:25832', 1), candidate('EPSG:25833', 9)]), 'EPSG:25833');
  assert.equal(likeliest([candidate('EPSG:25832', 9), candidate('EPSG:25833', 9)]), '');
  assert.equal(likeliest([candidate('EPSG:25832', 0)]), '');
});

test('issues are read from GeoJSON and from plain items, and grouped with what refuses first', () => {
  const features = [
    { id: 7, geometry: { type: 'Point', coordinates: [12, 60] }, properties: { code: 'A', blocking: false } },
    { id: 8, geometry: null, properties: { code: 'B', blocking: true, objectId: '#2' } },
    { id: 9, geometry: null, properties: { code: 'A', blocking: false, message: { nb: 'Noe' } } },
  ];
  const issues = readIssues({ features });
  assert.deepEqual(issues[0].place, { longitude: 12, latitude: 60 });
  assert.equal(issues[1].place, null);
  assert.equal(issues[0].id, '7');
  const groups = groupIssues(issues);
  assert.deepEqual(
    groups.map((g) => [g.code, g.issues.length]),
    [
      ['B', 1],
      ['A', 2],
    ],
  );
  assert.equal(kindName(app(), { code: 'INVALID', issues }), 'Ugyldige omriss');
  assert.equal(kindName(app(), { code: 'A', issues: [issues[2]] }), 'Noe');
  const items = readIssues({ items: [{ id: 1, code: 'A', place: { longitude: 1, latitude: 2 } }] });
  assert.deepEqual(items[0].place, { longitude: 1, latitude: 2 });
});

test('a place is told in the file’s own coordinates where it has them', () => {
  const place = { longitude: 12.000012, latitude: 60.2 };
  assert.equal(
    plain(placeText(app(), { place, filePlace: { x: 653_123.44, y: 6_678_000 } })),
    '653 123,4; 6 678 000 (i filen)',
  );
  assert.equal(placeText(app(), { place }), '60,2° N, 12,00001° Ø');
  assert.equal(placeText(app(), { place: null }), 'uten sted');
});

test('a repair is safe below 0.1 %, and never where the area before is not known', () => {
  assert.equal(repairChange({ areaBeforeM2: 100_000, areaAfterM2: 99_901 }).safe, true);
  assert.equal(repairChange({ areaBeforeM2: 100_000, areaAfterM2: 99_900 }).safe, false);
  assert.equal(repairChange({ areaBeforeM2: 0, areaAfterM2: 500 }).safe, false);
  assert.equal(repairChange({ areaBeforeM2: null, areaAfterM2: null }).safe, false);
  assert.equal(repairChange({ areaBeforeM2: 100, areaAfterM2: 100, possible: false }).safe, false);
  const said = (before, after) =>
    plain(changeText(app(), repairChange({ areaBeforeM2: before, areaAfterM2: after })));
  assert.equal(said(100_000, 98_750), '−1 250 m² (−1,3 %)');
  assert.equal(said(100_000, 100_005), '+5 m² (+0,005 %)');
  assert.equal(said(100_000, 100_000), 'arealet endres ikke');
  assert.equal(said(0, 500), '+500 m²');
  assert.match(said(0.4, 153_354), /^\+153 354 m² \(før reparasjonen opphever/);
});

test('choices are the same whatever their order, and what is empty is nothing', () => {
  const a = { dataset: 'myr', repairs: ['b', 'a'], mapping: { x: '1', y: null }, crs: null, sites: null };
  assert.ok(sameChoices(a, { crs: '', mapping: { y: null, x: '1' }, repairs: ['a', 'b'], dataset: 'myr' }));
  assert.ok(!sameChoices(a, { ...a, repairs: ['a'] }));
  assert.ok(!sameChoices(a, { ...a, mapping: { x: '2', y: null } }));
  assert.ok(sameChoices({ mapping: {} }, {}));
});

test('no ticked site is not the same as nothing said about sites', () => {
  assert.ok(!sameChoices({ sites: [] }, { sites: null }));
  assert.ok(sameChoices({ sites: null }, {}));
});

test('a suggestion about a plan stands where something is missing, and what is said stands before it', () => {
  const suggested = { municipality: '3414', planId: 'a', planName: 'Nord', stage: 'proposal', sender: null };
  const plan = { plans: [], suggested, missing: ['municipality', 'stage', 'sender'] };
  assert.deepEqual(shownValues(plan, { stage: 'hearing', planId: null }), {
    municipality: '3414',
    planId: null, // the file says it: nothing has to be said against it
    planName: null,
    stage: 'hearing',
    sender: null,
  });
  assert.equal(shownValues(plan).stage, 'proposal');
});

test('only who may import is offered the page', () => {
  const as = (...may) => mayImport({ data: { config: { caller: { may } } } });
  assert.equal(as('readPublished', 'import'), true);
  assert.equal(as('readPublished'), false);
  assert.equal(Boolean(mayImport({ data: null })), false);
});

test('outlines keep their proportions, and both stand in the same box', () => {
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [10, 60],
        [10.02, 60],
        [10.02, 60.01],
        [10, 60.01],
        [10, 60],
      ],
    ],
  };
  const box = boxOf([square, null, { type: 'Point', coordinates: [10.01, 60.005] }]);
  assert.deepEqual(box, [10, 60, 10.02, 60.01]);
  const path = pathOf(square, box, 120, 120, 10);
  // 0.02° east at 60° is as long as 0.01° north: a square.
  const [x0, y0, x1, , , y2] = path.match(/-?[\d.]+/g).map(Number);
  assert.ok(Math.abs(x1 - x0 - (y0 - y2)) < 0.2, path);
  assert.ok(path.startsWith('M') && path.endsWith('Z'));
  assert.equal(boxOf([null]), null);
  assert.equal(lists({ type: 'MultiPolygon', coordinates: [[[[1, 2]]], [[[3, 4]]]] }).length, 2);
  assert.equal(lists({ type: 'GeometryCollection', geometries: [square, square] }).length, 2);
});

test('sizes of files', () => {
  assert.deepEqual(
    [820, 12_345, 3_400_000].map((n) => plain(bytes('nb', n))),
    ['820 B', '12 kB', '3,4 MB'],
  );
});

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const FILE = new File(['x'], 'myr.geojson');
const answer = (state, more = {}) => ({
  id: 'id-1',
  state,
  fileName: 'myr.geojson',
  bytes: 1,
  chosen: {},
  crs: null,
  ...more,
});

test('a file is sent, followed until it is examined, changed, imported', async () => {
  const asked = [];
  const looks = ['READING', 'READY'];
  const api = {
    upload: async (address, form, { onSent }) => {
      onSent(5, 10);
      asked.push(['POST', address, form.get('file').name]);
      return answer('READING');
    },
    look: async (address) => (asked.push(['GET', address]), answer(looks.shift() ?? 'IMPORTED')),
    change: async (method, address, content) => {
      asked.push([method, address, content]);
      return answer(method === 'PUT' ? 'READY' : 'IMPORTING', { chosen: content ?? {} });
    },
  };
  const told = [];
  const deliveries = createDeliveries(api, {
    progress: () => told.push('progress'),
    change: (entry) => told.push(entry.delivery?.state),
  });
  const [entry] = deliveries.add([FILE]);
  assert.ok(isBusy(entry));
  await wait(1300);
  assert.equal(entry.delivery.state, 'READY');
  assert.equal(entry.id, 'id-1');
  assert.equal(isBusy(entry), false);
  assert.ok(told.includes('progress') && told.at(-1) === 'READY');
  assert.equal(deliveries.isChanged(entry), false);
  deliveries.choose(entry, { dataset: 'myr' });
  assert.equal(deliveries.isChanged(entry), true);
  await deliveries.examine(entry);
  assert.deepEqual(asked.at(-1), ['PUT', '/api/deliveries/id-1', { dataset: 'myr' }]);
  assert.equal(deliveries.isChanged(entry), false);
  await deliveries.bringIn(entry);
  assert.equal(entry.delivery.state, 'IMPORTED');
});

test('what the file says of its coordinates is not said again in its name', async () => {
  let sent = null;
  const api = {
    look: async () =>
      answer('READY', { chosen: { crs: 'EPSG:25833' }, crs: { used: 'EPSG:25833', how: 'file' } }),
    change: async (_method, _address, content) => ((sent = content), answer('READY', { chosen: content })),
  };
  const deliveries = createDeliveries(api, { progress() {}, change() {} });
  const entry = deliveries.open('id-1');
  await wait(5);
  await deliveries.examine(entry, { dataset: 'myr' });
  assert.deepEqual(sent, { crs: null, dataset: 'myr' });
  entry.seen.crs = { used: 'EPSG:25833', how: 'file' };
  await deliveries.examine(entry, { crs: 'EPSG:25832' });
  assert.equal(sent.crs, 'EPSG:25832');
});

test('a cancelled upload leaves nothing, and a file that is gone already is no fault', async () => {
  const removed = [];
  const api = {
    upload: (_address, _form, { signal }) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      ),
    look: async () => answer('READY'),
    change: async (method, address) => {
      removed.push([method, address]);
      throw Object.assign(new Error('gone'), { title: 'Finnes ikke', status: 404 });
    },
  };
  const deliveries = createDeliveries(api, { progress() {}, change() {} });
  const [entry] = deliveries.add([FILE]);
  await deliveries.cancel(entry);
  assert.deepEqual([deliveries.entries.length, removed.length], [0, 0]);
  const known = deliveries.open('id-1');
  await wait(5);
  await deliveries.cancel(known);
  assert.deepEqual(removed, [['DELETE', '/api/deliveries/id-1']]);
  assert.deepEqual([deliveries.entries.length, known.problem], [0, null]);
});

test('a failure is kept with its entry, and trying again asks the server', async () => {
  let broken = true;
  const api = {
    look: async () => {
      if (broken) throw Object.assign(new Error('x'), { title: 'Fikk ikke svar', status: 0 });
      return answer('READY');
    },
  };
  const deliveries = createDeliveries(api, { progress() {}, change() {} });
  const entry = deliveries.open('id-1');
  await wait(5);
  assert.equal(entry.problem.title, 'Fikk ikke svar');
  broken = false;
  await deliveries.retry(entry);
  assert.equal(entry.problem, null);
  assert.equal(entry.delivery.state, 'READY');
  assert.equal(deliveries.open('id-1'), entry);
});
