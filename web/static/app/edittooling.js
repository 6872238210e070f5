// What the drawing tools do with a finished figure, what may be snapped to, and the server's part: split and merge.
import { EMPTY_SHAPE, addHole, fromGeoJson, toGeoJson } from './shape.js';

/** map() gives the map's editing, or null while there is none. */
export function createTooling(editor, mapPage, map) {
  const { app } = editor;
  let borders = null;

  /** A figure was drawn for a tool: a new part, a hole or a line to cut along. */
  function figure(tool, positions) {
    if (tool === 'draw') return editor.commit([...editor.shape(), [positions]], app.t('edit.drawn'));
    if (tool === 'hole') {
      const holed = addHole(editor.shape(), positions);
      return holed ? editor.commit(holed, app.t('edit.holeCut')) : editor.say(app.t('edit.holeOutside'));
    }
    return cut(positions);
  }

  async function cut(line) {
    const answer = await server('/api/geometry/split', {
      footprint: toGeoJson(editor.shape()),
      line: { type: 'LineString', coordinates: line },
    });
    if (!answer) return;
    editor.split = answer.parts.map(fromGeoJson);
    editor.message = app.t('edit.splitIn', { n: editor.split.length });
    editor.draw();
    document.getElementById('edit-split')?.focus();
  }

  /** What of a cut is kept: all pieces side by side, one of them, or each as a part of its own. */
  function keepSplit(which) {
    const pieces = editor.split;
    editor.split = null;
    if (which === 'all') return editor.commit(pieces.flat(), app.t('edit.splitKept'));
    return editor.commit(pieces[which], app.t('edit.splitOne', { n: which + 1 }));
  }

  async function merge(other) {
    const answer = await server('/api/geometry/merge', {
      footprints: [toGeoJson(editor.shape()), toGeoJson(other.shape)],
    });
    if (answer) editor.commit(fromGeoJson(answer.footprint), app.t('edit.merged', { name: other.name }));
  }

  /** Asks the server about shapes; null when it refused, which is then said. */
  async function server(address, body) {
    editor.problem = null;
    try {
      return await app.api.change('POST', address, body);
    } catch (problem) {
      editor.problem = problem;
      editor.message = '';
      editor.draw();
      return null;
    }
  }

  /** Municipal borders are fetched once; without them there is nothing to snap to there, and drawing goes on. */
  async function loadBorders() {
    try {
      borders = await app.api.get('/collections/kommuner/items?limit=100');
    } catch {
      borders = null;
    }
    snapChanged();
  }

  function snapChanged(changes = {}) {
    Object.assign(editor.snap, changes);
    const { on, borders: toBorders, sites, layers } = editor.snap;
    const found = [
      ...(toBorders ? (borders?.features ?? []) : []),
      ...(sites ? mapPage.siteShapes().filter((f) => String(f.id) !== editor.id) : []),
      ...(layers ? mapPage.layerShapes() : []),
    ];
    const own = editor.draft.parts.map((p) => p.id).filter((key) => key !== editor.active);
    map()?.setSnaps(on, [
      ...found.map((f) => f.geometry),
      ...(sites ? own.map((key) => toGeoJson(editor.draft.shapes[key] ?? EMPTY_SHAPE)).filter(Boolean) : []),
    ]);
    editor.draw();
  }

  const mergeable = () => mapPage.siteShapes().filter((f) => String(f.id) !== editor.id);

  return { figure, keepSplit, merge, mergeable, loadBorders, snapChanged };
}
