import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  amounts,
  daa,
  exact,
  firstRows,
  groundRows,
  otherVersions,
  reserveGroups,
  reserveSum,
  usedColumns,
  versionOf,
} from '../static/app/planfigures.js';

const row = (group, code, cellsM2) => ({
  group,
  code,
  cellsM2,
  areaM2: cellsM2.reduce((sum, m2) => sum + m2, 0),
});
const AR5 = {
  rows: [
    row('naering', null, [1000, 0, 500]),
    row('naering', '1300', [1000, 0, 500]),
    row('bolig', null, [2000, 0, 0]),
    row('bolig', '1110', [2000, 0, 0]),
    row('lnfr', null, [0, 0, 4000]),
  ],
  difference: row(null, null, [-100, 0, 0]),
  total: row(null, null, [2900, 0, 4500]),
};
const MIRE = {
  rows: [
    row('naering', null, [300, 700, 500]),
    row('bolig', null, [0, 2000, 0]),
    row('lnfr', null, [50, 0, 3950]),
  ],
  difference: row(null, null, [0, -100, 0]),
  total: row(null, null, [350, 2600, 4450]),
};
const column = (id) => ({ id, name: { nb: id, en: id } });
const ACCOUNT = {
  groups: [
    { id: 'naering', business: true, development: true },
    { id: 'bolig', business: false, development: true },
    { id: 'lnfr', business: false, development: false },
  ],
  themes: [
    { id: 'ar5', columns: ['11', '70', 'notCovered'].map(column) },
    { id: 'myr', columns: ['myr', 'none', 'notCovered'].map(column) },
  ],
};

test('dekar have one decimal, and what is there never looks like nothing', () => {
  assert.equal(daa('nb', 12_345), '12,3');
  assert.equal(daa('en', 12_345), '12.3');
  assert.equal(daa('nb', 20), '<\u00a00,1');
  assert.equal(daa('nb', 0), '0,0');
  assert.equal(daa('nb', -0.001), '0,0');
  assert.equal(exact('nb', 12_345.678), '12\u00a0345,7\u00a0m²');
});

test('columns without ground are left out, but never what is not covered', () => {
  assert.deepEqual(
    usedColumns(ACCOUNT.themes[0], AR5).map(({ id }) => id),
    ['11', 'notCovered'],
  );
  const covered = { rows: [], difference: row(null, null, [0, 0, 0]), total: row(null, null, [1, 0, 0]) };
  assert.deepEqual(
    usedColumns(ACCOUNT.themes[0], covered).map(({ id }) => id),
    ['11', 'notCovered'],
  );
});

test('business, the other groups, the difference and the total add up in every column', () => {
  const { business, others } = firstRows(ACCOUNT, AR5);
  assert.deepEqual(
    business.map(({ code }) => code),
    [null, '1300'],
  );
  assert.equal(others.count, 2);
  AR5.total.cellsM2.forEach((total, i) =>
    assert.equal(business[0].cellsM2[i] + others.cellsM2[i] + AR5.difference.cellsM2[i], total),
  );
});

test('what lies under business and under development is told apart, and what is not covered with it', () => {
  const [mire] = groundRows(ACCOUNT, { tables: [AR5, MIRE] });
  assert.deepEqual(
    mire.classes.map(({ business, development, all }) => [business, development, all]),
    [[300, 300, 350]],
  );
  assert.deepEqual(mire.notCovered, { business: 500, development: 500, all: 4450 });
});

test('the reserve has development purposes only', () => {
  const reserve = [
    { group: 'naering', status: '2', areaM2: 10, builtM2: 1, unbuiltM2: 4, unknownM2: 5 },
    { group: 'naering', status: '1', areaM2: 20, builtM2: 20, unbuiltM2: 0, unknownM2: 0 },
  ];
  const groups = reserveGroups(ACCOUNT, { reserve });
  assert.deepEqual(
    groups.map(({ group }) => group.id),
    ['naering'],
  );
  assert.deepEqual(reserveSum(groups[0].lines), { areaM2: 30, builtM2: 21, unbuiltM2: 4, unknownM2: 5 });
});

test('a version is compared with the adopted one before it, else the one before, else any other', () => {
  const items = [
    { plan: 'a', version: 4, stage: 'hearing' },
    { plan: 'a', version: 3, stage: 'proposal' },
    { plan: 'a', version: 2, stage: 'adopted' },
    { plan: 'b', version: 9, stage: 'adopted' },
  ];
  assert.equal(otherVersions(items, 'a', 4).usual, 2);
  assert.equal(otherVersions(items, 'a', 2).usual, 4);
  assert.deepEqual(
    otherVersions(items, 'a', 4).others.map(({ version }) => version),
    [3, 2],
  );
  assert.equal(otherVersions(items, 'b', 9).usual, null);
  assert.deepEqual(versionOf('3414-201803@2'), { plan: '3414-201803', version: 2 });
  assert.equal(versionOf('3414~'), null);
});

test('amounts of a finding before and after carry their unit', () => {
  assert.equal(
    amounts('nb', { amountBefore: 1.25, amountAfter: null, unit: 'daa' }).replace('\u00a0', ' '),
    '1,3 daa → –',
  );
});
