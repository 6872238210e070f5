import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translator } from '../static/app/i18n.js';
import { meaningText } from '../static/app/swing.js';
import { heaviest, segments } from '../static/app/stack.js';

const siding = { id: 'siding', values: [{ value: 'finnes', name: { nb: 'Finnes' } }] };
const app = {
  lang: 'nb',
  t: translator('nb'),
  text: (value) => value?.nb ?? '',
  data: { facts: [siding] },
};
const linear = (unit, points, kind = 'nearest') => ({ unit, metric: { kind }, utility: { linear: points } });
const said = (criterion, weight) => meaningText(app, criterion, weight).replaceAll('\u00a0', ' ');

test('a weight is told in the unit of its criterion', () => {
  const drive = linear('min', [
    [30, 1],
    [45, 0.7],
    [75, 0],
  ]);
  assert.equal(
    said(drive, 12),
    'Fra 75 min til 30 min er hele vekten, 12 poeng. 10 poeng svarer til om lag 38 min kortere.',
  );
  assert.equal(said(drive, 0), 'Teller ikke med.');
});

test('more, less and nearer follow the unit and what is measured', () => {
  const ends = (from, to) => [
    [from, 0],
    [to, 1],
  ];
  const falling = [
    [500, 1],
    [10000, 0],
  ];
  assert.match(said(linear('MW', ends(0, 100), 'own'), 15), /10 poeng svarer til om lag 67 MW mer\.$/);
  assert.match(said(linear('m', falling), 11), /10 poeng svarer til om lag 8 600 m nærmere\.$/u);
  assert.match(
    said(linear('share', ends(0.2, 0.9), 'overlap'), 4),
    /1 poeng svarer til om lag 17 prosentpoeng mer/,
  );
  assert.match(said(linear('krPerM2', falling, 'own'), 13), /mindre\.$/);
  assert.match(said(linear('count', [[0, 0.2], [10, 1]], 'own'), 10), /^Fra 0 til 10 er 8 av 10 poeng; resten/); // prettier-ignore
});

test('classes are named, and have no step', () => {
  const criterion = {
    unit: 'class',
    metric: { fact: 'siding' },
    utility: { byClass: { finnes: 1, ingen: 0 } },
  };
  assert.equal(said(criterion, 10), 'Fra «Ingen» til «Finnes» er hele vekten, 10 poeng.');
});

test('the heaviest stand apart in a stack, the rest together, and what is unknown last', () => {
  const weights = { a: 5, b: 30, c: 25, d: 0, e: 10, f: 10, g: 20 };
  assert.deepEqual(heaviest(weights), ['b', 'c', 'g', 'e', 'f']);
  const parts = [
    { criterion: 'a', low: 5, high: 5 },
    { criterion: 'b', low: 0, high: 30 },
    { criterion: 'c', low: 12, high: 12 },
  ];
  assert.deepEqual(segments(parts, ['b', 'c']), { known: [0, 12, 5], unknown: 30 });
});
