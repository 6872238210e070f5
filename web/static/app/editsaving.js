// Saving a draft; and when somebody else was first, telling what they made of it without losing anything.
import { bodyOf, draftOf, forget, keep, missing } from './draft.js';

export function createSaving(editor, mapPage) {
  const { app } = editor;

  async function save() {
    editor.checked = true;
    editor.faults = [];
    editor.problem = null;
    const lacking = missing(editor.draft);
    if (lacking.length || editor.hasFaults()) {
      editor.draw();
      document.getElementById('edit-faults')?.focus();
      return;
    }
    editor.saving = true;
    editor.draw();
    try {
      const saved = await send();
      forget(sessionStorage, editor.id);
      editor.saving = false;
      mapPage.reloadSites();
      app.go({ edit: '', site: saved.site.id, run: '' });
      await app.start();
      app.announce(app.t('edit.saved', { name: saved.site.name }));
      document.getElementById('site-title')?.focus({ preventScroll: true });
    } catch (problem) {
      editor.saving = false;
      await notSaved(problem);
    }
  }

  function send() {
    const { id, draft } = editor;
    const headers = { Prefer: 'wait=20' };
    if (draft.version === null) return app.api.change('POST', '/api/sites', bodyOf(draft), { headers });
    return app.api.change('PUT', `/api/sites/${encodeURIComponent(id)}`, bodyOf(draft), {
      headers: { ...headers, 'If-Match': `"${draft.version}"` },
    });
  }

  async function notSaved(problem) {
    if (!problem.title) throw problem;
    if (problem.status === 412 && editor.base) await readConflict(problem);
    else if (problem.said?.faults) editor.faults = problem.said.faults;
    else editor.problem = problem;
    editor.draw();
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
    editor.update({ version: theirs.version });
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
    editor.begin(draftOf(theirs));
    document.getElementById('edit-title')?.focus();
  }

  return { save, keepMine, takeTheirs };
}
