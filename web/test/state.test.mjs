import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY, filterCount, noFilters, read, write } from '../static/app/state.js';

const FULL = {
  lang: 'en',
  tab: 'compare',
  strategy: 'kongsvingerregionen-2017/1.0',
  run: '7f7a0c1e-3c58-4d10-9f5b-2f1d7b7f0001',
  purpose: 'logistikk',
  site: 'granerud-nord',
  delivery: '0b1f6a52-9d53-4a37-8a6f-5d1f1f0c2a77',
  edit: 'new',
  compare: ['granerud-nord', 'slomarka'],
  differences: 'only',
  view: { lat: 60.1234, lon: 12.0001, zoom: 9.5 },
  layers: ['veger', 'jernbane'],
  pane: 'map',
  sort: { column: 'area', descending: true },
  filters: {
    municipalities: ['3401', '3414'],
    kind: 'land',
    areaMin: 100,
    plan: ['regulert', 'none'],
    verdict: 'scored',
    text: 'Åsnes & co',
  },
  weights: { 'C01-stor': 60, C06: 40 },
  weightsName: 'Våre vekter',
  spread: 'all',
  seed: '42',
  scenario: 'e16-1',
  against: 'strategy:kongsvingerregionen-2026-utkast/1',
  wish: '1 000 daa, 100 MW',
  answer: '0f8fad5b-d9cb-469f-a165-70867728950e',
  confidence: 'all',
  plan: '3414-201803@2',
  versus: '1',
  finding: 'PL10/3414-201803/N 12 (øst)',
  snapshot: '7a7a0c1e-3c58-4d10-9f5b-2f1d7b7f0002',
  enquiry: '3f2b8c1e-0000-4000-8000-000000000001',
};

test('what is checked is the region, a municipality or a version of a plan', () => {
  const plan = (text) => read(`?v=1&sjekk=${encodeURIComponent(text)}`);
  for (const subject of ['region', 'region~', '3414', '3414~', '3414-201803@2', '0301-Ø12@1'])
    assert.equal(plan(subject).state.plan, subject);
  for (const none of ['34', '3414@2', 'Region', '3414-1@', '3414-1@2~'])
    assert.deepEqual([plan(none).state.plan, plan(none).notices], ['', ['part:sjekk']]);
});

test('a full state survives the address', () => {
  const { state, notices } = read(write(FULL));
  assert.deepEqual(state, FULL);
  assert.deepEqual(notices, []);
});

test('the default state needs no address', () => {
  assert.equal(write(EMPTY), '');
  assert.deepEqual(read('').state, { ...EMPTY, compare: [], filters: noFilters() });
});

test('an address written twice is the same address', () => {
  assert.equal(write(read(write(FULL)).state), write(FULL));
});

test('no layers at all is another state than the layers shown first', () => {
  assert.deepEqual(read(write({ ...EMPTY, layers: [] })).state.layers, []);
  assert.equal(read('').state.layers, null);
});

test('a newer or older version is said, and what can be read is kept', () => {
  assert.deepEqual(read('?v=2&purpose=logistikk').notices, ['newer']);
  assert.equal(read('?v=2&purpose=logistikk').state.purpose, 'logistikk');
  assert.deepEqual(read('?v=0').notices, ['old']);
  assert.deepEqual(read('?v=x').notices, ['old']);
});

test('unreadable parts are named and left out', () => {
  const { state, notices } = read('?v=1&tab=nowhere&view=a,b,c&sort=;&daa=-5&site=<script>');
  assert.deepEqual(notices, ['part:tab', 'part:site', 'part:view', 'part:sort', 'part:daa']);
  assert.equal(state.tab, 'map');
  assert.equal(state.view, null);
  assert.equal(state.filters.areaMin, null);
});

test('a list of which only some can be read is kept and said', () => {
  const { state, notices } = read('?v=1&compare=a,<b>&layers=<c>&kommune=3401,%20&plan=!');
  assert.deepEqual(notices, ['items:compare', 'part:layers', 'items:kommune', 'part:plan']);
  assert.deepEqual(state.compare, ['a']);
  assert.equal(state.layers, null);
  assert.deepEqual(state.filters, { ...noFilters(), municipalities: ['3401'] });
});

test('own weights are all of them or none', () => {
  assert.deepEqual(read('?v=1&vekter=a:60,b:40').state.weights, { a: 60, b: 40 });
  for (const bad of ['a:60,b:41', 'a:60', 'a:-1,b:101', 'a', 'a:1e2']) {
    assert.equal(read(`?v=1&vekter=${bad}`).state.weights, null, bad);
    assert.deepEqual(read(`?v=1&vekter=${bad}`).notices, ['part:vekter']);
  }
});

test('a comparison holds six different sites at most', () => {
  assert.deepEqual(read('?v=1&compare=a,b,a,c,d,e,f,g').state.compare, ['a', 'b', 'c', 'd', 'e', 'f']);
});

test('reading one address leaves the next one clean', () => {
  read('?v=1&kommune=3401&compare=a,b');
  assert.deepEqual(read('').state.filters, noFilters());
  assert.deepEqual(read('').state.compare, []);
});

test('filters in use are counted', () => {
  assert.equal(filterCount(noFilters()), 0);
  assert.equal(filterCount(FULL.filters), 6);
  assert.equal(filterCount({ ...noFilters(), areaMin: 0 }), 1);
});
