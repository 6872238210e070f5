// Who is logged in: name, role and municipalities in the header, the way in and out, and what to do when a session ended.
import { wasAborted } from './api.js';
import { h } from './dom.js';
import { write } from './state.js';

/** Where to log in, and to come back to this very state. */
export const loginAddress = (app) => `/login?back=${encodeURIComponent(write(app.state))}`;

const isStranger = (app) => (app.data?.config.caller.role ?? 'public') === 'public';

/** The right end of the header. */
export function accountPart(app) {
  const { t, data } = app;
  if (isStranger(app)) return h('a', { class: 'account', href: loginAddress(app) }, t('login'));
  const { name, role, municipalities } = data.config.caller;
  return h(
    'details',
    { class: 'account', id: 'account' },
    h('summary', {}, h('span', { class: 'visually-hidden' }, `${t('account.loggedIn')}: `), name),
    h(
      'div',
      { class: 'account__box' },
      h('p', {}, h('strong', {}, t(`role.${role}`))),
      municipalities.length > 0 && h('p', {}, municipalityNames(app, municipalities)),
      out(app, 'logout', false),
      out(app, 'logout-everywhere', true),
    ),
  );
}

/** Names of municipalities, with the number where there is no name. */
export function municipalityNames(app, numbers) {
  const names = new Map(app.data.region.municipalities.map((m) => [m.number, m.name]));
  return numbers.map((number) => names.get(number) ?? number).join(', ');
}

function out(app, id, everywhere) {
  return h(
    'button',
    { id, type: 'button', class: 'button button--small', onclick: () => logOut(app, everywhere) },
    app.t(everywhere ? 'account.logoutEverywhere' : 'account.logout'),
  );
}

// The provider's address is another host's: only the page can go there, a form of ours may not lead away.
async function logOut(app, everywhere) {
  try {
    const { next } = await app.api.change('POST', everywhere ? '/logout?everywhere=1' : '/logout');
    location.assign(next ?? `/${write({ ...app.state, edit: '', delivery: '' })}`);
  } catch (problem) {
    if (wasAborted(problem) || !problem.title) throw problem;
    app.announce(problem.title);
    location.reload();
  }
}

/**
 * The server no longer knows the session. What is typed stays: logging in happens in a tab of its own, and when the person
 * comes back here, the page looks again.
 */
export function sessionEnded(app, drawNotices) {
  if (isStranger(app) || app.ended) return;
  app.ended = true;
  drawNotices();
  const look = async () => {
    if (!(await isBack(app))) return;
    removeEventListener('focus', look);
    app.ended = false;
    app.announce(app.t('account.back'));
    drawNotices();
  };
  addEventListener('focus', look);
}

async function isBack(app) {
  try {
    const config = await app.api.get('/api/config');
    if (config.caller.role === 'public') return false;
    app.data.config = config;
    return true;
  } catch (problem) {
    if (!problem.title) throw problem;
    return false;
  }
}

/** Stands above everything as long as the session is ended. */
export function endedNotice(app) {
  const { t } = app;
  return (
    app.ended &&
    h(
      'div',
      { class: 'notice', id: 'session-ended', role: 'alert' },
      h('p', {}, h('strong', {}, t('account.ended')), ' ', t('account.endedHint')),
      h('a', { class: 'button', href: loginAddress(app), target: '_blank' }, t('account.again')),
    )
  );
}
