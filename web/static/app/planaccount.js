// The area account (arealregnskap) of a plan, a municipality or the region: key figures, what is new, the reserve, what the
// ground is, and whether it all adds up. A plan version is also compared with another version of the plan.
import { h, render } from './dom.js';
import { problemBox } from './frame.js';
import { controlTable, groundTable, reserveTable, themeTables } from './planaccounttables.js';
import { differencePart } from './plandifference.js';
import { daaText, reserveGroups, reserveSum, versionOf } from './planfigures.js';

/** Nodes for a subject: "region", a municipality's number, or "plan@version". */
export function accountSection(app, subject) {
  const { t } = app;
  const address = `/api/plans/account?subject=${encodeURIComponent(subject)}`;
  const answer = app.loader.ask(`account ${subject}`, () => app.api.get(address));
  const version = versionOf(subject);
  return [
    h(
      'section',
      { id: 'account', class: 'planaccount', 'aria-labelledby': 'account-title' },
      h('h3', { id: 'account-title' }, t('planaccount.title')),
      h('p', {}, t('planaccount.lead')),
      answer.status === 'loading' && h('p', { role: 'status', class: 'muted' }, t('planaccount.loading')),
      answer.status === 'failed' && problemBox(app, answer.problem, app.loader.retry),
      answer.status === 'ready' && accountParts(app, answer.value, address),
    ),
    version && differencePart(app, version.plan, version.version),
  ];
}

function accountParts(app, account, address) {
  const { t } = app;
  const [whole, ...parts] = account.scopes;
  if (!account.plans.length) return h('p', { class: 'empty' }, t('planaccount.noPlans'));
  return [
    account.missingMunicipalities.length > 0 &&
      h(
        'p',
        { class: 'caveat' },
        t('planaccount.missing', {
          names: account.missingMunicipalities.map((number) => place(app, number)).join(', '),
        }),
      ),
    account.plans.some((plan) => plan.sample) && h('p', { class: 'caveat' }, t('planaccount.sample')),
    scopeParts(app, account, whole, 'all'),
    parts.length > 0 && [
      h('h4', {}, t('planaccount.byMunicipality')),
      parts.map((scope) => municipalityPart(app, account, scope)),
    ],
    h(
      'p',
      {},
      h('a', { id: 'account-csv', href: `${address}&format=csv&lang=${app.lang}` }, t('planaccount.csv')),
      ` ${t('planaccount.csvHint')}`,
    ),
  ];
}

/** The same tables for one municipality, made when they are opened. */
function municipalityPart(app, account, scope) {
  const name = place(app, scope.municipality);
  const body = h('div', {});
  const id = `account-${scope.municipality || 'outside'}`;
  const open = (event) => {
    if (event.target === event.currentTarget && event.currentTarget.open && !body.firstChild)
      render(body, scopeParts(app, account, scope, id));
  };
  return h(
    'details',
    { id, ontoggle: open },
    h(
      'summary',
      {},
      app.t('planaccount.municipality', {
        name,
        business: daaText(app.lang, scope.change.nowM2),
        all: daaText(app.lang, scope.sums.unionM2),
      }),
    ),
    body,
  );
}

function place(app, number) {
  if (!number) return app.t('planaccount.outside');
  return app.data.region.municipalities.find((one) => one.number === number)?.name ?? number;
}

function scopeParts(app, account, scope, id) {
  return [
    figures(app, account, scope),
    reserveTable(app, account, scope, id),
    groundTable(app, account, scope, id),
    themeTables(app, account, scope, id),
    controlTable(app, account, scope, id),
  ];
}

/** What a mayor reads: how much business land, what is new in it, and how much is not built on. */
function figures(app, account, scope) {
  const { t, lang } = app;
  const { change } = scope;
  const business = reserveGroups(account, scope).filter(({ group }) => group.business);
  const reserve = reserveSum(business.flatMap(({ lines }) => lines));
  const text = (m2) => daaText(lang, m2);
  const items = [
    [t('planaccount.business'), text(change.nowM2)],
    change.compared && [t('planaccount.continued'), text(change.continuedM2)],
    change.compared && [t('planaccount.added'), text(change.addedM2)],
    change.compared && [t('planaccount.removed'), text(change.removedM2)],
    change.compared &&
      change.notComparedM2 > 0.05 && [t('planaccount.notCompared'), text(change.notComparedM2)],
    [t('planaccount.unbuilt'), text(reserve.unbuiltM2)],
    reserve.unknownM2 > 0.05 && [t('planaccount.unknownBuilt'), text(reserve.unknownM2)],
  ].filter(Boolean);
  return [
    h(
      'dl',
      { class: 'planaccount-figures' },
      items.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
    ),
    h(
      'p',
      { class: 'muted' },
      change.compared
        ? t('planaccount.comparedWith', { plans: earlier(account) })
        : t('planaccount.noEarlier'),
    ),
  ];
}

function earlier(account) {
  return account.plans
    .filter((plan) => plan.earlier !== null)
    .map((plan) => `${plan.name} (${plan.version} / ${plan.earlier})`)
    .join(', ');
}
