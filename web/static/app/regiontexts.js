// What the region and its municipalities say of themselves on the public pages and in the prospectus; for those who write it.
import { h } from './dom.js';
import { may } from './caller.js';
import { date } from './format.js';
import { problemBox } from './frame.js';

const edited = new Map(); // place/language → what is written and not saved
const saving = { busy: '', problem: null, said: '' };

export function regionTextsPart(app) {
  if (!may(app, 'editTexts')) return null;
  const { t } = app;
  const answer = app.loader.ask('region-texts', () => app.api.get('/api/region-texts'));
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  if (answer.status !== 'ready' || answer.value.items.length === 0) return null;
  return h(
    'section',
    { id: 'region-texts' },
    h('h3', {}, t('regionText.title')),
    h('p', { class: 'muted' }, t('regionText.lead')),
    saving.problem && problemBox(app, saving.problem),
    saving.said && h('p', { role: 'status' }, saving.said),
    answer.value.items.map((text) => form(app, text)),
  );
}

function form(app, text) {
  const { t } = app;
  const key = `${text.place}-${text.language}`;
  const draft = edited.get(key) ?? text;
  const name = t('regionText.of', {
    place: placeName(app, text.place),
    language: t(`language.${text.language}`),
  });
  const keep = (change) => edited.set(key, { ...(edited.get(key) ?? text), ...change });
  return h(
    'details',
    { id: `region-text-${key}` },
    h('summary', {}, name, ' – ', state(app, text)),
    h(
      'div',
      { class: 'field' },
      h('label', { for: `rt-body-${key}` }, t('regionText.body')),
      h('textarea', {
        id: `rt-body-${key}`,
        class: 'region-text',
        rows: 8,
        maxlength: 4000,
        lang: text.language,
        value: draft.body,
        oninput: (event) => keep({ body: event.target.value }),
      }),
      h('label', { for: `rt-source-${key}` }, t('regionText.source')),
      h('input', {
        id: `rt-source-${key}`,
        type: 'text',
        maxlength: 300,
        value: draft.source,
        oninput: (event) => keep({ source: event.target.value }),
      }),
      h(
        'label',
        { class: 'check' },
        h('input', {
          id: `rt-published-${key}`,
          type: 'checkbox',
          checked: draft.published,
          onchange: (event) => keep({ published: event.target.checked }),
        }),
        ' ',
        t('regionText.published'),
      ),
    ),
    h(
      'button',
      {
        id: `rt-save-${key}`,
        type: 'button',
        class: 'button button--primary',
        disabled: saving.busy !== '',
        onclick: () => save(app, text, key, name),
      },
      t('regionText.save'),
    ),
  );
}

function state(app, text) {
  const { t, lang } = app;
  if (text.version === 0) return t('regionText.none');
  return t(text.published ? 'regionText.isPublished' : 'regionText.isDraft', {
    version: text.version,
    who: text.writtenBy,
    date: date(lang, text.writtenAt),
  });
}

function placeName(app, place) {
  const { region } = app.data;
  return region.municipalities.find((m) => m.number === place)?.name ?? app.text(region.name);
}

async function save(app, text, key, name) {
  const draft = edited.get(key) ?? text;
  Object.assign(saving, { busy: key, problem: null, said: '' });
  app.draw();
  try {
    await app.api.change('PUT', `/api/region-texts/${text.place}/${text.language}`, {
      version: text.version,
      body: draft.body,
      source: draft.source,
      published: draft.published,
    });
    edited.delete(key);
    saving.said = app.t('regionText.saved', { name });
    app.loader.forget('region-texts');
  } catch (problem) {
    saving.problem = problem;
  } finally {
    saving.busy = '';
    app.draw();
  }
}
