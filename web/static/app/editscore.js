// What the draft is worth for every purpose, with faults in words and the explanation of the chosen purpose.
import { rangeBar } from './bars.js';
import { h } from './dom.js';
import { amount, percent, range } from './format.js';
import { problemBox } from './frame.js';
import { rankText, shownScore } from './edittools.js';
import { scoreLine, sortLines } from './lines.js';

export function scorePart(editor) {
  const { app, assessments } = editor;
  const { t } = app;
  const state = assessments.scored ?? { status: 'none' };
  const { value } = state;
  return h(
    'section',
    { id: 'edit-score', 'aria-busy': String(state.status === 'busy') },
    h('h3', {}, t('edit.score')),
    state.status === 'none' && h('p', { class: 'muted' }, t('edit.noShape')),
    state.status === 'failed' && problemBox(app, state.problem, editor.retryAssessment),
    state.status === 'busy' && h('p', { class: 'muted' }, t('edit.busy')),
    value && faultList(editor, value.faults),
    value &&
      value.areaM2 !== null && [
        h(
          'p',
          {},
          h('strong', { id: 'edit-area' }, amount(app.lang, value.areaM2 / 1000, 'daa')),
          ` (${amount(app.lang, value.areaM2, 'm2')}) · `,
          municipalities(app, value.municipalities),
        ),
        table(app, value.scores),
        explanation(app, shownScore(app, value.scores)),
      ],
  );
}

function faultList(editor, faults) {
  const { app } = editor;
  if (!faults.length) return null;
  return h(
    'ul',
    { class: 'edit-faults' },
    faults.map((fault, i) =>
      h(
        'li',
        {},
        h('strong', {}, app.text(fault.message)),
        ` ${app.text(fault.remedy)} `,
        fault.place && placeButton(editor, fault.place, `edit-fault-${i}`),
      ),
    ),
  );
}

/** "11,98123, 60,20456 – vis på kartet" */
export function placeButton(editor, place, id) {
  const { app } = editor;
  const text = place.map((v) => v.toFixed(5)).join(', ');
  return h(
    'button',
    {
      id,
      type: 'button',
      class: 'link-button',
      onclick: () => (app.go({ pane: 'map' }, { replace: true }), editor.show(place)),
    },
    app.t('edit.showPlace', { place: text }),
  );
}

function municipalities(app, shares) {
  const names = new Map(app.data.region.municipalities.map((m) => [m.number, m.name]));
  const entries = Object.entries(shares);
  const inside = entries.reduce((sum, [, share]) => sum + share, 0);
  return [
    ...entries.map(([number, share]) => `${names.get(number) ?? number} ${percent(app.lang, share)}`),
    inside < 0.9999 && app.t('edit.outsideMunicipalities', { percent: percent(app.lang, 1 - inside) }),
  ]
    .filter(Boolean)
    .join(', ');
}

function table(app, scores) {
  const { t, lang, data } = app;
  const row = (score) => {
    const purpose = data.strategy.purposes.find((p) => p.id === score.purpose);
    const scored = score.verdict === 'scored';
    return h(
      'tr',
      { class: score.purpose === app.purpose.id ? 'is-current' : null },
      h('th', { scope: 'row' }, app.text(purpose?.name) || score.purpose),
      h('td', { class: 'bar-cell' }, scored && rangeBar(score.low, score.high)),
      h('td', { class: 'number' }, scored ? range(lang, score.low, score.high) : t('verdict.excluded')),
      h('td', { class: 'number' }, scored ? rankText(app, score, 'edit.rankOf') : '–'),
    );
  };
  return h(
    'table',
    { class: 'small-table', id: 'edit-scores' },
    h('caption', { class: 'visually-hidden' }, t('edit.score')),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        [t('purpose.label'), t('column.bar'), t('column.points'), t('column.place')].map((text) =>
          h('th', { scope: 'col' }, text),
        ),
      ),
    ),
    h('tbody', {}, scores.map(row)),
  );
}

function explanation(app, score) {
  if (!score) return null;
  const { name } = app.data.strategy.purposes.find((p) => p.id === score.purpose);
  const heaviest = Math.max(...score.lines.map((line) => line.weight));
  return h(
    'details',
    { id: 'edit-lines' },
    h('summary', {}, app.t('edit.lines', { purpose: app.text(name) })),
    h(
      'ol',
      { class: 'lines' },
      sortLines(score.lines).map((line) => scoreLine(app, line, heaviest)),
    ),
  );
}
