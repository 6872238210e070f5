import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWide, layerSteps, layerStyle, SITE_CLASSES, siteClass } from '../static/app/legend.js';
import { middleOf, moveApart, placeLabels, placeNames } from '../static/app/labels.js';

const scored = (low, high) => ({ verdict: 'scored', low, high });

test('class follows the middle of the range, in thirds', () => {
  assert.equal(siteClass(scored(60, 80)), 'high');
  assert.equal(siteClass(scored(20, 60)), 'middle');
  assert.equal(siteClass(scored(0, 40)), 'low');
  assert.equal(siteClass({ verdict: 'excluded' }), 'excluded');
  assert.equal(siteClass({ verdict: 'none' }), 'none');
});

test('a wide range is marked, an excluded site never', () => {
  assert.equal(isWide(scored(20, 60)), true);
  assert.equal(isWide(scored(20, 50)), false);
  assert.equal(isWide({ verdict: 'excluded', low: null, high: null }), false);
});

test('no two classes differ by colour alone', () => {
  const shapes = SITE_CLASSES.filter((c) => !['high', 'low'].includes(c.key)).map((c) => c.pattern + c.dash);
  assert.equal(new Set(shapes).size, shapes.length);
});

test('unknown styles fall back, roads and minutes have steps', () => {
  assert.deepEqual(layerStyle('nonsense'), layerStyle('other'));
  assert.ok(
    layerStyle('road', { featureClass: 'E' }).weight > layerStyle('road', { featureClass: 'K' }).weight,
  );
  assert.ok(layerStyle('road', { featureClass: 'X' }).weight > 0);
  assert.equal(layerSteps('road').length, 5);
  assert.equal(layerSteps('water').length, 0);
  assert.notEqual(layerStyle('drive', { minutes: 20 }).fill, layerStyle('drive', { minutes: 90 }).fill);
});

test('labels that would cover each other give way to the more important', () => {
  const at = (id, x) => ({ id, x, y: 0, width: 10, height: 10 });
  assert.deepEqual([...placeLabels([at('a', 0), at('b', 5), at('c', 20)], []).keys()], ['a', 'c']);
});

test('no label covers the symbol of another site, but for the one somebody asks for', () => {
  const at = (id, x, more) => ({ id, x, y: 0, width: 10, height: 10, ...more });
  const symbols = [at('a', 0), at('b', 30)];
  assert.deepEqual([...placeLabels([at('a', 12), at('b', 42)], symbols).keys()], ['a', 'b']);
  assert.deepEqual([...placeLabels([at('a', 25), at('b', 42)], symbols).keys()], ['b']);
  assert.deepEqual(
    [...placeLabels([at('a', 25, { asked: true }), at('b', 42)], symbols)],
    [
      ['a', true],
      ['b', false],
    ],
  );
});

test('names give way: up or down to where there is room, or they are left out', () => {
  const name = (id, y) => ({ id, x: 0, y, width: 80, height: 20 });
  const site = (y, height) => ({ x: 40, y, width: 90, height });
  assert.deepEqual([...placeNames([name('a', 0)], [])], [['a', 0]]);
  assert.deepEqual([...placeNames([name('a', 0)], [site(-2, 24)])], [['a', -24]]);
  assert.deepEqual([...placeNames([name('a', 0)], [site(-30, 50)])], [['a', 24]]);
  assert.deepEqual([...placeNames([name('a', 0)], [site(-200, 400)])], []);
  assert.deepEqual([...placeNames([name('a', 0), name('b', 5)], []).values()], [0, 24]);
});

test('symbols move apart until each can be hit; lone ones stay', () => {
  const moved = moveApart(
    [
      { id: 'a', x: 0, y: 0 },
      { id: 'b', x: 0, y: 0 },
      { id: 'c', x: 10, y: 0 },
      { id: 'd', x: 500, y: 0 },
    ],
    28,
  );
  const places = ['a', 'b', 'c'].map((id) => moved.get(id));
  for (const p of places)
    for (const q of places) assert.ok(p === q || Math.hypot(p.x - q.x, p.y - q.y) >= 27.9);
  assert.deepEqual(moved.get('d'), { x: 500, y: 0 });
});

test('the middle of a polygon is that of its largest part', () => {
  const square = (x, size) => [
    [
      [x, 0],
      [x + size, 0],
      [x + size, size],
      [x, size],
      [x, 0],
    ],
  ];
  assert.deepEqual(middleOf({ type: 'MultiPolygon', coordinates: [square(100, 1), square(0, 10)] }), [5, 5]);
  assert.equal(middleOf({ type: 'Point', coordinates: [1, 2] }), null);
});
