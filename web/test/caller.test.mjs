import assert from 'node:assert/strict';
import test from 'node:test';
import { mayHere } from '../static/app/caller.js';

const app = (role, municipalities, may = ['editSites']) => ({
  data: { config: { caller: { role, municipalities, may } } },
});
const site = (...shares) => ({ shares: shares.map(([number, share]) => ({ number, share })) });

test('a planner changes what lies in the own municipalities only', () => {
  const planner = app('planner', ['3401']);
  assert.equal(mayHere(planner, 'editSites', site(['3401', 1])), true);
  assert.equal(mayHere(planner, 'editSites', site(['3414', 1])), false);
  assert.equal(mayHere(planner, 'editSites', site(['3401', 0.6], ['3414', 0.4])), false);
  assert.equal(mayHere(planner, 'editSites', site(['3401', 0.995], ['3414', 0.005])), true);
  assert.equal(mayHere(planner, 'editSites', site()), false);
});

test('the administrator changes everything, and nobody what the server would refuse', () => {
  assert.equal(mayHere(app('administrator', []), 'editSites', site()), true);
  assert.equal(mayHere(app('caseOfficer', ['3401'], []), 'editSites', site(['3401', 1])), false);
});
