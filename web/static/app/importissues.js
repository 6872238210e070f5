// What is wrong with a file: a table by kind and the same on a map. A row leads to the place, a place to the row.
import { h } from './dom.js';
import { number } from './format.js';
import { problemBox } from './frame.js';
import { objectsOf } from './importcrs.js';
import { downloads } from './importlog.js';
import { counted, groupIssues, kindName, placeText, readIssues } from './importwords.js';

const STEP = 50;
const COLUMNS = ['object', 'what', 'remedy', 'weight', 'place'];

export function issuesPart(page, entry, seen) {
  const { app } = page;
  const { t } = app;
  const { blocking = 0, notes = 0 } = seen.issues ?? {};
  if (blocking + notes === 0)
    return (
      seen.state === 'READY' &&
      h('section', { class: 'card' }, h('h4', {}, t('import.issues')), h('p', {}, t('import.issuesNone')))
    );
  const address = `/api/deliveries/${entry.id}/issues`;
  const answer = issuesOf(app, entry);
  return h(
    'section',
    { class: 'card', id: 'issues' },
    h('h4', {}, t('import.issues')),
    h(
      'p',
      {},
      [blocking > 0 && counted(app, 'faults', blocking), notes > 0 && counted(app, 'notes', notes)]
        .filter(Boolean)
        .join(', '),
      '. ',
      t('import.download'),
      ' ',
      downloads(app, address, entry.fileName),
    ),
    answer.status === 'loading' && h('p', {}, t('loading')),
    answer.status === 'failed' && problemBox(app, answer.problem, app.loader.retry),
    answer.status === 'ready' && body(page, entry, seen, answer.value),
  );
}

/** All issues of a delivery, asked for once per examination. */
export function issuesOf(app, entry) {
  return app.loader.ask(`issues ${entry.id} ${entry.round}`, async () =>
    readIssues(await app.api.get(`/api/deliveries/${entry.id}/issues`)),
  );
}

function body(page, entry, seen, issues) {
  const groups = groupIssues(issues);
  const look = (entry.look ??= { kind: '', shown: STEP, issue: '' });
  const chosen = groups.filter(
    (group) => !look.kind || look.kind === group.key || look.kind === (group.blocking ? 'blocking' : 'notes'),
  );
  const shown = chosen.flatMap((group) => group.issues);
  return h(
    'div',
    { class: 'issues' },
    filter(page, groups, look),
    h(
      'div',
      { class: 'issues__both' },
      table(page, entry, chosen, look),
      issueMap(page, entry, seen, shown, look),
    ),
  );
}

function filter(page, groups, look) {
  const { app, redraw } = page;
  const { t, lang } = app;
  const sum = (list) =>
    number(
      lang,
      list.reduce((n, group) => n + group.issues.length, 0),
    );
  const options = [
    ['', t('importFilter.all', { n: sum(groups) })],
    ['blocking', t('importFilter.blocking', { n: sum(groups.filter((g) => g.blocking)) })],
    ['notes', t('importFilter.notes', { n: sum(groups.filter((g) => !g.blocking)) })],
    ...groups.map((group) => [group.key, `${kindName(app, group)} (${number(lang, group.issues.length)})`]),
  ];
  return h(
    'div',
    { class: 'field issues__filter' },
    h('label', { for: 'issue-filter' }, t('importFilter.label')),
    h(
      'select',
      {
        id: 'issue-filter',
        onchange: (event) => {
          Object.assign(look, { kind: event.target.value, shown: STEP, issue: '' });
          redraw();
        },
      },
      options.map(([value, text]) => h('option', { value, selected: value === look.kind }, text)),
    ),
  );
}

function table(page, entry, groups, look) {
  const { app, redraw } = page;
  const { t } = app;
  let left = look.shown;
  const bodies = groups.map((group) => {
    const rows = group.issues.slice(0, left);
    left -= rows.length;
    return rows.length > 0 && groupRows(page, group, rows, look);
  });
  const hidden = groups.reduce((n, group) => n + group.issues.length, 0) - look.shown;
  return h(
    'div',
    { class: 'issues__table' },
    h(
      'div',
      {
        id: 'issues-scroll',
        class: 'table-scroll',
        tabindex: '0',
        role: 'region',
        'aria-label': t('import.issues'),
      },
      h(
        'table',
        { class: 'big-table big-table--issues' },
        h('caption', { class: 'visually-hidden' }, t('import.issuesCaption')),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            COLUMNS.map((c) => h('th', { scope: 'col' }, t(`importColumn.${c}`))),
          ),
        ),
        bodies,
      ),
    ),
    hidden > 0 &&
      h(
        'button',
        {
          id: 'issues-more',
          type: 'button',
          class: 'button button--small',
          onclick: () => {
            look.shown += STEP * 4;
            redraw();
          },
        },
        t('import.more', { n: number(app.lang, hidden) }),
      ),
  );
}

function groupRows(page, group, issues, look) {
  const { app } = page;
  return h(
    'tbody',
    {},
    h(
      'tr',
      { class: 'issue-group' },
      h(
        'th',
        { scope: 'rowgroup', colspan: COLUMNS.length },
        `${kindName(app, group)} (${number(app.lang, group.issues.length)})`,
      ),
    ),
    issues.map((issue) => row(page, issue, look)),
  );
}

function row(page, issue, look) {
  const { app, redraw } = page;
  const { t } = app;
  const current = issue.id === look.issue;
  const object = issue.objectId || t('import.wholeFile');
  const choose = () => {
    look.issue = issue.id;
    redraw();
    if (issue.place) app.announce(t('import.shownOnMap', { object }));
  };
  return h(
    'tr',
    { class: current ? 'is-current' : null },
    h(
      'th',
      { scope: 'row' },
      issue.place
        ? h(
            'button',
            {
              id: `issue-${issue.id}`,
              type: 'button',
              class: 'link-button',
              'aria-pressed': String(current),
              'aria-label': t('import.showNamed', { object }),
              onclick: choose,
            },
            object,
          )
        : object,
    ),
    h('td', { class: 'wide' }, app.text(issue.message)),
    h('td', { class: 'wide' }, app.text(issue.remedy)),
    h('td', {}, weight(app, issue.blocking)),
    h('td', {}, placeText(app, issue)),
  );
}

function weight(app, blocking) {
  const kind = blocking ? 'blocking' : 'note';
  return h(
    'span',
    { class: 'issue-weight' },
    h('span', { class: `place-mark place-mark--${kind}`, 'aria-hidden': 'true' }, SIGN[kind]),
    app.t(`importWeight.${kind}`),
  );
}

const SIGN = { blocking: '!', note: 'i' };

function issueMap(page, entry, seen, issues, look) {
  const { app, previews, redraw } = page;
  const { t } = app;
  const placed = issues.filter((issue) => issue.place);
  if (!placed.length) return h('p', { class: 'muted' }, t('import.noPlaces'));
  const shown = previews.get('issues', t('import.issueMap'), (id) => {
    look.issue = id;
    look.shown = Math.max(look.shown, issues.findIndex((issue) => issue.id === id) + 1);
    redraw();
    const button = document.getElementById(`issue-${id}`);
    button?.scrollIntoView({ block: 'center' });
    button?.focus({ preventScroll: true });
  });
  const key = `${entry.id} ${entry.round}`;
  const crs = seen.crs?.used;
  const objects = crs && objectsOf(app, entry, crs);
  shown.update('objects', `${key} ${objects?.status}`, (map) =>
    map.setObjects(objects?.status === 'ready' ? objects.value : null),
  );
  shown.update('places', `${key} ${look.kind} ${app.lang}`, (map) => {
    map.setPlaces(placed.map((issue) => placeMark(app, issue)));
    map.fit(boxOfPlaces(placed));
  });
  shown.update('issue', `${key} ${look.kind} ${look.issue}`, (map) => {
    map.mark(look.issue);
    const issue = placed.find((one) => one.id === look.issue);
    if (issue) map.show(issue.place);
  });
  return h(
    'figure',
    { class: 'preview' },
    shown.element,
    h('figcaption', { class: 'muted' }, t('import.issueMap')),
  );
}

function placeMark(app, issue) {
  const kind = issue.blocking ? 'blocking' : 'note';
  return {
    id: issue.id,
    ...issue.place,
    kind,
    symbol: SIGN[kind],
    name: `${issue.objectId} ${app.text(issue.message)}`,
  };
}

function boxOfPlaces(issues) {
  const lon = issues.map(({ place }) => place.longitude);
  const lat = issues.map(({ place }) => place.latitude);
  const pad = 0.002;
  const least = (list) => list.reduce((a, b) => Math.min(a, b)) - pad;
  const most = (list) => list.reduce((a, b) => Math.max(a, b)) + pad;
  return [least(lon), least(lat), most(lon), most(lat)];
}
