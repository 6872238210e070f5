// One finding, open: what was found, from which paragraph and data, what to do, where, and what the municipality says.
import { h } from './dom.js';
import { date, number } from './format.js';
import { sourceText } from './frame.js';
import { siteLinks } from './lacks.js';
import { planLink, whereText } from './planbits.js';
import { reasonBlock } from './planfollow.js';
import { planMap, planZones } from './planmap.js';
import { amountText, boundText, boxOf, groundOf } from './planwords.js';
import { basisBadge } from './portfolio.js';
import { municipalityName } from './portfoliopage.js';

export function findingDetails(app, report, finding) {
  const { t } = app;
  const rule = report.rules.find(({ id }) => id === finding.rule);
  const bound = boundText(app, finding.bound, finding.unit);
  const found = [
    amountText(app, finding.amount, finding.unit),
    bound && t('plan.shouldBe', { bound }),
  ].filter(Boolean);
  const line = (key, ...value) => [h('dt', {}, t(key)), h('dd', {}, value)];
  return h(
    'div',
    { id: 'plan-finding', class: 'plan-finding', role: 'group', 'aria-label': app.text(finding.sentence) },
    h(
      'div',
      {},
      h('p', { class: 'plan-finding__sentence' }, app.text(finding.sentence)),
      h(
        'dl',
        { class: 'plan-facts-list' },
        line(
          'plan.find.what',
          finding.site ? siteLinks(app, [finding.site]) : whereText(app, finding, report),
        ),
        finding.municipality && line('plan.find.municipality', municipalityName(app, finding.municipality)),
        finding.plan && line('plan.find.plan', planLink(app, finding, report)),
        found.length > 0 && line('plan.find.amount', found.join(', ')),
        line(
          'plan.find.rule',
          `${finding.rule} ${app.text(rule?.name)}, ${t(`plan.severity.${finding.severity}`)}. `,
          sourceText(finding.source),
          ' ',
          rule && basisBadge(app, rule.basis),
        ),
        line('plan.find.data', datasets(app, report, finding)),
      ),
      h('h4', {}, t('plan.todoTitle')),
      app.text(finding.guidance) && h('p', {}, app.text(finding.guidance)),
      finding.actions.length > 0 &&
        h(
          'ul',
          {},
          finding.actions.map((action) => h('li', {}, app.text(action))),
        ),
      reasonBlock(app, finding, report),
    ),
    placePart(app, report, finding),
  );
}

function datasets(app, report, finding) {
  const used = report.datasets.filter(({ versionId }) => finding.datasets.includes(versionId));
  if (!used.length) return app.t('plan.noData');
  return h(
    'ul',
    { class: 'plain' },
    used.map((one) => h('li', {}, datasetText(app, one))),
  );
}

/** "Dyrkbar jord, versjon 3, data fra 2024 (NIBIO), eksempeldata" */
export function datasetText(app, one) {
  const { t } = app;
  const parts = [
    app.text(one.name),
    t('plan.version', { n: one.version }),
    one.asOf && t('plan.dataOf', { date: date(app.lang, one.asOf) }),
    one.publisher,
  ];
  return [
    parts.filter(Boolean).join(', '),
    one.sample && [
      ' ',
      h('strong', { class: 'badge plan-mark plan-mark--undecided' }, t('plan.sampleBadge')),
    ],
  ];
}

function placePart(app, report, finding) {
  const { t, lang } = app;
  const ground = groundOf(finding, planZones(app, report).value);
  if (!ground) return h('p', { class: 'muted' }, t('plan.noPlace'));
  const [lon, lat] = finding.geometry ? finding.place : middle(boxOf([ground]));
  const view = { lat, lon, zoom: 14 };
  const toMap = () =>
    app.go({ tab: 'map', view, site: finding.site ?? '', pane: finding.site ? 'list' : 'map' });
  return h(
    'div',
    { class: 'plan-finding__place' },
    planMap(app, report, { use: 'finding', finding }).figure,
    h(
      'p',
      { class: 'muted' },
      t('plan.place', { lat: number(lang, lat, 4), lon: number(lang, lon, 4) }),
      !finding.geometry && ` ${t('plan.zoneShown')}`,
      finding.simplified && ` ${t('plan.simplified')}`,
    ),
    h(
      'button',
      { id: 'plan-finding-map', type: 'button', class: 'button button--small plan-screen', onclick: toMap },
      t('plan.mainMap'),
    ),
  );
}

const middle = ([w, s, e, n]) => [(w + e) / 2, (s + n) / 2];
