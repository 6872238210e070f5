import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as shapes from '../static/app/shape.js';

const SQUARE = [
  [
    [
      [12, 60],
      [12.1, 60],
      [12.1, 60.1],
      [12, 60.1],
      [12, 60],
    ],
  ],
];
const HOLE = [
  [12.02, 60.02],
  [12.04, 60.02],
  [12.04, 60.04],
  [12.02, 60.02],
];

test('vertices are listed once and can be moved, added and removed; rings stay closed', () => {
  assert.equal(shapes.vertices(SQUARE).length, 4);
  const first = { part: 0, ring: 0, index: 0 };
  const moved = shapes.moveVertex(SQUARE, first, [11.9, 59.9]);
  assert.deepEqual(moved[0][0][0], [11.9, 59.9]);
  assert.deepEqual(moved[0][0].at(-1), [11.9, 59.9]);
  assert.deepEqual(SQUARE[0][0][0], [12, 60], 'the old shape stays as it was');
  const more = shapes.addVertex(SQUARE, { part: 0, ring: 0, index: 3 });
  assert.deepEqual(more[0][0][4], [12, 60.05]);
  assert.equal(more[0][0].length, 6);
  assert.deepEqual(shapes.removeVertex(more, { part: 0, ring: 0, index: 4 }), SQUARE);
});

test('a ring with too few vertices goes: a hole alone, an outline with its part', () => {
  const holed = shapes.addHole(SQUARE, HOLE);
  assert.equal(holed[0].length, 2);
  assert.deepEqual(shapes.removeVertex(holed, { part: 0, ring: 1, index: 0 }), SQUARE);
  const triangle = [[HOLE]];
  assert.deepEqual(shapes.removeVertex(triangle, { part: 0, ring: 0, index: 1 }), []);
  const two = [...SQUARE, [HOLE.map(([x, y]) => [x + 1, y])]];
  assert.deepEqual(shapes.removeVertex(two, { part: 1, ring: 0, index: 2 }), SQUARE);
});

test('a hole lies in one part or in none', () => {
  assert.equal(
    shapes.addHole(
      SQUARE,
      HOLE.map(([x, y]) => [x + 0.07, y]),
    ),
    null,
  );
  assert.ok(shapes.inRing([12.05, 60.05], SQUARE[0][0]));
  assert.ok(!shapes.inRing([12.15, 60.05], SQUARE[0][0]));
});

test('WKT and GeoJSON come in and go out; the CRS is what the text says', () => {
  const wkt = shapes.toWkt(shapes.addHole(SQUARE, HOLE));
  assert.match(wkt, /^POLYGON \(\(12 60, /);
  assert.deepEqual(shapes.readText(wkt), { shape: shapes.addHole(SQUARE, HOLE), epsg: null });
  const two = [...SQUARE, [HOLE.map(([x, y]) => [x + 1, y])]];
  assert.deepEqual(shapes.readText(shapes.toWkt(two)).shape, two);
  assert.equal(shapes.readText(`SRID=25833;${wkt}`).epsg, 25833);
  assert.deepEqual(shapes.readText('polygon z ((1 2 3, 4 5 6, 7 8 9, 1 2 3))').shape, [
    [
      [
        [1, 2],
        [4, 5],
        [7, 8],
        [1, 2],
      ],
    ],
  ]);
  const feature = { type: 'Feature', geometry: { type: 'Polygon', coordinates: SQUARE[0] } };
  assert.deepEqual(shapes.readText(JSON.stringify(feature)), { shape: SQUARE, epsg: null });
  const legacy = {
    ...shapes.toGeoJson(SQUARE),
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } },
  };
  assert.equal(shapes.readText(JSON.stringify(legacy)).epsg, 25832);
});

test('what cannot be read says why', () => {
  const faults = {
    '': 'paste.empty',
    'POINT (1 2)': 'paste.noArea',
    '{"type":"Point","coordinates":[1,2]}': 'paste.noArea',
    '{"type":': 'paste.unreadable',
    'POLYGON ((1 2, 3 a, 5 6, 1 2))': 'paste.unreadable',
    'POLYGON ((1 2, 3 4, 5 6))': 'paste.open',
    'POLYGON ((1 2, 3 4, 5 6, 7 8))': 'paste.open',
  };
  for (const [text, fault] of Object.entries(faults))
    assert.deepEqual(shapes.readText(text), { fault }, text);
});

test('other coordinates in the order of the vertices', () => {
  const holed = shapes.addHole(SQUARE, HOLE);
  const at = shapes.vertices(holed).map((v) => v.at);
  assert.deepEqual(shapes.withPositions(holed, at), holed);
  assert.deepEqual(shapes.bounds(holed), [12, 60, 12.1, 60.1]);
  assert.equal(shapes.bounds([]), null);
});

test('history goes back and forth, forgets what was ahead, and counts no change that is none', () => {
  const history = shapes.createHistory([]);
  assert.ok(!history.canUndo);
  assert.ok(history.commit(SQUARE));
  assert.ok(!history.commit(structuredClone(SQUARE)));
  history.commit([[HOLE]]);
  history.undo();
  assert.deepEqual(history.present, SQUARE);
  history.undo();
  history.undo();
  assert.deepEqual(history.present, []);
  history.redo();
  assert.ok(history.canRedo);
  history.commit([[HOLE]]);
  assert.ok(!history.canRedo);
  history.undo();
  assert.deepEqual(history.present, SQUARE);
});
