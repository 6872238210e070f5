// The value of information: which missing survey would most probably change the rank of the site that is selected.
import { withChoices } from './certainty.js';
import { lackText } from './completeness.js';
import { h } from './dom.js';
import { number, percent } from './format.js';
import { problemBox } from './frame.js';

/** @param choice the weights and the seed of the certificate beside it */
export function informationPart(app, { weights, seed }) {
  const { t, purpose, state } = app;
  const ranked = app.data.run.rankings[purpose.id] ?? [];
  const site = ranked.find((entry) => entry.site === state.site);
  const path = `/api/runs/${app.data.run.id}/scores/${purpose.id}/${encodeURIComponent(state.site)}/information`;
  const address = withChoices(path, { weights, seed });
  const answer = site && app.loader.ask(address, () => app.api.get(address));
  return h(
    'section',
    { id: 'sure-information' },
    h('h3', {}, t('sure.information')),
    h('p', { class: 'muted' }, t('sure.informationHow')),
    picker(app, ranked),
    answer?.status === 'loading' && h('p', { class: 'muted', role: 'status' }, t('loading')),
    answer?.status === 'failed' && problemBox(app, answer.problem, app.loader.retry),
    answer?.value && [h('p', {}, h('strong', {}, most(app, answer.value))), items(app, answer.value)],
  );
}

function picker(app, ranked) {
  const names = new Map(app.data.run.sites.map((site) => [site.id, site.name]));
  const chosen = ranked.some(({ site }) => site === app.state.site);
  return h(
    'div',
    { class: 'field field--inline' },
    h('label', { for: 'sure-site' }, app.t('sure.pickLabel')),
    h(
      'select',
      { id: 'sure-site', onchange: ({ target }) => app.go({ site: target.value }) },
      h('option', { value: '', selected: !chosen }, app.t('sure.pick')),
      ranked.map(({ site }) =>
        h('option', { value: site, selected: site === app.state.site }, names.get(site) ?? site),
      ),
    ),
  );
}

function most(app, { excluded, position, of, items: [first] }) {
  const { t, lang } = app;
  if (excluded) return t('sure.informationExcluded');
  if (!first) return t('sure.informationNone');
  if (first.probability === 0) return t('sure.informationZero', { position, of });
  return t('sure.informationMost', {
    what: lackText(app, first),
    percent: percent(lang, first.probability),
    position,
    of,
    places: placesText(lang, first.expectedChange),
  });
}

/** What moves a little never looks like nothing. */
function placesText(lang, places) {
  return places > 0 && places < 0.05 ? `<\u00a0${number(lang, 0.1, 1)}` : number(lang, places, 1);
}

function items(app, information) {
  const { t, lang } = app;
  if (!information.items.length) return null;
  const name = (id) => app.text(app.data.strategy.criteria.find((c) => c.id === id)?.name) || id;
  const rows = information.items.map((item) =>
    h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        lackText(app, item),
        h('div', { class: 'muted' }, t('missing.settles', { criteria: item.criteria.map(name).join('; ') })),
      ),
      h('td', { class: 'number' }, percent(lang, item.probability)),
      h('td', { class: 'number' }, placesText(lang, item.expectedChange)),
      h('td', { class: 'number' }, item.best === item.worst ? item.best : `${item.best}–${item.worst}`),
    ),
  );
  const columns = ['missing.what', 'sure.changes', 'sure.places', 'missing.span'];
  return h(
    'table',
    { class: 'small-table sure-information' },
    h('caption', { class: 'visually-hidden' }, t('sure.information')),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        columns.map((key, i) => h('th', { scope: 'col', class: i ? 'number' : null }, t(key))),
      ),
    ),
    h('tbody', {}, rows),
  );
}
