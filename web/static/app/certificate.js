// "Hvor sikkert": how sure the ranking is. The same sites ranked ten thousand times, with other weights and other values.
import { groupShare, groupsOf, letter, ownWeights, rankGroups, shade, withChoices } from './certainty.js';
import { centralPart, swapPart, takenPart } from './certificateparts.js';
import { h, render } from './dom.js';
import { number, percent } from './format.js';
import { problemBox } from './frame.js';
import { informationPart } from './information.js';

const SPREADS = ['stated', 'swing', 'all'];
const NAMED = 8; // more names than that are a number

export function drawCertificate(app, container) {
  const { t } = app;
  const choice = {
    weights: ownWeights(app.state.weights, app.purpose),
    spread: app.state.spread || SPREADS[0],
    seed: app.state.seed || '1',
  };
  const address = withChoices(`/api/runs/${app.data.run.id}/certificates/${app.purpose.id}`, choice);
  const answer = app.loader.ask(address, () => app.api.get(address));
  render(
    container,
    h('h2', {}, t('sure.title', { purpose: app.text(app.purpose.name) })),
    h('p', { class: 'lead' }, t('sure.lead')),
    ownPart(app, choice),
    choicePart(app, choice, answer.value),
    answer.status === 'loading' && h('p', { class: 'muted', role: 'status' }, t('sure.counting')),
    answer.status === 'failed' && problemBox(app, answer.problem, app.loader.retry),
    answer.value && certificateParts(app, answer.value, choice, address),
  );
  if (app.lookFor && answer.value) {
    document.getElementById(app.lookFor)?.scrollIntoView();
    app.lookFor = null;
  }
}

/** Own weights are never taken for the adopted ones. */
function ownPart(app, { weights }) {
  if (!weights) return null;
  const name = app.state.weightsName;
  return h(
    'div',
    { class: 'notice sure-own' },
    h('p', {}, h('strong', {}, app.t(name ? 'sure.ownNamed' : 'sure.own', { name }))),
    h(
      'button',
      {
        id: 'sure-adopted',
        type: 'button',
        class: 'button button--small',
        onclick: () => app.go({ weights: null, weightsName: '' }),
      },
      app.t('sure.adopted'),
    ),
  );
}

function choicePart(app, { spread, seed }, certificate) {
  const { t } = app;
  const stated = spread === 'stated' && certificate && statedText(app, certificate);
  return h(
    'div',
    { class: 'sure-choice' },
    h(
      'fieldset',
      {},
      h('legend', {}, t('sure.spread')),
      SPREADS.map((one) =>
        h(
          'label',
          { class: 'sure-radio', for: `sure-${one}` },
          h('input', {
            id: `sure-${one}`,
            type: 'radio',
            name: 'sure-spread',
            checked: one === spread,
            onchange: () => app.go({ spread: one === SPREADS[0] ? '' : one }),
          }),
          h('span', {}, t(`sure.spread.${one}`)),
        ),
      ),
      stated && h('p', { class: 'muted' }, stated),
    ),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'sure-seed' }, t('sure.seed')),
      h('input', {
        id: 'sure-seed',
        type: 'text',
        class: 'sure-seed',
        inputmode: 'numeric',
        maxlength: '9',
        value: seed,
        'aria-describedby': 'sure-seed-why',
        onchange: ({ target }) => app.go({ seed: /^[0-9]{1,9}$/.test(target.value) ? target.value : '' }),
      }),
      h('p', { id: 'sure-seed-why', class: 'muted' }, t('sure.seedWhy')),
    ),
  );
}

function statedText(app, { rangesStated, weights }) {
  return rangesStated
    ? app.t('sure.ranges', { n: rangesStated, of: weights.length })
    : app.t('sure.rangesNone');
}

function certificateParts(app, certificate, choice, address) {
  const { t, lang } = app;
  if (!certificate.sites.length) return h('p', { class: 'empty' }, t('sure.empty'));
  return [
    h('p', {}, h('strong', {}, summary(app, certificate))),
    h(
      'p',
      {},
      t('sure.precision', {
        draws: number(lang, certificate.draws),
        seed: certificate.seed,
        error: number(lang, certificate.error95 * 100, 2),
      }),
      ' ',
      h('a', { href: '#sure-method' }, t('sure.toMethod')),
    ),
    heatTable(app, certificate),
    certificate.excluded.length > 0 && excludedText(app, certificate),
    swapPart(app, certificate),
    informationPart(app, choice),
    centralPart(app, certificate),
    takenPart(app, certificate),
    methodPart(app, certificate, address),
  ];
}

/** Who cannot be told apart at the top: the sentence a council needs. */
function summary(app, { sites }) {
  const [top] = groupsOf(sites);
  if (top.length > 1) return app.t('sure.topOpen', { sites: nameSome(app, top) });
  return app.t(sites.length > 1 ? 'sure.topClear' : 'sure.topOnly', {
    site: top[0].name,
    percent: percent(app.lang, top[0].next?.before ?? 1),
  });
}

function nameSome(app, sites) {
  const names = sites.slice(0, NAMED).map((site) => site.name);
  const left = sites.length - names.length;
  return names.join(', ') + (left > 0 ? ` ${app.t('sure.andMore', { n: left })}` : '');
}

function heatTable(app, { sites, neverHigh }) {
  const { t, lang } = app;
  const columns = rankGroups(sites.length);
  const name = ({ from, to }) => (from === to ? String(from) : `${from}–${to}`);
  const head = (key) => h('th', { scope: 'col', class: 'number' }, t(key));
  return [
    h(
      'div',
      {
        id: 'sure-scroll',
        class: 'table-scroll',
        tabindex: '0',
        role: 'region',
        'aria-label': t('sure.table'),
      },
      h(
        'table',
        { class: 'big-table sure-table' },
        h('caption', { class: 'visually-hidden' }, t('sure.table')),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, t('sure.site')),
            columns.map((column) =>
              h('th', { scope: 'col', class: 'number' }, t('sure.rank', { rank: name(column) })),
            ),
            ['sure.likeliest', 'sure.band', 'sure.group'].map(head),
          ),
        ),
        h(
          'tbody',
          {},
          sites.map((site) => heatRow(app, site, columns)),
        ),
      ),
    ),
    h('p', { class: 'muted' }, t('sure.never', { percent: number(lang, neverHigh * 100, 2) })),
  ];
}

function heatRow(app, site, columns) {
  const { t } = app;
  const band = site.from === site.to ? String(site.from) : `${site.from}–${site.to}`;
  return h(
    'tr',
    { class: site.site === app.state.site ? 'is-current' : null },
    h(
      'th',
      { scope: 'row' },
      `${site.position}. `,
      h(
        'button',
        {
          id: `sure-of-${site.site}`,
          type: 'button',
          class: 'link-button',
          'aria-current': site.site === app.state.site ? 'true' : null,
          onclick: () => app.go({ site: site.site }),
        },
        site.name,
      ),
    ),
    columns.map((column) => heatCell(app, groupShare(site.ranks, column))),
    h('td', { class: 'number' }, t('sure.rank', { rank: site.likeliest })),
    h('td', { class: 'number' }, band),
    h('td', { class: 'number' }, letter(site.group)),
  );
}

function heatCell(app, share) {
  return h(
    'td',
    { class: `number heat heat--${shade(share)}` },
    share > 0 ? percent(app.lang, share) : [h('span', { 'aria-hidden': 'true' }, '–'), never(app)],
  );
}

function never(app) {
  return h('span', { class: 'visually-hidden' }, app.t('sure.neverDrawn'));
}

function excludedText(app, { excluded }) {
  const names = excluded.map(({ name, by }) => `${name} (${by.join(', ')})`).join('; ');
  return h('p', {}, app.t('sure.excluded', { sites: names }));
}

function methodPart(app, certificate, address) {
  const { t, lang } = app;
  return h(
    'section',
    { id: 'sure-method', tabindex: '-1' },
    h('h3', {}, t('sure.method')),
    h('p', {}, t('sure.methodText')),
    h(
      'p',
      {},
      t('sure.drawsWhy', {
        wanted: number(lang, certificate.errorWanted * 100),
        draws: number(lang, certificate.draws),
      }),
    ),
    h(
      'p',
      { class: 'muted' },
      t('sure.generator', {
        name: certificate.generator,
        seed: certificate.seed,
        method: certificate.method,
      }),
      ' ',
      h('a', { href: address }, t('sure.document')),
    ),
    h('p', { class: 'muted' }, t('sure.literature')),
  );
}
