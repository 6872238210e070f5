// Above all pages: which purpose the sites are judged for, under which strategy, and what the strategy asks of them all.
import { h, render } from './dom.js';
import { date } from './format.js';
import { follow } from './frame.js';
import { ownBanner } from './ownweights.js';
import { portfolioStrip } from './portfolio.js';
import { write } from './state.js';
import { proposalText } from './words.js';

export function drawContext(app, container) {
  const judged = ['map', 'table', 'compare', 'certificate'].includes(app.state.tab);
  render(
    container,
    judged && purposeBar(app),
    judged && ownBanner(app),
    ['map', 'table'].includes(app.state.tab) && portfolioStrip(app, app.wide()),
  );
}

function purposeBar(app) {
  const { t, data, purpose } = app;
  const options = data.strategy.purposes.map((p) =>
    h('option', { value: p.id, selected: p === purpose }, app.text(p.name)),
  );
  return h(
    'div',
    { class: 'purpose-bar' },
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'purpose' }, t('purpose.label')),
      h('select', { id: 'purpose', onchange: (event) => choose(app, event.target.value) }, options),
    ),
    h('p', { class: 'purpose-bar__text' }, app.text(purpose.description)),
    strategyField(app),
  );
}

function choose(app, purpose) {
  app.go({ purpose });
  app.announce(app.t('purpose.chosen', { purpose: app.text(app.purpose.name), count: app.shown.length }));
}

function strategyField(app) {
  const { t, data } = app;
  const status = strategyStatus(app, data.strategy);
  if (data.strategies.length < 2) {
    return h(
      'div',
      { class: 'purpose-bar__strategy' },
      h('p', {}, app.text(data.strategy.name), ' ', h('span', { class: 'badge' }, status)),
      proposalLine(app),
    );
  }
  const key = (s) => `${s.id}/${s.version}`;
  const options = data.strategies.map((s) =>
    h(
      'option',
      { value: key(s), selected: key(s) === key(data.strategy) },
      `${app.text(s.name)} ${s.version}, ${strategyStatus(app, s)}`,
    ),
  );
  return h(
    'div',
    { class: 'purpose-bar__strategy' },
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'strategy' }, t('strategy.label')),
      h(
        'select',
        { id: 'strategy', onchange: (event) => app.go({ strategy: event.target.value, run: '' }) },
        options,
      ),
    ),
    proposalLine(app),
  );
}

/** What is adopted and what is a proposal, in one line; leads to the page that shows which is which. */
export function proposalLine(app) {
  const text = proposalText(app);
  if (!text) return null;
  const onPage = app.state.tab === 'strategy';
  const address = `/${write({ ...app.state, tab: 'strategy' })}`;
  const onclick = (event) => follow(event, app, { tab: 'strategy' });
  return h(
    'p',
    { class: onPage ? null : 'muted' },
    onPage ? text : h('a', { id: 'proposal-line', href: address, onclick }, text),
  );
}

/** "vedtatt 2017", "på høring", "utkast" */
export function strategyStatus(app, strategy) {
  const text = app.t(`status.${strategy.status}`);
  return strategy.decidedOn ? `${text} ${date(app.lang, strategy.decidedOn)}` : text;
}
