// The panel of own weights: a slider and a number per criterion, and what a weight means in the criterion's own unit.
// It is built once per purpose and then changed in place: a slider that is drawn anew is lost to the hand that drags it.
import { h, render } from './dom.js';
import { amount, number } from './format.js';
import { ownBadge } from './ownweights.js';
import { createSavedWeights } from './savedweights.js';
import { slopeGraph } from './slopegraph.js';
import { change, same, swing } from './weights.js';
import { className } from './words.js';

const SLIDER_MAX = 50; // most weights are small; a larger one makes the slider longer

export function createWeightsPanel(app) {
  const saved = createSavedWeights(app);
  const root = h('div', { class: 'weights-place' });
  let built = '';
  let rows = [];
  // The weights when a criterion was taken hold of; kept while it is the same one, so that back is back.
  let held = { criterion: '', start: null, last: null };

  /** Shows the panel in a place of the page; the element moves there without being drawn anew. */
  function draw(place) {
    if (root.parentElement !== place) place.replaceChildren(root);
    const key = `${app.data.run.id} ${app.purpose.id} ${app.lang}`;
    if (key !== built) build();
    built = key;
    rows.forEach(update);
    drawBadge();
    drawResult();
    saved.draw(document.getElementById('weights-saved'));
  }

  function build() {
    const { t } = app;
    held = { criterion: '', start: null, last: null };
    const { weights } = app.purpose;
    const ids = Object.keys(weights).sort((a, b) => weights[b] - weights[a]);
    rows = ids.map(createRow);
    render(
      root,
      h(
        'details',
        { id: 'weights-panel', class: 'weights' },
        h('summary', {}, t('weights.title'), h('span', { id: 'weights-badge' })),
        h('p', { class: 'muted' }, t('weights.intro')),
        h('div', { id: 'weights-result' }),
        h(
          'ol',
          { class: 'weights__list' },
          rows.map(({ element }) => element),
        ),
        h('div', { id: 'weights-saved' }),
        h(
          'details',
          { id: 'weights-moved', ontoggle: drawResult },
          h('summary', {}, t('weights.moved')),
          h('div', { id: 'weights-slope' }),
        ),
      ),
    );
  }

  function createRow(id) {
    const criterion = app.data.strategy.criteria.find((c) => c.id === id);
    const name = app.text(criterion.name);
    const oninput = (event) => {
      const points = Number(event.target.value);
      if (event.target.value !== '' && Number.isFinite(points)) set(id, points);
    };
    const slider = h('input', {
      id: `weight-${id}`,
      type: 'range',
      min: 0,
      max: SLIDER_MAX,
      step: 1,
      oninput,
    });
    const field = h('input', {
      id: `weight-number-${id}`,
      type: 'number',
      min: 0,
      max: 100,
      step: 1,
      'aria-label': app.t('weights.number', { name }),
      oninput,
      onblur: () => draw(root.parentElement),
    });
    const meaning = h('p', { class: 'weights__meaning muted', id: `weight-meaning-${id}` });
    slider.setAttribute('aria-describedby', meaning.id);
    const label = h('label', { for: slider.id }, name);
    const element = h('li', {}, label, h('div', { class: 'weights__controls' }, slider, field), meaning);
    return { id, criterion, slider, field, meaning };
  }

  function set(criterion, points) {
    const now = app.state.weights ?? app.purpose.weights;
    if (held.criterion !== criterion || held.last !== now) held = { criterion, start: now };
    app.weigh(change(held.start, criterion, points));
    held.last = app.state.weights ?? app.purpose.weights;
  }

  return { draw };
}
