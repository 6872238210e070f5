// Planned works from a GeoJSON file into the library: all of them or none.
import { h } from './dom.js';
import { faultText } from './scenarioworks.js';

let said = '';

/** A field for a file; taken() runs when its works are in the library. */
export function worksFile(app, taken) {
  const { t } = app;
  return h(
    'div',
    { class: 'field' },
    h('label', { for: 'works-file' }, t('whatifFile.label')),
    h('input', {
      id: 'works-file',
      type: 'file',
      accept: '.geojson,.json,application/geo+json',
      'aria-describedby': 'works-file-help works-file-said',
      onchange: (event) => take(app, event.target, taken),
    }),
    h('p', { id: 'works-file-help', class: 'muted' }, t('whatifFile.help')),
    h('p', { id: 'works-file-said', role: 'status' }, said),
  );
}

async function take(app, input, taken) {
  const [file] = input.files;
  if (!file) return;
  try {
    const works = JSON.parse(await file.text());
    const { ids } = await app.api.change('POST', '/api/scenarios/works/import', works);
    said = app.t('whatifFile.taken', { n: ids.length, name: file.name });
    taken();
  } catch (problem) {
    if (problem instanceof SyntaxError) said = app.t('whatifFile.notJson', { name: file.name });
    else if (problem.title) said = faultText(problem);
    else throw problem;
  }
  input.value = '';
  app.draw();
}
