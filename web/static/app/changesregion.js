// What differs for the region: municipality by municipality, and rule by rule over all sites.
import { h } from './dom.js';
import { byMunicipality, ruleChanges, shareAtLeast } from './moves.js';
import { municipalityName, outcomeBadge } from './portfoliopage.js';
import { scrollTable } from './scrolltable.js';
import { siteName } from './changestables.js';

// ---- municipalities, in number order: what their sites gain and lose, and never who is ahead

export function municipalityPart(app, left, right, list) {
  const { t, data } = app;
  const share = shareAtLeast(left.strategy, right.strategy);
  const shares = { ...right.run.shares, ...left.run.shares };
  const { rows, elsewhere } = byMunicipality(list, shares, data.region.municipalities, share);
  const rules = ruleChanges(left.run.portfolio, right.run.portfolio);
  const heads = [t('column.municipality'), t('changes.itsSites'), t('changes.itsRules')];
  return h(
    'section',
    {},
    h('h3', { id: 'changes-municipalities' }, t('changes.municipalities')),
    h('p', {}, t('changes.municipalitiesText', { share: Math.round(share * 100) })),
    scrollTable(
      'changes-municipality-table',
      t('changes.municipalities'),
      heads,
      rows.map(({ municipality, moves }) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, municipalityName(app, municipality.number)),
          h('td', { class: 'attain__cell' }, siteList(app, left, right, moves)),
          h('td', {}, conformity(app, rules, municipality.number)),
        ),
      ),
    ),
    elsewhere.length > 0 &&
      h(
        'p',
        {},
        `${t('changes.elsewhere')} ${elsewhere.map((one) => siteName(left, right, one.site)).join(', ')}.`,
      ),
  );
}

function siteList(app, left, right, list) {
  if (!list.length) return h('span', { class: 'missing' }, app.t('attain.nobody'));
  return h(
    'ul',
    { class: 'plain' },
    list.map((one) =>
      h('li', {}, `${siteName(left, right, one.site)}: ${app.t(`changes.move.${one.move}`)}`),
    ),
  );
}

/** Rules that ask something of each municipality: "S3: oppfylt → ikke oppfylt". */
function conformity(app, rules, number) {
  const said = rules.flatMap((rule) =>
    rule.groups
      .filter((group) => group.municipality === number)
      .map((group) =>
        group.from === group.to
          ? app.t('changes.ruleSame', { part: rule.part, outcome: app.t(`portfolio.${group.to}`) })
          : app.t('changes.ruleMoved', {
              part: rule.part,
              from: group.from ? app.t(`portfolio.${group.from}`) : '–',
              to: app.t(`portfolio.${group.to}`),
            }),
      ),
  );
  return said.length
    ? h(
        'ul',
        { class: 'plain' },
        said.map((text) => h('li', {}, text)),
      )
    : '–';
}

// ---- rules over all sites

export function rulesPart(app, left, right) {
  const { t } = app;
  const rules = ruleChanges(left.run.portfolio, right.run.portfolio);
  const heads = [t('changes.rule'), t('changes.leftSide'), t('changes.rightSide'), t('changes.carriers')];
  const badge = (outcome) => (outcome ? outcomeBadge(app, outcome) : t('changes.noRule'));
  return h(
    'section',
    {},
    h('h3', { id: 'changes-rules' }, t('changes.rules')),
    scrollTable(
      'changes-rule-table',
      t('changes.rules'),
      heads,
      rules.map((rule) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, `${rule.part} · ${ruleName(app, left, right, rule.rule)}`),
          h('td', {}, badge(rule.from)),
          h('td', {}, badge(rule.to)),
          h('td', { class: 'attain__cell' }, carriers(app, left, right, rule)),
        ),
      ),
    ),
  );
}

function ruleName(app, left, right, id) {
  const found = [left, right].flatMap((side) => side.strategy.portfolio).find((rule) => rule.id === id);
  return app.text(found?.name) || id;
}

function carriers(app, left, right, rule) {
  if (!rule.from || !rule.to) return '–';
  const sites = (ids) => ids.map((id) => siteName(left, right, id)).join(', ');
  const said = rule.groups.flatMap((group) => {
    const where = group.municipality ? `${municipalityName(app, group.municipality)}: ` : '';
    return [
      group.begin.length > 0 && `${where}${app.t('changes.begin', { sites: sites(group.begin) })}`,
      group.stop.length > 0 && `${where}${app.t('changes.stop', { sites: sites(group.stop) })}`,
    ].filter(Boolean);
  });
  return said.length
    ? h(
        'ul',
        { class: 'plain' },
        said.map((text) => h('li', {}, text)),
      )
    : app.t('changes.sameCarriers');
}
