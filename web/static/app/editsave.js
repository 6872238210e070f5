// The end of the form: what is missing, why it is changed, saving; and what to do when somebody else was first.
import { h } from './dom.js';
import { differences, draftOf } from './draft.js';
import { smallButton, textField } from './editfields.js';
import { placeButton } from './editscore.js';
import { date } from './format.js';
import { knows } from './i18n.js';

/** A draft that was left unsaved in this tab. */
export function offerPart(editor) {
  const { app, offer } = editor;
  if (!offer) return null;
  const when = new Intl.DateTimeFormat(app.lang === 'nb' ? 'nb-NO' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(offer.at));
  return h(
    'div',
    { class: 'edit-box', role: 'group', 'aria-labelledby': 'edit-offer' },
    h('p', { id: 'edit-offer' }, app.t('edit.offer', { when })),
    h(
      'div',
      { class: 'edit-buttons' },
      smallButton('edit-offer-take', app.t('edit.offerTake'), editor.takeOffer),
      smallButton('edit-offer-drop', app.t('edit.offerDrop'), editor.dropOffer),
    ),
  );
}

export function conflictPart(editor) {
  const { app, conflict } = editor;
  if (!conflict) return null;
  const { theirs, since } = conflict;
  const { t } = app;
  return h(
    'div',
    { class: 'problem', id: 'edit-conflict', tabindex: '-1', role: 'alert' },
    h('p', { class: 'problem__title' }, t('edit.conflict')),
    h(
      'ul',
      {},
      since.map((item) =>
        h(
          'li',
          {},
          t('edit.conflictItem', {
            version: item.version,
            who: item.by ?? '',
            when: date(app.lang, item.at),
            why: item.why || '–',
          }),
        ),
      ),
    ),
    conflict.compare && comparison(editor, theirs),
    h(
      'div',
      { class: 'edit-buttons' },
      !conflict.compare &&
        smallButton('edit-conflict-compare', t('edit.conflictCompare'), () => {
          conflict.compare = true;
          editor.draw();
        }),
      smallButton('edit-conflict-theirs', t('edit.conflictTheirs'), editor.takeTheirs),
      smallButton('edit-conflict-mine', t('edit.conflictMine'), editor.keepMine),
    ),
  );
}

/** What differs: as it was when I began, as they made it, as I have it. */
function comparison(editor, theirs) {
  const { app, base, draft } = editor;
  const { t } = app;
  const [was, their] = [draftOf(base), draftOf(theirs)];
  const keys = new Set([...differences(was, their), ...differences(was, draft)]);
  const column = (one) => (key) => valueText(app, one, key);
  const columns = [was, their, draft].map(column);
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': t('edit.comparison') },
    h(
      'table',
      { class: 'small-table' },
      h('caption', { class: 'visually-hidden' }, t('edit.comparison')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['edit.field', 'edit.was', 'edit.theirs', 'edit.mine'].map((key) =>
            h('th', { scope: 'col' }, t(key)),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        [...keys].map((key) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, t(`edit.field.${key}`)),
            columns.map((text) => h('td', {}, text(key))),
          ),
        ),
      ),
    ),
  );
}

function valueText(app, draft, key) {
  const value = draft[key];
  if (key === 'shape')
    return app.t('edit.shapeIn', {
      n: Object.values(draft.shapes)
        .flat(2)
        .reduce((sum, ring) => sum + ring.length - 1, 0),
    });
  if (key === 'facts') return value.map((fact) => `${fact.fact}: ${fact.value}`).join('; ') || '–';
  if (Array.isArray(value)) return value.map((one) => one.name ?? one.url).join('; ') || '–';
  if (typeof value === 'boolean') return app.t(`value.${value}`);
  return String(value ?? '–');
}

export function savePart(editor) {
  const { app, draft, saving } = editor;
  const { t } = app;
  return h(
    'section',
    { class: 'edit-save' },
    textField(editor, 'why', t('edit.why'), draft.why, (why) => editor.update({ why }, false), {
      hint: t('edit.whyHint'),
      long: true,
    }),
    faultBox(editor),
    h(
      'button',
      {
        id: 'edit-save',
        type: 'button',
        class: 'button button--primary',
        disabled: saving,
        onclick: editor.save,
      },
      t(saving ? 'edit.saving' : 'edit.save'),
    ),
    h('p', { class: 'muted' }, t('edit.kept')),
  );
}

/** Everything that stands in the way, in words; each leads to its field or its place. */
function faultBox(editor) {
  const { app, lacking, faults, problem, assessments } = editor;
  const { t } = app;
  const shape = editor.checked ? (assessments.scored?.value?.faults ?? []) : [];
  const items = [
    ...shape.map((fault, i) => [
      `${app.text(fault.message)} ${app.text(fault.remedy)} `,
      fault.place && placeButton(editor, fault.place, `edit-wrong-${i}`),
    ]),
    ...lacking.map((one) => toField(app, one)),
    ...faults.map((fault, i) => [
      `${fault.message} ${fault.remedy} `,
      fault.place && placeButton(editor, placeOf(fault.place), `edit-server-${i}`),
    ]),
    ...(problem ? [[problem.title, problem.detail, problem.remedy].filter(Boolean).join(' ')] : []),
  ];
  return (
    items.length > 0 &&
    h(
      'div',
      { class: 'problem', id: 'edit-faults', tabindex: '-1', role: 'alert' },
      h('p', { class: 'problem__title' }, t('edit.notSaved')),
      h(
        'ul',
        {},
        items.map((item) => h('li', {}, item)),
      ),
    )
  );
}

const placeOf = (place) => (Array.isArray(place) ? place : [place.longitude, place.latitude]);

function toField(app, { field, key }) {
  const label =
    document.querySelector(`label[for="edit-${field}"]`)?.textContent ??
    (knows(app.lang, `edit.field.${field}`) ? app.t(`edit.field.${field}`) : '');
  return h(
    'button',
    {
      type: 'button',
      class: 'link-button',
      onclick: () => {
        const target = document.getElementById(`edit-${field}`) ?? document.getElementById('edit-tool-draw');
        target?.closest('details:not([open])')?.setAttribute('open', '');
        target?.focus();
      },
    },
    label ? `${label}: ${app.t(key)}` : app.t(key),
  );
}
