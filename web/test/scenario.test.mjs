import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  difference,
  groupWorks,
  isChanged,
  largestMinutes,
  otherChanges,
  rankChanges,
  readPositions,
  toGeometry,
  writePositions,
} from '../static/app/scenariodiff.js';

const scored = (site, rankBest, rankWorst, low, high) => ({
  site,
  verdict: 'scored',
  position: rankBest,
  rankBest,
  rankWorst,
  low,
  high,
});
const amount = (value) => ({ kind: 'amount', value });
const missing = { kind: 'notCovered', reason: 'noValue' };

test('a site moves when either end of its possible rank does', () => {
  const base = {
    rankings: { p: [scored('a', 1, 1, 60, 60), scored('b', 2, 3, 40, 50), scored('c', 2, 3, 40, 50)] },
  };
  const run = {
    rankings: { p: [scored('b', 1, 1, 70, 70), scored('a', 2, 2, 60, 60), scored('c', 3, 3, 40, 50)] },
  };
  const changes = rankChanges(base, run, 'p');
  assert.deepEqual(
    changes.map(({ site, moved }) => [site, moved]),
    [
      ['b', 1.5],
      ['a', -1],
      ['c', -0.5],
    ],
  );
  assert.ok(changes.every(isChanged));
  assert.ok(rankChanges(base, base, 'p').every((one) => !isChanged(one) && one.moved === 0));
  const excluded = { rankings: { p: [{ site: 'a', verdict: 'excluded', position: 3 }] } };
  assert.ok(rankChanges(base, excluded, 'p')[0].moved < 0);
  assert.deepEqual(rankChanges(base, run, 'none'), []);
});

test('minutes are compared to a tenth, and what is not known is no change', () => {
  assert.equal(difference({ before: amount(61.23), after: amount(56.42) }), -4.8);
  assert.equal(Object.is(difference({ before: amount(61.22), after: amount(61.2) }), 0), true);
  assert.equal(difference({ before: missing, after: amount(3) }), null);
});

const changes = {
  criteria: [
    { id: 'C06', unit: 'min' },
    { id: 'C07', unit: 'min' },
    { id: 'C12', unit: 'class' },
  ],
  sites: [
    {
      id: 'a',
      values: {
        C06: { before: amount(60), after: amount(56) },
        C07: { before: amount(50), after: amount(44) },
        C12: { before: missing, after: { kind: 'category', value: 'planlagt' } },
      },
    },
    {
      id: 'b',
      values: {
        C06: { before: amount(60), after: amount(60) },
        C07: { before: missing, after: missing },
        C12: { before: missing, after: missing },
      },
    },
  ],
};

test('the largest change in minutes, and what else differs', () => {
  assert.deepEqual(largestMinutes(changes, 'a'), { criterion: changes.criteria[1], change: -6 });
  assert.equal(largestMinutes(changes, 'b'), null);
  assert.equal(largestMinutes(changes, 'unknown'), null);
  assert.deepEqual(
    otherChanges(changes).map(({ site, criterion }) => [site.id, criterion.id]),
    [['a', 'C12']],
  );
});

test('works stand by project and alternative, in the order of their stages', () => {
  const work = (id, project, alternative, stage) => ({ id, work: { project, alternative, stage } });
  const groups = groupWorks([work(1, 'S1', 'x', null), work(2, 'E16', 'y', 2), work(3, 'E16', 'y', 1)]);
  assert.deepEqual(
    groups.map((g) => [g.project, g.works.map((w) => w.id)]),
    [
      ['E16', [3, 2]],
      ['S1', [1]],
    ],
  );
});

test('coordinates are read as they are written here and abroad', () => {
  const positions = [
    [11.99772, 60.19049],
    [12.2, 60.3],
  ];
  assert.deepEqual(readPositions('11.99772 60.19049\n12.2 60.3\n'), positions);
  assert.deepEqual(readPositions('11,99772 60,19049\n12,2 60,3'), positions);
  assert.deepEqual(readPositions('11.99772, 60.19049\n12.2;60.3'), positions);
  assert.deepEqual(readPositions(writePositions(positions)), positions);
  for (const bad of ['', '12', '12 60 3', 'a b', '12 60\nx']) assert.equal(readPositions(bad), null, bad);
});

test('positions become the kind of shape a layer holds, closed where it is an area', () => {
  const square = [
    [1, 1],
    [2, 1],
    [2, 2],
  ];
  assert.deepEqual(toGeometry('point', square), { type: 'Point', coordinates: [1, 1] });
  assert.equal(toGeometry('line', square).coordinates.length, 3);
  assert.deepEqual(toGeometry('polygon', square).coordinates[0].at(-1), [1, 1]);
  assert.equal(toGeometry('polygon', [...square, [1, 1]]).coordinates[0].length, 4);
  assert.equal(toGeometry('line', [[1, 1]]), null);
  assert.equal(toGeometry('point', null), null);
});
