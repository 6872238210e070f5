// What is different between two versions of a plan: by zone, by purpose, and what that does to each rule.
import { h } from './dom.js';
import { problemBox } from './frame.js';
import { accountTable, areaCell, status } from './planaccounttables.js';
import { amounts, daaText, exact, otherVersions } from './planfigures.js';
import { scrollTable } from './scrolltable.js';

const SHOWN = 50;

/** A choice of versions and the difference to it, when the plan has another version; null otherwise. */
export function differencePart(app, plan, version) {
  const { t } = app;
  const list = app.loader.ask('plan versions', () => app.api.all('/api/plans'));
  if (list.status !== 'ready') return null;
  const { others, usual } = otherVersions(list.value, plan, version);
  if (!others.length) return null;
  const chosen = others.find((one) => String(one.version) === app.state.versus)?.version ?? usual;
  return h(
    'section',
    { id: 'difference', class: 'planaccount', 'aria-labelledby': 'difference-title' },
    h('h3', { id: 'difference-title' }, t('plandiff.title')),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'difference-versus' }, t('plandiff.versus')),
      h(
        'select',
        {
          id: 'difference-versus',
          onchange: (event) => app.go({ versus: event.target.value }, { replace: true }),
        },
        others.map((one) =>
          h(
            'option',
            { value: String(one.version), selected: one.version === chosen },
            t('plandiff.version', { version: one.version, stage: t(`plandiff.stage.${one.stage}`) }),
          ),
        ),
      ),
    ),
    differenceSection(app, plan, Math.min(chosen, version), Math.max(chosen, version)),
  );
}

/** Nodes for the difference from one version of a plan to another. */
export function differenceSection(app, plan, from, to) {
  const { t } = app;
  const address = `/api/plans/difference?plan=${encodeURIComponent(plan)}&from=${from}&to=${to}`;
  const strategy = app.data.strategy ? `&strategy=${encodeURIComponent(app.data.strategy.id)}` : '';
  const answer = app.loader.ask(`difference ${plan} ${from} ${to} ${strategy}`, () =>
    app.api.get(`${address}${strategy}`),
  );
  if (answer.status === 'loading') return h('p', { role: 'status', class: 'muted' }, t('plandiff.loading'));
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  const { difference, checks } = answer.value;
  return [
    lead(app, difference),
    difference.changes.length > 0 &&
      changesTable(app, difference.changes.slice(0, SHOWN), 'difference-zones'),
    difference.changes.length > SHOWN &&
      h(
        'details',
        { id: 'difference-more' },
        h('summary', {}, t('plandiff.more', { n: difference.changes.length - SHOWN })),
        changesTable(app, difference.changes.slice(SHOWN), 'difference-zones-more'),
      ),
    difference.below.count > 0 &&
      h(
        'p',
        { class: 'muted' },
        t('plandiff.below', {
          n: difference.below.count,
          area: exact(app.lang, difference.below.areaM2),
          limit: exact(app.lang, difference.below.limitM2),
        }),
      ),
    totalsTable(app, difference),
    transitionsTable(app, difference.transitions),
    checks && checksPart(app, checks),
  ];
}

function lead(app, { before, after, changes, same }) {
  return h(
    'p',
    { id: 'difference-lead' },
    changes.length
      ? app.t('plandiff.lead', { from: before.version, to: after.version, n: changes.length, same })
      : app.t('plandiff.none', { from: before.version, to: after.version, same }),
  );
}

function changesTable(app, changes, id) {
  const { t } = app;
  const heads = ['zone', 'change', 'before', 'after', 'came', 'went'].map((key) => t(`plandiff.${key}`));
  return scrollTable(
    id,
    t('plandiff.caption'),
    heads,
    changes.map((change) =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, zonesText(change)),
        h('td', {}, change.kinds.map((kind) => t(`plandiff.kind.${kind}`)).join(', ')),
        sideCell(app, change.before, change.beforeM2),
        sideCell(app, change.after, change.afterM2),
        groundCell(app, change.cameM2, change.from, 'from'),
        groundCell(app, change.wentM2, change.to, 'to'),
      ),
    ),
  );
}

/** "N1", "N1 → N1a, N1b"; a name where it says more than the id. */
function zonesText({ before, after }) {
  const names = (zones) =>
    zones.map(({ zone, name }) => (name && name !== zone ? `${name} (${zone})` : zone)).join(', ');
  const [was, is] = [names(before), names(after)];
  return !was || !is || was === is ? is || was : `${was} → ${is}`;
}

function sideCell(app, zones, m2) {
  if (!zones.length) return h('td', { class: 'muted' }, app.t('plandiff.nothing'));
  const purposes = [
    ...new Set(zones.map((one) => `${one.code} ${app.text(one.codeName)}, ${status(app, one.status)}`)),
  ];
  return h(
    'td',
    { class: 'planaccount-text', title: exact(app.lang, m2) },
    daaText(app.lang, m2),
    purposes.map((text) => h('div', { class: 'muted' }, text)),
  );
}

function groundCell(app, m2, shares, key) {
  if (m2 < 0.05) return h('td', { class: 'muted' }, app.t('plandiff.nothing'));
  return h(
    'td',
    { class: 'planaccount-text', title: exact(app.lang, m2) },
    daaText(app.lang, m2),
    shares.map((share) =>
      h(
        'div',
        { class: 'muted' },
        app.t(`plandiff.share.${key}`, {
          area: daaText(app.lang, share.areaM2),
          purpose: share.code === null ? app.t('plandiff.unplanned') : app.text(share.codeName),
        }),
      ),
    ),
  );
}

function totalsTable(app, { totals, sum }) {
  const { t } = app;
  const heads = ['purpose', 'before', 'wentTotal', 'cameTotal', 'after'].map((key) => t(`plandiff.${key}`));
  const row = (name, cells, type) =>
    h(
      'tr',
      { class: type },
      h('th', { scope: 'row' }, name),
      cells.map((m2) => (m2 === null ? h('td', {}) : areaCell(app, m2))),
    );
  const line = (one) =>
    row(
      `${one.code} ${app.text(one.codeName)}`,
      [one.beforeM2, -one.wentM2, one.cameM2, one.afterM2],
      one.business ? 'planaccount-group' : null,
    );
  // Left out of the purposes' lines it would be: ground that only changed purpose came to one and went from another.
  const shift = (key) => totals.reduce((all, one) => all + one[key], 0) - sum[key];
  return [
    h('h4', {}, t('plandiff.totals')),
    h('p', { class: 'muted' }, t('plandiff.totalsText')),
    accountTable('difference-totals', t('plandiff.totalsCaption'), heads, [
      ...totals.map(line),
      row(
        t('plandiff.difference'),
        [sum.beforeDifferenceM2, shift('wentM2'), -shift('cameM2'), sum.afterDifferenceM2],
        'planaccount-difference',
      ),
      row(t('plandiff.sum'), [sum.beforeM2, -sum.wentM2, sum.cameM2, sum.afterM2], 'planaccount-total'),
    ]),
  ];
}

function transitionsTable(app, transitions) {
  if (!transitions.length) return null;
  const { t } = app;
  const words = (name, code) => `${app.text(name)}, ${status(app, code)}`;
  return h(
    'details',
    { id: 'difference-transitions' },
    h('summary', {}, t('plandiff.transitions')),
    accountTable(
      'difference-transitions-table',
      t('plandiff.transitions'),
      ['before', 'after', 'area'].map((key) => t(`plandiff.${key}`)),
      transitions.map((one) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, words(one.fromName, one.fromStatus)),
          h('td', { class: 'planaccount-text' }, words(one.toName, one.toStatus)),
          areaCell(app, one.areaM2),
        ),
      ),
      1,
    ),
  );
}

/** Rules that came out otherwise, and the findings that came, went or changed. */
function checksPart(app, checks) {
  const { t } = app;
  const outcome = (code) => (code ? t(`plandiff.outcome.${code}`) : t('plandiff.nothing'));
  const changed = checks.rules.filter((rule) => rule.outcomeBefore !== rule.outcomeAfter);
  return [
    h('h4', {}, t('plandiff.rules', { strategy: app.text(checks.strategy) })),
    h(
      'p',
      { id: 'difference-verdict' },
      t('plandiff.verdict', { before: outcome(checks.verdictBefore), after: outcome(checks.verdictAfter) }),
      ' ',
      t('plandiff.findings', {
        came: checks.findings.filter((one) => one.change === 'came').length,
        gone: checks.findings.filter((one) => one.change === 'gone').length,
        changed: checks.findings.filter((one) => one.change === 'changed').length,
        same: checks.sameFindings,
      }),
    ),
    !checks.comparable && h('p', { class: 'caveat' }, t('plandiff.notComparable')),
    changed.length === 0 && h('p', {}, t('plandiff.rulesSame')),
    changed.length > 0 &&
      accountTable(
        'difference-rules',
        t('plandiff.rulesCaption'),
        ['rule', 'before', 'after'].map((key) => t(`plandiff.${key}`)),
        changed.map((rule) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, `${rule.rule} ${app.text(rule.name)}`),
            h('td', { class: 'planaccount-text' }, outcome(rule.outcomeBefore)),
            h('td', { class: 'planaccount-text' }, outcome(rule.outcomeAfter)),
          ),
        ),
        2,
      ),
    checks.findings.length > 0 &&
      h(
        'details',
        { id: 'difference-findings' },
        h('summary', {}, t('plandiff.findingsShow', { n: checks.findings.length })),
        h(
          'ul',
          {},
          checks.findings.map((one) =>
            h(
              'li',
              {},
              h('strong', {}, t(`plandiff.finding.${one.change}`)),
              ` ${app.text(one.sentence)} `,
              one.change === 'changed' && h('span', { class: 'muted' }, amounts(app.lang, one)),
            ),
          ),
        ),
      ),
  ];
}
