import assert from 'node:assert/strict';
import { test } from 'node:test';
import { change, fits, same, swing } from '../static/app/weights.js';

const sum = (weights) => Object.values(weights).reduce((all, points) => all + points, 0);

test('the others share what is left in proportion, in whole points', () => {
  assert.deepEqual(change({ a: 50, b: 30, c: 20 }, 'a', 75), { a: 75, b: 15, c: 10 });
  assert.deepEqual(change({ a: 50, b: 30, c: 20 }, 'a', 0), { a: 0, b: 60, c: 40 });
  assert.deepEqual(change({ a: 40, b: 20, c: 20, d: 20 }, 'a', 0), { a: 0, b: 34, c: 33, d: 33 });
});

test('zero stays zero unless nothing else can take the points', () => {
  assert.deepEqual(change({ a: 50, b: 50, c: 0 }, 'a', 10), { a: 10, b: 90, c: 0 });
  assert.deepEqual(change({ a: 100, b: 0, c: 0 }, 'a', 97), { a: 97, b: 2, c: 1 });
});

test('points outside 0 to 100 are taken as the nearest, and a lone criterion has all', () => {
  assert.deepEqual(change({ a: 50, b: 50 }, 'a', 140), { a: 100, b: 0 });
  assert.deepEqual(change({ a: 50, b: 50 }, 'a', -3), { a: 0, b: 100 });
  assert.deepEqual(change({ a: 100 }, 'a', 30), { a: 100 });
});

test('the weights at the start are not touched, and back is back', () => {
  const start = Object.freeze({ a: 37, b: 21, c: 19, d: 13, e: 10 });
  change(start, 'b', 99);
  assert.deepEqual(change(start, 'b', 21), { ...start });
});

test('whatever is dragged where, whole points add up to 100', () => {
  let seed = 7;
  const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
  let weights = { a: 20, b: 20, c: 20, d: 20, e: 20 };
  for (let i = 0; i < 2000; i++) {
    const id = 'abcde'[random(5)];
    const points = random(101);
    weights = change(weights, id, points);
    assert.equal(weights[id], points);
    assert.equal(sum(weights), 100);
    assert.ok(Object.values(weights).every((one) => Number.isInteger(one) && one >= 0));
  }
});

test('weights fit a purpose when they name its criteria, all and no others', () => {
  const purpose = { weights: { a: 60, b: 40 } };
  assert.ok(fits({ b: 100, a: 0 }, purpose));
  assert.ok(!fits({ a: 100 }, purpose));
  assert.ok(!fits({ a: 50, b: 25, c: 25 }, purpose));
  assert.ok(!fits({ a: 50, c: 50 }, purpose));
  assert.ok(same({ b: 40, a: 60 }, purpose.weights));
  assert.ok(!same({ a: 40, b: 60 }, purpose.weights));
});

test('a weight means a step in the unit of the criterion', () => {
  const drive = { utility: { linear: [[30, 1], [45, 0.7], [75, 0]] } }; // prettier-ignore
  assert.deepEqual(swing(drive, 12), {
    worst: 75,
    best: 30,
    points: 12,
    step: { points: 10, amount: -37.5 },
  });
  assert.deepEqual(swing(drive, 6).step, { points: 5, amount: -37.5 });
  assert.deepEqual(swing(drive, 2).step, { points: 1, amount: -22.5 });
  assert.equal(swing(drive, 0).step, null);
});

test('a curve that does not span all of 0 to 1 is worth less than its weight', () => {
  const firms = { utility: { linear: [[0, 0.2], [10, 1]] } }; // prettier-ignore
  assert.deepEqual(swing(firms, 10), { worst: 0, best: 10, points: 8, step: { points: 5, amount: 6.25 } });
});

test('classes have a best and a worst and no step; neither has a curve that turns', () => {
  const siding = { utility: { byClass: { finnes: 1, planlagt: 0.5, ingen: 0 } } };
  assert.deepEqual(swing(siding, 10), { worst: 'ingen', best: 'finnes', points: 10, step: null });
  const turning = { utility: { linear: [[0, 0], [5, 1], [9, 0.5]] } }; // prettier-ignore
  assert.equal(swing(turning, 20).step, null);
});
