// That a number belongs to a scenario is said wherever it stands: on every page, every sheet, every row.
import { h } from './dom.js';
import { fixed, range } from './format.js';
import { follow } from './frame.js';
import { isChanged, largestMinutes, rankChanges } from './scenariodiff.js';
import { write } from './state.js';

/** The name of the scenario on screen; "" for the data as they are. */
export function scenarioName(app) {
  return app.data?.run.scenario?.name ?? '';
}

export function scenarioBanner(app) {
  const name = scenarioName(app);
  if (!name) return null;
  const today = { scenario: '', run: '' };
  return h(
    'div',
    {
      id: 'scenario-banner',
      class: 'scenario-banner',
      role: 'region',
      'aria-label': app.t('whatif.banner', { name }),
    },
    h('p', {}, h('strong', {}, app.t('whatif.banner', { name })), ' ', app.t('whatif.bannerText')),
    h(
      'p',
      { class: 'scenario-banner__links' },
      link(app, 'scenario-details', { tab: 'scenarios' }, 'whatif.details'),
      ' · ',
      link(app, 'scenario-today', today, 'whatif.today'),
    ),
  );
}

function link(app, id, change, key) {
  const href = `/${write({ ...app.state, ...change })}`;
  return h('a', { id, href, onclick: (event) => follow(event, app, change) }, app.t(key));
}

/** Beside a number: short, since the whole sentence stands above. */
export function scenarioBadge(app) {
  const name = scenarioName(app);
  return (
    name &&
    h(
      'span',
      { class: 'badge badge--scenario', title: app.t('whatif.banner', { name }) },
      app.t('whatif.badge'),
      h('span', { class: 'visually-hidden' }, ` (${app.t('whatif.banner', { name })})`),
    )
  );
}

/** What has changed at every site; undefined until it is there. */
export function changesOf(app) {
  const { run, strategy } = app.data;
  if (!run.scenario) return undefined;
  return app.loader.ask(`changes ${run.id}`, () =>
    app.api.get(`/api/scenarios/${run.scenario.id}/changes?strategy=${encodeURIComponent(strategy.id)}`),
  );
}

/** For a site on the map: "↑ 2 → 1, −4,8 min" to see and the same in words to hear; null when nothing changes. */
export function siteChange(app, id) {
  const { base, run } = app.data;
  if (!base) return null;
  const rank = rankChanges(base, run, app.purpose.id).find((one) => one.site === id);
  const minutes = changesOf(app)?.value && largestMinutes(changesOf(app).value, id);
  const parts = [rank && isChanged(rank) && rankText(app, rank), minutes && minutesText(app, minutes)];
  const text = parts.filter(Boolean).join(', ');
  return text ? { label: text, name: `${app.t('whatif.changedHere')}: ${text}` } : null;
}

function rankText(app, { before, after, moved }) {
  const [from, to] = [placeOf(app, before), placeOf(app, after)];
  return from === to ? null : `${moved > 0 ? '↑' : moved < 0 ? '↓' : ''} ${from} → ${to}`.trim();
}

function minutesText(app, { change }) {
  return `${signed(app, change)} ${app.t('whatif.min')}`;
}

/** "−4,8" with a real minus, "+2,0", "0,0". */
export function signed(app, value) {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${fixed(app.lang, Math.abs(value), 1)}`;
}

/** "2–4", "utelukket" */
export function placeOf(app, entry) {
  if (!entry) return app.t('whatif.notRanked');
  if (entry.verdict !== 'scored') return app.t(`verdict.${entry.verdict}`);
  return range(app.lang, entry.rankBest ?? entry.position, entry.rankWorst ?? entry.position);
}
