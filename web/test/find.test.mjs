import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bestSites,
  fieldText,
  fieldValue,
  formRows,
  readWish,
  sameAnswer,
  unknowns,
  wantedOf,
  writeWish,
} from '../static/app/findwish.js';
import {
  gapText,
  howTexts,
  needText,
  originText,
  sumText,
  valueText,
  wantedText,
} from '../static/app/findwords.js';
import { pick, translator } from '../static/app/i18n.js';

const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');
const app = (lang = 'nb') => ({
  lang,
  t: translator(lang),
  text: (value) => pick(lang, value),
  data: {
    datasets: [],
    facts: [
      { id: 'planStatus', unit: '', values: [{ value: 'avsatt', name: { nb: 'Avsatt', en: 'Set aside' } }] },
      { id: 'siding', unit: '', values: [{ value: 'planlagt', name: { nb: 'Planlagt', en: 'Planned' } }] },
    ],
  },
});
const AREA = {
  id: 'area',
  form: 'atLeast',
  unit: 'daa',
  least: 0.1,
  most: 1e5,
  lack: { nb: 'mangler {gap}', en: '{gap} short' },
};
const DRIVE = {
  id: 'drive',
  form: 'atMost',
  unit: 'min',
  least: 1,
  most: 600,
  lack: { nb: '{gap} for langt', en: '{gap} too far' },
};
const FLAT = {
  id: 'flat',
  form: 'atLeast',
  unit: 'share',
  least: 0.01,
  most: 1,
  usual: { value: 0.8, why: { nb: 'Flat leses som 80 %.', en: 'Flat is read as 80%.' } },
  lack: { nb: 'mangler {gap}', en: '{gap} short' },
};
const PLAN = {
  id: 'zonedWithin',
  form: 'atMost',
  unit: 'years',
  least: 0,
  most: 20,
  fact: 'planStatus',
  lack: { nb: 'antatt {gap} for sent', en: 'assumed {gap} too late' },
};
const SIDING = {
  id: 'siding',
  form: 'yes',
  unit: 'class',
  least: 1,
  most: 1,
  fact: 'siding',
  lack: { nb: 'finnes ikke', en: 'none' },
};
const KINDS = [AREA, DRIVE, FLAT, PLAN, SIDING];
const need = (id, outcome, more = {}) => ({
  id,
  outcome,
  value: null,
  category: null,
  gap: null,
  assumed: false,
  missing: null,
  origin: null,
  ...more,
});

test('the list in the address comes back as it was, without what is unknown or doubled', () => {
  const wanted = [
    { id: 'area', value: 1000.5 },
    { id: 'siding', value: 1 },
  ];
  assert.deepEqual(readWish(writeWish(wanted), KINDS), wanted);
  assert.deepEqual(readWish('hage:3,area:5,area:7,drive:x,,siding:1', KINDS), [
    { id: 'area', value: 5 },
    { id: 'siding', value: 1 },
  ]);
  assert.deepEqual(readWish('', KINDS), []);
});

test('numbers are typed as people write them, in each language', () => {
  assert.equal(fieldValue('nb', AREA, '1 000'), 1000);
  assert.equal(fieldValue('nb', AREA, '1\u00a0000,5'), 1000.5);
  assert.equal(fieldValue('nb', AREA, '1.000'), 1000);
  assert.equal(fieldValue('nb', AREA, '1.5'), 1.5);
  assert.equal(fieldValue('en', AREA, '1,000.5'), 1000.5);
  assert.equal(fieldValue('en', AREA, '1,5'), 1.5);
  assert.equal(fieldValue('nb', FLAT, '80'), 0.8);
  for (const wrong of ['', 'ti', '-5', '1,2,3', '5 daa'])
    assert.ok(Number.isNaN(fieldValue('nb', AREA, wrong)), wrong);
  for (const language of ['nb', 'en'])
    for (const [kind, value] of [
      [AREA, 12_345.25],
      [FLAT, 0.29],
      [DRIVE, 45],
      [AREA, 1_000_000],
    ])
      assert.equal(fieldValue(language, kind, fieldText(language, kind, value)), value);
});

test('the form gives what is wanted, and names the rows that cannot be asked', () => {
  const rows = formRows('nb', KINDS, [
    { id: 'area', value: 1000, from: '1 000 daa' },
    { id: 'siding', value: 1, how: [] },
  ]);
  assert.equal(plain(rows[0].text), '1 000');
  assert.equal(rows[0].from, '1 000 daa');
  assert.deepEqual(wantedOf('nb', KINDS, rows), {
    wanted: [
      { id: 'area', value: 1000 },
      { id: 'siding', value: 1 },
    ],
    faulty: [],
  });
  rows[0].text = '200 000';
  assert.deepEqual(wantedOf('nb', KINDS, [...rows, { id: 'drive', text: '' }]).faulty, ['area', 'drive']);
});

test('gaps have size and unit, and a small gap is never nothing', () => {
  const nb = app();
  const gap = need('area', 'gap', { value: 880, gap: 120 });
  assert.deepEqual(Object.values(needText(nb, AREA, gap)).map(plain), ['mangler 120 daa', 'her: 880 daa']);
  assert.equal(
    plain(needText(nb, DRIVE, need('drive', 'gap', { value: 54, gap: 9 })).word),
    '9 min for langt',
  );
  assert.equal(plain(gapText(nb, DRIVE, 0.2)), 'under 1 min');
  assert.equal(plain(gapText(nb, AREA, 0.01)), 'under 0,1 daa');
  assert.equal(plain(gapText(nb, FLAT, 0.12)), '12 %');
  assert.equal(needText(nb, SIDING, need('siding', 'gap', { category: 'planlagt' })).detail, 'her: Planlagt');
  assert.equal(plain(needText(app('en'), AREA, gap).word), '120 daa short');
});

test('where the search ended, the number is that or more', () => {
  const rail = { ...DRIVE, id: 'rail', unit: 'm' };
  const far = need('rail', 'gap', { value: 10_000, gap: 9500, beyond: true });
  assert.deepEqual(Object.values(needText(app(), rail, far)).map(plain), [
    'minst 9 500 m for langt',
    'her: 10 km eller mer',
  ]);
});

test('what is assumed and what is unknown says so', () => {
  const nb = app();
  const planned = need('zonedWithin', 'met', { value: 2, category: 'avsatt', assumed: true });
  assert.equal(plain(needText(nb, PLAN, planned).detail), 'Avsatt; antatt regulert om 2 år');
  const unknown = need('area', 'unknown', { missing: { reason: 'notStated', args: { fact: 'area' } } });
  assert.equal(needText(nb, AREA, unknown).word, 'Ukjent');
  assert.match(needText(nb, AREA, unknown).detail, /Arealet er ikke oppgitt/);
  assert.equal(originText(nb, { origin: { statedBy: 'Elvia', on: '2026-11' } }), 'Elvia, november 2026');
  assert.equal(originText(nb, { origin: null }), '');
  assert.deepEqual(howTexts(nb, FLAT, ['usual', 'range']).length, 2);
  assert.equal(howTexts(nb, FLAT, ['usual'])[0], 'Flat leses som 80 %.');
});

test('what is wanted, in words', () => {
  const nb = app();
  assert.equal(plain(wantedText(nb, AREA, 1000)), 'minst 1 000 daa');
  assert.equal(plain(wantedText(nb, DRIVE, 45)), 'høyst 45 min');
  assert.equal(wantedText(nb, SIDING, 1), 'ja');
  assert.equal(plain(valueText(nb, PLAN, 1.5)), '1,5 år');
  assert.equal(sumText(nb, { met: 3, gaps: 1, unknown: 0 }), '3 oppfylt · 1 mangler · 0 ukjent');
});

const match = (ids, ...needs) => ({ sites: ids.map((id) => ({ id, version: 1 })), needs });

test('answers are the same when they say the same, whatever run they are from', () => {
  const one = {
    run: { id: 'a' },
    wanted: [{ id: 'area' }],
    sites: [match(['x'], need('area', 'met', { value: 5 })), match(['y'], need('area', 'unknown'))],
    combinations: [match(['x', 'z'], need('area', 'met'))],
  };
  const later = structuredClone(one);
  later.run.id = 'b';
  later.sites[0].sites[0].version = 2;
  assert.ok(sameAnswer(one, later));
  later.sites[0].needs[0].value = 6;
  assert.ok(!sameAnswer(one, later));
  assert.deepEqual(bestSites(one, 6), ['x', 'y', 'z']);
  assert.deepEqual(bestSites(one, 2), ['x', 'y']);
  assert.deepEqual(unknowns(one), [{ id: 'area', count: 1 }]);
});
