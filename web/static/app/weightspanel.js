// The panel of own weights: a slider and a number per criterion, and what a weight means in the criterion's own unit.
// It is built once per purpose and then changed in place: a slider that is drawn anew is lost to the hand that drags it.
import { h, render } from './dom.js';
import { ownBadge } from './ownweights.js';
import { createSavedWeights } from './savedweights.js';
import { slopeGraph } from './slopegraph.js';
import { change } from './weights.js';
import { meaningText } from './swing.js';

const LONG = 50; // most weights are small; a larger one makes all sliders longer

export function createWeightsPanel(app) {
  const saved = createSavedWeights(app);
  const badge = h('span');
  const savedPlace = h('div', { class: 'weights__saved' });
  const moved = h('div');
  const movedPart = h('details', { id: 'weights-moved', ontoggle: drawMoved });
  const panel = h('details', { id: 'weights-panel', class: 'weights' });
  let built = '';
  let rows = [];
  // The weights when a criterion was taken hold of, kept while nothing else changes them: dragged back is back.
  let held = {};

  /** Shows the panel in a place of the page; the element is moved there, never made anew. */
  function draw(place) {
    if (panel.parentElement !== place) place.replaceChildren(panel);
    const key = `${app.data.run.id} ${app.purpose.id} ${app.lang}`;
    if (key !== built) build();
    built = key;
    const weights = shown();
    const longest = Math.max(...Object.values(weights)) > LONG ? 100 : LONG;
    rows.forEach((row) => update(row, weights[row.id], longest));
    render(badge, ownBadge(app));
    saved.draw(savedPlace);
    drawMoved();
  }

  const shown = () => app.state.weights ?? app.purpose.weights;

  function build() {
    const { t, purpose } = app;
    const ids = Object.keys(purpose.weights).sort((a, b) => purpose.weights[b] - purpose.weights[a]);
    rows = ids.map(createRow);
    movedPart.replaceChildren(h('summary', {}, t('weights.moved')), moved);
    panel.replaceChildren(
      h('summary', {}, t('weights.title'), ' ', badge),
      h(
        'div',
        { class: 'weights__body' },
        h('p', { class: 'muted' }, t('weights.intro')),
        h(
          'ol',
          { class: 'weights__list' },
          rows.map(({ element }) => element),
        ),
        movedPart,
        savedPlace,
      ),
    );
  }

  function createRow(id) {
    const criterion = app.data.strategy.criteria.find((c) => c.id === id);
    const name = app.text(criterion.name);
    const meaning = h('p', { id: `weight-meaning-${id}`, class: 'muted' });
    const input = (type, attributes) =>
      h('input', { type, min: 0, step: 1, 'aria-describedby': meaning.id, oninput: hold(id), ...attributes });
    const slider = input('range', { id: `weight-${id}`, max: LONG });
    const field = input('number', {
      id: `weight-points-${id}`,
      max: 100,
      'aria-label': app.t('weights.points', { name }),
      onblur: () => (field.value = shown()[id]),
    });
    const element = h('li', {}, h('label', { for: slider.id }, name), field, slider, meaning);
    return { id, criterion, slider, field, meaning, element };
  }

  function update({ id, criterion, slider, field, meaning }, points, longest) {
    const { t, purpose } = app;
    const active = document.activeElement;
    if (active !== slider) slider.max = longest;
    slider.value = points;
    slider.setAttribute('aria-valuetext', t('weights.value', { points }));
    if (active !== field) field.value = points;
    const was = purpose.weights[id];
    const compared = points === was ? '' : ` (${t('weights.was', { points: was })})`;
    meaning.textContent = meaningText(app, criterion, points) + compared;
  }

  const hold = (criterion) => (event) => {
    const points = Number(event.target.value);
    if (event.target.value === '' || !Number.isFinite(points)) return;
    if (held.criterion !== criterion || held.last !== app.state.weights) held = { criterion, start: shown() };
    app.weigh(change(held.start, criterion, points));
    held.last = app.state.weights;
  };

  // Drawn only while it can be seen: it is rebuilt with every step of a slider.
  function drawMoved() {
    movedPart.hidden = app.weighed.status !== 'own';
    if (movedPart.hidden || !movedPart.open) return;
    const adopted = app.data.run.rankings[app.purpose.id] ?? [];
    const to = new Map(
      app.weighed.ranking.map(({ site, verdict, position }) => [
        site,
        verdict === 'scored' ? position : null,
      ]),
    );
    const name = new Map(app.data.sites.map((site) => [site.id, site.name]));
    const items = adopted
      .filter(({ verdict }) => verdict === 'scored')
      .map(({ site, position }) => ({
        id: site,
        name: name.get(site) ?? site,
        from: position,
        to: to.get(site),
      }));
    const names = { left: app.t('weights.strategys'), right: app.t('weights.title') };
    const note = h('p', { class: 'muted' }, app.t('weights.movedNote'));
    render(moved, note, slopeGraph(app, { ...names, items, id: 'weights-slope' }));
  }

  return { draw };
}
