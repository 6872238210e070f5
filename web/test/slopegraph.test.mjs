import assert from 'node:assert/strict';
import { test } from 'node:test';
import { move, shownItems } from '../static/app/slopegraph.js';

const item = (id, from, to) => ({ id, name: id, from, to });
const ids = (items) => items.map(({ id }) => id).join(' ');

test('a move is named by its direction; coming in and falling out are moves', () => {
  assert.equal(move(item('a', 3, 1)), 'up');
  assert.equal(move(item('a', 1, 3)), 'down');
  assert.equal(move(item('a', 2, 2)), 'same');
  assert.equal(move(item('a', null, 2)), 'in');
  assert.equal(move(item('a', 2, null)), 'out');
  assert.equal(move(item('a', null, null)), 'same');
});

test('few are all shown, in the order of the right side, unranked last', () => {
  assert.equal(ids(shownItems([item('a', 1, null), item('b', 2, 2), item('c', 3, 1)])), 'c b a');
});

test('of many those that moved are shown with their neighbours', () => {
  const many = Array.from({ length: 100 }, (_, i) =>
    item(`s${String(i + 1).padStart(3, '0')}`, i + 1, i + 1),
  );
  [many[49].to, many[50].to] = [51, 50];
  assert.equal(ids(shownItems(many)), 's049 s051 s050 s052');
});

test('when more moved than fit, those that moved most are shown', () => {
  const many = Array.from({ length: 1000 }, (_, i) => item(`s${i}`, i + 1, 1000 - i));
  const shown = shownItems(many);
  assert.ok(shown.length <= 40 && shown.length > 30);
  assert.ok(shown.some(({ id }) => id === 's0') && shown.some(({ id }) => id === 's999'));
  assert.ok(!shown.some(({ id }) => id === 's500'));
});
