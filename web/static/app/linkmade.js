// A link that was just made or given another address: shown once, to be copied.
import { h } from './dom.js';
import { date } from './format.js';
import { translator } from './i18n.js';
import { linkPage } from './linkdraft.js';

export function madeBox(app, made) {
  const { t } = app;
  const close = () => {
    linkPage.made = null;
    app.draw();
    document.getElementById('link-new')?.focus();
  };
  return h(
    'section',
    { id: 'link-made', class: 'link-made', 'aria-labelledby': 'link-made-title' },
    h('h3', { id: 'link-made-title', tabindex: '-1' }, t('share.made', { recipient: made.link.recipient })),
    h('p', {}, t('share.madeOnce')),
    copied(app, 'link-address', t('share.address'), addressOf(made), 'input'),
    copied(app, 'link-mail', t('share.mail'), mailText(made), 'textarea'),
    h(
      'p',
      {},
      h(
        'button',
        { id: 'link-made-close', type: 'button', class: 'button', onclick: close },
        t('share.done'),
      ),
    ),
  );
}

/** The whole address, also where the service does not know its own. */
export function addressOf({ address }) {
  return address.startsWith('/') ? location.origin + address : address;
}

function copied(app, id, label, value, tag) {
  const { t } = app;
  const said = h('span', { id: `${id}-said`, role: 'status' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      said.textContent = t('share.copied');
    } catch {
      document.getElementById(id).select();
      said.textContent = t('share.copyByHand');
    }
  };
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    h(tag, {
      id,
      type: tag === 'input' ? 'text' : null,
      rows: tag === 'input' ? null : 9,
      readonly: true,
      value,
    }),
    h(
      'p',
      { class: 'link-copy' },
      h(
        'button',
        { id: `${id}-copy`, type: 'button', class: 'button', onclick: copy },
        t(tag === 'input' ? 'share.copyAddress' : 'share.copyMail'),
      ),
      said,
    ),
  );
}

/** A mail to send the link with, in the recipient's language. */
export function mailText(made) {
  const { link } = made;
  const t = translator(link.language);
  const { name, role, phone, mail } = link.contact;
  return [
    t('shareMail.hello'),
    link.message,
    t('shareMail.here', { address: addressOf(made) }),
    t('shareMail.until', { date: date(link.language, link.until) }) +
      (link.codeMail ? ` ${t('shareMail.code')}` : ''),
    [name, role, [phone, mail].filter(Boolean).join(' · ')].filter(Boolean).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}
