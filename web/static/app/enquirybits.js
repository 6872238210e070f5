// What the list, the card of an enquiry and the audit trail have in common.
import { h } from './dom.js';
import { date } from './format.js';

export const STATES = ['new', 'inProgress', 'waiting', 'answered', 'closed'];

/** A labelled choice. choices = [value, text] */
export function select(app, id, label, value, onchange, choices) {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h(
      'select',
      { id, onchange: (event) => onchange(event.target.value) },
      choices.map(([choice, text]) => h('option', { value: choice, selected: choice === value }, text)),
    ),
  );
}

/** What it is about: names of sites, or the region. */
export function about(app, item) {
  if (item.sites.length === 0) return app.t('enquiry.region');
  return item.sites.map((id) => app.rows.find((one) => one.id === id)?.name ?? id).join(', ');
}

/** The deadline, and in words and with a sign when it has passed. */
export function dueText(app, item) {
  const { t, lang } = app;
  const text = date(lang, item.dueOn);
  return overdue(item)
    ? h('strong', { class: 'enquiry-overdue' }, `⚠ ${t('enquiry.overdue', { date: text })}`)
    : text;
}

function overdue(item) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date());
  return ['new', 'inProgress', 'waiting'].includes(item.state) && item.dueOn < today;
}

const SIGNS = { new: '●', inProgress: '◐', waiting: '◌', answered: '✓', closed: '×' };

export function stateMark(app, item) {
  return [h('span', { 'aria-hidden': 'true' }, `${SIGNS[item.state]} `), app.t(`enquiryState.${item.state}`)];
}

export function municipalityName(app, number) {
  return app.data.region.municipalities.find((m) => m.number === number)?.name ?? number;
}
