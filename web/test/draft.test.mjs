import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as drafts from '../static/app/draft.js';

const POLYGON = {
  type: 'Polygon',
  coordinates: [
    [
      [12, 60],
      [12.1, 60],
      [12.1, 60.1],
      [12, 60],
    ],
  ],
};
const SITE = {
  id: 'granli',
  version: 3,
  name: 'Granli',
  kind: 'land',
  publication: 'published',
  schematic: false,
  areaDaa: 12,
  areaKnown: true,
  accuracyM: 5,
  source: 'Kart',
  facts: [
    {
      fact: 'powerMW',
      value: 10,
      unit: 'MW',
      statedBy: 'Elvia',
      on: '2025-03',
      basis: 'stated',
      source: 'Brev',
      url: '',
    },
  ],
  parts: [
    { id: 'tomt-1', kind: 'plot', name: 'Tomt 1', status: 'free', areaDaa: 3, facts: [], footprint: POLYGON },
  ],
  scoredPart: null,
  media: [],
  footprint: POLYGON,
};

test('a site that is opened and saved untouched reads the same', () => {
  const draft = drafts.draftOf(SITE);
  const body = drafts.bodyOf({ ...draft, why: ' fordi ' });
  assert.equal(body.why, 'fordi');
  assert.equal(body.footprint.type, 'MultiPolygon');
  assert.deepEqual(body.footprint.coordinates, [POLYGON.coordinates]);
  assert.deepEqual(body.facts, SITE.facts);
  assert.equal(body.parts[0].status, 'free');
  assert.ok(!('id' in body), 'only a new site names its id');
  assert.deepEqual(drafts.differences(draft, drafts.draftOf(SITE)), []);
});

test('the scored part gives the footprint', () => {
  const draft = { ...drafts.draftOf(SITE), scoredPart: 'tomt-1' };
  draft.shapes = {
    ...draft.shapes,
    'tomt-1': [
      [
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    ],
  };
  assert.deepEqual(drafts.bodyOf(draft).footprint.coordinates, draft.shapes['tomt-1']);
  assert.equal(drafts.bodyOf(draft).scoredPart, 'tomt-1');
  assert.equal(drafts.scoredKey({ ...draft, scoredPart: 'borte' }), drafts.OUTLINE);
  assert.ok(drafts.differences(draft, drafts.draftOf(SITE)).includes('shape'));
});

test('what is stated about the scored part comes first', () => {
  const draft = drafts.draftOf(SITE);
  assert.deepEqual(
    drafts.scoredFacts(draft).map((f) => f.value),
    [10],
  );
  draft.parts[0].facts = [
    { ...SITE.facts[0], value: 4 },
    { fact: 'contact', value: '' },
  ];
  assert.deepEqual(
    drafts.scoredFacts({ ...draft, scoredPart: 'tomt-1' }).map((f) => f.value),
    [4],
  );
});

test('what is missing is named field by field', () => {
  const fields = (draft) => drafts.missing(draft, '2026-01-01').map((m) => m.field);
  assert.deepEqual(fields(drafts.draftOf()), ['name', 'id', 'source', 'why', 'shape']);
  const good = { ...drafts.draftOf(SITE), why: 'x' };
  assert.deepEqual(fields(good), []);
  const fact = { ...SITE.facts[0], value: '', on: '2027-01', statedBy: ' ' };
  assert.deepEqual(fields({ ...good, facts: [fact] }), ['fact-0-value', 'fact-0-statedBy', 'fact-0-on']);
  assert.deepEqual(fields({ ...good, media: [{ kind: 'film', url: 'http://x', text: '' }] }), [
    'media-0-url',
    'media-0-text',
  ]);
  assert.deepEqual(fields({ ...good, shapes: { ...good.shapes, 'tomt-1': [] } }), ['part-0-draw']);
  assert.deepEqual(fields({ ...good, accuracyM: '' }), ['accuracyM']);
});

test('ids from names', () => {
  assert.equal(drafts.idOf('Granli sør – Åsnes (2)'), 'granli-sor-asnes-2');
  assert.equal(drafts.idOf('Ærlig Ödla é'), 'aerlig-odla-e');
  assert.equal(drafts.newPartId(drafts.draftOf(SITE)), 'del-2');
});

test('a draft is kept for the tab, and a full or broken store does no harm', () => {
  const map = new Map();
  const store = {
    setItem: (key, value) => map.set(key, value),
    getItem: (key) => map.get(key) ?? null,
    removeItem: (key) => map.delete(key),
  };
  const draft = drafts.draftOf(SITE);
  assert.ok(drafts.keep(store, 'granli', draft, '2026-01-01T10:00:00Z'));
  assert.deepEqual(drafts.kept(store, 'granli'), { at: '2026-01-01T10:00:00Z', draft });
  drafts.forget(store, 'granli');
  assert.equal(drafts.kept(store, 'granli'), null);
  map.set('arealkompass.draft.x', '{');
  assert.equal(drafts.kept(store, 'x'), null);
  const full = {
    setItem: () => {
      throw new Error('full');
    },
  };
  assert.equal(drafts.keep(full, 'x', draft), false);
});
