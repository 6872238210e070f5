// A delivery of sites as a change set: what each site is now, what it would become, and a tick per site.
import { isBusy } from './deliveries.js';
import { h } from './dom.js';
import { category, date, number } from './format.js';
import { beforeAfter } from './importrepairs.js';
import { counted } from './importwords.js';
import { factName } from './words.js';

const KINDS = ['NEW', 'CHANGED', 'SAME'];

export function changesPart(page, entry, seen) {
  const { app, deliveries, redraw } = page;
  const { t } = app;
  const { changes } = seen;
  if (!changes) return null;
  const given = changes.filter((c) => c.chosen).map((c) => c.site);
  const ticked = new Set(entry.draft.sites ?? given);
  const choose = (sites) => {
    deliveries.choose(entry, { sites });
    redraw();
  };
  const counts = KINDS.map((kind) => [kind, changes.filter((c) => c.kind === kind).length]);
  return h(
    'section',
    { class: 'card', id: 'changes' },
    h('h4', {}, t('import.changes')),
    h(
      'p',
      {},
      counts
        .filter(([, n]) => n > 0)
        .map(([kind, n]) => counted(app, kind, n))
        .join(', '),
      '. ',
      t('import.changesHint'),
    ),
    h(
      'ul',
      { class: 'plain changes' },
      changes
        .filter((change) => change.kind !== 'SAME')
        .map((change) => card(app, change, ticked, isBusy(entry), choose)),
    ),
  );
}

function card(app, change, ticked, disabled, choose) {
  const { t } = app;
  const id = `change-${change.site}`;
  const checked = ticked.has(change.site);
  const toggle = () =>
    choose(checked ? [...ticked].filter((one) => one !== change.site) : [...ticked, change.site]);
  return h(
    'li',
    { class: `change${checked ? ' is-current' : ''}` },
    h(
      'label',
      { class: 'check', for: id },
      h('input', { id, type: 'checkbox', checked, disabled, onchange: toggle }),
      h('strong', {}, change.name || change.site),
      h('span', { class: 'badge' }, t(`importKind.${change.kind}`)),
    ),
    change.conflict && h('p', { class: 'caveat' }, conflictText(app, change.conflict)),
    differences(app, change),
  );
}

// Somebody changed the site after it was exported, so taking the file would undo that.
function conflictText(app, { exported, inUse, changedAt }) {
  return app.t('import.conflict', { exported, inUse, date: date(app.lang, changedAt) });
}

function differences(app, { differences: list = [], name, site }) {
  const { t } = app;
  if (!list.length) return null;
  const outlines = list.filter((d) => isGeometry(d.before) || isGeometry(d.after));
  const values = list.filter((d) => !outlines.includes(d));
  return [
    values.length > 0 &&
      h(
        'div',
        {
          class: 'table-scroll',
          tabindex: '0',
          role: 'region',
          'aria-label': t('import.differences', { name: name || site }),
        },
        h(
          'table',
          { class: 'big-table' },
          h('caption', { class: 'visually-hidden' }, t('import.differences', { name: name || site })),
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              ['what', 'before', 'after'].map((c) => h('th', { scope: 'col' }, t(`importDifference.${c}`))),
            ),
          ),
          h(
            'tbody',
            {},
            values.map((d) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, whatText(app, d.what)),
                h('td', {}, valueText(app, d.before)),
                h('td', {}, valueText(app, d.after)),
              ),
            ),
          ),
        ),
      ),
    outlines.map((d) => beforeAfter(app, asGeometry(d.before), asGeometry(d.after))),
  ];
}

const isGeometry = (value) => Boolean(value && typeof value === 'object' && value.type && value.coordinates);
const asGeometry = (value) => (isGeometry(value) ? value : null);

function whatText(app, what) {
  return typeof what === 'string' ? factName(app, what) : app.text(what);
}

function valueText(app, value) {
  if (value === null || value === undefined || value === '') return app.t('notStated');
  if (typeof value === 'number') return number(app.lang, value, 2);
  if (typeof value !== 'object') return category(app.lang, value);
  return app.text(value) || JSON.stringify(value);
}
