import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contributions, linesOf, rank, rankedEntries, ranker, round } from '../static/app/ranking.js';

const site = (id, uLow, uHigh = uLow, more = {}) => ({
  id,
  name: id,
  excludedBy: [],
  uLow,
  uHigh,
  known: uLow.map((low, i) => (low === uHigh[i] ? 1 : 0)),
  ...more,
});
const matrix = (sites, marginPoints = 2) => ({
  marginPoints,
  criteria: sites[0].uLow.map((_, index) => ({ id: 'abcdefgh'[index] })),
  sites,
});

function listed(sites, weights, margin) {
  const known = ranker(matrix(sites, margin));
  const ranked = rank(known, weights);
  return [...ranked.order].map((at) => ({
    id: known.sites[at].id,
    low: ranked.low[at],
    high: ranked.high[at],
    position: ranked.position[at],
    best: ranked.best[at],
    worst: ranked.worst[at],
    band: ranked.band[at],
  }));
}
const ids = (list) => list.map(({ id }) => id).join(' ');

test('points are whole millionths and their sums exact', () => {
  const [one] = listed([site('x', [2 / 3, 0.1], [1, 0.2])], { a: 14, b: 86 });
  assert.deepEqual(one, { id: 'x', low: 17.933333, high: 31.2, position: 1, best: 1, worst: 1, band: 1 });
});

test('the middle decides, then the name by code units, then the id; excluded sites stand last', () => {
  const sites = [
    site('1', [0.5], [0.5], { name: 'Ås' }),
    site('2', [0.4], [0.6], { name: 'Zulu' }),
    site('4', [0.5], [0.5], { name: 'Zulu' }),
    site('3', [0.9], [0.9], { name: 'a' }),
    site('5', [1], [1], { name: 'B', excludedBy: ['K01'] }),
    site('6', [1], [1], { name: 'A', excludedBy: ['K01'] }),
  ];
  const list = listed(sites, { a: 100 });
  assert.equal(ids(list), '3 2 4 1 6 5');
  assert.deepEqual(
    list.map(({ position }) => position),
    [1, 2, 3, 4, 5, 6],
  );
  assert.deepEqual([list[4].best, list[4].worst, list[4].band], [0, 0, 0]);
});

test('ranges nearer than the margin cannot be told apart, and are linked neighbour by neighbour', () => {
  const list = listed([site('p', [0.9]), site('q', [0.885]), site('r', [0.87]), site('s', [0.5])], {
    a: 100,
  });
  assert.deepEqual(
    list.map(({ best, worst, band }) => [best, worst, band]),
    [
      [1, 2, 1],
      [1, 3, 1],
      [2, 3, 1],
      [4, 4, 2],
    ],
  );
});

test('a difference of exactly the margin is not enough', () => {
  const list = listed([site('p', [0.52]), site('q', [0.5])], { a: 100 });
  assert.deepEqual([list[0].worst, list[1].best], [2, 1]);
  const apart = listed([site('p', [0.520001]), site('q', [0.5])], { a: 100 });
  assert.deepEqual([apart[0].worst, apart[1].best], [1, 2]);
});

// The plain way: every pair compared, no halving and no columns.
function plainly(sites, weights, margin) {
  const total = (u) =>
    u.reduce((all, one, i) => all + Math.round(weights['abcdefgh'[i]] * one * 1e6), 0) / 1e6;
  const all = sites.map(({ id, name, excludedBy, uLow, uHigh }) => ({
    id,
    name,
    out: excludedBy.length > 0,
    low: total(uLow),
    high: total(uHigh),
  }));
  const scored = all.filter(({ out }) => !out);
  const better = (a, b) => a.low - b.high > margin;
  return all
    .sort(
      (a, b) =>
        a.out - b.out ||
        (a.out ? 0 : (b.low + b.high) / 2 - (a.low + a.high) / 2) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
    )
    .map(({ id, out, low, high }, index) => ({
      id,
      low,
      high,
      position: index + 1,
      best: out ? 0 : 1 + scored.filter((other) => better(other, { low, high })).length,
      worst: out ? 0 : scored.filter((other) => !better({ low, high }, other)).length,
    }));
}

test('columns and halving find what comparing every pair finds', () => {
  let seed = 11;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let round = 0; round < 40; round++) {
    const step = round % 2 ? 1000 : 4; // coarse steps make many equals
    const u = () => Math.round(random() * step) / step;
    const sites = Array.from({ length: 1 + Math.floor(random() * 60) }, (_, i) => {
      const uLow = [u(), u(), u(), u(), u()];
      const uHigh = uLow.map((low) => (random() < 0.3 ? Math.max(low, u()) : low));
      const excludedBy = random() < 0.1 ? ['K'] : [];
      return site(`id${i}`, uLow, uHigh, { name: `N${Math.floor(random() * 9)}`, excludedBy });
    });
    const weights = { a: 31, b: 29, c: 23, d: 17, e: 0 };
    const margin = [0, 2, 10][round % 3];
    const found = listed(sites, weights, margin).map(({ band: _, ...one }) => one);
    assert.deepEqual(found, plainly(sites, weights, margin));
  }
});

test('entries keep what weights do not touch, and tell how much of the weight is known', () => {
  const sites = [site('p', [0.5, 0.2], [0.5, 1]), site('q', [1, 1], [1, 1], { excludedBy: ['K01'] })];
  const known = ranker(matrix(sites));
  const trust = { highFrom: 0.8, mediumFrom: 0.5 };
  const adopted = [
    {
      site: 'p',
      position: 9,
      verdict: 'scored',
      flags: 3,
      low: 1,
      high: 2,
      rankBest: 1,
      rankWorst: 1,
      band: 1,
    },
    {
      site: 'q',
      position: 8,
      verdict: 'excluded',
      flags: 1,
      low: null,
      high: null,
      rankWorst: null,
      rankBest: null,
      band: null,
    },
  ];
  const [p, q] = rankedEntries(known, rank(known, { a: 60, b: 40 }), adopted, trust);
  const ranks = { rankBest: 1, rankWorst: 1, band: 1 };
  const sure = { confidence: 0.6, confidenceLevel: 'medium' };
  assert.deepEqual(p, { ...adopted[0], ...ranks, ...sure, position: 1, low: 38, high: 70 });
  assert.deepEqual(q, { ...adopted[1], position: 2, confidence: 1, confidenceLevel: 'high' });
});

test('lines and contributions under other weights add up to what the ranking says', () => {
  const lines = [
    { criterion: 'a', weight: 50, uLow: 2 / 3, uHigh: 1, pointsLow: 33.333333, pointsHigh: 50 },
    { criterion: 'b', weight: 50, uLow: 0.1, uHigh: 0.1, pointsLow: 5, pointsHigh: 5 },
  ];
  const weights = { a: 7, b: 93 };
  const weighed = linesOf(lines, weights);
  assert.deepEqual(weighed.lines[0], { ...lines[0], weight: 7, pointsLow: 4.666667, pointsHigh: 7 });
  assert.deepEqual([weighed.low, weighed.high], [13.966667, 16.3]);
  const known = ranker(matrix([site('x', [2 / 3, 0.1], [1, 0.1])]));
  const ranked = rank(known, weights);
  assert.deepEqual([ranked.low[0], ranked.high[0]], [weighed.low, weighed.high]);
  const parts = contributions(known, weights, 'x');
  assert.deepEqual(parts, [
    { criterion: 'a', low: 4.666667, high: 7 },
    { criterion: 'b', low: 9.3, high: 9.3 },
  ]);
  assert.equal(contributions(known, weights, 'y'), null);
});

test('rounding is that of Math.round, also next to the halves', () => {
  const next = (x) => x + (x < 1 ? 2 ** -54 : x * 2 ** -52);
  for (const whole of [0, 1, 2, 3, 7, 4095, 99_999_999]) {
    const half = whole + 0.5;
    for (const x of [
      whole,
      half,
      half - (half - half * (1 - 2 ** -53)),
      next(half),
      whole + 0.49,
      whole + 0.51,
    ])
      assert.equal(round(x), Math.round(x), String(x));
  }
  assert.equal(round(0.49999999999999994), 0);
  let seed = 5;
  for (let i = 0; i < 100_000; i++) {
    seed = (seed * 48271) % 2147483647;
    const x = (seed / 2147483647) * 10 ** (i % 9);
    assert.equal(round(x), Math.round(x), String(x));
  }
});
