// The ranked list for one purpose. Sites that cannot be told apart stand together; excluded ones last, with the reason.
import { missingWord } from './completeness.js';
import { confidenceWord } from './confidence.js';
import { h, render } from './dom.js';
import { amount, percent, range } from './format.js';
import { isOutdated } from './freshness.js';
import { isWide, siteClass } from './legend.js';
import { ownBadge } from './ownweights.js';
import { groupRows } from './rows.js';
import { scenarioBadge } from './scenariobanner.js';
import { MAX_COMPARED } from './state.js';
import { stackBar, stackKey } from './stack.js';
import { siteSymbol } from './symbols.js';

const STEP = 200; // what is drawn at once stays bounded, however many sites there are
let most = STEP;
let mostOf = '';

export function drawList(app, container) {
  const { t, shown, rows } = app;
  if (mostOf !== app.purpose.id) [most, mostOf] = [STEP, app.purpose.id];
  const groups = groupRows(shown.slice(0, most));
  render(
    container,
    h(
      'div',
      { class: 'list-head' },
      h('h2', { id: 'list-title' }, t('list.title', { purpose: app.text(app.purpose.name) })),
      ownBadge(app),
      h('p', { class: 'muted' }, t('list.count', { shown: shown.length, all: rows.length })),
    ),
    shown.length === 0 && h('p', { class: 'empty' }, t('list.empty')),
    shown.some(({ verdict }) => verdict === 'scored') && stackKey(app),
    groups.map((group) => section(app, group)),
    shown.length > most && showMore(app, container),
    app.state.compare.length > 0 && tray(app),
  );
}

function showMore(app, container) {
  const { t, shown } = app;
  const onclick = () => {
    most += STEP;
    drawList(app, container);
  };
  return h(
    'p',
    { class: 'show-more' },
    `${t('list.shownFirst', { n: most })} `,
    h(
      'button',
      { id: 'list-more', type: 'button', class: 'button button--small', onclick },
      t('list.showMore', { n: Math.min(STEP, shown.length - most) }),
    ),
  );
}

function section(app, group) {
  const { from, to } = group.span ?? {};
  const tied = group.verdict === 'scored' && to > from;
  const heading = tied
    ? app.t('list.band', { from, to })
    : group.verdict === 'scored'
      ? null
      : app.t(`list.${group.verdict}`);
  return h(
    'section',
    { class: `band ${tied ? 'band--tied' : ''}` },
    heading && h('h3', {}, heading),
    h(
      'ol',
      { class: 'sites' },
      group.rows.map((row) => item(app, row)),
    ),
  );
}

function item(app, row) {
  const { t, lang, state } = app;
  return h(
    'li',
    {
      class: 'site-row',
      'data-id': row.id,
      onmouseenter: () => app.hover(row.id),
      onmouseleave: () => app.hover(null),
    },
    h(
      'div',
      { class: 'site-row__main' },
      siteSymbol(siteClass(row), { kind: row.kind, wide: isWide(row) }),
      h(
        'button',
        {
          id: `site-${row.id}`,
          type: 'button',
          class: 'site-row__name',
          'aria-pressed': String(state.site === row.id),
          onclick: () => app.select(row.id),
          onfocus: () => app.hover(row.id),
          onblur: () => app.hover(null),
        },
        row.name,
      ),
      h('span', { class: 'site-row__place' }, placeText(app, row)),
    ),
    row.verdict === 'scored' &&
      h(
        'div',
        { class: 'site-row__score' },
        stackBar(app, row),
        h('span', { class: 'points' }, `${range(lang, row.low, row.high)} ${t('points')}`),
        scenarioBadge(app),
      ),
    row.verdict === 'excluded' &&
      h('p', { class: 'site-row__reason' }, t('list.because', { why: row.excludedBy.join(', ') })),
    h('p', { class: 'site-row__facts' }, factsText(app, row)),
    h('div', { class: 'site-row__foot' }, marks(app, row), compareBox(app, row)),
  );
}

/** "2–4" possible positions or "1"; null when the site has none. */
export function positionText(row) {
  if (row.verdict !== 'scored') return null;
  const [best, worst] = [row.rankBest ?? row.position, row.rankWorst ?? row.position];
  return best === worst ? String(best) : `${best}–${worst}`;
}

/** "plass 2–4", or what stands in place of a position. */
export function placeText(app, row) {
  const place = positionText(row);
  return place ? app.t('list.place', { place }) : app.t(`verdict.${row.verdict}`);
}

export function sharesText(app, row) {
  if (!row.shares.length) return app.t('shares.none');
  return row.shares
    .map((s) => (s.share > 0.995 ? s.name : `${s.name} ${percent(app.lang, s.share)}`))
    .join(', ');
}

function factsText(app, row) {
  const area = row.areaDaa === null ? app.t('area.unknown') : amount(app.lang, row.areaDaa, 'daa');
  return [sharesText(app, row), app.t(`kind.${row.kind}`), area].join(' · ');
}

/** Flags, what was not checked, how much is known, and that the outline is schematic: always words, never only a colour. */
export function marks(app, row) {
  const { t, lang } = app;
  const missing = missingWord(app, row);
  const known = confidenceWord(app, row);
  return h(
    'ul',
    { class: 'marks' },
    row.confidence !== null && h('li', {}, t('confidence.short', { percent: percent(lang, row.confidence) })),
    missing && h('li', {}, missing),
    known && h('li', { class: 'mark--sureness' }, known),
    row.flags > 0 &&
      h('li', { class: 'mark--flag' }, t(row.flags === 1 ? 'flags.one' : 'flags.many', { n: row.flags })),
    row.notChecked > 0 && h('li', {}, t('notChecked.count', { n: row.notChecked })),
    isOutdated(row.site) && h('li', { class: 'mark--outdated' }, '⚠ ', t('fresh.outdated')),
    publicationMark(app, row.site),
    row.schematic && h('li', { class: 'mark--schematic', title: t('schematic.title') }, t('schematic')),
  );
}

const PUBLICATION_SIGN = { draft: '✎', internal: '◐', withdrawn: '✕' };

/** A sign and a word on what not everybody sees; nothing on what is published. */
function publicationMark(app, site) {
  const sign = PUBLICATION_SIGN[site.publication];
  return (
    sign &&
    h(
      'li',
      { class: 'mark--publication' },
      h('span', { 'aria-hidden': 'true' }, sign, ' '),
      app.t(`publication.${site.publication}`),
    )
  );
}

function compareBox(app, row) {
  const id = `compare-${row.id}`;
  return h(
    'label',
    { class: 'check check--compare', for: id },
    h('input', {
      id,
      type: 'checkbox',
      checked: app.state.compare.includes(row.id),
      'aria-label': app.t('compare.add', { name: row.name }),
      onchange: () => app.toggleCompare(row.id),
    }),
    h('span', { 'aria-hidden': 'true' }, app.t('compare.short')),
  );
}

function tray(app) {
  const n = app.state.compare.length;
  return h(
    'div',
    { class: 'tray' },
    h(
      'button',
      {
        id: 'tray-open',
        type: 'button',
        class: 'button button--primary',
        disabled: n < 2,
        onclick: () => app.go({ tab: 'compare' }),
      },
      app.t(n < 2 ? 'compare.more' : 'compare.open', { n }),
    ),
    h(
      'button',
      { id: 'tray-clear', type: 'button', class: 'button', onclick: () => app.go({ compare: [] }) },
      app.t('compare.clear'),
    ),
    fullText(app),
  );
}

/** Says that no more sites can be compared, before and after somebody tries. */
export function fullText(app) {
  const full = app.state.compare.length >= MAX_COMPARED;
  return full && h('p', { class: 'muted full' }, app.t('compare.full', { max: MAX_COMPARED }));
}

/** Shows selection and hover without drawing the list again. */
export function markList(container, selected, hovered) {
  for (const row of container.querySelectorAll('.site-row')) {
    row.classList.toggle('is-selected', row.dataset.id === selected);
    row.classList.toggle('is-hovered', row.dataset.id === hovered);
  }
}
