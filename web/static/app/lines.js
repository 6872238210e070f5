// One criterion's part of a score, explained: found value, points, weight, on whose word, from which data.
import { rangeBar } from './bars.js';
import { correctionNote } from './corrections.js';
import { h } from './dom.js';
import { date, number, range } from './format.js';
import { knows } from './i18n.js';
import { basisBadge } from './portfolio.js';
import { middle } from './scale.js';
import { datasetName, foundText, omitsText } from './words.js';

/** Lines with most points first; equal ones by weight. */
export function sortLines(lines) {
  return [...lines].sort((a, b) => middle(b) - middle(a) || b.weight - a.weight);
}

/** @param chain what stands behind the line, from why.js */
export function scoreLine(app, line, heaviest, chain) {
  const { t, lang } = app;
  const missing = line.found.kind === 'notCovered';
  return h(
    'li',
    { class: `line ${missing ? 'line--missing' : ''}` },
    h('div', { class: 'line__head' }, h('h4', {}, app.text(line.name)), basisBadge(app, line.basis)),
    h(
      'div',
      { class: 'line__bar' },
      rangeBar(line.pointsLow, line.pointsHigh, line.weight, heaviest),
      h(
        'span',
        { class: 'points' },
        t('line.points', { points: range(lang, line.pointsLow, line.pointsHigh), weight: line.weight }),
      ),
    ),
    h(
      'p',
      { class: 'line__found' },
      !missing && h('span', { class: 'muted' }, `${t('line.found')}: `),
      foundText(app, line),
      line.origin && h('span', { class: 'muted' }, ` (${originText(app, line.origin)})`),
    ),
    missing &&
      app.text(line.settledBy) &&
      h('p', { class: 'settle' }, h('strong', {}, `${t('line.settledBy')}: `), app.text(line.settledBy)),
    coarse(app, line),
    correctionNote(app, line),
    h(
      'details',
      { id: `line-${line.criterion}`, class: 'line__more' },
      h('summary', {}, t('line.more'), h('span', { class: 'visually-hidden' }, `: ${app.text(line.name)}`)),
      chain,
    ),
  );
}

export function pair(name, value) {
  return [h('dt', {}, name), h('dd', {}, value)];
}

export function originText(app, origin) {
  const said = origin.statedBy
    ? app.t('fact.statedBy', { who: origin.statedBy, when: date(app.lang, origin.on) })
    : date(app.lang, origin.on);
  return [said, origin.basis && basisWord(app, origin.basis)].filter(Boolean).join(', ');
}

function basisWord(app, basis) {
  const key = `factBasis.${basis}`;
  return knows(app.lang, key) ? app.t(key) : basis;
}

// "Not shown" in a coarse source is not the same as "clear".
function coarse(app, line) {
  if (!line.coarse || line.found.reason === 'tooCoarse') return null;
  const said = line.datasetVersions.map(({ dataset, omitsBelowM2 }) => {
    const omits = omitsText(
      app,
      app.data.datasets.find((d) => d.id === dataset),
      omitsBelowM2,
    );
    return omits && `${datasetName(app, dataset)}: ${omits}.`;
  });
  return h('p', { class: 'caveat' }, [...new Set(said.filter(Boolean)), app.t('line.coarse')].join(' '));
}

/** "Veger, versjon 3 (Kartverket, N1000, 1. januar 2025)" */
export function versionText(app, version) {
  const about = [
    sourceName(app, version),
    version.asOf && date(app.lang, version.asOf),
    version.sample && app.t('schematic'),
  ];
  return app.t('line.version', {
    name: datasetName(app, version.dataset),
    version: number(app.lang, version.version),
    about: about.filter(Boolean).join(', '),
  });
}

// A score names its source by id; publisher and name stand in the dataset's description.
function sourceName(app, { dataset, source }) {
  const described = app.data.datasets.find((d) => d.id === dataset);
  const id = source?.id ?? source;
  const full =
    described?.sources.find((s) => s.id === id) ??
    (described?.inUse?.source.id === id ? described.inUse.source : null);
  return full ? productName(app, full) : String(id ?? '');
}

/** "Kartverket, N1000 Kartdata" */
export function productName(app, source) {
  return [source.publisher, app.text(source.name)].filter(Boolean).join(', ');
}
