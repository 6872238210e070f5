// Own weights under a name: in the address for everybody, and stored for those who are logged in.
import { may } from './caller.js';
import { h, render } from './dom.js';
import { problemBox } from './frame.js';
import { fits } from './weights.js';

const LIST = 'saved weights';

export function createSavedWeights(app) {
  let problem = null;

  /** Name, share and reset; a list of those that are saved for this strategy and purpose. */
  function draw(container) {
    const { t } = app;
    const own = Boolean(app.state.weights);
    const act = (id, key, onclick) =>
      h('button', { id, type: 'button', class: 'button button--small', onclick }, t(key));
    render(
      container,
      own && nameField(),
      own &&
        h(
          'div',
          { class: 'weights__actions' },
          act('weights-share', 'weights.share', share),
          maySave() && act('weights-save', 'weights.save', save),
          act('weights-reset', 'weights.reset', () => app.go({ weights: null, weightsName: '' })),
        ),
      problem && problemBox(app, problem, save),
      maySave() && picker(),
    );
  }

  const maySave = () => may(app, 'saveViews');

  function nameField() {
    return h(
      'div',
      { class: 'field' },
      h('label', { for: 'weights-name' }, app.t('weights.name')),
      h('input', {
        id: 'weights-name',
        type: 'text',
        maxlength: 80,
        value: app.state.weightsName,
        autocomplete: 'off',
        onchange: (event) => app.go({ weightsName: event.target.value.trim() }, { replace: true }),
      }),
    );
  }

  // Without permission for the clipboard the address is shown, ready to be copied by hand.
  async function share() {
    app.go({}, { replace: true });
    try {
      await navigator.clipboard.writeText(location.href);
      app.announce(app.t('site.shared'));
      document.getElementById('weights-share').textContent = app.t('site.shared');
    } catch {
      window.prompt(app.t('site.copyByHand'), location.href);
    }
  }

  async function save() {
    const { weights, weightsName } = app.state;
    const name = weightsName || app.t('weights.unnamed', { purpose: app.text(app.purpose.name) });
    const content = { strategy: strategyKey(), purpose: app.purpose.id, weights };
    problem = null;
    try {
      await app.api.change('POST', '/api/saved', { kind: 'weights', name, content });
      app.loader.forget(LIST);
      app.announce(app.t('weights.saved', { name }));
      app.go({ weightsName: name }, { replace: true });
    } catch (failure) {
      if (!failure.title) throw failure;
      problem = failure;
      app.draw();
    }
  }

  function strategyKey() {
    const { id, version } = app.data.strategy;
    return `${id}/${version}`;
  }

  function picker() {
    const { t } = app;
    const answer = app.loader.ask(LIST, () => app.api.get('/api/saved?kind=weights'));
    if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
    const mine = (answer.value?.items ?? []).filter(
      ({ content }) =>
        content.strategy === strategyKey() &&
        content.purpose === app.purpose.id &&
        fits(content.weights, app.purpose),
    );
    if (!mine.length) return null;
    const use = (id) => {
      const { name, content } = mine.find((one) => one.id === id);
      app.weigh(content.weights, name);
    };
    return h(
      'div',
      { class: 'field' },
      h('label', { for: 'weights-pick' }, t('weights.pick')),
      h(
        'select',
        { id: 'weights-pick', onchange: (event) => event.target.value && use(event.target.value) },
        h('option', { value: '' }, t('compare.pick')),
        mine.map(({ id, name }) => h('option', { value: id }, name)),
      ),
    );
  }

  return { draw };
}
