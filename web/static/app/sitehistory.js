// What a site has been: who changed what, when and why; how it read on any day; and taking an old version up again.
import { h } from './dom.js';
import { mayHere } from './caller.js';
import { amount, date } from './format.js';
import { knows } from './i18n.js';
import { factName, factText } from './words.js';

export function historyPart(app, row, keep) {
  const { t } = app;
  // Asked for when somebody opens it: most readers never do.
  const answer =
    keep.history &&
    app.loader.ask(`history ${row.id} ${row.site.version}`, () =>
      app.api.get(`/api/sites/${encodeURIComponent(row.id)}/history`),
    );
  const items = answer?.value?.items ?? [];
  return h(
    'details',
    {
      id: 'site-history',
      ontoggle: (event) => event.target.open && !keep.history && keep.set({ history: true }),
    },
    h('summary', {}, h('h3', { class: 'in-summary' }, t('history.title'))),
    answer?.status === 'loading' && h('p', { class: 'muted', role: 'status' }, t('loading')),
    answer?.status === 'failed' && h('p', {}, answer.problem.title),
    items.length > 0 && onDay(app, row, items, keep),
    h(
      'ol',
      { class: 'plain history' },
      items.map((item) => entry(app, row, item, keep)),
    ),
    answer?.value?.total > items.length &&
      h('p', { class: 'muted' }, t('history.more', { n: answer.value.total - items.length })),
  );
}

/** How the site read at the end of a day. */
function onDay(app, row, items, keep) {
  const { t } = app;
  const known = keep.day && [...items].find((item) => item.at.slice(0, 10) <= keep.day);
  return h(
    'div',
    { class: 'field' },
    h('label', { for: 'history-day' }, t('history.day')),
    h('input', {
      id: 'history-day',
      type: 'date',
      value: keep.day,
      onchange: (event) => keep.set({ day: event.target.value }),
    }),
    keep.day && !known && h('p', { role: 'status' }, t('history.notThen')),
    known && onThatDay(app, row, keep.day),
  );
}

function onThatDay(app, row, day) {
  const answer = app.loader.ask(`site ${row.id} on ${day}`, () =>
    app.api.get(`/api/sites/${encodeURIComponent(row.id)}?on=${day}`),
  );
  if (answer.status === 'failed') return h('p', { role: 'status' }, answer.problem.title);
  return answer.status === 'ready' && stateBox(app, answer.value);
}

/** A version in short: what it was called, how large it was, and what was stated. */
function stateBox(app, site) {
  const { t, lang } = app;
  const area = site.areaDaa === null ? t('area.unknown') : amount(lang, site.areaDaa, 'daa');
  return h(
    'div',
    { class: 'version', role: 'status' },
    h(
      'p',
      {},
      h('strong', {}, t('history.version', { n: site.version })),
      ` · ${site.name} · ${area} · ${t(`publication.${site.publication}`)}`,
    ),
    h(
      'ul',
      { class: 'plain' },
      site.facts.map((fact) => h('li', {}, `${factName(app, fact.fact)}: ${factText(app, fact)}`)),
      site.parts.map((part) =>
        h(
          'li',
          {},
          `${part.name}: ${[t(`part.${part.kind}`), part.status && t(`plot.${part.status}`)].filter(Boolean).join(', ')}`,
        ),
      ),
    ),
  );
}

function entry(app, row, item, keep) {
  const { t, lang } = app;
  const who = item.by ?? t(`role.${item.byRole}`);
  const id = `version-${item.version}`;
  const open = keep.version === item.version;
  const answer =
    open &&
    app.loader.ask(`version ${row.id} ${item.version}`, () =>
      app.api.get(`/api/sites/${encodeURIComponent(row.id)}/versions/${item.version}`),
    );
  return h(
    'li',
    {},
    h(
      'p',
      {},
      h('strong', {}, t('history.version', { n: item.version })),
      ` · ${date(lang, item.at)} · ${who}`,
    ),
    h('p', {}, item.why || h('span', { class: 'muted' }, t('history.noReason'))),
    item.changed.length > 0 &&
      h(
        'ul',
        { class: 'muted' },
        item.changed.map((change) => h('li', {}, changeText(app, change))),
      ),
    h(
      'div',
      { class: 'site-actions' },
      h(
        'button',
        {
          id,
          type: 'button',
          class: 'button button--small',
          'aria-expanded': String(open),
          onclick: () => keep.set({ version: open ? null : item.version }),
        },
        t(open ? 'history.hide' : 'history.show', { n: item.version }),
      ),
      mayHere(app, 'editSites', row) &&
        item.version !== row.site.version &&
        h(
          'button',
          {
            id: `revert-${item.version}`,
            type: 'button',
            class: 'button button--small',
            'aria-expanded': String(keep.form === 'revert' && keep.to === item.version),
            onclick: () => keep.open('revert', { to: item.version }),
          },
          t('history.revert', { n: item.version }),
        ),
    ),
    keep.form === 'revert' && keep.to === item.version && keep.revertForm(),
    answer?.status === 'ready' && stateBox(app, answer.value),
  );
}

/** "Oppgitt kraft: 10 MW → 15 MW" */
export function changeText(app, { what, of, part, before, after }) {
  const { t, lang } = app;
  const name = what === 'fact' ? factName(app, of) : t(`change.${what}`);
  const value = (v) => {
    if (v === null || v === '') return t('change.nothing');
    if (what === 'fact') return v.map((fact) => factText(app, fact)).join(', ');
    if (what === 'footprint') return amount(lang, v, 'daa');
    if (what === 'accuracyM') return amount(lang, v, 'm');
    if (what === 'part')
      return [v.name, t(`part.${v.kind}`), v.status && t(`plot.${v.status}`)].filter(Boolean).join(', ');
    const word = what === 'kind' ? `kind.${v}` : what === 'publication' ? `publication.${v}` : `value.${v}`;
    return knows(lang, word) ? t(word) : String(v);
  };
  return `${part ? `${part}: ` : ''}${name}: ${value(before)} → ${value(after)}`;
}
