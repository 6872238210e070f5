// A labelled field whose hint and fault are tied to it, for the forms of the plan page.
import { h } from './dom.js';

/** What the server says is wrong with one field: {detail, remedy}; null when nothing is. */
export function faultOf(problem, field) {
  return problem?.said?.faults?.find((fault) => fault.field === field) ?? null;
}

/** A text field, an area when it has rows. Typing is told without a redraw, so the caret stays where it is. */
export function textField(
  app,
  { id, label, hint = '', value, fault = null, oninput, rows = 0, type = 'text', ...more },
) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h(rows ? 'textarea' : 'input', {
      id,
      type: rows ? null : type,
      rows: rows || null,
      value,
      'aria-describedby': described || null,
      'aria-invalid': fault ? 'true' : null,
      oninput: (event) => oninput(event.target.value),
      ...more,
    }),
    hint && h('p', { id: `${id}-hint`, class: 'muted' }, hint),
    fault && h('p', { id: `${id}-fault`, class: 'plan-fault' }, `⚠ ${fault.detail} ${fault.remedy}`),
  );
}
