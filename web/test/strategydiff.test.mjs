import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  alike,
  checkChanges,
  criterionChanges,
  lonePurposes,
  ruleTextChanges,
} from '../static/app/strategydiff.js';

const criterion = (id, changes = {}) => ({
  id,
  utility: { linear: [[0, 0], [10, 1]] }, // prettier-ignore
  metric: { kind: 'overlap', dataset: 'myr' },
  basis: 'proposal',
  source: { document: 'd', paragraph: 'p', url: '' },
  ...changes,
});
const strategy = (criteria, weights, rest = {}) => ({
  criteria,
  purposes: [{ id: 'p', weights }],
  checks: [],
  portfolio: [],
  ...rest,
});

test('equal strategies do not differ', () => {
  const one = strategy([criterion('a')], { a: 100 });
  assert.deepEqual(criterionChanges(one, structuredClone(one), 'p'), []);
  assert.deepEqual(checkChanges(one, one, 'p'), []);
  assert.deepEqual(ruleTextChanges(one, one), []);
});

test('added, removed and changed criteria, the heaviest first', () => {
  const left = strategy([criterion('a'), criterion('b'), criterion('c')], { a: 10, b: 60, c: 30 });
  const curve = criterion('c', { utility: { linear: [[0, 1], [5, 0]] }, basis: 'rule' }); // prettier-ignore
  const right = strategy([criterion('a'), curve, criterion('new')], { a: 20, c: 30, new: 50 });
  assert.deepEqual(
    criterionChanges(left, right, 'p').map(({ id, changes }) => [id, changes]),
    [
      ['b', ['removed']],
      ['new', ['added']],
      ['c', ['utility', 'basis']],
      ['a', ['weight']],
    ],
  );
});

test('a criterion that is not weighed for the purpose is no difference of it', () => {
  const left = strategy([criterion('a')], { a: 100 });
  const right = strategy([criterion('a'), criterion('idle')], { a: 100 });
  assert.deepEqual(criterionChanges(left, right, 'p'), []);
});

test('ranges of weights', () => {
  const left = strategy([criterion('a')], { a: 100 });
  const right = structuredClone(left);
  right.purposes[0].ranges = { a: { low: 80, high: 100 } };
  assert.deepEqual(criterionChanges(left, right, 'p')[0].changes, ['range']);
});

test('limits and rules', () => {
  const check = (bound) => ({
    id: 'k',
    purposes: ['p'],
    effect: 'flag',
    bound,
    metric: {},
    basis: 'rule',
    source: {},
  });
  const left = strategy([], {}, { checks: [check({ atMost: 0 })] });
  const right = strategy([], {}, { checks: [{ ...check({ atMost: 0.3 }), effect: 'exclude' }] });
  assert.deepEqual(checkChanges(left, right, 'p')[0].changes, ['effect', 'bound']);
  assert.deepEqual(checkChanges(left, right, 'other'), []);
  const rule = { id: 'r', per: 'region', need: { sites: 1 }, conditions: [], kinds: [], purposes: [] };
  const ruled = (need) => strategy([], {}, { portfolio: [{ ...rule, need }] });
  assert.deepEqual(ruleTextChanges(ruled({ sites: 1 }), ruled({ sites: 2 }))[0].changes, ['need']);
  assert.deepEqual(ruleTextChanges(ruled({ sites: 1 }), strategy([], {}))[0].changes, ['removed']);
});

test('purposes of one side are named', () => {
  const left = { purposes: [{ id: 'a' }, { id: 'b' }] };
  const right = { purposes: [{ id: 'b' }, { id: 'c' }] };
  assert.deepEqual(lonePurposes(left, right), { left: [{ id: 'a' }], right: [{ id: 'c' }] });
});

test('the order of keys says nothing, that of lists does', () => {
  assert.ok(alike({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }));
  assert.ok(!alike({ b: [1, 2] }, { b: [2, 1] }));
  assert.ok(alike(null, undefined));
});
