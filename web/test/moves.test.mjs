import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byMunicipality, counts, ground, moves, ruleChanges, shareAtLeast } from '../static/app/moves.js';

const scored = (site, rankBest, rankWorst = rankBest) => ({ site, verdict: 'scored', rankBest, rankWorst });
const excluded = (site) => ({ site, verdict: 'excluded', rankBest: null, rankWorst: null });
const kinds = (left, right) => Object.fromEntries(moves(left, right).map(({ site, move }) => [site, move]));

test('a move is certain only when the possible ranks do not overlap', () => {
  const left = [scored('a', 1), scored('b', 2, 3), scored('c', 2, 3), scored('d', 4)];
  const right = [scored('d', 1), scored('a', 2), scored('b', 3, 4), scored('c', 3, 4)];
  assert.deepEqual(kinds(left, right), { d: 'up', a: 'down', b: 'unclear', c: 'unclear' });
});

test('touching ranges overlap; the same rank is the same', () => {
  assert.deepEqual(kinds([scored('a', 1, 3)], [scored('a', 3, 4)]), { a: 'unclear' });
  assert.deepEqual(kinds([scored('a', 1, 3)], [scored('a', 4, 5)]), { a: 'down' });
  assert.deepEqual(kinds([scored('a', 2)], [scored('a', 2)]), { a: 'same' });
});

test('the same wide range of ranks says nothing, unless the points are the same too', () => {
  const [was, is] = [{ ...scored('a', 1, 3), low: 10, high: 90 }, { ...scored('a', 1, 3), low: 20, high: 90 }]; // prettier-ignore
  assert.deepEqual(kinds([was], [is]), { a: 'unclear' });
  assert.deepEqual(kinds([was], [was]), { a: 'same' });
  assert.deepEqual(kinds([{ ...is, ...scored('a', 1) }], [{ ...was, ...scored('a', 1) }]), { a: 'same' });
});

test('exclusions and sites of one side have words of their own, and nobody is lost', () => {
  const left = [scored('a', 1), excluded('b'), excluded('c'), scored('gone', 2)];
  const right = [scored('b', 1), excluded('a'), excluded('c'), scored('new', 2)];
  assert.deepEqual(kinds(left, right), {
    b: 'admitted',
    a: 'excluded',
    c: 'bothExcluded',
    new: 'in',
    gone: 'out',
  });
  assert.deepEqual(counts(moves(left, right)), { admitted: 1, excluded: 1, bothExcluded: 1, in: 1, out: 1 });
});

test('what is compared with itself has not moved', () => {
  const ranking = [scored('a', 1, 2), scored('b', 1, 2), excluded('c')];
  assert.deepEqual(kinds(ranking, ranking), { a: 'same', b: 'same', c: 'bothExcluded' });
});

test('turned round, up is down', () => {
  for (let seed = 1; seed < 200; seed++) {
    let state = seed;
    const next = (n) => (state = (state * 48271) % 2147483647) % n;
    const ranking = () =>
      ['a', 'b', 'c', 'd'].map((site) => {
        const best = 1 + next(4);
        return next(5) ? scored(site, best, best + next(3)) : excluded(site);
      });
    const [left, right] = [ranking(), ranking()];
    const turned = { up: 'down', down: 'up', admitted: 'excluded', excluded: 'admitted' };
    const back = kinds(right, left);
    for (const [site, move] of Object.entries(kinds(left, right)))
      assert.equal(back[site], turned[move] ?? move);
  }
});

test('municipalities stand in number order, whatever their sites do, and a site counts where its land lies', () => {
  const list = moves(
    [scored('a', 1), scored('b', 2), scored('c', 3)],
    [scored('c', 1), scored('b', 2), scored('a', 3)],
  );
  const shares = {
    a: [{ municipality: '3415', share: 1 }],
    b: [
      { municipality: '3415', share: 0.5 },
      { municipality: '3401', share: 0.5 },
    ],
    c: [{ municipality: '9999', share: 1 }],
  };
  const municipalities = [{ number: '3415' }, { number: '3401' }];
  const { rows, elsewhere } = byMunicipality(list, shares, municipalities, 0.5);
  assert.deepEqual(
    rows.map((row) => [row.municipality.number, row.moves.map((one) => one.site)]),
    [
      ['3401', ['b']],
      ['3415', ['b', 'a']],
    ],
  );
  assert.deepEqual(
    elsewhere.map((one) => one.site),
    ['c'],
  );
});

test('the share a municipality asks for is the strategies’ own', () => {
  const rule = (per, share) => ({ per, municipalityShareAtLeast: share });
  assert.equal(shareAtLeast({ portfolio: [rule('region', 0.1), rule('municipality', 0.6)] }), 0.6);
  assert.equal(shareAtLeast({ portfolio: [rule('region', 0.1)] }, { portfolio: [] }), 0.5);
});

test('rules: outcomes from and to, and the sites that begin and stop to carry them', () => {
  const group = (municipality, outcome, sites) => ({ municipality, outcome, sites });
  const left = [
    {
      rule: 'C45',
      part: 'S3',
      outcome: 'broken',
      groups: [group('1', 'kept', ['a']), group('2', 'broken', [])],
    },
    { rule: 'old', part: 'S9', outcome: 'kept', groups: [] },
  ];
  const right = [
    {
      rule: 'C45',
      part: 'S3',
      outcome: 'kept',
      groups: [group('1', 'kept', ['b']), group('2', 'kept', ['c'])],
    },
    { rule: 'new', part: 'E1', outcome: 'broken', groups: [] },
  ];
  const [same, gone, added] = ruleChanges(left, right);
  assert.deepEqual([same.from, same.to], ['broken', 'kept']);
  assert.deepEqual(same.groups, [
    { municipality: '1', from: 'kept', to: 'kept', begin: ['b'], stop: ['a'] },
    { municipality: '2', from: 'broken', to: 'kept', begin: ['c'], stop: [] },
  ]);
  assert.deepEqual([gone.rule, gone.to, added.rule, added.from], ['old', null, 'new', null]);
});

test('the ground: versions that differ are told; a dataset only one strategy reads is no difference', () => {
  const run = (datasets, sites) => ({
    datasets: datasets.map(([dataset, id]) => ({ dataset, id })),
    sites: sites.map(([id, version]) => ({ id, version })),
  });
  const left = run(
    [
      ['veger', 1],
      ['myr', 2],
    ],
    [
      ['a', 1],
      ['b', 1],
    ],
  );
  const other = run(
    [
      ['veger', 1],
      ['boliger', 5],
    ],
    [
      ['a', 1],
      ['b', 1],
    ],
  );
  assert.deepEqual(ground(left, other), {
    same: true,
    datasets: [],
    sites: [],
    onlyLeft: ['myr'],
    onlyRight: ['boliger'],
  });
  const moved = ground(
    left,
    run(
      [
        ['veger', 9],
        ['myr', 2],
      ],
      [
        ['a', 2],
        ['c', 1],
      ],
    ),
  );
  assert.equal(moved.same, false);
  assert.deepEqual(
    moved.datasets.map((one) => one.dataset),
    ['veger'],
  );
  assert.deepEqual(
    moved.sites.map((one) => one.site),
    ['a', 'b', 'c'],
  );
});
