import assert from 'node:assert/strict';
import { test } from 'node:test';
import { curveShape, reference, toward, utilityText } from '../static/app/curve.js';
import { acrossCurve, curve } from '../static/app/scale.js';

const MINUTES = {
  unit: 'min',
  utility: {
    kind: 'linear',
    points: [
      [30, 1],
      [45, 0.7],
      [75, 0],
    ],
  },
};
const amount = (value, u) => ({ ...MINUTES, found: { kind: 'amount', value }, uLow: u, uHigh: u });

test('the place of a site lies on the curve that is drawn', () => {
  const { line, place, band } = curveShape(amount(45, 0.7), 200, 60);
  const corner = line.split(' ')[2].split(',').map(Number);
  assert.ok(Math.abs(place.x - corner[0]) < 0.06 && Math.abs(place.y - corner[1]) < 0.06);
  assert.equal(band, null);
  assert.equal(line, curve(MINUTES.utility.points, 200, 60));
});

test('a value beyond the reference points stands at the flat end, inside the box', () => {
  assert.equal(acrossCurve(MINUTES.utility.points, 500, 200), 200);
  assert.equal(acrossCurve(MINUTES.utility.points, -500, 200), 0);
  assert.deepEqual(curveShape(amount(500, 0), 200, 60).place, { x: 200, y: 60 });
});

test('a missing value has no place but all the heights it may have', () => {
  const missing = { ...MINUTES, found: { kind: 'notCovered' }, uLow: 0, uHigh: 1 };
  const { place, band } = curveShape(missing, 200, 60);
  assert.equal(place, null);
  assert.deepEqual(band, { from: 0, to: 60 });
});

test('classes are bars, the one that was found is marked, and a worthless one can still be seen', () => {
  const line = {
    unit: 'class',
    utility: { kind: 'byClass', classes: { regulert: 1, avsatt: 0.5, ikkeIKraft: 0 } },
    found: { kind: 'category', value: 'avsatt' },
    uLow: 0.5,
    uHigh: 0.5,
  };
  const { bars } = curveShape(line, 90, 60);
  assert.deepEqual(
    bars.map(({ own }) => own),
    [false, true, false],
  );
  assert.equal(bars[1].y, 30);
  assert.ok(bars[2].height > 0 && bars[2].y + bars[2].height <= 60);
  assert.deepEqual(
    reference('nb', line, (value) => `«${value}»`),
    ['«regulert»: 1', '«avsatt»: 0,5', '«ikkeIKraft»: 0'],
  );
});

test('the curve in words', () => {
  assert.deepEqual(reference('nb', MINUTES), ['30\u00a0min: 1', '45\u00a0min: 0,7', '75\u00a0min: 0']);
  assert.equal(utilityText('nb', 0.6999), '0,7');
  assert.equal(utilityText('en', 0.333), '0.33');
});

test('what is needed is rounded to the side that helps, and stays what it is when it is whole', () => {
  assert.equal(toward(38.6, 'atMost', 'min'), 38);
  assert.equal(toward(38.2, 'atLeast', 'min'), 39);
  assert.equal(toward(38, 'atLeast', 'min'), 38);
  assert.equal(toward(37.99999999, 'atMost', 'min'), 38);
  assert.ok(Math.abs(toward(0.123, 'atLeast', 'share') - 0.13) < 1e-12);
  assert.ok(Math.abs(toward(4.26, 'atLeast', 'daa') - 4.3) < 1e-12);
  assert.equal(toward(42.6, 'atLeast', 'daa'), 43);
  assert.equal(toward(12_345, 'atMost', 'm'), 12_300);
  assert.equal(toward(1.2, 'atLeast', 'count'), 2);
});
