// Fields of the editor's form. They change the draft as one types, and say what is missing beside the field.
import { h } from './dom.js';

/** What is missing in a field, when it has been asked for. */
function faultOf(editor, field) {
  const lacking = editor.lacking?.find((one) => one.field === field);
  return lacking ? editor.app.t(lacking.key) : '';
}

function wrap(editor, field, label, control, hint) {
  const fault = faultOf(editor, field);
  const id = `edit-${field}`;
  if (fault) control.setAttribute('aria-invalid', 'true');
  const said = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  if (said) control.setAttribute('aria-describedby', said);
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    control,
    hint && h('p', { class: 'muted field__hint', id: `${id}-hint` }, hint),
    fault && h('p', { class: 'field__fault', id: `${id}-fault` }, fault),
  );
}

/** A line of text; set is called while typing, done when the field is left. */
export function textField(
  editor,
  field,
  label,
  value,
  set,
  { hint, type = 'text', long = false, ...more } = {},
) {
  const attributes = {
    id: `edit-${field}`,
    value: value ?? '',
    oninput: (event) => set(event.target.value),
    ...more,
  };
  const control = long ? h('textarea', { rows: 3, ...attributes }) : h('input', { type, ...attributes });
  return wrap(editor, field, label, control, hint);
}

/** options = [[value, text]] */
export function choiceField(editor, field, label, value, options, set, hint) {
  const control = h(
    'select',
    { id: `edit-${field}`, onchange: (event) => set(event.target.value) },
    options.map(([key, text]) => h('option', { value: key, selected: key === value }, text)),
  );
  return wrap(editor, field, label, control, hint);
}

export function checkField(editor, field, label, value, set) {
  return h(
    'label',
    { class: 'check' },
    h('input', {
      id: `edit-${field}`,
      type: 'checkbox',
      checked: value,
      onchange: (event) => set(event.target.checked),
    }),
    label,
  );
}

export function smallButton(id, text, onclick, attributes = {}) {
  return h('button', { id, type: 'button', class: 'button button--small', onclick, ...attributes }, text);
}
