// Planned works in words: what each does, what is assumed, on whose word, and what became of it in the data.
import { h, link } from './dom.js';
import { amount, date, number } from './format.js';
import { pair } from './lines.js';
import { groupWorks } from './scenariodiff.js';
import { className, datasetName, factName } from './words.js';

/** Works by project and alternative; told = what became of them, by id of the work, where they are applied. */
export function worksList(app, works, told = new Map()) {
  if (!works.length) return h('p', { class: 'empty' }, app.t('whatif.noWorks'));
  return groupWorks(works).map(({ project, alternative, works: items }) =>
    h(
      'section',
      { class: 'works' },
      h('h4', {}, groupName(app, project, alternative)),
      h(
        'ul',
        { class: 'plain works__list' },
        items.map((one) => workItem(app, one, told.get(one.id) ?? [])),
      ),
    ),
  );
}

/** What was wrong with works that were sent: object by object where the answer says so. */
export function faultText(problem) {
  const faults = (problem.said.faults ?? []).map((f) => `${f.object}: ${f.message} ${f.remedy}`);
  return faults.length
    ? faults.join(' ')
    : [problem.title, problem.detail, problem.remedy].filter(Boolean).join('. ');
}

export function groupName(app, project, alternative) {
  return [project || app.t('whatif.noProject'), alternative && app.t('whatif.alternative', { alternative })]
    .filter(Boolean)
    .join(' – ');
}

/** "Etappe 1: E16 Nybakk–Herbergåsen" */
export function workName(app, work) {
  return work.stage ? app.t('whatif.stage', { n: work.stage, name: work.name }) : work.name;
}

function workItem(app, { work }, told) {
  return h(
    'li',
    { class: 'work' },
    h('strong', {}, workName(app, work)),
    h('p', {}, effect(app, work)),
    h(
      'dl',
      {},
      pair(app.t('whatif.assumption'), work.assumption),
      pair(app.t('whatif.source'), [
        link(work.url, work.source),
        ` (${app.t('fact.statedBy', { who: work.statedBy, when: date(app.lang, work.on) })})`,
      ]),
      told.length > 0 && pair(app.t('whatif.told'), told.map((one) => toldText(app, one)).join(' ')),
    ),
    work.schematic && work.geometry && h('p', { class: 'mark--schematic' }, app.t('whatif.schematic')),
  );
}

/** What a work does, in one sentence. */
export function effect(app, work) {
  const { t, lang } = app;
  const values = {
    layer: datasetName(app, work.dataset),
    type: work.objectClass ? t('whatif.ofClass', { type: work.objectClass }) : '',
    speed: work.speedKmh ? t('whatif.withSpeed', { kmh: number(lang, work.speedKmh) }) : '',
    classes: (work.classes ?? []).join(', ') || t('whatif.allClasses'),
    site: app.data.sites.find((s) => s.id === work.site)?.name ?? work.site,
    fact: work.fact && factName(app, work.fact),
    value: work.fact && factValue(app, work),
    destination: destinationName(app, work.destination),
  };
  return t(`whatifEffect.${work.kind}`, values);
}

function factValue(app, { fact, value }) {
  const unit = app.data.facts.find((f) => f.id === fact)?.unit;
  return typeof value === 'number' ? amount(app.lang, value, unit) : className(app, fact, value);
}

function destinationName(app, id) {
  const to = app.data.region.destinations.find((d) => d.id === id);
  return to ? app.text(to.name) : (id ?? '');
}

function toldText(app, { code, metres, objects }) {
  return app.t(`whatifTold.${code}`, {
    distance: metres === null ? '' : amount(app.lang, metres, 'm'),
    n: number(app.lang, objects),
  });
}
