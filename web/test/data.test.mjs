import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi, Problem } from '../static/app/api.js';
import { loadData, lost, without } from '../static/app/data.js';
import { knockOut, purposesToRead } from '../static/app/facts.js';
import { needsLoad, padded, shownLayers } from '../static/app/layers.js';
import { createLoader } from '../static/app/loader.js';
import { EMPTY } from '../static/app/state.js';

const STRATEGY = {
  criteria: [
    { id: 'area', unit: 'daa', metric: { kind: 'remaining' } },
    { id: 'oslo', unit: 'min', metric: { kind: 'nearest' } },
    { id: 'klofta', unit: 'min', metric: { kind: 'nearest' } },
  ],
  purposes: [
    { id: 'one', weights: { oslo: 100 } },
    { id: 'two', weights: { area: 50, klofta: 50 } },
    { id: 'three', weights: { area: 100 } },
  ],
};

test('knock-out facts are read from as few purposes as hold them all, the one on screen first', () => {
  assert.deepEqual(purposesToRead(STRATEGY, new Set(['one', 'two', 'three']), 'one'), ['one', 'two']);
  assert.deepEqual(purposesToRead(STRATEGY, new Set(['three']), 'one'), ['three']);
  assert.deepEqual(purposesToRead(STRATEGY, new Set(), 'one'), []);
});

test('knock-out facts: what nobody has stated is empty, not absent', () => {
  const site = {
    facts: [
      { fact: 'priceNokPerM2', value: 295 },
      { fact: 'powerMW', value: null },
      { fact: 'siding', value: 'finnes' },
    ],
  };
  const facts = knockOut(STRATEGY, site, [{ lines: [{ criterion: 'oslo', weight: 100 }] }]);
  assert.equal(facts.area, null);
  assert.deepEqual(
    facts.drive.map((d) => Boolean(d.line)),
    [true, false],
  );
  assert.deepEqual(
    facts.stated.map(({ key, facts: said }) => [key, said.length]),
    [
      ['plan', 0],
      ['power', 0],
      ['price', 1],
      ['contact', 0],
    ],
  );
  assert.deepEqual(
    facts.other.map((f) => f.fact),
    ['siding'],
  );
});

test('layers: shown first unless chosen, only with data, never the sites', () => {
  const layer = (id, shownFirst, inUse = {}) => ({
    id,
    role: 'layer',
    map: { layer: true, shownFirst },
    inUse,
  });
  const datasets = [
    layer('veger', true),
    layer('myr', false),
    layer('flom', true, null),
    { ...layer('sites', true), role: 'sites' },
  ];
  assert.deepEqual(shownLayers(datasets, null), ['veger']);
  assert.deepEqual(shownLayers(datasets, ['myr', 'flom', 'sites']), ['myr']);
});

test('layers are fetched again only when the view leaves them, or a cut-off view gets much smaller', () => {
  const loaded = { bbox: padded([10, 59, 12, 61]), truncated: false };
  assert.equal(needsLoad(null, [10, 59, 12, 61]), true);
  assert.equal(needsLoad(loaded, [10, 59, 12, 61]), false);
  assert.equal(needsLoad(loaded, [9, 59, 12, 61]), true);
  assert.equal(needsLoad({ ...loaded, truncated: true }, [10.5, 59.5, 11, 60]), true);
});

test('a loader asks once, remembers failures and tries them again', async () => {
  let calls = 0;
  let changes = 0;
  const loader = createLoader(() => changes++);
  const fails = () => Promise.reject(new Problem({ title: `no ${++calls}` }));
  assert.equal(loader.ask('k', fails).status, 'loading');
  loader.ask('k', fails);
  await new Promise(setImmediate);
  assert.equal(loader.ask('k', fails).problem.title, 'no 1');
  loader.retry();
  assert.equal(loader.ask('k', async () => 'yes').status, 'loading');
  await new Promise(setImmediate);
  assert.equal(loader.ask('k', fails).value, 'yes');
  assert.equal(changes, 3);
});

const answers = (routes) => async (address) => {
  const [path] = Object.keys(routes)
    .filter((route) => address.startsWith(route))
    .sort((a, b) => b.length - a.length);
  const answer =
    path === undefined
      ? { status: 404, body: { title: 'Finnes ikke', status: 404, remedy: 'Se listen.' } }
      : routes[path](address);
  return new Response(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body), {
    status: answer.status ?? 200,
  });
};
const api = (routes, busy) => {
  globalThis.fetch = answers(routes);
  return createApi({ language: () => 'nb', t: () => (key) => key, onBusy: busy });
};

test('problems carry what the server says, and no answer has words too', async () => {
  const running = [];
  await assert.rejects(api({}, (n) => running.push(n)).get('/api/x'), {
    title: 'Finnes ikke',
    remedy: 'Se listen.',
    status: 404,
  });
  assert.deepEqual(running, [1, 0]);
  await assert.rejects(api({ '/api/x': () => ({ body: '<html>', status: 502 }) }).get('/api/x'), {
    title: 'problem.status',
    status: 502,
  });
  await assert.rejects(api({ '/api/x': () => ({ body: 'not json' }) }).get('/api/x'), {
    title: 'problem.unreadable',
  });
  globalThis.fetch = async () => {
    throw new TypeError('network');
  };
  await assert.rejects(createApi({ language: () => 'nb', t: () => (key) => key }).get('/api/x'), {
    title: 'problem.noAnswer',
    status: 0,
  });
});

test('paged lists are read to the end', async () => {
  const items = Array.from({ length: 450 }, (_, i) => i);
  const paged = (address) => {
    const query = new URL(address, 'http://x').searchParams;
    const from = Number(query.get('offset'));
    return { body: { items: items.slice(from, from + Number(query.get('limit'))), total: items.length } };
  };
  assert.deepEqual(await api({ '/api/sites': paged }).all('/api/sites'), items);
});

const ROUTES = {
  '/api/config': () => ({
    body: { region: { municipalities: [{ number: '1' }] }, defaultStrategy: { id: 's', version: '1' } },
  }),
  '/api/facts': () => ({ body: { facts: [{ id: 'siding' }] } }),
  '/api/strategies': () => ({ body: { items: [{ id: 's', version: '1' }] } }),
  '/api/strategies/s/1': () => ({ body: { id: 's', purposes: [{ id: 'p' }] } }),
  '/api/datasets': () => ({ body: { items: [] } }),
  '/api/sites': () => ({ body: { items: [{ id: 'here', facts: [] }], total: 1 } }),
  '/api/runs/latest': () => ({ body: { id: 'new', strategy: { id: 's', version: '1' } } }),
  '/api/runs/old': () => ({ body: { id: 'old', strategy: { id: 's', version: '1' } } }),
};

test('a link to a stored run shows that run; a lost one is said', async () => {
  assert.equal((await loadData(api(ROUTES), { ...EMPTY, run: 'old' })).run.id, 'old');
  const gone = await loadData(api(ROUTES), { ...EMPTY, run: 'gone', strategy: 'other/9' });
  assert.equal(gone.run.id, 'new');
  assert.deepEqual(gone.notices, ['strategyGone', 'runGone']);
});

test('what a link names but the data no longer have is listed once and left out', async () => {
  const data = await loadData(api(ROUTES), EMPTY);
  const filters = { ...EMPTY.filters, municipalities: ['1', '9'], plan: ['none', 'old'] };
  const named = { site: 'away', compare: ['here', 'away', 'away2'], purpose: 'q', layers: ['moor'] };
  const state = { ...EMPTY, ...named, filters };
  const gone = lost(state, data);
  assert.deepEqual(
    gone.map(({ part, id }) => `${part}:${id}`),
    ['site:away', 'site:away2', 'purpose:q', 'layer:moor', 'municipality:9', 'plan:old'],
  );
  const left = { ...filters, municipalities: ['1'], plan: ['none'] };
  assert.deepEqual(without(state, gone), { ...EMPTY, compare: ['here'], filters: left });
});

test('own weights that do not name the criteria of the purpose are lost, with their name', () => {
  const data = { sites: [], datasets: [], region: { municipalities: [] }, strategy: STRATEGY };
  const own = { ...EMPTY, purpose: 'two', weights: { area: 70, klofta: 30 }, weightsName: 'Areal først' };
  assert.deepEqual(lost(own, data), []);
  const elsewhere = { ...own, purpose: 'one' };
  const gone = lost(elsewhere, data);
  assert.deepEqual(gone, [{ part: 'weights', id: 'Areal først' }]);
  assert.deepEqual(without(elsewhere, gone), { ...EMPTY, purpose: 'one' });
  assert.deepEqual(lost({ ...own, purpose: '' }, data).length, 1, 'without a purpose it is the first');
});
