// The sites as files to edit and hand in again: links, so that the browser saves them like any other file.
import { h } from './dom.js';
import { scenarioName } from './scenariobanner.js';

const FORMATS = ['gpkg', 'xlsx', 'csv', 'geojson'];

export function exportsPart(app) {
  const { t } = app;
  const list = (query, key) =>
    h(
      'p',
      {},
      t(key),
      ' ',
      FORMATS.map((format, i) => [
        i > 0 && ' · ',
        h(
          'a',
          { href: `/api/sites/export.${format}${query}`, download: `naeringsarealer.${format}` },
          t(`exportFormat.${format}`),
          h('span', { class: 'visually-hidden' }, ` (${t(key)})`),
        ),
      ]),
    );
  return h(
    'section',
    { id: 'exports' },
    h('h3', {}, t('exports.title')),
    h('p', { class: 'muted' }, t('exports.how')),
    scenarioName(app) && h('p', { class: 'caveat' }, t('whatif.exports')),
    list('', 'exports.stated'),
    list('?facts=all', 'exports.all'),
  );
}
