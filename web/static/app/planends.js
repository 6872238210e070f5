// Below the findings: neighbours, faults in the drawing, and what the check rests on.
import { h, link } from './dom.js';
import { distance, moment, range } from './format.js';
import { follow } from './frame.js';
import { siteLinks } from './lacks.js';
import { datasetText } from './planfinding.js';
import { daa } from './planwords.js';
import { municipalityName } from './portfoliopage.js';
import { scrollTable } from './scrolltable.js';
import { write } from './state.js';

/** Two municipalities that plan the same beside each other, and better places across the border. */
export function neighboursPart(app, report) {
  const { t } = app;
  if (!report.neighbours.length) return null;
  const heads = ['zone', 'what', 'other', 'distance', 'points'].map((head) => t(`plan.next.${head}`));
  return h(
    'section',
    {},
    h('h3', { id: 'plan-neighbours-title' }, t('plan.neighbours')),
    h('p', { class: 'muted' }, t('plan.neighboursText')),
    scrollTable(
      'plan-neighbours',
      t('plan.neighbours'),
      heads,
      report.neighbours.map((one) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, [one.zone, one.plan].filter(Boolean).join(', ')),
          h('td', { class: 'wide' }, app.text(one.sentence)),
          h(
            'td',
            {},
            [municipalityName(app, one.otherMunicipality), one.otherZone].filter(Boolean).join(', '),
            one.site && [': ', siteLinks(app, [one.site])],
          ),
          h('td', {}, one.distanceM === null ? '–' : distance(app.lang, one.distanceM)),
          h('td', {}, pointsText(app, one.points)),
        ),
      ),
    ),
  );
}

function pointsText(app, points) {
  if (!points) return '–';
  return app.t('plan.pointsBoth', {
    here: range(app.lang, points.zoneLow, points.zoneHigh),
    there: range(app.lang, points.siteLow, points.siteHigh),
  });
}

/** Gaps, overlaps, slivers and the like: found before anything is summed. */
export function topologyPart(app, report) {
  const { t } = app;
  const heads = ['what', 'zones', 'area', 'remedy'].map((head) => t(`plan.fault.${head}`));
  return h(
    'section',
    {},
    h('h3', { id: 'plan-topology', tabindex: '-1' }, t('plan.topology')),
    report.topology.length === 0
      ? h('p', {}, t('plan.topologyNone'))
      : scrollTable(
          'plan-topology-table',
          t('plan.topology'),
          heads,
          report.topology.map((one) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, app.text(one.sentence)),
              h('td', {}, [one.zones.join(', '), one.plan].filter(Boolean).join(' · ')),
              h('td', {}, one.areaM2 === null ? '–' : daa(app, one.areaM2)),
              h('td', { class: 'wide' }, app.text(one.remedy)),
            ),
          ),
        ),
  );
}

/** Data with versions and dates, and how the check is made. */
export function methodPart(app, report) {
  const { t } = app;
  return h(
    'section',
    { class: 'plan-method', 'aria-labelledby': 'plan-method-title' },
    h('h3', { id: 'plan-method-title' }, t('plan.method')),
    h('p', {}, t('plan.methodText')),
    h('p', {}, t('plan.methodOrder')),
    h('p', {}, t('plan.methodUnknown')),
    h('p', { class: 'plan-screen' }, pageLink(app, 'strategy'), ' · ', pageLink(app, 'data')),
    h('h4', {}, t('plan.datasets', { n: report.datasets.length })),
    h(
      'ul',
      { class: 'plan-datasets' },
      report.datasets.map((one) => h('li', {}, datasetText(app, one), credit(one))),
    ),
    h(
      'p',
      { class: 'muted' },
      t('plan.checkLine', { id: report.id, at: moment(app.lang, report.madeAt), software: report.software }),
      ' ',
      h('a', { href: `/api/plan-checks/${report.id}` }, t('plan.document')),
    ),
  );
}

/** The pages with every number of the strategy, and with every dataset. */
function pageLink(app, tab) {
  const onclick = (event) => follow(event, app, { tab });
  const href = `/${write({ ...app.state, tab })}`;
  return h('a', { id: `plan-to-${tab}`, href, onclick }, app.t(`plan.see.${tab}`));
}

function credit({ attribution, licence }) {
  const said = [attribution, licence].filter(Boolean);
  return (
    said.length > 0 &&
    h(
      'span',
      { class: 'muted' },
      '. ',
      said.map((text, i) => [i > 0 && ' · ', link(text, text)]),
    )
  );
}
