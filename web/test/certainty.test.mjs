import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  groupShare,
  groupsOf,
  letter,
  ownWeights,
  rankGroups,
  shade,
  turned,
  withChoices,
} from '../static/app/certainty.js';

test('ranks have a column each, and groups that cover all of them when there are many', () => {
  assert.deepEqual(rankGroups(2), [
    { from: 1, to: 1 },
    { from: 2, to: 2 },
  ]);
  assert.equal(rankGroups(10).length, 10);
  for (const count of [0, 11, 20, 21, 300, 10000]) {
    const groups = rankGroups(count);
    groups.forEach((group, i) => assert.equal(group.from, (groups[i - 1]?.to ?? 0) + 1));
    assert.equal(groups.at(-1)?.to ?? 0, count);
    assert.ok(groups.length <= 14);
  }
});

test('a group of ranks has the probability of all its ranks', () => {
  const ranks = [
    { rank: 1, probability: 0.25 },
    { rank: 4, probability: 0.5 },
    { rank: 5, probability: 0.25 },
  ];
  assert.equal(groupShare(ranks, { from: 1, to: 1 }), 0.25);
  assert.equal(groupShare(ranks, { from: 2, to: 3 }), 0);
  assert.equal(groupShare(ranks, { from: 4, to: 5 }), 0.75);
});

test('what was never drawn has no shade, and what was has one that only rises', () => {
  assert.equal(shade(0), 0);
  assert.equal(shade(0.0001), 1);
  assert.equal(shade(1), 5);
  const shades = Array.from({ length: 101 }, (_, i) => shade(i / 100));
  assert.deepEqual(
    shades,
    [...shades].sort((a, b) => a - b),
  );
});

test('groups keep the order and have names', () => {
  const sites = [
    { site: 'a', group: 1 },
    { site: 'b', group: 1 },
    { site: 'c', group: 2 },
  ];
  assert.deepEqual(
    groupsOf(sites).map((group) => group.map(({ site }) => site)),
    [['a', 'b'], ['c']],
  );
  assert.deepEqual([1, 26, 27, 52, 53].map(letter), ['A', 'Z', 'AA', 'AZ', 'BA']);
});

test('a change is told to the first tenth that is enough', () => {
  assert.equal(turned({ from: 7, to: 16.27 }), 16.3);
  assert.equal(turned({ from: 7, to: 16.5 }), 16.6);
  assert.equal(turned({ from: 7, to: 99.99 }), 100);
  assert.equal(turned({ from: 7, to: 3.21 }), 3.2);
  assert.equal(turned({ from: 7, to: 3.5 }), 3.4);
  assert.equal(turned({ from: 7, to: 0.01 }), 0);
});

test('weights of another purpose are not used', () => {
  const purpose = { weights: { a: 60, b: 40 } };
  assert.equal(ownWeights(null, purpose), null);
  assert.deepEqual(ownWeights({ a: 100 }, purpose), { a: 100 });
  assert.equal(ownWeights({ a: 50, c: 50 }, purpose), null);
});

test('an address holds the choices that were made, and no others', () => {
  assert.equal(withChoices('/x', {}), '/x');
  assert.equal(withChoices('/x', { spread: 'all', seed: '2' }), '/x?spread=all&seed=2');
  assert.equal(withChoices('/x', { weights: { a: 60, b: 40 } }), '/x?weights=a:60,b:40');
});
