// The tools above the map: real buttons, each with its name, and in one line what the drawn shape is worth right now.
import { h, render } from './dom.js';
import { amount, range } from './format.js';
import { fromGeoJson } from './shape.js';

export function drawTools(editor, container) {
  const { app, draft } = editor;
  if (!draft) return render(container);
  return render(
    container,
    h(
      'div',
      { class: 'edit-tools', role: 'group', 'aria-label': app.t('edit.tools') },
      drawing(editor) ? drawingButtons(editor) : toolButtons(editor),
    ),
    h('p', { class: 'edit-status', id: 'edit-status', role: 'status' }, status(editor)),
    editor.split && splitChoice(editor),
    h('p', { class: 'edit-live' }, live(editor)),
  );
}

const drawing = ({ tool }) => ['draw', 'hole', 'split'].includes(tool);

function button(id, text, onclick, attributes = {}) {
  return h('button', { id, type: 'button', class: 'button button--small', onclick, ...attributes }, text);
}

function drawingButtons(editor) {
  const { app, tool, drawn } = editor;
  const enough = drawn >= (tool === 'split' ? 2 : 3);
  return [
    button('edit-finish', app.t('edit.finish'), editor.finish, { disabled: !enough }),
    button('edit-last', app.t('edit.removeLast'), editor.removeLast, { disabled: drawn < 2 }),
    button('edit-cancel', app.t('edit.cancelTool'), () => editor.setTool('edit')),
  ];
}

function toolButtons(editor) {
  const { app, tool, history } = editor;
  const some = editor.shape().length > 0;
  const pick = (name) =>
    button(`edit-tool-${name}`, app.t(`edit.tool.${name}`), () => editor.setTool(name), {
      'aria-pressed': ['edit', 'drag', 'remove'].includes(name) ? String(tool === name) : null,
      disabled: name !== 'draw' && !some,
    });
  return [
    pick('draw'),
    ['edit', 'drag', 'remove', 'hole', 'split'].map(pick),
    some && mergeTool(editor),
    button('edit-undo', app.t('edit.undo'), editor.undo, { disabled: !history.canUndo }),
    button('edit-redo', app.t('edit.redo'), editor.redo, { disabled: !history.canRedo }),
    snapTool(editor),
  ];
}

/** Shapes of neighbours and of this site's other parts, to merge with. */
function mergeTool(editor) {
  const { app, draft, active } = editor;
  const others = [
    ...draft.parts
      .filter((part) => part.id !== active && draft.shapes[part.id]?.length)
      .map((part) => ({ key: `part:${part.id}`, name: part.name || part.id, shape: draft.shapes[part.id] })),
    ...editor.mergeable().map((feature) => ({
      key: String(feature.id),
      name: feature.properties?.name ?? String(feature.id),
      shape: fromGeoJson(feature.geometry),
    })),
  ].filter((other) => other.shape);
  if (!others.length) return null;
  const go = () => {
    const key = document.getElementById('edit-merge-with').value;
    editor.merge(others.find((other) => other.key === key));
  };
  return h(
    'details',
    { id: 'edit-merge', class: 'edit-menu' },
    h('summary', {}, app.t('edit.tool.merge')),
    h(
      'div',
      { class: 'edit-menu__body' },
      h('label', { for: 'edit-merge-with' }, app.t('edit.mergeWith')),
      h(
        'select',
        { id: 'edit-merge-with' },
        others.map(({ key, name }) => h('option', { value: key }, name)),
      ),
      button('edit-merge-go', app.t('edit.mergeGo'), go),
    ),
  );
}

function snapTool(editor) {
  const { app, snap } = editor;
  const box = (name) =>
    h(
      'label',
      { class: 'check' },
      h('input', {
        id: `edit-snap-${name}`,
        type: 'checkbox',
        checked: snap[name],
        disabled: name !== 'on' && !snap.on,
        onchange: (event) => editor.snapChanged({ [name]: event.target.checked }),
      }),
      app.t(`edit.snap.${name}`),
    );
  return h(
    'details',
    { id: 'edit-snap', class: 'edit-menu' },
    h('summary', {}, app.t('edit.snap')),
    h('div', { class: 'edit-menu__body' }, ['on', 'borders', 'sites', 'layers'].map(box)),
  );
}

function splitChoice(editor) {
  const { app, split } = editor;
  return h(
    'div',
    {
      class: 'edit-split',
      id: 'edit-split',
      tabindex: '-1',
      role: 'group',
      'aria-label': app.t('edit.splitWhat'),
    },
    h('span', {}, app.t('edit.splitWhat')),
    button('edit-split-all', app.t('edit.splitAll'), () => editor.keepSplit('all')),
    split.map((_, i) =>
      button(`edit-split-${i}`, app.t('edit.splitKeep', { n: i + 1 }), () => editor.keepSplit(i)),
    ),
    button('edit-split-none', app.t('edit.cancelTool'), () => editor.setTool('edit')),
  );
}

function status(editor) {
  const { app, tool, message, problem } = editor;
  if (problem?.title) return [problem.title, problem.detail, problem.remedy].filter(Boolean).join(' ');
  return message || app.t(`edit.hint.${tool || 'edit'}`);
}

/** "412 daa · Logistikk: 38–71 poeng, plass 2–4 av 8", or that it is being counted, or what is wrong. */
function live(editor) {
  const { app } = editor;
  const own = editor.activeState();
  const scored = editor.assessments.scored;
  if (own.status === 'none') return app.t('edit.noShape');
  if (own.status === 'failed') return own.problem.title;
  const busy = own.status === 'busy' || scored?.status === 'busy';
  const { value } = own;
  const measured = value && value.areaM2 !== null;
  return [
    value?.faults.length > 0 &&
      h('strong', { class: 'edit-wrong' }, `! ${app.text(value.faults[0].message)}`),
    measured && h('strong', {}, amount(app.lang, value.areaM2 / 1000, 'daa')),
    measured && scoreText(app, scored?.value),
    busy && h('em', {}, ` ${app.t('edit.busy')}`),
  ];
}

function scoreText(app, value) {
  const score = shownScore(app, value?.scores ?? []);
  if (!score) return null;
  const name = app.text(app.data.strategy.purposes.find((p) => p.id === score.purpose)?.name);
  return score.verdict === 'scored'
    ? ` · ${name}: ${range(app.lang, score.low, score.high)} ${app.t('points')}, ${rankText(app, score)}`
    : ` · ${name}: ${app.t('verdict.excluded')}`;
}

/** The score for the chosen purpose; for a kind of site it is not for, the best one. */
export function shownScore(app, scores) {
  const middle = ({ low, high }) => (low ?? -1) + (high ?? -1);
  return (
    scores.find((one) => one.purpose === app.purpose.id) ??
    [...scores].sort((a, b) => middle(b) - middle(a))[0]
  );
}

export function rankText(app, { rankBest, rankWorst, of }, key = 'edit.rank') {
  const rank = rankBest === rankWorst ? String(rankBest) : `${rankBest}–${rankWorst}`;
  return app.t(key, { rank, of });
}
