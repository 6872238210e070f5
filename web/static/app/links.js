// The page of investors' links: making one, and the list of those that were made.
import { may } from './caller.js';
import { h, render } from './dom.js';
import { problemBox } from './frame.js';
import { linkPage, startLink } from './linkdraft.js';
import { linkForm } from './linkform.js';
import { linkList } from './linklist.js';
import { madeBox } from './linkmade.js';

export function drawLinks(app, container) {
  const { t } = app;
  if (!may(app, 'share')) return render(container, h('h2', {}, t('tab.links')), h('p', {}, t('share.none')));
  const links = linkPage.own
    ? { status: 'ready', value: linkPage.own }
    : app.loader.ask('investors links', () => app.api.get('/api/links'));
  render(
    container,
    h(
      'div',
      { class: 'page-head' },
      h('h2', {}, t('tab.links')),
      !linkPage.draft &&
        h(
          'button',
          {
            id: 'link-new',
            type: 'button',
            class: 'button button--primary',
            onclick: () => startLink(app, {}),
          },
          t('share.new'),
        ),
    ),
    h('p', { class: 'lead' }, t('share.lead')),
    links.status === 'failed' && problemBox(app, links.problem, app.loader.retry),
    links.status === 'loading' && h('p', { class: 'muted', role: 'status' }, t('loading')),
    links.value && [
      tooLong(app, links.value),
      linkPage.made && madeBox(app, linkPage.made),
      linkPage.draft ? linkForm(app, links.value) : linkList(app, links.value),
    ],
  );
  return focusOnce();
}

// After the page itself has taken the focus, as it does when another one is shown.
function focusOnce() {
  if (!linkPage.wantsFocus || !document.getElementById('link-title')) return;
  linkPage.wantsFocus = false;
  setTimeout(() => document.getElementById('link-title')?.focus());
}

function tooLong(app, { addressLength, longestAddress }) {
  return (
    addressLength >= longestAddress &&
    h('p', { class: 'caveat' }, app.t('share.tooLong', { length: addressLength, most: longestAddress }))
  );
}
