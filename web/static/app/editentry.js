// The way into the editor: its buttons, and loading it when it is needed. Only who may edit sites gets there.
import { loginAddress } from './account.js';
import { may, mayHere } from './caller.js';
import { CANDIDATE } from './candidate.js';
import { h, render } from './dom.js';

const NEW = 'new';

export function mayEdit(app) {
  return may(app, 'editSites');
}

/** "Tegn nytt areal" and "Tegn en kandidat" above the list. */
export function drawEditEntry(app, container) {
  const button = (id, edit, text, primary) =>
    h(
      'button',
      {
        id,
        type: 'button',
        class: primary ? 'button button--primary' : 'button',
        onclick: () => app.go({ edit, site: '', pane: 'map' }),
      },
      text,
    );
  render(
    container,
    mayEdit(app) && [
      button('edit-new-button', NEW, app.t('edit.new'), true),
      button('edit-candidate-button', CANDIDATE, app.t('candidate.draw'), false),
    ],
  );
}

/** "Rediger" on the panel of a site; nothing for those who may not. */
export function editButton(app, row) {
  return (
    mayHere(app, 'editSites', row) &&
    h(
      'button',
      {
        id: 'site-edit',
        type: 'button',
        class: 'button button--small',
        onclick: () => app.go({ edit: row.id, pane: 'list' }),
      },
      app.t('edit.edit'),
    )
  );
}

export function createEditing(app, mapPage, places) {
  let editor = null;
  let loading = null;

  function draw() {
    const wanted = app.state.edit !== '';
    for (const place of Object.values(places)) place.hidden = !wanted;
    document.body.classList.toggle('is-editing', wanted && mayEdit(app));
    if (wanted && !mayEdit(app)) return refuse();
    if (editor) return editor.follow();
    if (wanted) load();
    return undefined;
  }

  function load() {
    loading ??= import('./editor.js').then(({ createEditor }) => {
      editor = createEditor(app, mapPage, places);
      editor.follow();
    });
  }

  // A link to the editor that somebody opens without being logged in shows the map, and says what is missing.
  function refuse() {
    places.tools.hidden = true;
    render(
      places.form,
      h('h2', { id: 'edit-title' }, app.t('edit.refused')),
      h('p', {}, h('a', { href: loginAddress(app) }, app.t('login'))),
      h(
        'button',
        { id: 'edit-refused', type: 'button', class: 'button', onclick: () => app.go({ edit: '' }) },
        app.t('edit.close'),
      ),
    );
  }

  return { draw };
}
