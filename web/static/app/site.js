// The panel of one site: what may knock it out first, then the points, then what must be checked, then sources.
import { rangeBar } from './bars.js';
import { completenessPart } from './completeness.js';
import { confidenceTable } from './confidence.js';
import { h, render } from './dom.js';
import { purposesToRead } from './facts.js';
import { date, distance, range } from './format.js';
import { editButton } from './editentry.js';
import { problemBox } from './frame.js';
import { improvementsPart } from './improvements.js';
import { linkButton } from './linkbutton.js';
import { scoreLine, sortLines, versionText } from './lines.js';
import { fullText, marks, placeText, sharesText } from './list.js';
import { notFollowed, ownBadge } from './ownweights.js';
import { scenarioBadge } from './scenariobanner.js';
import { confidencePart, flagsPart } from './sitechecks.js';
import { knockOutPart } from './sitefacts.js';
import { partsPart, partText } from './siteparts.js';
import { confirmButton, confirmForm, freshnessPart, upkeepPart } from './siteupkeep.js';
import { chain } from './why.js';

export function drawSite(app, container) {
  const row = app.rows.find((r) => r.id === app.state.site);
  container.hidden = !row;
  if (!row) return render(container);
  container.setAttribute('aria-labelledby', 'site-title');
  const { strategy } = app.data;
  const ranked = new Set(
    strategy.purposes
      .filter((p) => app.data.run.rankings[p.id]?.some((e) => e.site === row.id))
      .map((p) => p.id),
  );
  const answers = purposesToRead(strategy, ranked, app.purpose.id).map((purpose) =>
    app.score(purpose, row.id),
  );
  const own = ranked.has(app.purpose.id) ? app.score(app.purpose.id, row.id) : null;
  return render(
    container,
    head(app, row),
    waiting(app, answers),
    knockOutPart(app, row, answers),
    partsPart(app, row),
    own === null &&
      h(
        'p',
        { class: 'empty' },
        app.t('site.notRanked', { purpose: app.text(app.purpose.name), kind: app.t(`kind.${row.kind}`) }),
      ),
    own?.status === 'ready' && [
      notFollowed(app),
      completenessPart(app, row),
      scorePart(app, row, own.value),
      improvementsPart(app, row),
      flagsPart(app, own.value),
      confidencePart(app, own.value),
      confidenceTable(app, row),
    ],
    otherPurposes(app, row),
    upkeepPart(app, row),
    own?.status === 'ready' && sourcesPart(app, row, own.value),
  );
}

function head(app, row) {
  const { t } = app;
  return h(
    'header',
    { class: 'site-head' },
    h(
      'button',
      {
        id: 'site-close',
        type: 'button',
        class: 'button button--small site-close',
        onclick: () => app.select(''),
      },
      t('site.close'),
    ),
    h('h2', { id: 'site-title', tabindex: '-1' }, row.name),
    h('p', {}, [t(`kind.${row.kind}`), sharesText(app, row), placeText(app, row)].join(' · ')),
    marks(app, row),
    freshnessPart(app, row),
    row.schematic &&
      h(
        'p',
        { class: 'caveat' },
        t(row.areaDaa === null ? 'schematic.point' : 'schematic.text', {
          accuracy: distance(app.lang, row.site.accuracyM),
        }),
      ),
    h(
      'div',
      { class: 'site-actions' },
      h(
        'button',
        {
          id: 'site-compare',
          type: 'button',
          class: 'button button--small',
          'aria-pressed': String(app.state.compare.includes(row.id)),
          onclick: () => app.toggleCompare(row.id),
        },
        t(app.state.compare.includes(row.id) ? 'compare.remove' : 'compare.one'),
      ),
      editButton(app, row),
      confirmButton(app, row),
      linkButton(app, 'site-link', { sites: [row.id] }),
      h(
        'button',
        { id: 'site-share', type: 'button', class: 'button button--small', onclick: () => share(app) },
        t('site.share'),
      ),
      h(
        'button',
        { id: 'site-print', type: 'button', class: 'button button--small', onclick: () => window.print() },
        t('site.print'),
      ),
      !app.state.compare.includes(row.id) && fullText(app),
    ),
    confirmForm(app, row),
  );
}

// Without permission for the clipboard the address is shown, ready to be copied by hand.
async function share(app) {
  try {
    await navigator.clipboard.writeText(location.href);
    app.announce(app.t('site.shared'));
    document.getElementById('site-share').textContent = app.t('site.shared');
  } catch {
    window.prompt(app.t('site.copyByHand'), location.href);
  }
}

function waiting(app, answers) {
  const failed = answers.find((a) => a.status === 'failed');
  if (failed) return problemBox(app, failed.problem, app.loader.retry);
  return (
    answers.some((a) => a.status === 'loading') &&
    h('p', { class: 'muted', role: 'status' }, app.t('loading'))
  );
}

function scorePart(app, row, score) {
  const { t, lang } = app;
  const heaviest = Math.max(...score.lines.map((l) => l.weight));
  return h(
    'section',
    {},
    h('h3', {}, t('score.title', { purpose: app.text(app.purpose.name) })),
    ownBadge(app),
    row.verdict === 'scored' &&
      h(
        'p',
        { class: 'score-sum' },
        rangeBar(row.low, row.high),
        h('strong', {}, t('score.sum', { points: range(lang, row.low, row.high) })),
        ' ',
        scenarioBadge(app),
      ),
    row.verdict === 'excluded' &&
      h('p', { class: 'problem__title' }, t('list.because', { why: row.excludedBy.join(', ') })),
    score.scoredPart &&
      h('p', {}, h('strong', {}, t('score.part', { part: partText(app, score.scoredPart) }))),
    h('p', { class: 'muted' }, t('score.how')),
    h(
      'ol',
      { class: 'lines' },
      sortLines(score.lines).map((line) => scoreLine(app, line, heaviest, chain(app, line, score))),
    ),
  );
}

function otherPurposes(app, row) {
  const { t, lang, data } = app;
  const lineOf = (p) => {
    const ranking = p === app.purpose ? app.weighed.ranking : data.run.rankings[p.id];
    const entry = ranking?.find((e) => e.site === row.id);
    const text = !entry
      ? t('verdict.none')
      : entry.verdict === 'excluded'
        ? t('verdict.excluded')
        : `${range(lang, entry.low, entry.high)} ${t('points')}`;
    return h(
      'tr',
      { class: p === app.purpose ? 'is-current' : null },
      h(
        'th',
        { scope: 'row' },
        h(
          'button',
          {
            id: `to-${p.id}`,
            type: 'button',
            class: 'link-button',
            'aria-current': p === app.purpose ? 'true' : null,
            onclick: () => app.go({ purpose: p.id }),
          },
          app.text(p.name),
        ),
      ),
      h('td', { class: 'bar-cell' }, entry?.verdict === 'scored' && rangeBar(entry.low, entry.high)),
      h('td', { class: 'number' }, text),
    );
  };
  return h(
    'section',
    {},
    h('h3', {}, t('others.title')),
    h(
      'table',
      { class: 'small-table' },
      h('caption', { class: 'visually-hidden' }, t('others.title')),
      h(
        'thead',
        { class: 'visually-hidden' },
        h(
          'tr',
          {},
          [t('purpose.label'), t('column.bar'), t('column.points')].map((text) =>
            h('th', { scope: 'col' }, text),
          ),
        ),
      ),
      h('tbody', {}, data.strategy.purposes.map(lineOf)),
    ),
  );
}

function sourcesPart(app, row, score) {
  const seen = new Map(
    score.lines.flatMap((l) => l.datasetVersions).map((v) => [`${v.dataset} ${v.version}`, v]),
  );
  return h(
    'section',
    {},
    h('h3', {}, app.t('sources.title')),
    h(
      'ul',
      {},
      h('li', {}, `${app.t('sources.site')}: `, row.site.source),
      [...seen.values()].map((v) => h('li', {}, versionText(app, v))),
    ),
    h(
      'p',
      { class: 'muted' },
      app.t('sources.run', { number: app.data.run.number, date: date(app.lang, app.data.run.madeAt) }),
    ),
  );
}
