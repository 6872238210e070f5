// The button that begins a link for an investor, where sites are looked at.
import { may } from './caller.js';
import { h } from './dom.js';
import { startLink } from './linkdraft.js';

/** Nothing for those who may not share. chosen: {sites, comparison, answer, answerName} */
export function linkButton(app, id, chosen, small = true) {
  return (
    may(app, 'share') &&
    h(
      'button',
      {
        id,
        type: 'button',
        class: small ? 'button button--small' : 'button',
        onclick: () => startLink(app, chosen),
      },
      app.t('share.button'),
    )
  );
}
