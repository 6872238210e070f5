// The links that were made: for whom, of what, until when, how often opened, and how to end them.
import { h } from './dom.js';
import { date, moment } from './format.js';
import { problemBox } from './frame.js';
import { dayIn, linkPage, readLinks } from './linkdraft.js';

const open = { id: '', what: '', until: '', problem: null };

export function linkList(app, { items }) {
  const { t } = app;
  if (!items.length) return h('p', { class: 'empty' }, t('share.noLinks'));
  return h(
    'ul',
    { id: 'link-list', class: 'link-list' },
    items.map((one) => linkItem(app, one)),
  );
}

function linkItem(app, link) {
  const { t, lang } = app;
  const nameOf = (id) => app.data.sites.find((site) => site.id === id)?.name ?? id;
  return h(
    'li',
    { id: `link-${link.id}`, class: 'link-item' },
    h(
      'h3',
      { id: `link-name-${link.id}`, tabindex: '-1' },
      link.recipient,
      ' ',
      h('span', { class: `badge badge--link-${link.state}` }, t(`shareState.${link.state}`)),
    ),
    h('p', {}, t(`shareShape.${link.shape}`), ' ', link.sites.map(nameOf).join(', ')),
    h(
      'p',
      { class: 'muted' },
      t('share.lifetime', { made: date(lang, link.madeAt), until: date(lang, link.until), by: link.madeBy }),
      link.codeMail && ` ${t('share.withCode', { mail: link.codeMail })}`,
    ),
    openings(app, link),
    actions(app, link),
    open.id === link.id && [
      panel(app, link),
      open.problem && problemBox(app, open.problem, () => close(app)),
    ],
  );
}

function panel(app, link) {
  if (open.what === 'openings') return openingTimes(app, link);
  return open.what === 'extend' ? extendForm(app, link) : question(app, link);
}

function openings(app, { openings: { count, newest } }) {
  const { t, lang } = app;
  if (!count) return h('p', {}, t('share.unopened'));
  const values = { n: count, at: moment(lang, newest) };
  return h('p', {}, t(count === 1 ? 'share.openedOnce' : 'share.opened', values));
}

function openingTimes(app, { id }) {
  const { t, lang } = app;
  const answer = app.loader.ask(`openings ${id}`, () => app.api.get(`/api/links/${id}/openings`));
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  if (answer.status === 'loading') return h('p', { class: 'muted', role: 'status' }, t('loading'));
  return h(
    'div',
    { class: 'keep-form' },
    h(
      'ul',
      { class: 'link-times' },
      answer.value.items.map((one) =>
        h('li', {}, moment(lang, one.minute), one.times > 1 && ` (${t('share.times', { n: one.times })})`),
      ),
    ),
    h('p', { class: 'muted' }, t('share.openedHow')),
  );
}

function actions(app, link) {
  const { t } = app;
  const toggle = (what) => {
    const again = open.id === link.id && open.what === what;
    app.loader.forget(`openings ${link.id}`);
    Object.assign(open, { id: again ? '' : link.id, what, until: dayIn(60), problem: null });
    app.draw();
    document.getElementById(`link-sure-${link.id}`)?.focus();
  };
  const button = (what) =>
    h(
      'button',
      {
        id: `link-${what}-${link.id}`,
        type: 'button',
        class: 'button button--small',
        'aria-expanded': String(open.id === link.id && open.what === what),
        'aria-label': t('share.actionFor', { action: t(`shareAction.${what}`), recipient: link.recipient }),
        onclick: () => toggle(what),
      },
      t(`shareAction.${what}`),
    );
  const kinds = link.state === 'withdrawn' ? [] : ['extend', 'reissue', 'withdraw'];
  const counted = link.openings.count > 0 ? ['openings'] : [];
  if (!kinds.length && !counted.length) return null;
  return h(
    'p',
    { class: 'link-actions' },
    kinds.length > 0 &&
      h(
        'a',
        {
          id: `link-look-${link.id}`,
          class: 'button button--small',
          href: `/api/links/${link.id}/preview`,
          target: '_blank',
          'aria-label': t('share.actionFor', { action: t('share.preview'), recipient: link.recipient }),
        },
        t('share.preview'),
      ),
    [...counted, ...kinds].map(button),
  );
}

function extendForm(app, link) {
  const { t } = app;
  const id = `link-sure-${link.id}`;
  return h(
    'form',
    {
      class: 'keep-form',
      onsubmit: (event) => {
        event.preventDefault();
        act(app, link, () => app.api.change('PUT', `/api/links/${link.id}/until`, { until: open.until }));
      },
    },
    h('label', { for: id }, t('share.until')),
    h('input', {
      id,
      type: 'date',
      min: dayIn(0),
      max: dayIn(365),
      value: open.until,
      oninput: (event) => (open.until = event.target.value),
    }),
    h(
      'button',
      { id: `link-yes-${link.id}`, type: 'submit', class: 'button button--primary' },
      t('shareAction.extend'),
    ),
  );
}

// What cannot be taken back is asked once more, in the page.
function question(app, link) {
  const { t } = app;
  const sure = () =>
    open.what === 'withdraw'
      ? act(app, link, () => app.api.change('DELETE', `/api/links/${link.id}`))
      : act(app, link, async () => {
          linkPage.made = await app.api.change('POST', `/api/links/${link.id}/reissue`, {});
        });
  return h(
    'div',
    { class: 'keep-form', role: 'group', 'aria-labelledby': `link-ask-${link.id}` },
    h('p', { id: `link-ask-${link.id}` }, t(`shareSure.${open.what}`)),
    h(
      'p',
      { class: 'link-actions' },
      h(
        'button',
        { id: `link-sure-${link.id}`, type: 'button', class: 'button button--primary', onclick: sure },
        t(`shareYes.${open.what}`),
      ),
      h(
        'button',
        { id: `link-no-${link.id}`, type: 'button', class: 'button', onclick: () => close(app, link) },
        t('share.cancel'),
      ),
    ),
  );
}

function close(app, link) {
  Object.assign(open, { id: '', problem: null });
  app.draw();
  if (link) document.getElementById(`link-${open.what}-${link.id}`)?.focus();
}

async function act(app, link, ask) {
  open.problem = null;
  try {
    await ask();
    open.id = '';
    await readLinks(app);
    app.announce(app.t(`shareSaid.${open.what}`));
  } catch (problem) {
    if (!problem.title) throw problem;
    open.problem = problem;
  }
  app.draw();
  const made = open.what === 'reissue' && linkPage.made;
  document.getElementById(made ? 'link-made-title' : `link-name-${link.id}`)?.focus();
}
