// The shape without the map: a table of its vertices in a chosen coordinate system, and shapes pasted as text. Does all
// that the mouse does, for the keyboard and the screen reader.
import { h } from './dom.js';
import { smallButton } from './editfields.js';
import {
  addVertex,
  moveVertex,
  readText,
  removePart,
  removeVertex,
  toWkt,
  vertices,
  withPositions,
} from './shape.js';

const SYSTEMS = [4326, 25832, 25833];
const MOST = 200;

/** Coordinates of the shape in the chosen system, kept until the shape or the system changes. */
function positions(editor, shape) {
  const key = JSON.stringify([editor.crs, shape]);
  if (editor.table?.key === key) return editor.table;
  const all = vertices(shape);
  editor.table = { key, all, at: editor.crs === 4326 ? all.map((v) => v.at) : null, problem: null };
  if (!editor.table.at)
    transform(
      editor,
      editor.table,
      all.map((v) => v.at),
      4326,
      editor.crs,
    );
  return editor.table;
}

async function transform(editor, table, at, from, to) {
  try {
    const answer = await editor.app.api.change('POST', '/api/geometry/transform', {
      positions: at,
      from,
      to,
    });
    table.at = answer.positions;
  } catch (problem) {
    table.problem = problem;
  }
  if (editor.draft) editor.draw();
}

export function verticesPart(editor) {
  const { app } = editor;
  const { t } = app;
  const shape = editor.shape();
  const table = positions(editor, shape);
  return h(
    'details',
    { id: 'edit-vertices', class: 'edit-section' },
    h('summary', {}, t('edit.vertices', { n: table.all.length })),
    h('p', { class: 'muted' }, t('edit.verticesHow')),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'edit-crs' }, t('edit.crs')),
      h(
        'select',
        {
          id: 'edit-crs',
          onchange: (event) => {
            editor.crs = Number(event.target.value);
            editor.draw();
          },
        },
        SYSTEMS.map((epsg) =>
          h('option', { value: epsg, selected: epsg === editor.crs }, t(`edit.crs.${epsg}`)),
        ),
      ),
    ),
    table.problem && h('p', { class: 'field__fault' }, table.problem.title),
    table.at
      ? vertexTable(editor, shape, table)
      : !table.problem && h('p', { class: 'muted' }, t('edit.busy')),
    pastePart(editor, shape),
  );
}

function vertexTable(editor, shape, table) {
  const { app, crs } = editor;
  const { t } = app;
  if (!table.all.length) return h('p', { class: 'muted' }, t('edit.noShape'));
  const axes = crs === 4326 ? ['edit.longitude', 'edit.latitude'] : ['edit.east', 'edit.north'];
  const head = [t('edit.vertex'), ...axes.map((axis) => t(axis)), t('edit.change')];
  const shown = table.all.slice(0, MOST);
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': t('edit.verticesTitle') },
    h(
      'table',
      { class: 'small-table edit-vertices' },
      h('caption', { class: 'visually-hidden' }, t('edit.verticesTitle')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((text) => h('th', { scope: 'col' }, text)),
        ),
      ),
      h(
        'tbody',
        {},
        shown.map((where, i) => vertexRow(editor, shape, where, table.at[i], i, axes)),
      ),
    ),
    table.all.length > MOST &&
      h('p', { class: 'muted' }, t('edit.verticesMore', { n: table.all.length - MOST })),
  );
}

function vertexRow(editor, shape, where, at, i, axes) {
  const { app, crs } = editor;
  const { t } = app;
  const name = vertexName(app, shape, where);
  const digits = crs === 4326 ? 7 : 2;
  const cell = (axis) =>
    h(
      'td',
      {},
      h('input', {
        id: `edit-vertex-${i}-${axis}`,
        type: 'text',
        inputmode: 'decimal',
        value: at[axis].toFixed(digits),
        'aria-label': `${name}, ${t(axes[axis])}`,
        onchange: (event) => setAxis(editor, shape, where, at, axis, event.target.value),
      }),
    );
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, name),
    cell(0),
    cell(1),
    h(
      'td',
      { class: 'edit-vertex-buttons' },
      smallButton(
        `edit-vertex-${i}-add`,
        t('edit.vertexAdd'),
        () => editor.commit(addVertex(shape, where), t('edit.vertexAdded', { name })),
        {
          'aria-label': t('edit.vertexAddAfter', { name }),
        },
      ),
      smallButton(
        `edit-vertex-${i}-remove`,
        t('edit.vertexRemove'),
        () => editor.commit(removeVertex(shape, where), t('edit.vertexRemoved', { name })),
        {
          'aria-label': t('edit.vertexRemoveNamed', { name }),
        },
      ),
    ),
  );
}

/** "2.14", "hull 1.3": the part when there are several, the hole, the number. */
function vertexName(app, shape, { part, ring, index }) {
  const number = index + 1;
  const hole = ring > 0 ? app.t('edit.hole', { n: ring }) : '';
  const piece = shape.length > 1 ? app.t('edit.piece', { n: part + 1 }) : '';
  return [piece, hole, number].filter(Boolean).join(' ');
}

async function setAxis(editor, shape, where, at, axis, text) {
  const { app, crs } = editor;
  const value = Number(text.trim().replace(',', '.'));
  if (!text.trim() || !Number.isFinite(value)) return editor.say(app.t('edit.notNumber', { text }));
  const next = at.map((old, i) => (i === axis ? value : old));
  const degrees = crs === 4326 ? next : await toDegrees(editor, [next], crs).then((all) => all?.[0]);
  return degrees && editor.commit(moveVertex(shape, where, degrees), app.t('edit.vertexMoved'));
}

async function toDegrees(editor, at, from) {
  try {
    const answer = await editor.app.api.change('POST', '/api/geometry/transform', {
      positions: at,
      from,
      to: 4326,
    });
    return answer.positions;
  } catch (problem) {
    editor.say([problem.title, problem.detail, problem.remedy].filter(Boolean).join(' '));
    return null;
  }
}

function pastePart(editor, shape) {
  const { app } = editor;
  const { t } = app;
  const pieces = shape.length > 1 && shape.map((_, i) => removePieceButton(editor, shape, i));
  return [
    pieces,
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'edit-paste' }, t('edit.paste')),
      h('textarea', {
        id: 'edit-paste',
        rows: 4,
        'aria-describedby': 'edit-paste-hint',
        spellcheck: 'false',
      }),
      h(
        'p',
        { class: 'muted field__hint', id: 'edit-paste-hint' },
        t('edit.pasteHint', { crs: t(`edit.crs.${editor.crs}`) }),
      ),
    ),
    h(
      'div',
      { class: 'edit-buttons' },
      smallButton('edit-paste-use', t('edit.pasteUse'), () => paste(editor, false)),
      smallButton('edit-paste-add', t('edit.pasteAdd'), () => paste(editor, true), {
        disabled: !shape.length,
      }),
      smallButton(
        'edit-paste-show',
        t('edit.pasteShow'),
        () => {
          document.getElementById('edit-paste').value = toWkt(shape);
        },
        { disabled: !shape.length },
      ),
    ),
  ];
}

function removePieceButton(editor, shape, i) {
  const { t } = editor.app;
  const remove = () => editor.commit(removePart(shape, i), t('edit.pieceRemoved', { n: i + 1 }));
  return smallButton(`edit-piece-${i}-remove`, t('edit.pieceRemove', { n: i + 1 }), remove);
}

/** The text says its CRS, or is read in the one that is chosen for the table; never guessed. */
async function paste(editor, add) {
  const { app } = editor;
  const read = readText(document.getElementById('edit-paste').value);
  if (read.fault) return editor.say(app.t(read.fault));
  const from = read.epsg ?? editor.crs;
  let pasted = read.shape;
  if (from !== 4326) {
    const at = await toDegrees(
      editor,
      vertices(pasted).map((v) => v.at),
      from,
    );
    if (!at) return undefined;
    pasted = withPositions(pasted, at);
  }
  if (['draw', 'hole', 'split'].includes(editor.tool)) editor.setTool('edit');
  editor.commit(add ? [...editor.shape(), ...pasted] : pasted, app.t('edit.pasted', { crs: `EPSG:${from}` }));
  return editor.showAll();
}
