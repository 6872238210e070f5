// The areas and plots of a site: a table on its panel, and what the map needs to draw them.
import { h } from './dom.js';
import { amount } from './format.js';
import { originText } from './lines.js';
import { factName, factText } from './words.js';

const STATES = ['free', 'option', 'sold'];

/** "regulert areal «Felt BN1»" of {kind, name} */
export function partText(app, part) {
  return app.t('part.named', { kind: app.t(`part.${part.kind}`), name: part.name });
}

export function partsPart(app, row) {
  const { t } = app;
  const { parts = [], scoredPart } = row.site;
  if (!parts.length) return null;
  const plots = parts.filter((part) => part.kind === 'plot');
  const counts = STATES.map((state) => [state, plots.filter((plot) => plot.status === state).length]);
  return h(
    'section',
    { class: 'parts' },
    h('h3', {}, t('parts.title')),
    plots.length > 0 &&
      h(
        'p',
        {},
        t('parts.plots', { n: plots.length }),
        counts
          .filter(([, n]) => n)
          .map(([state, n]) => `${n} ${t(`plot.${state}`)}`)
          .join(', '),
      ),
    h(
      'ul',
      { class: 'plain' },
      parts.map((part) => partLine(app, part, part.id === scoredPart)),
    ),
  );
}

function partLine(app, part, scored) {
  const { t, lang } = app;
  return h(
    'li',
    { class: 'part' },
    h('strong', {}, part.name),
    ` · ${[t(`part.${part.kind}`), part.status && t(`plot.${part.status}`), amount(lang, part.areaDaa, 'daa')]
      .filter(Boolean)
      .join(' · ')}`,
    scored && [' ', h('span', { class: 'badge' }, t('parts.scored'))],
    part.facts.map((fact) =>
      h(
        'div',
        {},
        `${factName(app, fact.fact)}: ${factText(app, fact)} `,
        h('span', { class: 'muted' }, originText(app, fact)),
      ),
    ),
  );
}

/** What the map draws for the selected site: [{kind, status, label, footprint}]; [] until it is known. */
export function partsOnMap(app) {
  const row = app.rows.find((r) => r.id === app.state.site);
  if (!row?.site.parts?.length) return [];
  const answer = app.loader.ask(`parts ${row.id} ${row.site.version}`, () =>
    app.api.get(`/api/sites/${encodeURIComponent(row.id)}`),
  );
  return (answer.value?.parts ?? []).map(({ kind, status, name, footprint }) => ({
    kind,
    status,
    footprint,
    label: status ? `${name}: ${app.t(`plot.${status}`)}` : `${name}: ${app.t(`part.${kind}`)}`,
  }));
}
