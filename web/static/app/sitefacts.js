// What may knock a site out, first on its panel: each with who says so and when, or that nobody has said it.
import { h, link } from './dom.js';
import { knockOut } from './facts.js';
import { amount, date } from './format.js';
import { originText, pair, versionText } from './lines.js';
import { datasetName, factName, factText, foundText } from './words.js';

export function knockOutPart(app, row, answers) {
  const { t, lang } = app;
  const facts = knockOut(
    app.data.strategy,
    row.site,
    answers.filter((a) => a.status === 'ready').map((a) => a.value),
  );
  const line = (l) => (l === null ? t('notMeasured') : foundText(app, l));
  const stated = ({ key, facts: said }) =>
    pair(
      t(`knock.${key}`),
      said.length
        ? [said.map((fact) => factLine(app, fact, said.length > 1)), withoutBasis(app, said)]
        : h('span', { class: 'missing' }, t('notStated')),
    );
  const area = facts.area ? line(facts.area) : t('notMeasured');
  const outline = row.areaDaa === null ? t('area.unknown') : amount(lang, row.areaDaa, 'daa');
  return h(
    'section',
    { class: 'facts' },
    h('h3', {}, t('knock.title')),
    h(
      'dl',
      { class: 'knock' },
      pair(t('knock.area'), [
        facts.area?.found.kind === 'amount'
          ? h('div', {}, h('strong', {}, area), basisOfData(app, facts.area))
          : h('div', { class: 'missing' }, area),
        h('div', { class: 'muted' }, `${t('knock.outline')}: ${outline}`),
      ]),
      stated(facts.stated[0]),
      stated(facts.stated[1]),
      pair(
        t('knock.drive'),
        h(
          'ul',
          { class: 'plain' },
          driveLines(app, facts.drive),
          // All minutes come from the same layer; its version is said once.
          h('li', {}, basisOfData(app, facts.drive.find((d) => d.line)?.line)),
        ),
      ),
      stated(facts.stated[2]),
      stated(facts.stated[3]),
    ),
    facts.other.length > 0 &&
      h(
        'details',
        { id: 'other-facts' },
        h('summary', {}, t('knock.other', { n: facts.other.length })),
        h(
          'dl',
          { class: 'knock' },
          facts.other.map((fact) => pair(factName(app, fact.fact), factLine(app, fact))),
        ),
      ),
  );
}

// What no purpose for this kind of site asks for is not measured; said once, not once for every destination.
function driveLines(app, drive) {
  const measured = drive.filter((d) => d.line);
  if (!measured.length) return h('li', { class: 'missing' }, app.t('notAsked'));
  return measured.map(({ criterion, line }) => {
    const missing = line.found.kind === 'notCovered';
    const text = h(missing ? 'span' : 'strong', { class: missing ? 'missing' : null }, foundText(app, line));
    return h('li', {}, `${app.text(criterion.name)}: `, text);
  });
}

// One version is named in full; of several the names and dates, since all stand with their source further down.
function basisOfData(app, line) {
  const read = line?.datasetVersions ?? [];
  if (!read.length) return null;
  const short = (v) => `${datasetName(app, v.dataset)}${v.asOf ? ` (${date(app.lang, v.asOf)})` : ''}`;
  const text =
    read.length === 1
      ? versionText(app, read[0])
      : app.t('knock.measuredIn', { names: read.map(short).join(', ') });
  return h('div', { class: 'muted' }, text);
}

// A figure of power says nothing of whether it can be had: that is its basis.
function withoutBasis(app, said) {
  const has = (id) => said.some((fact) => fact.fact === id);
  return has('powerMW') && !has('powerBasis') && h('div', { class: 'missing' }, app.t('power.noBasis'));
}

// An address or a number of a role can be used as it stands.
function reach({ fact, value }, text) {
  if (fact === 'contactEmail') return h('a', { href: `mailto:${value}` }, text);
  if (fact === 'contactPhone') return h('a', { href: `tel:${String(value).replaceAll(' ', '')}` }, text);
  return text;
}

function factLine(app, fact, named = false) {
  return h(
    'div',
    {},
    named && `${factName(app, fact.fact)}: `,
    h('strong', {}, reach(fact, factText(app, fact))),
    h(
      'div',
      { class: 'muted' },
      originText(app, fact),
      fact.source && [', ', link(fact.url ?? fact.source, fact.source)],
    ),
  );
}
