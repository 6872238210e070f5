import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translator, pick } from '../static/app/i18n.js';
import { countsText, whyText } from '../static/app/planchanges.js';
import { faultOf } from '../static/app/planfields.js';

const page = (lang) => ({ lang, t: translator(lang), text: (value) => pick(lang, value) });
const none = { came: 0, gone: 0, grown: 0, shrunk: 0, turned: 0, undecidedCame: 0, undecidedGone: 0 };
const why = (change) => ({ id: '3414-1', name: { nb: 'Plan', en: 'Plan' }, from: '1', to: '2', ...change });

test('counts name what there is, one and many apart', () => {
  assert.equal(countsText(page('nb'), { counts: none }), 'ingen nye avvik');
  assert.equal(countsText(page('nb'), { counts: { ...none, came: 2, gone: 1 } }), '2 nye avvik, 1 borte');
  assert.equal(
    countsText(page('en'), { counts: { ...none, came: 1, undecidedGone: 3 } }),
    '1 new deviation, 3 undecided gone',
  );
});

test('every cause is a sentence of its own', () => {
  const nb = page('nb');
  assert.equal(
    whyText(nb, why({ cause: 'plan' })),
    'Ny versjon 2 av planen Plan (3414-1). Før gjaldt versjon 1.',
  );
  assert.equal(whyText(nb, why({ cause: 'plan', from: null })), 'Planen Plan (3414-1) er kommet til.');
  assert.equal(whyText(nb, why({ cause: 'dataset', to: null })), 'Plan er ikke med lenger.');
  assert.equal(
    whyText(nb, why({ cause: 'stage', from: 'HEARING', to: 'ADOPTED' })),
    'Planen Plan (3414-1) er nå vedtatt. Før var den på høring.',
  );
  for (const cause of ['plan', 'stage', 'dataset', 'strategy', 'run', 'software'])
    for (const lang of ['nb', 'en'])
      assert.doesNotMatch(whyText(page(lang), why({ cause, from: 'INPUT', to: 'PROPOSAL' })), /planfollow/);
});

test('a fault is found by its field, and only there', () => {
  const problem = { said: { faults: [{ field: 'reason', detail: 'mangler', remedy: 'skriv' }] } };
  assert.equal(faultOf(problem, 'reason').detail, 'mangler');
  assert.equal(faultOf(problem, 'decision'), null);
  assert.equal(faultOf(null, 'reason'), null);
  assert.equal(faultOf({ title: 'x', said: {} }, 'reason'), null);
});
