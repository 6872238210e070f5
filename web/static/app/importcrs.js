// The coordinate system: what was found and how, and where nobody can tell, the candidates on a map and in words.
import { isBusy } from './deliveries.js';
import { h } from './dom.js';
import { boxText, candidateText, crsName, likeliest } from './importwords.js';

export function crsPart(page, entry, seen) {
  const { crs } = seen;
  const { t } = page.app;
  if (!crs || !(crs.candidates ?? []).length) return null;
  const asked = (seen.questions ?? []).includes('CRS');
  if (asked)
    return h(
      'section',
      { class: 'card is-asked' },
      h('h4', {}, t('import.crsTitle')),
      h('p', {}, t(crs.stated ? 'import.crsDoubt' : 'import.crsAsk', { stated: crs.stated })),
      choice(page, entry, seen, true),
    );
  return h(
    'details',
    { id: `crs-${entry.key}`, class: 'card' },
    h('summary', {}, t('import.crsChange', { crs: crsName(page.app, crs.used ?? '', crs.candidates) })),
    choice(page, entry, seen, false),
  );
}

function choice(page, entry, seen, asked) {
  const { app, deliveries, redraw } = page;
  const { candidates } = seen.crs;
  const marked = entry.draft.crs || (asked ? '' : seen.crs.used) || '';
  const looked = marked || likeliest(candidates) || candidates[0].crs;
  const choose = (candidate) => {
    deliveries.choose(entry, { crs: candidate.crs });
    redraw();
    app.announce(`${codeOf(candidate)}: ${candidateText(app, candidate)}`);
  };
  const draw = (list) =>
    list.map((candidate) => option(app, candidate, candidate.crs === marked, () => choose(candidate)));
  const fits = candidates.filter((c) => c.inRegion > 0 || c.crs === marked);
  const others = candidates.filter((c) => !fits.includes(c));
  return h(
    'div',
    { class: 'crs-choice' },
    h(
      'fieldset',
      { disabled: isBusy(entry) },
      h('legend', {}, app.t('import.crsLegend')),
      draw(fits),
      others.length > 0 &&
        h(
          'details',
          { id: `crs-others-${entry.key}`, open: fits.length === 0 },
          h('summary', {}, app.t('import.crsOthers', { n: others.length })),
          draw(others),
        ),
      h('p', { class: 'muted' }, app.t('import.crsHint')),
    ),
    preview(page, entry, candidates.find((c) => c.crs === looked) ?? candidates[0]),
  );
}

// The door marks north before east with an ending; the name says it in words.
const codeOf = ({ crs }) => crs.replace(/ NE$/, '');

function option(app, candidate, checked, onchange) {
  const id = `crs-${candidate.crs.replace(/\W/g, '-')}`;
  return h(
    'div',
    { class: `crs-option${checked ? ' is-current' : ''}` },
    h('input', { id, type: 'radio', name: 'crs', value: candidate.crs, checked, onchange }),
    h(
      'label',
      { for: id },
      h('strong', {}, codeOf(candidate)),
      ` ${app.text(candidate.name)}`,
      h('span', { class: 'crs-option__count' }, candidateText(app, candidate)),
      candidate.bbox && h('span', { class: 'muted' }, boxText(app, candidate.bbox)),
    ),
  );
}

function preview(page, entry, candidate) {
  const { app, previews } = page;
  const { t, data } = app;
  const label = t('import.crsMap', { crs: crsName(app, candidate.crs, [candidate]) });
  const shown = previews.get('crs', label);
  const key = `${entry.id} ${entry.round} ${candidate.crs}`;
  const answer = objectsOf(app, entry, candidate.crs);
  if (answer.status === 'ready')
    shown.update('objects', key, (map) => {
      map.setObjects(answer.value);
      map.fit(around(data.region.view, candidate.bbox));
    });
  return h(
    'figure',
    { class: 'preview' },
    shown.element,
    h(
      'figcaption',
      { class: 'muted' },
      answer.status === 'failed'
        ? `${answer.problem.title} ${answer.problem.detail}`
        : `${label} ${candidateText(app, candidate)}`,
    ),
  );
}

/** The objects as they would lie when read in a coordinate system. */
export function objectsOf(app, entry, crs) {
  return app.loader.ask(`objects ${entry.id} ${entry.round} ${crs}`, () =>
    app.api.get(`/api/deliveries/${entry.id}/objects?crs=${encodeURIComponent(crs)}`),
  );
}

// Both the region and the objects, so that one sees how far off they are.
function around(region, bbox) {
  if (!bbox) return region;
  return [
    Math.min(region[0], bbox[0]),
    Math.min(region[1], bbox[1]),
    Math.max(region[2], bbox[2]),
    Math.max(region[3], bbox[3]),
  ];
}
