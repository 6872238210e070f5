// S1–S4: what the strategy asks of all sites together. Outcome as icon, word and colour, and the reason one click away.
import { h } from './dom.js';
import { sourceText } from './frame.js';

const ICON = { kept: '✓', broken: '✕', notCheckable: '?' };

/** One row of chips; on narrow screens one line that opens, so that the list is not pushed off the screen. */
export function portfolioStrip(app, wide) {
  const { t } = app;
  const chips = h(
    'ul',
    { class: 'portfolio__rules' },
    app.data.run.portfolio.map((result) => chip(app, result)),
  );
  const heading = h('h2', { id: 'portfolio-title' }, t('portfolio.title'));
  if (wide) return h('section', { class: 'portfolio', 'aria-labelledby': 'portfolio-title' }, heading, chips);
  const count = (outcome) => app.data.run.portfolio.filter((result) => result.outcome === outcome).length;
  const sum = t('portfolio.sum', {
    kept: count('kept'),
    broken: count('broken'),
    notCheckable: count('notCheckable'),
  });
  return h(
    'section',
    { class: 'portfolio', 'aria-labelledby': 'portfolio-title' },
    h('details', { id: 'portfolio-all' }, h('summary', {}, heading, h('span', {}, sum)), chips),
  );
}

function chip(app, result) {
  const rule = app.data.strategy.portfolio.find((r) => r.id === result.rule);
  const summary = h(
    'summary',
    {},
    h('span', { class: 'rule__icon', 'aria-hidden': 'true' }, ICON[result.outcome]),
    h(
      'span',
      {},
      h('strong', {}, result.part),
      ' ',
      rule ? app.text(rule.name) : result.rule,
      ' ',
      h('span', { class: 'rule__outcome' }, app.t(`portfolio.${result.outcome}`)),
    ),
  );
  const details = h(
    'details',
    {
      id: `rule-${result.rule}`,
      name: 'portfolio',
      class: `rule rule--${result.outcome}`,
      onkeydown: (event) => event.key === 'Escape' && close(details, summary),
    },
    summary,
    h('div', { class: 'rule__why' }, why(app, rule, result)),
  );
  return h('li', {}, details);
}

function close(details, summary) {
  details.open = false;
  summary.focus();
}

/** Groups with the sites that meet the rule, those that are undecided and what is missing, then source and caveat. */
export function why(app, rule, result) {
  const groups = result.groups.map((group) =>
    h(
      'li',
      { class: `group group--${group.outcome}` },
      h(
        'strong',
        {},
        `${ICON[group.outcome]} ${groupName(app, group)}: ${app.t(`portfolio.${group.outcome}`)}.`,
      ),
      ' ',
      groupText(app, group),
    ),
  );
  return [
    h('ul', { class: 'groups' }, groups),
    rule && conditions(app, rule),
    rule && app.text(rule.caveat) && h('p', { class: 'caveat' }, app.text(rule.caveat)),
    rule &&
      h(
        'p',
        { class: 'muted' },
        `${app.t('source')}: `,
        sourceText(rule.source),
        ' ',
        basisBadge(app, rule.basis),
      ),
  ];
}

function groupName(app, group) {
  if (!group.municipality) return app.text(app.data.region.name);
  return (
    app.data.region.municipalities.find((m) => m.number === group.municipality)?.name ?? group.municipality
  );
}

function groupText(app, group) {
  const name = (id) => app.data.run.sites.find((site) => site.id === id)?.name ?? id;
  const criterion = (id) => app.text(app.data.strategy.criteria.find((c) => c.id === id)?.name) || id;
  const parts = [];
  if (group.sites.length) parts.push(app.t('portfolio.meet', { sites: group.sites.map(name).join(', ') }));
  for (const site of group.undecided) {
    const what = group.missing.filter((m) => m.site === site).map((m) => criterion(m.criterion));
    parts.push(
      app.t('portfolio.undecided', {
        site: name(site),
        what: what.join(', ') || app.t('portfolio.unknownWhat'),
      }),
    );
  }
  return parts.join(' ') || app.t(group.outcome === 'broken' ? 'portfolio.none' : 'portfolio.nobody');
}

export function conditions(app, rule) {
  const texts = rule.conditions.map(({ criterion, atLeast }) => {
    const name = app.text(app.data.strategy.criteria.find((c) => c.id === criterion)?.name) || criterion;
    return atLeast > 0
      ? app.t('portfolio.condition', { name, points: Math.round(atLeast * 100) })
      : app.t('portfolio.known', { name });
  });
  return texts.length > 0 && h('p', {}, `${app.t('portfolio.asks')} ${texts.join('; ')}.`);
}

/** regel / verdi / FORSLAG: on whose word a number stands. */
export function basisBadge(app, basis) {
  return h(
    'span',
    { class: `badge badge--${basis}`, title: app.t(`basis.${basis}.title`) },
    app.t(`basis.${basis}`),
  );
}
