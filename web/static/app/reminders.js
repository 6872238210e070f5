// Sites their owner should confirm, oldest first, and the mail that asks for it. For the administrator.
import { h } from './dom.js';
import { mayEdit } from './editentry.js';
import { date, percent } from './format.js';
import { confirmedText } from './freshness.js';
import { problemBox } from './frame.js';

const COLUMNS = ['site', 'municipality', 'confirmed', 'days', 'last'];
const sending = { busy: false, problem: null, said: '' };

export function remindersPart(app) {
  if (!mayEdit(app)) return null;
  const { t } = app;
  const answer = app.loader.ask('reminders', () => app.api.get('/api/sites/reminders'));
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  if (answer.status !== 'ready') return null;
  const { items, configured, withoutAddress } = answer.value;
  const due = items.some((item) => item.due);
  return h(
    'section',
    { id: 'reminders' },
    h('h3', {}, t('remind.title')),
    items.length === 0
      ? h('p', {}, t('remind.none'))
      : h(
          'div',
          { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': t('remind.title') },
          table(app, items),
        ),
    !configured && h('p', { class: 'muted' }, t('remind.noMail')),
    withoutAddress.length > 0 &&
      h('p', { class: 'muted' }, t('remind.noAddress', { names: withoutAddress.join(', ') })),
    sending.problem && problemBox(app, sending.problem),
    sending.said && h('p', { role: 'status' }, sending.said),
    h(
      'button',
      {
        id: 'reminders-send',
        type: 'button',
        class: 'button',
        disabled: !configured || !due || sending.busy,
        onclick: () => send(app),
      },
      t('remind.send'),
    ),
  );
}

function table(app, items) {
  const { t, lang } = app;
  return h(
    'table',
    { class: 'big-table' },
    h('caption', { class: 'visually-hidden' }, t('remind.title')),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        COLUMNS.map((column) => h('th', { scope: 'col' }, t(`remind.${column}`))),
      ),
    ),
    h(
      'tbody',
      {},
      items.map((item) =>
        h(
          'tr',
          {},
          h(
            'th',
            { scope: 'row' },
            h(
              'button',
              {
                id: `remind-${item.site}`,
                type: 'button',
                class: 'link-button',
                onclick: () => app.select(item.site),
              },
              item.name,
            ),
          ),
          h(
            'td',
            {},
            item.municipality ? `${item.municipalityName} (${percent(lang, item.share)})` : t('shares.none'),
          ),
          h(
            'td',
            { class: 'wide' },
            item.confirmedOn ? date(lang, item.confirmedOn) : confirmedText(app, item),
          ),
          h('td', { class: 'number' }, String(item.freshness.days)),
          h('td', {}, lastText(app, item.last)),
        ),
      ),
    ),
  );
}

function lastText(app, last) {
  return last ? app.t(`remind.${last.outcome}`, { date: date(app.lang, last.at) }) : app.t('remind.never');
}

async function send(app) {
  Object.assign(sending, { busy: true, problem: null, said: '' });
  app.go({}, { replace: true });
  try {
    const { mails } = await app.api.change('POST', '/api/sites/reminders');
    const sent = mails.filter((mail) => mail.outcome === 'sent').length;
    sending.said = app.t('remind.result', { sent, failed: mails.length - sent });
    app.loader.forget('reminders');
  } catch (problem) {
    if (!problem.title) throw problem;
    sending.problem = problem;
  }
  sending.busy = false;
  app.go({}, { replace: true });
}
