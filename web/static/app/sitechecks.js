// What must be checked about a site, and how well it is known: words beside the points, never part of them.
import { correctedChecks } from './corrections.js';
import { h } from './dom.js';
import { percent } from './format.js';
import { sourceText } from './frame.js';
import { basisBadge } from './portfolio.js';
import { objectsPart } from './whyobjects.js';
import { foundText } from './words.js';

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
              ? foundText(app, flag)
              : `${t('line.found')}: ${foundText(app, flag)}`,
          ),
          app.text(flag.action) &&
            h('p', {}, h('strong', {}, `${t('flag.action')}: `), app.text(flag.action)),
          h('p', { class: 'muted' }, sourceText(flag.source), ' ', basisBadge(app, flag.basis)),
          objectsPart(app, flag, flag.check),
        );
      }),
    ),
    passed(app, score),
    correctedChecks(app, score),
  );
}

// A check that found nothing in coarse data has not found the site clear, and must not be passed over in silence.
function passed(app, score) {
  const { checks } = app.data.strategy;
  const flagged = new Set(score.flags.map((flag) => flag.check));
  const asked = checks.filter((c) => c.purposes.includes(score.purpose));
  const ok = asked.filter((c) => !flagged.has(c.id));
  const isCoarse = ({ metric }) =>
    app.data.datasets.some((d) => d.id === metric.dataset && d.inUse?.omitsBelowM2 > 0);
  const say = (key, some) =>
    some.length > 0 && h('p', {}, app.t(key, { checks: some.map((c) => app.text(c.name)).join('; ') }));
  return [
    say(
      'flags.passed',
      ok.filter((c) => !isCoarse(c)),
    ),
    say('flags.passedCoarse', ok.filter(isCoarse)),
  ];
}

export function confidencePart(app, score) {
  const { t, lang } = app;
  const names = (ids = []) =>
    ids.map((id) => app.text(app.data.strategy.criteria.find((c) => c.id === id)?.name) || id).join('; ');
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
