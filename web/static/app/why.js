// The chain of one score line, from the site to the import run of the data that decided it, and the objects on the map.
import { className, datasetName, foundText } from './words.js';
import { curveShape, reference, utilityText } from './curve.js';
import { h, s } from './dom.js';
import { date, number } from './format.js';
import { sourceText } from './frame.js';
import { originText, versionText } from './lines.js';
import { partText } from './siteparts.js';
import { objectsPart } from './whyobjects.js';

/** The links of the chain as an ordered list. Scores from before the curve was stored have no such link. */
export function chain(app, line, score) {
  return h(
    'ol',
    { class: 'chain' },
    [
      link(app, 'site', siteText(app, score)),
      link(app, 'purpose', app.t('why.purposeText', purposeWords(app, line))),
      link(app, 'criterion', [
        `${app.text(line.name)} (${line.criterion})`,
        app.text(line.note) && h('p', { class: 'muted' }, app.text(line.note)),
      ]),
      link(app, 'strategy', strategyLink(app, line, score)),
      line.utility && link(app, 'curve', curveLink(app, line)),
      link(app, 'found', foundLink(app, line)),
      link(app, 'data', dataLink(app, line)),
    ].filter(Boolean),
  );
}

function link(app, key, content) {
  return h('li', {}, h('strong', {}, `${app.t(`why.${key}`)}: `), content);
}

function siteText(app, score) {
  const name = app.rows.find((row) => row.id === score.site)?.name ?? score.site;
  const part = score.scoredPart && `, ${partText(app, score.scoredPart)}`;
  return [app.t('why.siteText', { name, version: score.siteVersion }), part];
}

function purposeWords(app, line) {
  const { purpose } = app;
  return { purpose: app.text(purpose.name), weight: app.t('line.weightOf', { weight: line.weight }) };
}

function strategyLink(app, line, score) {
  const strategy = score.strategy ?? app.data.run.strategy;
  const status = [app.t(`status.${strategy.status}`), date(app.lang, strategy.decidedOn)];
  const points = (line.parts ?? []).map((part) =>
    h('li', {}, `${part.id} «${app.text(part.name)}»: `, sourceText(part.source)),
  );
  return [
    app.t('why.strategyText', {
      name: app.text(strategy.name),
      version: strategy.version,
      status: status.filter(Boolean).join(' '),
    }),
    points.length > 0 && h('ul', {}, points),
    h('p', {}, `${app.t('line.paragraph')}: `, sourceText(line.source)),
    h('p', {}, `${app.t('line.basis')}: ${app.t(`basis.${line.basis}.title`)}`),
  ];
}

function curveLink(app, line) {
  const u = (value) => utilityText(app.lang, value);
  const own =
    line.found.kind === 'notCovered'
      ? app.t('why.curveMissing', { low: u(line.uLow), high: u(line.uHigh) })
      : app.t('why.curveText', { value: foundText(app, line), utility: u(line.uLow) });
  const sum = app.t('why.curveSum', {
    weight: line.weight,
    utility: number(app.lang, line.uLow, 4),
    points: number(app.lang, line.pointsLow, 2),
  });
  const rest = app.t('why.curveReference', {
    list: reference(app.lang, line, (value) => classText(app, line, value)).join('; '),
  });
  return [picture(line), h('p', {}, own, ' ', line.uLow === line.uHigh && `${sum} `, rest)];
}

function classText(app, line, value) {
  const metric = app.data.strategy.criteria.find((c) => c.id === line.criterion)?.metric;
  return className(app, metric?.fact, value);
}

/** The curve as a small picture; decoration, since the sentence beside it says the same. */
function picture(line) {
  const [width, height] = [200, 60];
  const { line: corners, place, bars, band } = curveShape(line, width, height);
  return s(
    'svg',
    {
      viewBox: `-6 -8 ${width + 12} ${height + 14}`,
      class: 'why-curve',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    band && s('rect', { x: 0, y: band.from, width, height: band.to - band.from, class: 'why-curve__band' }),
    s('path', { d: `M0 0V${height}H${width}`, class: 'curve__axis' }),
    corners && s('polyline', { points: corners, class: 'curve__line' }),
    bars?.map(({ own, ...bar }) =>
      s('rect', { ...bar, class: own ? 'why-curve__bar why-curve__bar--own' : 'why-curve__bar' }),
    ),
    bars?.filter(({ own }) => own).map((bar) => marker(bar.x + bar.width / 2, bar.y)),
    place && s('path', { d: `M${place.x} ${height}V${place.y}H0`, class: 'why-curve__lead' }),
    place && marker(place.x, place.y),
  );
}

function marker(x, y) {
  return s('circle', { cx: x, cy: y, r: 5, class: 'why-curve__place' });
}

function foundLink(app, line) {
  return [
    foundText(app, line),
    line.origin && ` (${originText(app, line.origin)}, ${line.origin.source})`,
    objectsPart(app, line, line.criterion),
  ];
}

function dataLink(app, line) {
  if (!line.datasetVersions.length) return app.t(line.origin ? 'why.dataStated' : 'line.noData');
  return h(
    'ul',
    {},
    line.datasetVersions.map((version) =>
      h('li', {}, versionText(app, version), '. ', madeText(app, version)),
    ),
  );
}

// A parent that is neither in the run nor in use any more cannot be named here.
function parentsText(app, { parents = [] }) {
  const known = [...app.data.run.datasets, ...app.data.datasets.map((d) => d.inUse).filter(Boolean)];
  const named = parents.map((id) => known.find((version) => version.id === id));
  if (!named.length || named.includes(undefined)) return app.t('why.others');
  return named
    .map(({ dataset, version, importId }) =>
      app.t(importId ? 'why.parent' : 'why.parentDerived', {
        name: datasetName(app, dataset),
        version,
        number: importId,
      }),
    )
    .join('; ');
}

/** "Import nr. 12, 26. november 2026. Lisens: CC BY 4.0." */
function madeText(app, version) {
  if (!version.importedAt) return '';
  const when = date(app.lang, version.importedAt);
  const made =
    version.importId === null
      ? app.t('why.derived', { date: when, from: parentsText(app, version) })
      : app.t('why.imported', { number: number(app.lang, version.importId), date: when });
  return [made, version.licence && app.t('why.licence', { licence: version.licence })]
    .filter(Boolean)
    .join(' ');
}
