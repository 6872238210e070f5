// The editor of one site: a draft, its shapes with their history, and what the map, the tools and the form show of it.
// Loaded when somebody edits; knows no Leaflet.
import { wasAborted } from './api.js';
import { OUTLINE, bodyOf, differences, draftOf, forget, keep, kept, missing, scoredKey } from './draft.js';
import { drawForm } from './editform.js';
import { createAssessor } from './editassess.js';
import { drawTools } from './edittools.js';
import { EMPTY_SHAPE, addHole, bounds, createHistory, fromGeoJson, toGeoJson } from './shape.js';

export const NEW = 'new';

/** places = {form, tools}: the pane of the form, and the place of the tools above the map. */
export function createEditor(app, mapPage, places) {
  const editor = {
    app,
    id: '',
    base: null, // the site as the server had it when it was opened
    draft: null,
    history: null,
    active: OUTLINE, // the key of the shape that is drawn
    tool: 'edit',
    drawn: 0, // vertices of the figure that is being drawn
    snap: { on: true, borders: true, sites: true, layers: false },
    preview: null, // the shape under the mouse, not yet a step
    message: '', // what the last tool did, in words
    problem: null,
    offer: null, // a kept draft from before: {at, draft}
    conflict: null,
    split: null, // the parts of a cut that wait for a choice
    crs: 4326,
    checked: false, // whether missing fields are shown
    saving: false,
    faults: [], // of the server, on saving
    assessments: {},
  };
  let edit = null; // the map's editing
  let opening = 0;
  let borders = null;
  const assess = createAssessor(app.api, (state) => {
    editor.assessments.scored = state;
    draw();
  });
  const assessActive = createAssessor(app.api, (state) => {
    editor.assessments.active = state;
    draw();
  });

  // ---- opening and closing

  async function open(id) {
    const mine = ++opening;
    await close(false);
    Object.assign(editor, {
      id,
      base: null,
      draft: null,
      active: OUTLINE,
      problem: null,
      conflict: null,
      split: null,
      checked: false,
      faults: [],
      message: '',
      preview: null,
      assessments: {},
    });
    try {
      const site = id === NEW ? null : await app.api.get(`/api/sites/${encodeURIComponent(id)}`);
      const map = await mapPage.edit({ change, commit, draw: figure, tool: toolChanged });
      if (mine !== opening) return map.end();
      edit = map;
      editor.base = site;
      editor.offer = kept(sessionStorage, id);
      begin(draftOf(site));
      showAll();
      setTool(shape().length ? 'edit' : 'draw');
      loadBorders();
    } catch (problem) {
      if (wasAborted(problem)) return undefined;
      if (mine === opening)
        editor.problem = problem.title ? problem : { title: String(problem.message ?? problem) };
    }
    draw();
    return undefined;
  }

  function begin(draft) {
    editor.draft = draft;
    editor.history = createHistory(draft.shapes);
    editor.active = draft.scoredPart ?? OUTLINE;
    if (!draft.shapes[editor.active]) editor.active = OUTLINE;
    shapesChanged();
  }

  function close(redraw = true) {
    assess.stop();
    assessActive.stop();
    edit?.end();
    edit = null;
    editor.draft = null;
    editor.id = '';
    if (redraw) draw();
  }

  /** Leaves the editor; what is not saved stays kept in this tab. */
  function leave() {
    const { id, base } = editor;
    opening++;
    close(false);
    app.go({ edit: '', site: base?.id ?? (id === NEW ? '' : id) });
    document.getElementById(base ? 'site-title' : 'list-title')?.focus?.({ preventScroll: true });
  }

  function takeOffer() {
    const { draft } = editor.offer;
    editor.offer = null;
    // A draft of an older version is still one of that version: saving tells of what was changed meanwhile.
    begin(draft);
    showAll();
    setTool(shape().length ? 'edit' : 'draw');
  }

  function dropOffer() {
    editor.offer = null;
    forget(sessionStorage, editor.id);
    draw();
  }

  // ---- shapes

  const shape = () => editor.preview ?? editor.draft?.shapes[editor.active] ?? EMPTY_SHAPE;

  function change(next) {
    editor.preview = next;
    ask();
    draw();
  }

  /** A finished change of the shape that is drawn: one step of the history. */
  function commit(next, message = '') {
    editor.preview = null;
    editor.message = message;
    if (!editor.history.commit({ ...editor.history.present, [editor.active]: next })) return draw();
    return shapesChanged();
  }

  /** Several shapes at once, as one step. */
  function commitShapes(shapes, message = '') {
    editor.preview = null;
    editor.message = message;
    editor.history.commit(shapes);
    shapesChanged();
  }

  function shapesChanged() {
    editor.draft = { ...editor.draft, shapes: { ...noShapes(editor.draft), ...editor.history.present } };
    remember();
    ask();
    edit?.setShape(shape());
    showOthers();
    draw();
  }

  // A part added after the step that is gone back to has no shape there; it is empty, not lost.
  function noShapes(draft) {
    return Object.fromEntries([OUTLINE, ...draft.parts.map((p) => p.id)].map((key) => [key, EMPTY_SHAPE]));
  }

  function showOthers() {
    const { draft, active } = editor;
    const keys = draft.parts.map((part) => part.id);
    if (scoredKey(draft) === OUTLINE || active === OUTLINE) keys.push(OUTLINE);
    edit?.setOthers(
      keys
        .filter((key) => key !== active)
        .map((key) => draft.shapes[key] ?? EMPTY_SHAPE)
        .filter((s) => s.length),
    );
  }

  function undo() {
    editor.history.undo();
    editor.preview = null;
    editor.message = app.t('edit.undone');
    shapesChanged();
  }

  function redo() {
    editor.history.redo();
    editor.preview = null;
    editor.message = app.t('edit.redone');
    shapesChanged();
  }

  /** Which shape is drawn: the outline of the site or one part. */
  function activate(key) {
    editor.active = key;
    editor.preview = null;
    edit?.setTool('');
    edit?.setShape(shape());
    showOthers();
    showAll();
    setTool(shape().length ? 'edit' : 'draw');
    ask();
  }

  function showAll() {
    const box = bounds(shape());
    if (box) edit?.showBox(box);
  }

  // ---- tools

  function setTool(tool) {
    editor.split = null;
    editor.message = '';
    edit?.setTool(tool);
    draw();
  }

  function toolChanged(tool, drawn) {
    Object.assign(editor, { tool, drawn });
    draw();
  }

  /** A figure was drawn for a tool: a new part, a hole or a line to cut along. */
  function figure(tool, positions) {
    if (tool === 'draw') return commit([...shape(), [positions]], app.t('edit.drawn'));
    if (tool === 'hole') {
      const holed = addHole(shape(), positions);
      return holed ? commit(holed, app.t('edit.holeCut')) : say(app.t('edit.holeOutside'));
    }
    return cut(positions);
  }

  async function cut(line) {
    const answer = await server('/api/geometry/split', {
      footprint: toGeoJson(shape()),
      line: { type: 'LineString', coordinates: line },
    });
    if (!answer) return;
    editor.split = answer.parts.map(fromGeoJson);
    editor.message = app.t('edit.splitIn', { n: editor.split.length });
    draw();
    document.getElementById('edit-split')?.focus();
  }

  /** What of a cut is kept: all pieces side by side, one of them, or each as a part of its own. */
  function keepSplit(which) {
    const pieces = editor.split;
    editor.split = null;
    if (which === 'all') return commit(pieces.flat(), app.t('edit.splitKept'));
    return commit(pieces[which], app.t('edit.splitOne', { n: which + 1 }));
  }

  async function merge(other) {
    const answer = await server('/api/geometry/merge', {
      footprints: [toGeoJson(shape()), toGeoJson(other.shape)],
    });
    if (answer) commit(fromGeoJson(answer.footprint), app.t('edit.merged', { name: other.name }));
  }

  /** Asks the server about shapes; null when it refused, which is then said. */
  async function server(address, body) {
    editor.problem = null;
    try {
      return await app.api.change('POST', address, body);
    } catch (problem) {
      editor.problem = problem;
      editor.message = '';
      edit?.setFaults(problem.said?.place ? [{ place: problem.said.place, text: problem.detail }] : []);
      draw();
      return null;
    }
  }

  function say(message) {
    editor.message = message;
    draw();
  }

  // ---- what one can snap to

  async function loadBorders() {
    try {
      borders = await app.api.get('/collections/kommuner/items?limit=100');
    } catch {
      borders = null; // without borders there is nothing to snap to there; drawing goes on
    }
    snapChanged();
  }

  function snapChanged(change_ = {}) {
    Object.assign(editor.snap, change_);
    const { on, borders: toBorders, sites, layers } = editor.snap;
    const found = [
      ...(toBorders ? (borders?.features ?? []) : []),
      ...(sites ? mapPage.siteShapes().filter((f) => String(f.id) !== editor.id) : []),
      ...(layers ? mapPage.layerShapes() : []),
    ];
    const own = editor.draft.parts.map((p) => p.id).filter((key) => key !== editor.active);
    edit?.setSnaps(on, [
      ...found.map((f) => f.geometry),
      ...(sites ? own.map((key) => toGeoJson(editor.draft.shapes[key] ?? EMPTY_SHAPE)).filter(Boolean) : []),
    ]);
    draw();
  }

  // ---- the draft

  function update(changes, redraw = true) {
    editor.draft = { ...editor.draft, ...changes };
    remember();
    ask();
    if (redraw) {
      showOthers();
      draw();
    }
  }

  const changed = () =>
    differences(editor.draft, draftOf(editor.base)).length > 0 || editor.draft.why.trim() !== '';

  // What was opened and not touched is no draft.
  function remember() {
    if (editor.offer && !changed()) return;
    if (changed()) keep(sessionStorage, editor.id, editor.draft);
    else forget(sessionStorage, editor.id);
  }

  function ask() {
    const { draft, active } = editor;
    const about = {
      kind: draft.kind,
      schematic: draft.schematic,
      areaKnown: draft.areaKnown,
      facts: draft.facts.filter((fact) => String(fact.value ?? '') !== ''),
      replaces: editor.base?.id ?? null,
      strategy: app.data.strategy.id,
    };
    const scored = scoredKey(draft);
    const at = (key) => (key === active ? shape() : (draft.shapes[key] ?? EMPTY_SHAPE));
    assess.ask({ ...about, shape: at(scored) });
    if (active === scored) {
      assessActive.ask({ shape: EMPTY_SHAPE });
    } else assessActive.ask({ ...about, facts: [], replaces: null, shape: at(active) });
  }

  /** The assessment of the shape that is drawn. */
  function activeState() {
    const key = editor.active === scoredKey(editor.draft) ? 'scored' : 'active';
    return editor.assessments[key] ?? { status: 'none', value: null };
  }

  function retryAssessment() {
    assess.retry();
    assessActive.retry();
    ask();
  }

  // ---- saving

  async function save() {
    editor.checked = true;
    editor.faults = [];
    editor.problem = null;
    const lacking = missing(editor.draft);
    if (lacking.length || hasFaults()) {
      draw();
      document.getElementById('edit-faults')?.focus();
      return;
    }
    editor.saving = true;
    draw();
    try {
      const saved = await send();
      forget(sessionStorage, editor.id);
      editor.saving = false;
      opening++;
      close(false);
      await app.start();
      mapPage.reloadSites();
      app.announce(app.t('edit.saved', { name: saved.site.name }));
      app.go({ edit: '', site: saved.site.id, run: '' });
      document.getElementById('site-title')?.focus({ preventScroll: true });
    } catch (problem) {
      editor.saving = false;
      await notSaved(problem);
    }
  }

  function send() {
    const { id, draft } = editor;
    const headers = { Prefer: 'wait=20' };
    if (id === NEW) return app.api.change('POST', '/api/sites', bodyOf(draft), { headers });
    return app.api.change('PUT', `/api/sites/${encodeURIComponent(id)}`, bodyOf(draft), {
      headers: { ...headers, 'If-Match': `"${draft.version}"` },
    });
  }

  async function notSaved(problem) {
    if (!problem.title) throw problem;
    if (problem.status === 412 && editor.id !== NEW) await readConflict(problem);
    else if (problem.said?.faults) editor.faults = problem.said.faults;
    else editor.problem = problem;
    draw();
    document.getElementById(editor.conflict ? 'edit-conflict' : 'edit-faults')?.focus();
  }

  /** Somebody else was first: what they made of it, and who and why. */
  async function readConflict(problem) {
    const address = `/api/sites/${encodeURIComponent(editor.id)}`;
    try {
      const [theirs, history] = await Promise.all([
        app.api.get(address),
        app.api.get(`${address}/history?limit=20`),
      ]);
      const since = history.items.filter((item) => item.version > editor.draft.version);
      editor.conflict = { theirs, since, compare: false };
    } catch {
      editor.problem = problem;
    }
  }

  /** Goes on with my draft on top of theirs: the next saving replaces what they made. */
  function keepMine() {
    const { theirs } = editor.conflict;
    editor.base = theirs;
    editor.conflict = null;
    update({ version: theirs.version });
    document.getElementById('edit-save')?.focus();
  }

  /** Reads theirs anew; mine stays kept and is offered again. */
  function takeTheirs() {
    const { theirs } = editor.conflict;
    const mine = { at: new Date().toISOString(), draft: editor.draft };
    editor.conflict = null;
    editor.base = theirs;
    keep(sessionStorage, editor.id, mine.draft);
    editor.offer = mine;
    begin(draftOf(theirs));
    document.getElementById('edit-title')?.focus();
  }

  function hasFaults() {
    return [editor.assessments.scored, activeState()].some((state) => state?.value?.faults?.length > 0);
  }

  // ---- drawing

  function draw() {
    const shown = app.state.edit !== '';
    document.body.classList.toggle('is-editing', shown);
    if (!shown) return;
    const faults = ((editor.draft && activeState().value?.faults) ?? []).filter((fault) => fault.place);
    edit?.setFaults(
      editor.problem?.said?.place
        ? [{ place: editor.problem.said.place, text: editor.problem.detail }]
        : faults.map((fault) => ({ place: fault.place, text: app.text(fault.message) })),
    );
    drawTools(editor, places.tools);
    drawForm(editor, places.form);
  }

  /** Follows the address: opens, closes or redraws. */
  function follow() {
    const wanted = app.state.edit;
    if (wanted === editor.id && (editor.draft || editor.problem)) return draw();
    if (!wanted) {
      opening++;
      close(false);
      return draw();
    }
    if (wanted !== editor.id) {
      editor.id = wanted;
      open(wanted);
    }
    return draw();
  }

  Object.assign(editor, {
    shape,
    commit,
    commitShapes,
    undo,
    redo,
    activate,
    setTool,
    finish: () => edit?.finish(),
    removeLast: () => edit?.removeLast(),
    keepSplit,
    merge,
    snapChanged,
    update,
    changed,
    activeState,
    retryAssessment,
    save,
    leave,
    takeOffer,
    dropOffer,
    keepMine,
    takeTheirs,
    hasFaults,
    say,
    draw,
    again: () => open(editor.id),
    showAll,
    show: (place) =>
      edit?.showBox([place[0] - 0.001, place[1] - 0.0005, place[0] + 0.001, place[1] + 0.0005]),
    mergeable: () => mapPage.siteShapes().filter((f) => String(f.id) !== editor.id),
  });
  return { follow };
}
