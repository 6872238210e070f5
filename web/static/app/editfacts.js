// Facts of a site or a part: each with value, unit, who states it, when, on what basis, and where it can be read.
import { BASES } from './draft.js';
import { choiceField, smallButton, textField } from './editfields.js';
import { h } from './dom.js';

/**
 * The list of facts with fields to change them. prefix is the start of the fields' names; set takes the new list and
 * whether the form has to be drawn anew.
 */
export function factList(editor, prefix, facts, set) {
  const { app } = editor;
  const change = (i, changes, redraw) =>
    set(
      facts.map((f, k) => (k === i ? Object.assign(f, changes) : f)),
      redraw,
    );
  return h(
    'div',
    { class: 'edit-list' },
    facts.map((fact, i) =>
      factFields(editor, `${prefix}-${i}`, fact, {
        change: (changes, redraw = false) => change(i, changes, redraw),
        remove: () =>
          set(
            facts.filter((_, k) => k !== i),
            true,
          ),
      }),
    ),
    smallButton(`edit-${prefix}-add`, app.t('edit.fact.add'), () => {
      set([...facts, newFact(app)], true);
      document.getElementById(`edit-${prefix}-${facts.length}-fact`)?.focus();
    }),
  );
}

function newFact(app) {
  const first = app.data.facts[0];
  return {
    fact: first.id,
    value: '',
    unit: first.unit,
    statedBy: '',
    on: '',
    basis: 'stated',
    source: '',
    url: '',
  };
}

function factFields(editor, prefix, fact, { change, remove }) {
  const { app } = editor;
  const { t, data } = app;
  const described = data.facts.find((one) => one.id === fact.fact);
  const names = data.facts.map((one) => [one.id, app.text(one.name)]);
  if (!described) names.push([fact.fact, fact.fact]);
  const name = described ? app.text(described.name) : fact.fact;
  const choose = (id) => {
    const next = data.facts.find((one) => one.id === id);
    change({ fact: id, value: next?.type === 'boolean' ? true : '', unit: next?.unit ?? '' }, true);
  };
  return h(
    'fieldset',
    { class: 'edit-item' },
    h('legend', { class: 'visually-hidden' }, name),
    choiceField(editor, `${prefix}-fact`, t('edit.fact.what'), fact.fact, names, choose),
    valueField(editor, prefix, fact, described, change),
    h(
      'div',
      { class: 'edit-columns' },
      textField(
        editor,
        `${prefix}-statedBy`,
        t('edit.fact.statedBy'),
        fact.statedBy,
        (statedBy) => change({ statedBy }),
        {
          hint: t('edit.fact.statedByHint'),
        },
      ),
      textField(editor, `${prefix}-on`, t('edit.fact.on'), fact.on, (on) => change({ on: on.trim() }), {
        hint: t('edit.fact.onHint'),
      }),
      choiceField(
        editor,
        `${prefix}-basis`,
        t('edit.fact.basis'),
        fact.basis,
        BASES.map((basis) => [basis, t(`edit.basis.${basis}`)]),
        (basis) => change({ basis }),
      ),
      textField(editor, `${prefix}-source`, t('edit.fact.source'), fact.source, (source) =>
        change({ source }),
      ),
    ),
    textField(editor, `${prefix}-url`, t('edit.fact.url'), fact.url, (url) => change({ url: url.trim() })),
    smallButton(`edit-${prefix}-remove`, t('edit.fact.remove', { name }), remove),
  );
}

/** A number with its unit, a class of the catalogue, yes or no, or a text. */
function valueField(editor, prefix, fact, described, change) {
  const { app } = editor;
  const { t } = app;
  const field = `${prefix}-value`;
  const label = t('edit.fact.value');
  if (described?.type === 'class') {
    const options = [['', t('edit.choose')], ...described.values.map((v) => [v.value, app.text(v.name)])];
    return choiceField(editor, field, label, fact.value, options, (value) => change({ value }));
  }
  if (described?.type === 'boolean') {
    const options = ['true', 'false'].map((value) => [value, t(`value.${value}`)]);
    return choiceField(editor, field, label, String(fact.value), options, (value) =>
      change({ value: value === 'true' }),
    );
  }
  if (described?.type === 'number') {
    const unit = described.unit && described.unit !== 'count' ? ` (${described.unit})` : '';
    const set = (text) => {
      const value = Number(text.replace(',', '.'));
      change({ value: text.trim() === '' || Number.isNaN(value) ? '' : value, unit: described.unit });
    };
    return textField(editor, field, label + unit, fact.value === '' ? '' : String(fact.value), set, {
      inputmode: 'decimal',
    });
  }
  const hint = fact.fact === 'contact' ? t('edit.fact.contactHint') : null;
  return textField(editor, field, label, fact.value, (value) => change({ value }), { hint });
}
