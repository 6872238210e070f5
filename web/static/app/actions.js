// What the user can do from more than one place, and the scores that are read when a page needs them.
import { MAX_COMPARED } from './state.js';

export function createActions(app) {
  /** Selects a site ("" = none). From the keyboard or the map alike. */
  function select(id) {
    const row = app.rows.find((r) => r.id === id);
    app.go({ site: id, ...(app.state.tab === 'map' ? {} : { tab: 'map' }) });
    if (row) app.announce(app.t('site.opened', { name: row.name }));
    document
      .getElementById(id ? 'site-title' : `site-${app.lastSelected}`)
      ?.focus({ preventScroll: app.wide() });
    if (id) app.lastSelected = id;
  }

  function toggleCompare(id) {
    const { compare } = app.state;
    if (compare.includes(id)) return app.go({ compare: compare.filter((other) => other !== id) });
    if (compare.length >= MAX_COMPARED) {
      app.go({}, { replace: true }); // takes the browser's own tick away again
      return app.announce(app.t('compare.full', { max: MAX_COMPARED }));
    }
    return app.go({ compare: [...compare, id] });
  }

  function filter(change) {
    app.go({ filters: { ...app.state.filters, ...change } }, { replace: true });
    app.announce(app.t('list.count', { shown: app.shown.length, all: app.rows.length }));
  }

  /** One site's score with its explanation, under the weights in effect: {status, value, problem}. */
  function score(purpose, site) {
    const { id } = app.data.run;
    const answer = app.loader.ask(`score ${id} ${purpose} ${site}`, () =>
      app.api.get(`/api/runs/${id}/scores/${purpose}/${encodeURIComponent(site)}`),
    );
    return answer.status === 'ready' ? { ...answer, value: app.reweigh(answer.value) } : answer;
  }

  /** All scores for a purpose. */
  function scores(purpose) {
    const { id } = app.data.run;
    return app.loader.ask(`scores ${id} ${purpose}`, () =>
      app.api.all(`/api/runs/${id}/scores?purpose=${purpose}`),
    );
  }

  return { select, toggleCompare, filter, score, scores };
}
