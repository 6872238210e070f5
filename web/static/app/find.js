// An investor's requirements, and the sites and neighbours that meet them best.
import { h, render } from './dom.js';
import { date } from './format.js';
import { problemBox } from './frame.js';
import { answerPart } from './findanswer.js';
import { formPart } from './findform.js';
import { matchesAddress, ownPart, savedHead, sharePart } from './findsaved.js';

export function drawFind(app, container) {
  const { t, state } = app;
  const kinds = app.loader.ask('requirements', () => app.api.get('/api/requirements'));
  render(
    container,
    h('h2', {}, t('tab.find')),
    h('p', { class: 'lead' }, t('find.lead')),
    waiting(app, kinds) || (state.answer ? savedPage(app, kinds.value) : askPage(app, kinds.value)),
  );
}

function waiting(app, answer) {
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  return answer.status === 'loading' && h('p', { class: 'muted', role: 'status' }, app.t('loading'));
}

function askPage(app, { items, neighbours }) {
  const { wish } = app.state;
  if (!wish) return [formPart(app, items), ownPart(app)];
  const { run } = app.data;
  const answer = app.loader.ask(`matches ${run.id} ${wish}`, () => app.api.get(matchesAddress(run.id, wish)));
  return [
    formPart(app, items),
    h(
      'section',
      { id: 'find-answer' },
      title(app, 'find.answer', run),
      waiting(app, answer) || [answerPart(app, items, answer.value, neighbours), sharePart(app, wish)],
    ),
  ];
}

function savedPage(app, { items, neighbours }) {
  const { answer: id } = app.state;
  const saved = app.loader.ask(`saved ${id}`, () => app.api.get(`/api/saved/${id}`));
  const wait = waiting(app, saved);
  if (wait) return wait;
  const { content } = saved.value;
  if (!content.answer) return h('p', { class: 'notice' }, app.t('find.otherKind'));
  return h(
    'section',
    { id: 'find-answer' },
    title(app, 'find.savedAnswer', content.answer.run),
    savedHead(app, saved.value),
    answerPart(app, items, content.answer, neighbours),
    sharePart(app, content.wish),
  );
}

function title(app, key, run) {
  return h(
    'h3',
    { id: 'find-answer-title', tabindex: '-1' },
    app.t(key, { number: run.number, date: date(app.lang, run.madeAt) }),
  );
}
