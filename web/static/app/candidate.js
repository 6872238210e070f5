// What a shape that is drawn is worth beside the best stored sites, and what it does to the rules over all sites. Nothing
// of it is stored.
import { h } from './dom.js';
import { range } from './format.js';
import { gains } from './gains.js';
import { rankText, shownScore } from './edittools.js';
import { candidateLine } from './lacks.js';
import { municipalityName, outcomeBadge } from './portfoliopage.js';

/** The id under which a shape is drawn that need not be saved; no site can have it. */
export const CANDIDATE = '_kandidat';

export function candidatePart(editor) {
  const { app, id, assessments } = editor;
  const value = assessments.scored?.value;
  if (!value || value.areaM2 === null) return null;
  const open = id === CANDIDATE;
  return [bestPart(app, shownScore(app, value.scores), open), effectPart(app, value, open)];
}

function bestPart(app, score, open) {
  const { t, data } = app;
  if (!score?.best?.length) return null;
  const purpose = data.strategy.purposes.find((one) => one.id === score.purpose);
  return h(
    'details',
    { id: 'candidate-best', class: 'edit-section', open },
    h('summary', {}, t('candidate.best', { purpose: app.text(purpose.name) })),
    score.verdict !== 'scored' && h('p', { class: 'caveat' }, t('candidate.excluded')),
    h(
      'ol',
      { class: 'candidate__best' },
      score.best.map((best) => bestItem(app, score, best)),
    ),
  );
}

function bestItem(app, score, best) {
  const { t, lang } = app;
  const found = gains(score.lines, best.lines);
  const line = (key, list) =>
    list.length > 0 && h('p', {}, h('strong', {}, `${t(`candidate.${key}`)} `), differences(app, list));
  return h(
    'li',
    {},
    h('strong', {}, best.name),
    `: ${range(lang, best.low, best.high)} ${t('points')}, ${rankText(app, { ...best, of: score.of })}`,
    line('gains', found.gains),
    line('losses', found.losses),
    line('open', found.open),
  );
}

/** "Kjøretid til Gardermoen (+8 til +12); Pris (−4)" */
function differences(app, list) {
  const signed = (value) => (value > 0 ? `+${one(value)}` : value < 0 ? `−${one(-value)}` : '0');
  const one = (value) => range(app.lang, value, value);
  return list
    .map(({ criterion, low, high }) => {
      const name = app.text(app.data.strategy.criteria.find((c) => c.id === criterion)?.name) || criterion;
      const points =
        Math.round(low) === Math.round(high)
          ? signed(low)
          : app.t('candidate.between', { low: signed(low), high: signed(high) });
      return `${name} (${points})`;
    })
    .join('; ');
}

function effectPart(app, { portfolio }, open) {
  const { t } = app;
  if (!portfolio?.length) return null;
  const heads = ['changes.rule', 'candidate.before', 'candidate.after'];
  return h(
    'details',
    { id: 'candidate-effect', class: 'edit-section', open },
    h('summary', {}, t('candidate.effect')),
    h(
      'table',
      { class: 'small-table candidate__effect' },
      h('caption', { class: 'visually-hidden' }, t('candidate.effect')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((key) => h('th', { scope: 'col' }, t(key))),
        ),
      ),
      h(
        'tbody',
        {},
        portfolio.map((effect) => effectRows(app, effect)),
      ),
    ),
  );
}

function effectRows(app, effect) {
  const rule = app.data.strategy.portfolio.find((one) => one.id === effect.rule);
  return [
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, `${effect.part} · ${app.text(rule?.name) || effect.rule}`),
      h('td', {}, outcomeBadge(app, effect.before)),
      h('td', {}, outcomeBadge(app, effect.after)),
    ),
    h('tr', { class: 'candidate__why' }, h('td', { colspan: 3 }, whyText(app, effect))),
  ];
}

// Where it makes a difference, and what the candidate itself lacks.
function whyText(app, { groups, candidate }) {
  const { t } = app;
  const moved = groups.filter((group) => group.municipality && group.before !== group.after.outcome);
  const said = moved.map((group) =>
    t('candidate.moved', {
      where: municipalityName(app, group.municipality),
      before: t(`portfolio.${group.before}`),
      after: t(`portfolio.${group.after.outcome}`),
    }),
  );
  return [
    said.length > 0 && h('p', {}, said.join(' ')),
    candidate
      ? h('p', {}, candidateLine(app, { ...candidate, site: '' }, t('candidate.it')))
      : h('p', { class: 'muted' }, t('candidate.otherKind')),
  ];
}
