import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pick, translator } from '../static/app/i18n.js';
import {
  className,
  datasetName,
  factName,
  factText,
  foundText,
  limits,
  proposalText,
  reason,
  unreachedText,
} from '../static/app/words.js';

const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');
const SHORT = { destination: 'oslo', distanceM: 12_000, toleranceM: 2000 };
const DATA = {
  region: { destinations: [{ id: 'oslo', name: { nb: 'Oslo', en: 'Oslo' } }] },
  facts: [
    {
      id: 'siding',
      unit: '',
      name: { nb: 'Sidespor', en: 'Siding' },
      values: [{ value: 'ingen', name: { nb: 'Finnes ikke', en: 'None' } }],
    },
    { id: 'powerMW', unit: 'MW', name: { nb: 'Oppgitt kraft', en: 'Power stated' }, values: [] },
    { id: 'builtYear', unit: '', name: { nb: 'Byggeår', en: 'Year built' }, values: [] },
  ],
  datasets: [
    {
      id: 'elver',
      role: 'layer',
      geometry: 'polygon',
      name: { nb: 'Elver (flate)', en: 'Rivers (area)' },
      inUse: null,
    },
    {
      id: 'kjoretid',
      role: 'derived',
      geometry: 'point',
      name: { nb: 'Kjøretid', en: 'Drive time' },
      inUse: { id: 7, unreached: [SHORT], source: {} },
    },
  ],
  strategy: {
    status: 'adopted',
    parts: [{}, {}, {}, {}],
    checks: [],
    criteria: [
      { id: 'bog', basis: 'proposal', metric: { kind: 'overlap', dataset: 'myr' } },
      { id: 'far', basis: 'rule', metric: { kind: 'distance', dataset: 'bane' } },
      { id: 'nature', basis: 'rule', metric: { kind: 'worst', otherwise: 'ingen' } },
      { id: 'rail', basis: 'rule', metric: { kind: 'own', fact: 'siding' } },
    ],
  },
};
const page = (lang, data = DATA) => ({
  lang,
  data,
  t: translator(lang),
  text: (value) => pick(lang, value),
});
const nb = page('nb');
const missing = (code, args = {}, versions) =>
  plain(reason(nb, { kind: 'notCovered', reason: code, args }, versions));

test('facts and their classes are called what the server calls them; unknown ones show their id', () => {
  assert.equal(factName(nb, 'siding'), 'Sidespor');
  assert.equal(factName(page('en'), 'siding'), 'Siding');
  assert.equal(factName(nb, 'newFact'), 'newFact');
  assert.equal(className(nb, 'siding', 'ingen'), 'Finnes ikke');
  assert.equal(className(nb, undefined, 'ingen'), 'Ingen');
  assert.equal(className(nb, 'siding', 'noeNytt'), 'noeNytt');
  assert.equal(datasetName(nb, 'ukjent'), 'ukjent');
});

test('values of facts: the unit of the catalogue, a year as it stands, a text', () => {
  assert.equal(plain(factText(nb, { fact: 'powerMW', value: 1.5 })), '1,5 MW');
  assert.equal(plain(factText(nb, { fact: 'newFact', value: 70, unit: 'daa' })), '70 daa');
  assert.equal(factText(nb, { fact: 'builtYear', value: 2022, unit: '' }), '2022');
  assert.equal(factText(nb, { fact: 'contact', value: 'Grue kommune' }), 'Grue kommune');
  assert.equal(factText(nb, { fact: 'electrified', value: true }), 'Ja');
});

test('why a value is missing is a sentence', () => {
  assert.equal(missing('noData', { dataset: 'elver' }), 'Ikke kartlagt: ingen data lastet for Elver (flate)');
  assert.equal(
    missing('noData', { dataset: 'kjoretid' }),
    'Ikke beregnet: dataene bak Kjøretid er ikke lastet',
  );
  assert.equal(
    missing('outsideCoverage', { dataset: 'elver' }),
    'Ikke kartlagt her: dataene for Elver (flate) dekker ikke hele området',
  );
  assert.equal(missing('notStated', { fact: 'siding' }), 'Ikke oppgitt av noen');
  assert.match(missing('notStated', { fact: 'area' }), /^Arealet/);
  assert.equal(
    missing('tooFar', { dataset: 'kjoretid', withinM: '2000.0' }),
    'Nærmeste veg i vegnettet ligger mer enn 2 km unna',
  );
  assert.equal(missing('unknownClass', { value: 'x' }), 'Strategien sier ikke hva «x» er verdt');
  assert.match(missing('tooCoarse', { dataset: 'elver' }), /^Ikke kjent: dataene for Elver/);
  assert.equal(missing('somethingNew'), 'ukjent (somethingNew)');
});

test('where the roads stop short of a destination, only the version read can say so', () => {
  const args = { dataset: 'kjoretid', property: 'osloMin' };
  const said = 'Oslo: ingen kjøretid, vegnettet slutter 12,0 km unna (grense 2 km)';
  const why = 'Ingen kjøretid, vegnettet slutter 12,0 km fra Oslo (grense 2 km)';
  assert.equal(plain(unreachedText(nb, SHORT)), said);
  assert.equal(missing('noValue', args, [{ id: 7 }]), why);
  assert.match(missing('noValue', args, [{ id: 6 }]), /^Ikke beregnet/);
  assert.match(missing('noValue', { ...args, property: 'kloftaMin' }, [{ id: 7 }]), /^Ikke beregnet/);
  assert.match(unreachedText(nb, { ...SHORT, distanceM: Number.MAX_VALUE }), /ingen veg er lastet$/);
});

test('nothing found in coarse data never looks clear', () => {
  const line = (criterion, found, coarse) => ({
    criterion,
    found,
    coarse,
    unit: 'share',
    datasetVersions: [],
  });
  const none = { kind: 'amount', value: 0 };
  assert.match(foundText(nb, line('bog', none, true)), /kilden utelater små objekter$/);
  assert.equal(plain(foundText(nb, line('bog', none, false))), '0 %');
  assert.equal(plain(foundText(nb, { ...line('far', none, true), unit: 'm' })), '0 m');
  assert.match(foundText(nb, line('nature', { kind: 'category', value: 'ingen' }, true)), /^Ingen vist/);
  assert.equal(foundText(nb, line('rail', { kind: 'category', value: 'ingen' }, false)), 'Finnes ikke');
});

test('limits of a dataset: what it covers, leaves out and does not reach', () => {
  const source = { coverage: { kind: 'regionBuffer', bufferM: 40_000 }, omitsBelowM2: 500_000 };
  const dataset = { geometry: 'polygon', inUse: { source, unreached: [] } };
  assert.deepEqual(limits(nb, dataset).map(plain), [
    'dekker kommunene i regionen og 40 km rundt',
    'kilden utelater objekter under 500 daa',
  ]);
  assert.equal(limits(nb, { ...dataset, geometry: 'line' })[1], 'kilden viser bare de største objektene');
  assert.equal(limits(nb, DATA.datasets[1]).length, 1);
});

test('what is adopted and what is a proposal', () => {
  const proposal = 'Det vedtatte er fire strategier uten tall. Poeng og vekter er forslag.';
  assert.equal(proposalText(nb), proposal);
  const draft = { ...DATA, strategy: { ...DATA.strategy, status: 'draft' } };
  assert.equal(proposalText(page('nb', draft)), 'Poeng og vekter er forslag.');
  const settled = { ...DATA, strategy: { ...DATA.strategy, criteria: [{ basis: 'rule' }] } };
  assert.equal(proposalText(page('nb', settled)), '');
});
