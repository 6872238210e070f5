import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRows, csv, filterRows, groupRows, sortRows } from '../static/app/rows.js';
import { noFilters } from '../static/app/state.js';

const site = (id, kind, areaDaa, plan) => ({
  id,
  name: id.toUpperCase(),
  kind,
  schematic: true,
  areaDaa,
  point: [12, 60],
  facts: plan ? [{ fact: 'planStatus', value: plan }] : [],
});
const entry = (id, position, band, low, high) => ({
  site: id,
  verdict: 'scored',
  position,
  rankBest: position,
  rankWorst: position,
  band,
  low,
  high,
  excludedBy: [],
  flags: 0,
  notChecked: 1,
  confidence: 0.5,
});
const DATA = {
  purpose: 'p',
  sites: [
    site('d', 'terminal', null),
    site('c', 'land', 70, 'avsatt'),
    site('b', 'land', 300, 'regulert'),
    site('a', 'land', 450, 'regulert'),
    site('x', 'land', 20),
  ],
  region: {
    municipalities: [
      { number: '3401', name: 'Kongsvinger' },
      { number: '3418', name: 'Åsnes' },
    ],
  },
  strategy: { checks: [{ id: 'vern', name: { nb: 'Verneområde', en: 'Protected' } }] },
  run: {
    rankings: {
      p: [
        entry('a', 1, 1, 50, 70),
        entry('b', 2, 1, 45, 65),
        entry('c', 3, 2, 10, 20),
        {
          site: 'x',
          verdict: 'excluded',
          position: 4,
          excludedBy: ['vern'],
          flags: 1,
          notChecked: 0,
          confidence: 0.4,
          band: null,
          low: null,
          high: null,
        },
      ],
    },
    shares: {
      a: [
        { municipality: '3401', share: 0.3 },
        { municipality: '3418', share: 0.7 },
      ],
      b: [{ municipality: '3401', share: 1 }],
    },
  },
};
const rows = buildRows({ ...DATA, ranking: DATA.run.rankings.p }, 'nb');
const ids = (list) => list.map((row) => row.id).join('');
const filtered = (change) => ids(filterRows(rows, { ...noFilters(), ...change }));

test('ranked first, then excluded, then what the purpose does not ask for', () => {
  assert.equal(ids(rows), 'abcxd');
  assert.deepEqual(rows[3].excludedBy, ['Verneområde']);
  assert.equal(rows[4].verdict, 'none');
  assert.deepEqual(
    rows[0].shares.map((s) => s.name),
    ['Åsnes', 'Kongsvinger'],
  );
});

test('sites that cannot be told apart stand in one group that knows its places', () => {
  const groups = groupRows(rows);
  assert.deepEqual(
    groups.map((g) => ids(g.rows)),
    ['ab', 'c', 'x', 'd'],
  );
  assert.deepEqual(groups[0].span, { from: 1, to: 2 });
  assert.deepEqual(groupRows(rows.slice(1))[0].span, { from: 1, to: 2 }, 'filtering does not change places');
});

test('filters, alone and together', () => {
  assert.equal(filtered({}), 'abcxd');
  assert.equal(filtered({ municipalities: ['3418'] }), 'a');
  assert.equal(filtered({ municipalities: ['3401', '3418'] }), 'ab');
  assert.equal(filtered({ kind: 'terminal' }), 'd');
  assert.equal(filtered({ areaMin: 100 }), 'ab');
  assert.equal(filtered({ areaMin: 0 }), 'abcx', 'an area nobody states passes no area filter');
  assert.equal(filtered({ plan: ['none'] }), 'xd');
  assert.equal(filtered({ verdict: 'excluded' }), 'x');
  assert.equal(filtered({ text: 'åsn' }), 'a');
  assert.equal(filtered({ kind: 'land', verdict: 'scored', plan: ['avsatt'] }), 'c');
});

test('sorting both ways keeps what is missing last', () => {
  const cells = (id, sort) => ({ id, cells: { v: { sort } } });
  const table = [cells('a', 2), cells('b', null), cells('c', 10)];
  assert.equal(ids(sortRows(table, { column: 'v', descending: false }, 'nb')), 'acb');
  assert.equal(ids(sortRows(table, { column: 'v', descending: true }, 'nb')), 'cab');
  assert.equal(ids(sortRows(table, null, 'nb')), 'abc');
});

test('Norwegian letters sort last', () => {
  const cells = (id, sort) => ({ id, cells: { v: { sort } } });
  assert.equal(
    ids(
      sortRows([cells('3', 'Åsnes'), cells('1', 'Eidskog'), cells('2', 'Sør-Odal')], { column: 'v' }, 'nb'),
    ),
    '123',
  );
});

test('CSV: semicolons, quotes, and no cell a spreadsheet would run', () => {
  const text = csv(
    ['a', 'b'],
    [
      ['=1+1', 'x;"y"'],
      ['+47', '-3'],
      ['@sum', 12],
    ],
  );
  assert.equal(text, '\ufeffa;b\r\n\'=1+1;"x;""y"""\r\n\'+47;\'-3\r\n\'@sum;12\r\n');
});
