// What a site lacks to count in a rule over many sites: each condition in words, with the value found and the one needed.
import { h } from './dom.js';
import { amount } from './format.js';
import { className, foundText } from './words.js';

/** The name of a site that leads to it; of one that is not stored (id ''), the words given. */
export function siteLink(app, id, unsaved = '') {
  if (!id) return h('strong', {}, unsaved);
  const name = app.data.run.sites.find((site) => site.id === id)?.name ?? id;
  return h('button', { type: 'button', class: 'link-button', onclick: () => app.select(id) }, name);
}

/** Sites as links with commas between. */
export function siteLinks(app, ids, unsaved = '') {
  return ids.map((id, i) => [i > 0 && ', ', siteLink(app, id, unsaved)]);
}

/** "Granerud nord (oppfyller 2 av 3): Pris er ikke oppgitt." */
export function candidateLine(app, candidate, unsaved = '') {
  const { t } = app;
  const met = candidate.conditions.filter((one) => one.state === 'met').length;
  const lacks = candidate.conditions.filter((one) => one.state !== 'met').map((one) => lackText(app, one));
  return [
    siteLink(app, candidate.site, unsaved),
    ` (${t('lacks.count', { met, of: candidate.conditions.length })}): `,
    [...(candidate.usable ? [] : [t('lacks.excluded')]), ...lacks].join(' ') || t('lacks.nothing'),
  ];
}

/** One condition that is not met, as a sentence. */
export function lackText(app, { criterion, unit, state, found, needed }) {
  const described = app.data.strategy.criteria.find((one) => one.id === criterion);
  const name = app.text(described?.name) || criterion;
  const fact = described?.metric.kind === 'own' ? described.metric.fact : undefined;
  const wanted = neededText(app, needed, unit, fact);
  if (state === 'unknown') {
    const why = foundText(app, { criterion, found, unit, datasetVersions: [] });
    const missing = fact ? app.t('lacks.notStated', { name }) : app.t('lacks.notMeasured', { name, why });
    return wanted ? `${missing} ${app.t('lacks.then', { needed: wanted })}` : missing;
  }
  const is = foundText(app, { criterion, found, unit, datasetVersions: [] });
  return needed.kind === 'never'
    ? app.t('lacks.never', { name, found: is })
    : app.t('lacks.failed', { name, found: is, needed: wanted });
}

/** "minst 450 daa", "Regulert eller Under regulering"; '' when any value will do. */
function neededText(app, { kind, value, classes }, unit, fact) {
  if (kind === 'atLeast' || kind === 'atMost')
    return app.t(`lacks.${kind}`, { value: amount(app.lang, value, unit) });
  if (kind !== 'oneOf') return '';
  const names = classes.map((one) => className(app, fact, one));
  return names.length < 2
    ? names.join('')
    : app.t('lacks.or', { first: names.slice(0, -1).join(', '), last: names.at(-1) });
}
