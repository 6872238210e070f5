import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bar, certainly, curve, position, spread } from '../static/app/scale.js';

const line = (pointsLow, pointsHigh) => ({ pointsLow, pointsHigh });

test('bars never leave their track', () => {
  assert.deepEqual(bar(10, 30, 40), { known: 25, unknown: 50 });
  assert.deepEqual(bar(-5, 50, 40), { known: 0, unknown: 100 });
  assert.deepEqual(bar(20, 10, 40), { known: 50, unknown: 0 });
  assert.equal(position(5, 0), 0);
});

test('spread is the distance between middles; one site has none', () => {
  assert.equal(spread([line(0, 10), line(10, 20), null]), 10);
  assert.equal(spread([line(0, 10), null]), 0);
});

test('best and worst only where ranges do not overlap', () => {
  assert.equal(certainly([line(10, 12), line(0, 9), line(2, 5)], 'best'), 0);
  assert.equal(certainly([line(10, 12), line(0, 9), line(2, 5)], 'worst'), -1);
  assert.equal(certainly([line(1.4, 1.4), line(0.9, 0.9)], 'best'), -1, 'less than a point is no difference');
  assert.equal(certainly([line(5, 5), line(5, 5)], 'best'), -1);
  assert.equal(certainly([line(1, 2), null, line(3, 4)], 'worst'), 0);
  assert.equal(certainly([line(1, 2), null], 'best'), -1);
});

test('a utility curve runs from left to right, high utility at the top', () => {
  const points = curve(
    [
      [30, 1],
      [75, 0],
    ],
    100,
    50,
  )
    .split(' ')
    .map((p) => p.split(',').map(Number));
  assert.equal(points.length, 4);
  assert.deepEqual(points[0], [0, 0]);
  assert.deepEqual(points[3], [100, 50]);
});
