// What things in the data are called, and in words why a value is missing. Names of facts and their classes come from
// the server (/api/facts), so that a new fact needs no change here. Pure; tested under node.
import { amount, category, distance, found } from './format.js';
import { knows } from './i18n.js';

export function factName(app, id) {
  return app.text(described(app, id)?.name) || id;
}

/** A class of a fact in words; one the catalogue does not know as it stands. */
export function className(app, fact, value) {
  const known = described(app, fact)?.values.find((v) => v.value === String(value));
  return known ? app.text(known.name) : category(app.lang, value);
}

/** The value of a stated fact: a number with the unit of the catalogue, a class in words, or a text. */
export function factText(app, { fact, value, unit }) {
  const inUnit = described(app, fact)?.unit ?? unit;
  if (typeof value === 'number' && inUnit) return amount(app.lang, value, inUnit);
  return className(app, fact, value);
}

function described(app, id) {
  return app.data.facts.find((fact) => fact.id === id);
}

export function datasetName(app, id) {
  const dataset = app.data.datasets.find((d) => d.id === id);
  return dataset ? app.text(dataset.name) : id;
}

/** What a score line or a flag found, or why nothing was found. "Nothing" in coarse data says that it is not "clear". */
export function foundText(app, item) {
  const { found: measurement, unit, datasetVersions, coarse } = item;
  if (measurement.kind === 'notCovered') return reason(app, measurement, datasetVersions);
  const metric = metricOf(app, item.criterion ?? item.check);
  const text =
    measurement.kind === 'category'
      ? className(app, metric?.fact, measurement.value)
      : found(app.lang, measurement, unit);
  return coarse && isNothing(metric, measurement) ? app.t('found.coarse', { value: text }) : text;
}

function metricOf(app, id) {
  const { criteria, checks } = app.data.strategy;
  return [...criteria, ...checks].find((one) => one.id === id)?.metric;
}

function isNothing(metric, { value }) {
  if (metric?.kind === 'worst') return value === metric.otherwise;
  return ['overlap', 'sum'].includes(metric?.kind) && value === 0;
}

/** Why there is no value. versions: the dataset versions read, which may tell how far short the roads stop. */
export function reason(app, { reason: code, args = {} }, versions = []) {
  const dataset = app.data.datasets.find((d) => d.id === args.dataset);
  const short = code === 'noValue' && shortOf(dataset, args.property, versions);
  if (short) return unreachedText(app, short, 'unreached.why');
  const key = [`reason.${code}.${args.fact ?? dataset?.role}`, `reason.${code}`].find((k) =>
    knows(app.lang, k),
  );
  if (!key) return `${app.t('found.unknown')} (${code})`;
  return app.t(key, {
    ...args,
    dataset: datasetName(app, args.dataset),
    distance: distance(app.lang, Number(args.withinM)),
  });
}

// Minutes to a destination stand in the property named after it. Only the version read can tell.
function shortOf(dataset, property, versions) {
  const read = versions.some((v) => v.id === dataset?.inUse?.id);
  return read && dataset.inUse.unreached?.find(({ destination }) => property === `${destination}Min`);
}

/** "Oslo: ingen kjøretid, vegnettet slutter 12,0 km unna (grense 2 km)", or the same below a line on the destination. */
export function unreachedText(app, { destination, distanceM, toleranceM }, key = 'unreached') {
  const to = app.data.region.destinations.find((d) => d.id === destination);
  const name = app.text(to?.name) || destination;
  if (distanceM > 1e7) return app.t('unreached.noRoads', { destination: name });
  return app.t(key, {
    destination: name,
    distance: distance(app.lang, distanceM, 1),
    limit: distance(app.lang, toleranceM),
  });
}

/** What a source leaves out; "" when it is complete. A size in daa means nothing for lines and points. */
export function omitsText(app, dataset, omitsBelowM2) {
  if (!(omitsBelowM2 > 0)) return '';
  if (dataset && dataset.geometry !== 'polygon') return app.t('omits.small');
  return app.t('omits.area', { area: amount(app.lang, omitsBelowM2 / 1000, 'daa') });
}

/** What a version covers, and what it leaves out there: sentences for the data page and the legend. */
export function limits(app, dataset) {
  const { source, omitsBelowM2, unreached } = dataset.inUse;
  const { kind, bufferM } = source.coverage ?? {};
  const key = kind === 'regionBuffer' && !bufferM ? 'coverage.region' : `coverage.${kind}`;
  return [
    knows(app.lang, key) && app.t(key, { distance: distance(app.lang, bufferM) }),
    omitsText(app, dataset, omitsBelowM2 ?? source.omitsBelowM2),
    ...(unreached ?? []).map((one) => unreachedText(app, one)),
  ].filter(Boolean);
}

/** What nobody has adopted, said once beside the strategy's name; "" when every number is a rule or a public value. */
export function proposalText(app) {
  const { status, parts, criteria } = app.data.strategy;
  if (!criteria.some((c) => c.basis === 'proposal')) return '';
  if (status !== 'adopted') return app.t('proposal.only');
  const n = app.t('numbers').split(' ')[parts.length] ?? parts.length;
  return app.t('proposal.adopted', { n });
}
