// How quickly enquiries are answered, by month, without figures that a handful of cases cannot bear.
import { h } from './dom.js';
import { number } from './format.js';
import { problemBox } from './frame.js';
import { scrollTable } from './scrolltable.js';

const COLUMNS = ['month', 'received', 'answered', 'waiting', 'without', 'median', 'ninety'];

export function statisticsPart(app, round) {
  const { t } = app;
  const answer = app.loader.ask(`enquiry statistics ${round}`, () =>
    app.api.get('/api/enquiries/statistics'),
  );
  if (answer.status === 'failed') return problemBox(app, answer.problem, app.loader.retry);
  if (answer.status === 'ready') app.replyTimes = answer.value;
  const said = app.replyTimes;
  if (!said || said.months.length === 0) return null;
  return h(
    'section',
    {},
    h('h3', {}, t('enquiryStats.title')),
    h('p', {}, t('enquiryStats.lead', { hours: said.hoursADay })),
    scrollTable(
      'enquiry-statistics-scroll',
      t('enquiryStats.title'),
      COLUMNS.map((column) => t(`enquiryStats.${column}`)),
      said.months.map((month) => row(app, month, said)),
    ),
  );
}

function row(app, month, { hoursADay, forMedian, forNinetyPercent }) {
  const { lang } = app;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, monthName(lang, month.month)),
    ['received', 'answered', 'waiting', 'withoutAnswer'].map((key) =>
      h('td', { class: 'number' }, number(lang, month[key])),
    ),
    h('td', {}, time(app, month.median, hoursADay, forMedian)),
    h('td', {}, time(app, month.ninetyPercent, hoursADay, forNinetyPercent)),
  );
}

function time(app, hours, hoursADay, fewest) {
  const { t, lang } = app;
  if (!hours) return t('enquiryStats.tooFew', { fewest });
  const text =
    hours.hours < hoursADay
      ? t('enquiryStats.hours', { hours: number(lang, hours.hours, 1) })
      : t('enquiryStats.days', { days: number(lang, hours.hours / hoursADay, 1) });
  return hours.atLeast ? t('enquiryStats.atLeast', { time: text }) : text;
}

function monthName(lang, month) {
  const [year, number_] = String(month).split('-');
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'nb-NO', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.UTC(+year, +number_ - 1, 1));
}
