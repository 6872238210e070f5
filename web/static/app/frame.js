// Header, notices, error page and footer: what stands on every page.
import { h, link, render } from './dom.js';
import { date } from './format.js';
import { LANGUAGES } from './i18n.js';
import { may } from './caller.js';
import { accountPart, endedNotice } from './account.js';
import { scenarioBanner } from './scenariobanner.js';
import { EMPTY, TABS, write } from './state.js';

// Pages that are offered to those only who may do something there.
const NEEDS = {
  import: 'import',
  links: 'share',
  enquiries: 'handleEnquiries',
  accounts: 'manageKeys',
  audit: 'readAudit',
};
const LANGUAGE_NAMES = { nb: 'Norsk', en: 'English' };

export function drawHeader(app, container) {
  const { t, state } = app;
  const region = app.data ? app.text(app.data.region.name) : '';
  const home = h(
    'a',
    { class: 'brand', href: `/${write({ ...EMPTY, lang: state.lang })}` },
    h('img', { src: '/favicon.svg', alt: '', width: 32, height: 32 }),
    h('span', { class: 'brand__name' }, 'Arealkompass'),
    h('span', { class: 'brand__region' }, region),
  );
  const tabs = TABS.filter((tab) => !NEEDS[tab] || state.tab === tab || may(app, NEEDS[tab])).map((tab) =>
    h(
      'li',
      {},
      h(
        'a',
        {
          id: `tab-${tab}`,
          href: `/${write({ ...state, tab })}`,
          'aria-current': state.tab === tab ? 'page' : null,
          onclick: (event) => follow(event, app, { tab }),
        },
        t(`tab.${tab}`),
        tab === 'compare' &&
          state.compare.length > 0 &&
          h('span', { class: 'count' }, String(state.compare.length)),
      ),
    ),
  );
  const languages = LANGUAGES.map((lang) =>
    h(
      'button',
      {
        id: `lang-${lang}`,
        type: 'button',
        lang,
        'aria-pressed': String(state.lang === lang),
        onclick: () => app.go({ lang }, { replace: true }),
      },
      LANGUAGE_NAMES[lang],
    ),
  );
  render(
    container,
    home,
    h('nav', { 'aria-label': t('nav.label'), class: 'tabs' }, h('ul', {}, tabs)),
    h('div', { class: 'languages', role: 'group', 'aria-label': t('nav.language') }, languages),
    app.data && accountPart(app),
  );
}

/** Ordinary clicks stay on the page; with a modifier key the browser opens the address itself. */
export function follow(event, app, change) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  app.go(change);
}

export function setPageTitle(app, heading) {
  const site = app.rows.find((row) => row.id === app.state.site);
  const page = app.state.tab === 'map' && site ? site.name : app.t(`tab.${app.state.tab}`);
  document.title = `${page} – Arealkompass`;
  heading.textContent = app.t('title', {
    page: app.t(`tab.${app.state.tab}`),
    region: app.data ? app.text(app.data.region.name) : '',
  });
}

export function drawNotices(app, container) {
  const { t, data, state } = app;
  const sample = data?.config.sample && sampleBanner(app);
  const pinned =
    data &&
    state.run === data.run.id &&
    h(
      'div',
      { class: 'notice' },
      h('p', {}, t('run.pinned', { number: data.run.number, date: date(app.lang, data.run.madeAt) })),
      h(
        'button',
        {
          id: 'run-newest',
          type: 'button',
          class: 'button button--small',
          onclick: () => app.go({ run: '' }),
        },
        t('run.newest'),
      ),
    );
  const said = app.said.map(noticeText(t)).filter(Boolean);
  const notes =
    said.length > 0 &&
    h(
      'div',
      { class: 'notice', role: 'alert' },
      h(
        'ul',
        {},
        said.map((text) => h('li', {}, text)),
      ),
      h(
        'button',
        {
          id: 'notice-close',
          type: 'button',
          class: 'button button--small',
          onclick: app.closeNotices,
        },
        t('notice.close'),
      ),
    );
  render(container, endedNotice(app), scenarioBanner(app), sample, pinned, notes);
}

// Stays as long as sample data are in use, and says which, so that nobody takes a sketch for a survey.
function sampleBanner(app) {
  const { t, data } = app;
  const loaded = data.datasets.filter((d) => d.inUse);
  const samples = loaded.filter((d) => d.inUse.sample).map((d) => app.text(d.name));
  const which =
    samples.length === loaded.length ? t('sample.all') : t('sample.in', { names: samples.join(', ') });
  return h(
    'p',
    { class: 'banner' },
    h('strong', {}, t('sample.title')),
    ' ',
    samples.length > 0 && `${which} `,
    `${t('sample.text')} `,
    h('code', {}, './areal import'),
    t('sample.after'),
  );
}

function noticeText(t) {
  return (notice) => {
    const [code, part, id] = notice.split(':');
    if (code === 'part' || code === 'items') return t(`notice.${code}`, { part });
    if (code === 'lost') return t(`notice.lost.${part}`, { id });
    return t(`notice.${code}`);
  };
}

/** What failed, what to do about it, and a button to try again. */
export function problemBox(app, problem, retry) {
  const { t } = app;
  return h(
    'div',
    { class: 'problem', role: 'alert' },
    h('p', { class: 'problem__title' }, problem.title),
    problem.detail && h('p', {}, problem.detail),
    problem.remedy && h('p', {}, problem.remedy),
    problem.address &&
      h(
        'p',
        { class: 'muted' },
        `${t('problem.asked')} ${problem.address}${problem.status ? ` (${problem.status})` : ''}`,
      ),
    h('button', { type: 'button', class: 'button', onclick: retry }, t('retry')),
  );
}

export function drawProblem(app, container, showOnly) {
  showOnly('page');
  render(container, h('h2', {}, app.t('problem.start')), problemBox(app, app.problem, app.start));
}

export function drawFooter(app, container) {
  const { t, data, state } = app;
  const { run, config } = data;
  const pin =
    state.run !== run.id &&
    h(
      'button',
      { id: 'run-pin', type: 'button', class: 'link-button', onclick: () => app.go({ run: run.id }) },
      t('run.pin'),
    );
  render(
    container,
    h(
      'p',
      {},
      t('run.line', {
        number: run.number,
        date: date(app.lang, run.madeAt),
        software: config.software.version,
      }),
      ' ',
      pin,
    ),
    h('p', {}, t('footer.hint')),
    h(
      'p',
      {},
      h('a', { href: '/v3/api-docs' }, t('footer.api')),
      ' · ',
      h('a', { href: '/collections/sites/items' }, t('footer.geojson')),
      ' · ',
      h('a', { href: app.lang === 'en' ? '/en/privacy' : '/personvern' }, t('footer.privacy')),
    ),
  );
}

/** Source of a rule or a number: document, paragraph, link. */
export function sourceText(source) {
  if (!source?.document) return '';
  const text = [source.document, source.paragraph].filter((part) => part && part !== '—').join(', ');
  return link(source.url, text);
}
