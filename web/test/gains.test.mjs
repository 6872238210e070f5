import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gains } from '../static/app/gains.js';

const line = (criterion, pointsLow, pointsHigh = pointsLow) => ({ criterion, pointsLow, pointsHigh });
const ids = (list) => list.map((one) => one.criterion);

test('what is certain is gain or loss; what is not known may go either way', () => {
  const own = [line('a', 9), line('b', 1), line('c', 0, 10), line('d', 5), line('e', 7)];
  const best = [line('a', 4), line('b', 6), line('c', 5), line('d', 5), line('e', 1, 2)];
  const found = gains(own, best);
  assert.deepEqual(ids(found.gains), ['e', 'a']);
  assert.deepEqual(found.gains[0], { criterion: 'e', low: 5, high: 6 });
  assert.deepEqual(ids(found.losses), ['b']);
  assert.deepEqual(found.open, [{ criterion: 'c', low: -5, high: 5 }]);
});

test('the largest first, and no more than asked for', () => {
  const own = ['a', 'b', 'c', 'd', 'e'].map((id, i) => line(id, 10 + i));
  const best = own.map(({ criterion }) => line(criterion, 1));
  assert.deepEqual(ids(gains(own, best).gains), ['e', 'd', 'c']);
  assert.deepEqual(ids(gains(best, own, 2).losses), ['e', 'd']);
});

test('compared with itself nothing is gained', () => {
  const own = [line('a', 3), line('b', 0, 4)];
  assert.deepEqual(gains(own, own), { gains: [], losses: [], open: [{ criterion: 'b', low: -4, high: 4 }] });
});
