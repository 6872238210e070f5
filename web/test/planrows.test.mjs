import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtful, subjects } from '../static/app/planrows.js';

const item = (plan, standing, counts, countsWithHearing = counts) => ({
  plan,
  municipality: plan.slice(0, 4),
  standing,
  counts,
  countsWithHearing,
});
const REGION = [{ number: '3415' }, { number: '3414' }];
const ITEMS = [
  item('3414-A', 'notAdopted', false, true),
  item('3414-A', 'applies', true, false),
  item('3415-C', 'notAdopted', false, true),
  item('4204-B', 'uncertain', true),
];
const shown = (withHearing) =>
  subjects(ITEMS, REGION, withHearing).map(({ subject, plans, isOutside }) => [subject, plans, isOutside]);

test('the region, its municipalities in number order, then others that have plans', () => {
  assert.deepEqual(shown(false), [
    ['region', 1, false],
    ['3414', 1, false],
    ['3415', 0, false],
    ['4204', 1, true],
  ]);
});

test('with what is on hearing the same plans count in other versions, and more of them', () => {
  assert.deepEqual(shown(true), [
    ['region~', 2, false],
    ['3414~', 1, false],
    ['3415~', 1, false],
    ['4204~', 1, true],
  ]);
});

test('how many versions nobody can tell of', () => {
  assert.equal(doubtful(ITEMS), 1);
});
