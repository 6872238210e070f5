// What must be checked about a site, and how well it is known: words beside the points, never part of them.
import { h } from './dom.js';
import { found, percent } from './format.js';
import { sourceText } from './frame.js';
import { reason } from './lines.js';
import { basisBadge } from './portfolio.js';

export function flagsPart(app, score) {
  const { t } = app;
  const order = [...score.flags].sort(
    (a, b) => (a.outcome === 'broken' ? 0 : 1) - (b.outcome === 'broken' ? 0 : 1),
  );
  return h(
    'section',
    {},
    h('h3', {}, t('flags.title')),
    order.length === 0 && h('p', {}, t('flags.none')),
    h(
      'ul',
      { class: 'flags' },
      order.map((flag) => {
        const check = app.data.strategy.checks.find((c) => c.id === flag.check);
        const kind =
          flag.outcome !== 'broken' ? 'notChecked' : flag.effect === 'exclude' ? 'excludes' : 'broken';
        return h(
          'li',
          { class: `flag flag--${kind}` },
          h(
            'p',
            {},
            h('span', { class: 'badge' }, t(`flag.${kind}`)),
            ' ',
            h('strong', {}, check ? app.text(check.name) : flag.check),
          ),
          h(
            'p',
            {},
            flag.found.kind === 'notCovered'
              ? reason(app, flag.found)
              : `${t('line.found')}: ${found(app.lang, flag.found, flag.unit)}`,
          ),
          app.text(flag.action) &&
            h('p', {}, h('strong', {}, `${t('flag.action')}: `), app.text(flag.action)),
          h('p', { class: 'muted' }, sourceText(flag.source), ' ', basisBadge(app, flag.basis)),
        );
      }),
    ),
  );
}

export function confidencePart(app, score) {
  const { t, lang } = app;
  const names = (ids = []) =>
    ids.map((id) => app.text(app.data.strategy.criteria.find((c) => c.id === id)?.name) || id).join(', ');
  return h(
    'section',
    {},
    h('h3', {}, t('confidence.title')),
    h(
      'p',
      {},
      h('strong', {}, t('confidence.short', { percent: percent(lang, score.confidence.known) })),
      ` (${t(`level.${score.confidence.level}`)}). `,
      t('confidence.text'),
    ),
    h(
      'ul',
      {},
      score.confidence.reasons.map(({ code, criteria }) =>
        h('li', {}, t(`confidence.${code}`, { criteria: names(criteria) })),
      ),
    ),
  );
}
