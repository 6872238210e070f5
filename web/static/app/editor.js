// The editor of one site: a draft, its shapes with their history, and what the map, the tools and the form show of it.
// Loaded when somebody edits; knows no Leaflet.
import { wasAborted } from './api.js';
import { CANDIDATE } from './candidate.js';
import { OUTLINE, differences, draftOf, forget, keep, kept, scoredFacts, scoredKey } from './draft.js';
import { drawForm } from './editform.js';
import { createAssessor } from './editassess.js';
import { createSaving } from './editsaving.js';
import { createTooling } from './edittooling.js';
import { drawTools } from './edittools.js';
import { EMPTY_SHAPE, bounds, createHistory } from './shape.js';

export const NEW = 'new';

const isNew = (id) => id === NEW || id === CANDIDATE;

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
  const assess = createAssessor(app.api, (state) => {
    editor.assessments.scored = state;
    draw();
  });
  const assessActive = createAssessor(app.api, (state) => {
    editor.assessments.active = state;
    draw();
  });

  const tooling = createTooling(editor, mapPage, () => edit);

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
      const site = isNew(id) ? null : await app.api.get(`/api/sites/${encodeURIComponent(id)}`);
      const map = await mapPage.edit({ change, commit, draw: tooling.figure, tool: toolChanged });
      if (mine !== opening) return map.end();
      edit = map;
      editor.base = site;
      editor.offer = kept(sessionStorage, id);
      begin(draftOf(site));
      showAll();
      setTool(shape().length ? 'edit' : 'draw');
      tooling.loadBorders();
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
    app.go({ edit: '', site: base?.id ?? (isNew(id) ? '' : id) });
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

  function say(message) {
    editor.message = message;
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
      facts: scoredFacts(draft),
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

  function hasFaults() {
    return [editor.assessments.scored, activeState()].some((state) => state?.value?.faults?.length > 0);
  }

  // ---- drawing

  function draw() {
    const shown = app.state.edit !== '';
    document.body.classList.toggle('is-editing', shown);
    if (!shown) return;
    const faults = ((editor.draft && activeState().value?.faults) ?? []).filter((fault) => fault.place);
    const said = editor.problem?.said?.faults?.filter((fault) => fault.place) ?? [];
    edit?.setFaults([
      ...said.map((fault) => ({ place: fault.place, text: fault.message })),
      ...faults.map((fault) => ({ place: fault.place, text: app.text(fault.message) })),
    ]);
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

  Object.assign(editor, tooling, createSaving(editor, mapPage), {
    begin,
    shape,
    commit,
    undo,
    redo,
    activate,
    setTool,
    finish: () => edit?.finish(),
    removeLast: () => edit?.removeLast(),
    update,
    activeState,
    retryAssessment,
    leave,
    takeOffer,
    dropOffer,
    hasFaults,
    say,
    draw,
    again: () => open(editor.id),
    showAll,
    show: ([x, y]) => edit?.showBox([x - 0.001, y - 0.0005, x + 0.001, y + 0.0005]),
  });
  return { follow };
}
