import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translator } from '../static/app/i18n.js';
import {
  aboutText,
  amountText,
  boundText,
  boxOf,
  chosen,
  constant,
  counted,
  counting,
  daa,
  dataDates,
  elementId,
  groundOf,
  isOutside,
  newestVersions,
  ordered,
  samples,
  subjectOf,
  topFindings,
} from '../static/app/planwords.js';

const nb = { lang: 'nb', t: translator('nb'), text: (value) => value?.nb ?? '' };
const plain = (text) => text.replaceAll('\u00a0', ' ');

test('what a subject asks for', () => {
  const asked = (text) => Object.values(subjectOf(text));
  assert.deepEqual(asked('region'), ['region', false, null, null, null]);
  assert.deepEqual(asked('region~'), ['region', true, null, null, null]);
  assert.deepEqual(asked('3414~'), ['municipality', true, '3414', null, null]);
  assert.deepEqual(asked('3414-2018-03@12'), ['plan', false, '3414', '3414-2018-03', 12]);
});

test('counting what is on hearing or not; one version stands as it is', () => {
  assert.equal(counting('region', true), 'region~');
  assert.equal(counting('3414~', true), '3414~');
  assert.equal(counting('3414~', false), '3414');
  assert.equal(counting('3414-1@2', true), '3414-1@2');
});

test('a place without a strategy is outside; the region never is', () => {
  const municipalities = [{ number: '3401' }, { number: '3414' }];
  assert.equal(isOutside('0301-5@1', municipalities), true);
  assert.equal(isOutside('0301', municipalities), true);
  assert.equal(isOutside('3414~', municipalities), false);
  assert.equal(isOutside('region', municipalities), false);
});

test('amounts and bounds as they are read, never a rounded nothing', () => {
  assert.equal(plain(amountText(nb, 62.14, 'daa')), '62,1 daa');
  assert.equal(plain(amountText(nb, 1240.4, 'daa')), '1 240 daa');
  assert.equal(plain(amountText(nb, 0.342, 'daa')), '0,34 daa');
  assert.equal(plain(amountText(nb, 0.001, 'daa')), '< 0,01 daa');
  assert.equal(plain(amountText(nb, 0.237, 'share')), '23,7 %');
  assert.equal(plain(amountText(nb, 0.21, 'share')), '21 %');
  assert.equal(plain(amountText(nb, 38, 'points')), '38 poeng');
  assert.equal(amountText(nb, 0, 'count'), '0');
  assert.equal(amountText(nb, null, 'daa'), '');
  assert.equal(plain(daa(nb, 212)), '0,21 daa');
  assert.equal(plain(boundText(nb, { atMost: 0 }, 'daa')), 'høyst 0 daa');
  assert.equal(plain(boundText(nb, { atLeast: 800, atMost: 1900 }, 'daa')), 'minst 800 daa, høyst 1 900 daa');
  assert.equal(boundText(nb, null, 'daa'), '');
});

const FINDINGS = [
  { id: 'a', rule: 'PL10', kind: 'note', municipality: '3414' },
  { id: 'b', rule: 'PL05', kind: 'undecided', municipality: '3401' },
  { id: 'c', rule: 'PL10', kind: 'deviation', municipality: '3414' },
  { id: 'd', rule: 'PL10', kind: 'missing', municipality: null },
  { id: 'e', rule: 'PL05', kind: 'deviation', municipality: '3401' },
];
const ids = (findings) => findings.map(({ id }) => id).join('');

test('what deviates first, and otherwise in the order of the check', () => {
  assert.equal(ids(ordered(FINDINGS)), 'cedba');
  assert.equal(ids(FINDINGS), 'abcde');
});

test('filters let through what matches all of them, and count what there is', () => {
  assert.equal(ids(chosen(FINDINGS, { rule: '', kind: '', municipality: '' })), 'abcde');
  assert.equal(ids(chosen(FINDINGS, { rule: 'PL10', kind: 'deviation', municipality: '3414' })), 'c');
  assert.equal(ids(chosen(FINDINGS, { municipality: '3401', kind: 'note' })), '');
  assert.deepEqual(counted(FINDINGS, 'municipality'), [
    ['3401', 2],
    ['3414', 2],
  ]);
});

test('the findings read first keep the numbers the check gave them', () => {
  const report = { top: ['e', 'gone', 'c'], findings: FINDINGS };
  assert.deepEqual(
    topFindings(report).map(({ number, finding }) => [number, finding.id]),
    [
      [1, 'e'],
      [2, 'c'],
    ],
  );
});

test('what a finding is about: zone or site, with its code, and the plan where there are several', () => {
  const zone = { zone: 'N12', zoneName: 'Sand', code: '1340', codeName: { nb: 'Industri' }, plan: '3414-1' };
  assert.equal(aboutText(nb, zone, false), 'N12 Sand (1340 Industri)');
  assert.equal(aboutText(nb, { ...zone, zoneName: 'N12', codeName: null }, true), 'N12 (1340), 3414-1');
  assert.equal(
    aboutText(nb, { zone: null, code: null, site: 'granli', siteName: 'Granli' }, false),
    'Granli',
  );
  assert.equal(aboutText(nb, { zone: null, code: null, site: null, siteName: null, plan: null }, true), '');
});

test('a strategy is chosen in its newest version', () => {
  const versions = [
    ['a', '9'],
    ['b', '1'],
    ['a', '10'],
    ['a', '2'],
  ].map(([id, version]) => ({ id, version }));
  assert.deepEqual(
    newestVersions(versions).map(({ id, version }) => id + version),
    ['a10', 'b1'],
  );
});

test('the dates of the data, and what is made up', () => {
  assert.deepEqual(dataDates([{ asOf: '2024-11' }, { asOf: null }, { asOf: '2023' }]), {
    oldest: '2023',
    newest: '2024-11',
  });
  assert.equal(dataDates([]), null);
  const report = {
    subject: {
      plans: [
        { name: 'Ekte', sample: false },
        { name: 'Oppdiktet', sample: true },
      ],
    },
    datasets: [{ name: { nb: 'Myr' }, sample: true }],
  };
  assert.deepEqual(samples(nb, report), ['Oppdiktet', 'Myr']);
});

test('the box around geometries of every kind and around places', () => {
  const multi = {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [1, 2],
          [3, 4],
          [1, 2],
        ],
      ],
      [
        [
          [0, 9],
          [1, 8],
          [0, 9],
        ],
      ],
    ],
  };
  assert.deepEqual(boxOf([multi]), [0, 2, 3, 9]);
  assert.deepEqual(boxOf([null, [5, 6], { type: 'GeometryCollection', geometries: [multi] }]), [0, 2, 5, 9]);
  assert.equal(boxOf([]), null);
});

test('the ground of a finding: what breaks the rule, else its zone in its own plan, else nothing', () => {
  const [own, whole, other] = ['own', 'whole', 'other'].map((type) => ({ type }));
  const zones = {
    features: [
      { properties: { zone: 'N1', plan: '3401-2' }, geometry: other },
      { properties: { zone: 'N1', plan: '3401-1' }, geometry: whole },
    ],
  };
  const finding = { zone: 'N1', plan: '3401-1', geometry: null };
  assert.equal(groundOf({ ...finding, geometry: own }, zones), own);
  assert.equal(groundOf(finding, zones), whole);
  assert.equal(groundOf(finding, null), null);
  assert.equal(groundOf({ zone: null, plan: null, geometry: null }, zones), null);
});

test('levels and stages are read as lists and as checks write them', () => {
  assert.equal(constant('areaZoning'), 'AREA_ZONING');
  assert.equal(constant('hearing'), 'HEARING');
  assert.equal(constant('AREA_ZONING'), 'AREA_ZONING');
});

test('ids of elements hold whatever a sender calls a zone', () => {
  assert.equal(elementId('finding', 'PL10/3414-1/N 1"x'), 'finding-PL10%2F3414-1%2FN%201%22x');
});
