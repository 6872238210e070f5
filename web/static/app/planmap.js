// The small maps of the plan page: the zones of the subject and the ground of the findings. Each map is made once and
// moved along when the page is drawn anew; what it shows stands in the cards and the tables too.
import { h } from './dom.js';
import { number } from './format.js';
import { productName } from './lines.js';
import { createPlanGround } from './map.js';
import { roundOf } from './planbits.js';
import { boxOf, groundOf, topFindings } from './planwords.js';

const known = new Map();

/**
 * A map for one use: {figure, focus(finding)}. Without a finding it shows the whole subject and all findings with ground;
 * with one, that finding alone.
 */
export function planMap(app, report, { use, finding = null, select = () => {} }) {
  const one = known.get(use) ?? create(app);
  known.set(use, one);
  one.select = select;
  const { t } = app;
  const name = t(finding ? 'plan.mapOfFinding' : 'plan.map');
  one.update('texts', `${app.lang} ${name}`, () =>
    one.ground.setTexts({ name, zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut') }),
  );
  drawBorder(app, one);
  const zones = drawZones(app, report, one);
  const shown = finding ? [finding] : report.findings;
  one.update('findings', `${report.id} ${finding?.id ?? ''} ${app.lang} ${zones.status}`, () => {
    one.ground.setFindings(marked(app, report, shown, finding, zones.value));
    if (finding) one.ground.fit(boxAround(finding, zones.value));
  });
  if (!finding && zones.value)
    one.update('view', `${report.id} ${zones.status}`, () => fitAll(one, report, zones.value));
  const focus = (chosen) => {
    one.ground.mark(chosen.id);
    one.ground.fit(boxAround(chosen, zones.value));
    one.element.scrollIntoView({ block: 'nearest' });
    app.announce(t('plan.shownOnMap', { what: app.text(chosen.sentence) }));
  };
  const home = () => {
    one.ground.mark('');
    fitAll(one, report, zones.value);
  };
  return { figure: figure(app, one, { finding, zones, keys: keysOf(zones.value, shown), home }), focus };
}

function create(app) {
  const element = h('div', { class: 'plan-map' });
  const { region, config } = app.data;
  const one = { element, drawn: new Map() };
  one.ground = createPlanGround(element, region, config.baseMap, { select: (id) => one.select(id) });
  /** Runs the action when what it draws is another than last time. */
  one.update = (what, key, action) => {
    if (one.drawn.get(what) === key) return;
    one.drawn.set(what, key);
    action();
  };
  return one;
}

function drawBorder(app, one) {
  const dataset = app.data.datasets.find((d) => d.role === 'municipalities' && d.inUse);
  if (!dataset) return;
  const { id, source } = dataset.inUse;
  const answer = app.loader.ask(`border ${id}`, () =>
    app.api.get(`/collections/${dataset.id}/items?limit=1000`),
  );
  if (answer.status === 'ready')
    one.update('border', id, () => one.ground.setBorder(answer.value, productName(app, source)));
}

/** The zones of the subject: {status, value, problem}. */
export function planZones(app, report) {
  const { id } = report.subject;
  return app.loader.ask(`plan zones ${id} ${roundOf(app)}`, () =>
    app.api.get(`/api/plans/zones?subject=${encodeURIComponent(id)}`),
  );
}

function drawZones(app, report, one) {
  const answer = planZones(app, report);
  const business = new Set(app.data.strategy.planning?.business ?? []);
  if (answer.status === 'ready')
    one.update('zones', `${report.id} ${business.size}`, () =>
      one.ground.setZones(answer.value, (zone) => (business.has(zone.code) ? 'business' : 'zone')),
    );
  return answer;
}

// Numbers for what the cards number; the others are ground without a number, and the table has them all.
function marked(app, report, findings, single, zones) {
  const top = topFindings(report);
  return findings
    .map((finding) => ({ finding, ground: groundOf(finding, zones) }))
    .filter(({ finding, ground }) => ground || finding.place)
    .map(({ finding, ground }) => ({
      id: finding.id,
      geometry: ground,
      place: placeOf(finding, ground),
      look: lookOf(finding),
      number: single ? 0 : (top.find((one) => one.finding === finding)?.number ?? 0),
      name: app.text(finding.sentence),
    }));
}

const lookOf = ({ kind }) => (['deviation', 'missing'].includes(kind) ? 'deviation' : 'undecided');

// Without ground of its own the document names a place in the municipality.
function placeOf({ geometry, place }, ground) {
  if (geometry || !ground) return place;
  const [w, s, e, n] = boxOf([ground]);
  return [(w + e) / 2, (s + n) / 2];
}

// What lies around it tells where it is.
function boxAround(finding, zones) {
  const [w, s, e, n] = boxOf([groundOf(finding, zones) ?? finding.place]);
  const [x, y] = [(e - w) / 2 + 0.002, (n - s) / 2 + 0.001];
  return [w - x, s - y, e + x, n + y];
}

function fitAll(one, report, zones) {
  const shapes = zones?.features?.map(({ geometry }) => geometry) ?? [];
  const box = boxOf(shapes.length ? shapes : report.findings.map(({ place }) => place).filter(Boolean));
  if (box) one.ground.fit(box);
}

// What is explained is what can be seen.
function keysOf(zones, findings) {
  return [
    ...(zones?.features.length ? ['business', 'zone'] : []),
    ...['deviation', 'undecided'].filter((look) => findings.some((finding) => lookOf(finding) === look)),
  ];
}

function figure(app, one, { finding, zones, keys, home }) {
  const { t } = app;
  return h(
    'figure',
    { class: 'plan-figure' },
    one.element,
    h(
      'figcaption',
      {},
      h(
        'ul',
        { class: 'plain plan-legend' },
        keys.map((key) =>
          h(
            'li',
            {},
            h('span', { class: `plan-key plan-key--${key}`, 'aria-hidden': 'true' }),
            t(`plan.key.${key}`),
          ),
        ),
      ),
      zones.value?.numberMatched > zones.value?.features.length &&
        h(
          'p',
          { class: 'muted' },
          t('plan.zonesCut', {
            n: number(app.lang, zones.value.features.length),
            all: number(app.lang, zones.value.numberMatched),
          }),
        ),
      zones.status === 'failed' &&
        h('p', { class: 'missing' }, `${t('plan.zonesFailed')} ${zones.problem.title}`),
      !finding &&
        h(
          'button',
          { id: 'plan-map-home', type: 'button', class: 'button button--small plan-screen', onclick: home },
          t('plan.mapHome'),
        ),
    ),
  );
}
