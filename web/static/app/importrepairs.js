// Repairs that are offered: each object before and after, and what it does to the area. Nothing is repaired unticked.
import { isBusy } from './deliveries.js';
import { h, s } from './dom.js';
import { amount, number } from './format.js';
import { issuesOf } from './importissues.js';
import { changeText, counted, repairChange } from './importwords.js';
import { boxOf, pathOf } from './outline.js';

const [WIDTH, HEIGHT] = [150, 120];
const STEP = 30;

export function repairsPart(page, entry, seen) {
  const { app, deliveries, redraw } = page;
  const { t } = app;
  const repairs = seen.repairs ?? [];
  if (!repairs.length) return null;
  const ticked = new Set(entry.draft.repairs ?? []);
  const choose = (ids) => {
    deliveries.choose(entry, { repairs: ids });
    redraw();
  };
  const safe = repairs.filter((repair) => repairChange(repair).safe).map((repair) => repair.objectId);
  const issues = new Map(
    (issuesOf(app, entry).value ?? []).filter((i) => i.code === 'INVALID').map((i) => [i.objectId, i]),
  );
  entry.repairsShown ??= STEP;
  const hidden = repairs.length - entry.repairsShown;
  return h(
    'section',
    { class: 'card', id: 'repairs' },
    h('h4', {}, t('import.repairs')),
    h('p', {}, t('import.repairsHint')),
    h(
      'div',
      { class: 'repairs__all' },
      h(
        'button',
        {
          id: 'repairs-safe',
          type: 'button',
          class: 'button button--small',
          disabled: isBusy(entry) || safe.every((id) => ticked.has(id)),
          onclick: () => choose([...new Set([...ticked, ...safe])]),
        },
        t('import.repairsSafe', { n: number(app.lang, safe.length) }),
      ),
      h('span', { class: 'muted' }, t('import.repairsRule')),
    ),
    h(
      'ul',
      { class: 'plain repairs' },
      repairs
        .slice(0, entry.repairsShown)
        .map((repair) => card(app, repair, issues.get(repair.objectId), ticked, isBusy(entry), choose)),
    ),
    hidden > 0 &&
      h(
        'button',
        {
          id: 'repairs-more',
          type: 'button',
          class: 'button button--small',
          onclick: () => {
            entry.repairsShown += STEP;
            redraw();
          },
        },
        t('import.more', { n: number(app.lang, hidden) }),
      ),
    h('p', { role: 'status' }, counted(app, 'ticked', ticked.size)),
  );
}

function card(app, repair, issue, ticked, disabled, choose) {
  const { t } = app;
  const id = `repair-${repair.objectId.replace(/[^\w-]/g, '_')}`;
  const checked = ticked.has(repair.objectId);
  const toggle = () =>
    choose(checked ? [...ticked].filter((one) => one !== repair.objectId) : [...ticked, repair.objectId]);
  return h(
    'li',
    { class: `repair${checked ? ' is-current' : ''}` },
    repair.possible
      ? h(
          'label',
          { class: 'check', for: id },
          h('input', { id, type: 'checkbox', checked, disabled, onchange: toggle }),
          h('strong', {}, t('import.repairOne', { object: repair.objectId })),
        )
      : h('strong', {}, t('import.repairNot', { object: repair.objectId })),
    h('p', {}, reasonText(app, repair, issue)),
    repair.possible && beforeAfter(app, repair.before, repair.after),
    repair.possible && h('p', {}, areaLine(app, repair)),
  );
}

function areaLine(app, repair) {
  const change = repairChange(repair);
  if (change.differenceM2 === null) return app.t('import.areaUnknown');
  return app.t('import.areaChange', {
    before: amount(app.lang, repair.areaBeforeM2, 'm2'),
    after: amount(app.lang, repair.areaAfterM2, 'm2'),
    change: changeText(app, change),
  });
}

// The issue says in our words what the geometry library says in its own.
function reasonText(app, { reason, why }, issue) {
  return [app.text(issue?.message) || reason, app.text(why)].filter(Boolean).join(' ');
}

/** Two outlines side by side in the same scale, each with its caption. */
export function beforeAfter(app, before, after) {
  const box = boxOf([before, after].filter(Boolean));
  if (!box) return null;
  const figure = (key, geometry) =>
    h(
      'figure',
      {},
      drawing(app, geometry, box, key),
      h('figcaption', { class: 'muted' }, app.t(`importShown.${key}`)),
    );
  return h('div', { class: 'before-after' }, figure('before', before), figure('after', after));
}

function drawing(app, geometry, box, key) {
  return s(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      class: `outline outline--${key}`,
      role: 'img',
      'aria-label': app.t(`importShown.${key}`),
    },
    geometry && s('path', { d: pathOf(geometry, box, WIDTH, HEIGHT), 'fill-rule': 'evenodd' }),
  );
}
