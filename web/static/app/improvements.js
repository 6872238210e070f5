// What it would take to stand higher: sums over one run, said so that nobody reads a promise into them.
import { toward } from './curve.js';
import { h } from './dom.js';
import { amount, number, range } from './format.js';
import { notFollowed } from './ownweights.js';
import { className, foundText } from './words.js';

const TOP = 3;
const SHOWN = 4;

/** The part of the site's panel; nothing until it is known, and for the one that stands first. */
export function improvementsPart(app, row) {
  const { id } = app.data.run;
  const purpose = app.purpose.id;
  const address = `/api/runs/${id}/scores/${purpose}/${encodeURIComponent(row.id)}/improvements?top=${TOP}`;
  const answer = app.loader.ask(`improvements ${id} ${purpose} ${row.id}`, () => app.api.get(address)).value;
  if (!answer || (answer.place && !answer.target)) return null;
  const title = answer.place && answer.place.position <= TOP ? 'improve.titleUp' : 'improve.title';
  return h(
    'section',
    { class: 'improvements' },
    h('h3', {}, app.t(title)),
    notFollowed(app),
    answer.place ? improvements(app, answer) : excluded(app, answer),
  );
}

function excluded(app, { excludedBy }) {
  const checks = excludedBy.map((flag) =>
    app.t('improve.excludedBy', {
      check: app.text(flag.name),
      found: foundText(app, flag),
      action: app.text(flag.action),
    }),
  );
  return [
    h('p', {}, app.t('improve.excluded')),
    h(
      'ul',
      {},
      checks.map((text) => h('li', {}, text)),
    ),
  ];
}

function improvements(app, answer) {
  const { t, lang } = app;
  const { target, place, together } = answer;
  const enough = answer.improvements.filter((one) => one.enough);
  const others = answer.improvements.filter((one) => !one.enough);
  const item = (one) => h('li', {}, improvementText(app, one, place));
  return [
    h(
      'p',
      {},
      t('improve.target', {
        place: target.position,
        name: target.name,
        points: range(lang, target.low, target.high),
        needed: number(lang, answer.pointsNeeded, 1),
      }),
    ),
    enough.length > 0 && h('ul', {}, enough.slice(0, SHOWN).map(item)),
    enough.length === 0 && h('p', {}, t('improve.noneAlone')),
    together && h('p', {}, togetherText(app, together, place)),
    enough.length === 0 && !together && others.length > 1 && h('p', {}, t('improve.noneTogether')),
    (enough.length > SHOWN || others.length > 0) &&
      h(
        'details',
        { id: 'improvements-all' },
        h('summary', {}, t('improve.all', { n: enough.slice(SHOWN).length + others.length })),
        h('ul', {}, [...enough.slice(SHOWN), ...others].map(item)),
      ),
    h('p', { class: 'muted' }, t('improve.how', { number: app.data.run.number })),
  ];
}

function criterionName(app, id) {
  return app.text(app.data.strategy.criteria.find((c) => c.id === id)?.name) || id;
}

/** "Kjøretid til Gardermoen: med høyst 38 min i stedet for 52 min ville området gå fra plass 6 til plass 3 (+3,2 poeng)." */
function improvementText(app, one, before) {
  const missing = one.found.kind === 'notCovered';
  const same = one.place.position === before.position;
  return app.t(same ? 'improve.stays' : 'improve.moves', {
    name: criterionName(app, one.criterion),
    needed: neededText(app, one),
    instead: missing ? app.t('improve.unknown') : app.t('improve.instead', { now: foundText(app, one) }),
    from: before.position,
    to: one.place.position,
    points: number(app.lang, one.points, 1),
  });
}

function neededText(app, one) {
  if (one.direction === null) {
    const metric = app.data.strategy.criteria.find((c) => c.id === one.criterion)?.metric;
    return `«${className(app, metric?.fact, one.type)}»`;
  }
  const value = amount(app.lang, toward(one.value, one.direction, one.unit), one.unit);
  const now = one.found.kind === 'amount' && amount(app.lang, one.found.value, one.unit);
  // A change smaller than what is written would say "38 instead of 38".
  const key = value === now ? `improve.little.${one.direction}` : `improve.${one.direction}`;
  return app.t(key, { value });
}

function togetherText(app, { criteria, points, place }, before) {
  const [first, second] = criteria.map((id) => criterionName(app, id));
  return app.t('improve.together', {
    first,
    second,
    from: before.position,
    to: place.position,
    points: number(app.lang, points, 1),
  });
}
