// What is not known of a site for the purpose, and which missing fact or dataset would move it most in the ranking.
import { h } from './dom.js';
import { number } from './format.js';
import { follow } from './frame.js';
import { write } from './state.js';
import { datasetName, factName } from './words.js';

/** "mangler 4 av 17": the short word of list and table; null until it is known, or when nothing is missing. */
export function missingWord(app, row) {
  const count = missingCount(app, row);
  return count?.missing > 0 ? app.t('missing.short', count) : null;
}

/** {missing, of} under the purpose chosen; null for a site it does not rank. */
export function missingCount(app, row) {
  const { id } = app.data.run;
  const address = `/api/runs/${id}/completeness?purpose=${app.purpose.id}`;
  const answer = app.loader.ask(`missing ${id} ${app.purpose.id}`, () => app.api.get(address));
  return answer.value?.items.find((item) => item.site === row.id) ?? null;
}

/** The part of the site's panel. */
export function completenessPart(app, row) {
  const { id } = app.data.run;
  const address = `/api/sites/${encodeURIComponent(row.id)}/completeness?run=${id}`;
  const answer = app.loader.ask(`completeness ${id} ${row.id}`, () => app.api.get(address));
  const own = answer.value?.purposes.find((one) => one.purpose === app.purpose.id);
  if (!own) return null;
  const [most] = own.gains;
  return h(
    'section',
    { class: 'completeness' },
    h('h3', {}, app.t('missing.title')),
    h(
      'p',
      {},
      h('strong', {}, sumText(app, own)),
      most &&
        own.place && [' ', app.t('missing.most', { what: lackText(app, most), place: spanText(app, most) })],
    ),
    most && !own.place && h('p', { class: 'muted' }, app.t('missing.excluded')),
    own.gains.length > 0 && gainsTable(app, own),
    most && own.place && surveyLink(app),
  );
}

/** To the page that says how probable it is that each of them changes the rank. */
function surveyLink(app) {
  const onclick = (event) => {
    app.lookFor = 'sure-information';
    follow(event, app, { tab: 'certificate' });
  };
  const href = `/${write({ ...app.state, tab: 'certificate' })}`;
  return h('p', {}, h('a', { id: 'site-survey', href, onclick }, app.t('sure.link')));
}

function sumText(app, { missing, of }) {
  const purpose = app.text(app.purpose.name).toLocaleLowerCase(app.lang);
  return app.t(missing ? 'missing.sum' : 'missing.none', { missing, of, purpose });
}

/** "oppgitt kraft", or "kartdata: myr, elver" */
export function lackText(app, { kind, ids }) {
  if (kind === 'dataset') {
    return app.t('missing.data', { names: ids.map((id) => datasetName(app, id)).join(', ') });
  }
  return ids.map((id) => (id === 'area' ? app.t('missing.area') : lower(app, factName(app, id)))).join(', ');
}

// Only the first letter: what follows may be a name or an abbreviation.
function lower(app, text) {
  return /^.[A-ZÆØÅ]/.test(text) ? text : text.charAt(0).toLocaleLowerCase(app.lang) + text.slice(1);
}

/** "plass 2–9": from its best to its worst, all other sites as they stand. */
export function spanText(app, { best, worst }) {
  if (!best || !worst) return '';
  const [from, to] = [best.position, worst.position];
  return from === to ? app.t('missing.placeSame', { from }) : app.t('missing.place', { from, to });
}

function gainsTable(app, own) {
  const { t, lang } = app;
  const name = (id) => app.text(app.data.strategy.criteria.find((c) => c.id === id)?.name) || id;
  const rows = own.gains.map((gain) =>
    h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        lackText(app, gain),
        h('div', { class: 'muted' }, t('missing.settles', { criteria: gain.criteria.map(name).join('; ') })),
      ),
      h('td', { class: 'number' }, own.place ? spanText(app, gain) : t('verdict.excluded')),
      h('td', { class: 'number' }, number(lang, gain.points, gain.points < 10 ? 1 : 0)),
    ),
  );
  return h(
    'details',
    { id: 'missing-all' },
    h('summary', {}, t('missing.all', { n: own.gains.length })),
    h('p', { class: 'muted' }, t('missing.how')),
    h(
      'table',
      { class: 'small-table' },
      h('caption', { class: 'visually-hidden' }, t('missing.title')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['missing.what', 'missing.span', 'missing.points'].map((key) => h('th', { scope: 'col' }, t(key))),
        ),
      ),
      h('tbody', {}, rows),
    ),
  );
}
