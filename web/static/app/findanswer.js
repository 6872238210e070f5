// The answer to a requirement list: sites, and neighbours together, with what is met, missing and unknown, in words.
import { h } from './dom.js';
import { distance } from './format.js';
import { MAX_COMPARED } from './state.js';
import { bestSites, unknowns } from './findwish.js';
import { needText, originText, sumText, wantedText } from './findwords.js';

const MARK = { met: '✓', gap: '✗', unknown: '?' };

export function answerPart(app, kinds, answer, neighbours) {
  const { t } = app;
  const shown = answer.sites.length;
  return [
    h('p', {}, t('find.shown', { shown, all: answer.looked }), ' ', t('find.order')),
    answer.run.scenario &&
      h('p', { class: 'notice' }, t('find.scenario', { name: app.text(answer.run.scenario.name) })),
    table(app, kinds, answer.wanted, answer.sites, t('find.sites')),
    compareButton(app, answer),
    h(
      'section',
      { id: 'find-together' },
      h('h3', {}, t('find.together')),
      answer.combinations.length > 0
        ? table(app, kinds, answer.wanted, answer.combinations, t('find.together'))
        : h('p', {}, t('find.noTogether', { distance: distance(app.lang, answer.neighboursWithinM) })),
      answer.cut && h('p', { class: 'caveat' }, t('find.cut')),
      h('p', { class: 'muted' }, h('strong', {}, `${t('find.proposal')} `), app.text(neighbours.why)),
    ),
    unknownPart(app, kinds, answer),
  ];
}

function kindOf(kinds, id) {
  return kinds.find((kind) => kind.id === id);
}

// The roles are written out: on narrow screens the rows are laid out as cards, and would lose them.
function table(app, kinds, wanted, matches, title) {
  const { t } = app;
  const heads = wanted.map(({ id, value }) => {
    const kind = kindOf(kinds, id);
    return h(
      'th',
      { role: 'columnheader', scope: 'col' },
      app.text(kind.name),
      h('div', { class: 'muted' }, wantedText(app, kind, value)),
    );
  });
  return h(
    'div',
    { class: 'table-scroll find-scroll', tabindex: '0', role: 'region', 'aria-label': title },
    h(
      'table',
      { role: 'table', class: 'big-table find-table' },
      h('caption', { class: 'visually-hidden' }, title),
      h(
        'thead',
        { role: 'rowgroup' },
        h('tr', { role: 'row' }, h('th', { role: 'columnheader', scope: 'col' }, t('find.place')), heads),
      ),
      h(
        'tbody',
        { role: 'rowgroup' },
        matches.map((match) => matchRow(app, kinds, match)),
      ),
    ),
  );
}

function matchRow(app, kinds, match) {
  const { t } = app;
  const together = match.sites.length > 1;
  return h(
    'tr',
    { role: 'row' },
    h(
      'th',
      { role: 'rowheader', scope: 'row' },
      h(
        'ul',
        { class: 'plain find-names' },
        match.sites.map((site) => h('li', {}, siteButton(app, site, match))),
      ),
      together && h('p', { class: 'muted' }, t('find.apart', { distance: distance(app.lang, match.apartM) })),
      match.sites.some((site) => site.schematic) && h('p', { class: 'muted' }, t('find.schematic')),
      h('p', { class: 'find-sum' }, sumText(app, match)),
    ),
    match.needs.map((need) => needCell(app, kindOf(kinds, need.id), need)),
  );
}

// A saved answer may name a site that is no longer there: its name stays, but nothing can be shown.
function siteButton(app, site, match) {
  if (!app.rows.some((row) => row.id === site.id)) return h('strong', {}, site.name);
  const key = match.sites.map((one) => one.id).join('+');
  return h(
    'button',
    {
      id: `find-map-${key}-${site.id}`,
      type: 'button',
      class: 'link-button',
      onclick: () => app.select(site.id),
    },
    site.name,
    h('span', { class: 'find-onmap' }, ` (${app.t('find.onMap')})`),
  );
}

function needCell(app, kind, need) {
  const { word, detail } = needText(app, kind, need);
  const origin = originText(app, need);
  return h(
    'td',
    { role: 'cell', class: `need need--${need.outcome}` },
    h('span', { class: 'need__name', 'aria-hidden': 'true' }, app.text(kind.name)),
    h('span', { class: 'need__mark', 'aria-hidden': 'true' }, MARK[need.outcome]),
    h(
      'div',
      {},
      h('strong', { class: 'need__word' }, word),
      detail && h('div', {}, detail),
      origin && h('div', { class: 'muted' }, app.t('find.origin', { origin })),
    ),
  );
}

function compareButton(app, answer) {
  const known = bestSites(answer, 1000).filter((id) => app.rows.some((row) => row.id === id));
  const compare = known.slice(0, MAX_COMPARED);
  if (compare.length < 2) return null;
  return h(
    'p',
    { class: 'find-actions' },
    h(
      'button',
      {
        id: 'find-compare',
        type: 'button',
        class: 'button',
        onclick: () => app.go({ tab: 'compare', compare }),
      },
      app.t('find.compare', { n: compare.length }),
    ),
  );
}

/** What would settle what nobody knows, once per requirement. */
function unknownPart(app, kinds, answer) {
  const open = unknowns(answer);
  if (!open.length) return null;
  return h(
    'section',
    { id: 'find-unknown' },
    h('h3', {}, app.t('find.settles')),
    h(
      'ul',
      { class: 'find-settles' },
      open.map(({ id, count }) => {
        const kind = kindOf(kinds, id);
        return h(
          'li',
          {},
          h('strong', {}, app.t('find.unknownAt', { name: app.text(kind.name), n: count })),
          ' ',
          app.text(kind.settledBy),
        );
      }),
    ),
  );
}
