// Making a link on one page: sites, fields, recipient, message, contact, last day, protection; then a look, then the address.
import { h } from './dom.js';
import { problemBox } from './frame.js';
import { fieldChoice } from './linkfields.js';
import { dayIn, linkPage, MAX_SITES, toggled } from './linkdraft.js';
import { chosenFields, make, preview } from './linksend.js';
import { faultOf, textField } from './planfields.js';

export function linkForm(app, own) {
  const { t } = app;
  const { draft } = linkPage;
  draft.contact ??= { name: '', role: '', phone: '', mail: '', ...own.items[0]?.contact };
  const ids = draft.sites.join(',');
  const fields = app.loader.ask(`link fields ${ids}`, () =>
    app.api.get(`/api/links/fields?sites=${encodeURIComponent(ids)}`),
  );
  if (fields.value) linkPage.fields = fields.value; // what was there stays until the new answer comes
  const send = (event) => {
    event.preventDefault();
    make(app);
  };
  return h(
    'form',
    { id: 'link-form', class: 'link-form', novalidate: true, onsubmit: send },
    h('h3', { id: 'link-title', tabindex: '-1' }, t('share.title')),
    sitesPart(app, draft),
    fieldsPart(app, draft, fields),
    recipientPart(app, draft),
    contactPart(app, draft),
    guardPart(app, draft, own.mailConfigured),
    unplaced(linkPage.problem) && problemBox(app, linkPage.problem, () => make(app)),
    actions(app),
  );
}

const FIELDS =
  /^(sites|fields|recipient|language|message|contact\.\w+|until|codeMail|watermark|downloads|answer)$/;

// Faults that stand at their field need no box of their own.
function unplaced(problem) {
  return problem && !problem.said?.faults?.some((fault) => FIELDS.test(fault.field));
}

function part(app, key, ...content) {
  return h('fieldset', { class: 'link-part' }, h('legend', {}, app.t(key)), content);
}

function faultLine(field) {
  const fault = faultOf(linkPage.problem, field);
  return (
    fault && h('p', { id: `link-${field}-fault`, class: 'plan-fault' }, `⚠ ${fault.detail} ${fault.remedy}`)
  );
}

function sitesPart(app, draft) {
  const { t } = app;
  const nameOf = (id) => app.data.sites.find((site) => site.id === id)?.name ?? id;
  const left = app.data.sites.filter((site) => !draft.sites.includes(site.id));
  const change = (sites) => {
    draft.sites = sites;
    app.draw();
  };
  return part(
    app,
    'share.sites',
    draft.answerName && h('p', {}, t('share.ofAnswer', { name: draft.answerName })),
    draft.sites.length > 0 && h('ul', { class: 'link-sites' }, draft.sites.map(chosenSite)),
    draft.sites.length < MAX_SITES &&
      left.length > 0 &&
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'link-add' }, t('share.addSite')),
        h(
          'select',
          {
            id: 'link-add',
            onchange: (event) => event.target.value && change([...draft.sites, event.target.value]),
          },
          h('option', { value: '' }, t('share.pick')),
          left.map((site) => h('option', { value: site.id }, site.name)),
        ),
      ),
    !draft.answer &&
      draft.sites.length > 1 &&
      checkBox('link-comparison', t('share.comparison'), draft.comparison, (on) => (draft.comparison = on)),
    faultLine('sites'),
    faultLine('answer'),
  );

  function chosenSite(id) {
    return h(
      'li',
      {},
      nameOf(id),
      ' ',
      h(
        'button',
        {
          id: `link-drop-${id}`,
          type: 'button',
          class: 'button button--small',
          'aria-label': t('share.dropNamed', { name: nameOf(id) }),
          onclick: () => {
            change(draft.sites.filter((other) => other !== id));
            document.getElementById('link-add')?.focus();
          },
        },
        t('share.drop'),
      ),
    );
  }
}

function fieldsPart(app, draft, answer) {
  const { t } = app;
  const { fields } = linkPage;
  return part(
    app,
    'share.fields',
    h('p', { class: 'muted' }, t('share.fieldsHow')),
    answer.status === 'failed' && problemBox(app, answer.problem, app.loader.retry),
    fields
      ? fieldChoice(app, fields, draft.sites, chosenFields(draft), (keys) => {
          draft.fields = keys;
          app.draw();
        })
      : h('p', { class: 'muted' }, t('loading')),
    faultLine('fields'),
  );
}

function text(app, draft, name, more = {}) {
  return textField(app, {
    id: `link-${name}`,
    label: app.t(`share.${name}`),
    value: draft[name],
    fault: faultOf(linkPage.problem, name),
    oninput: (value) => (draft[name] = value),
    autocomplete: 'off',
    ...more,
  });
}

function recipientPart(app, draft) {
  const { t } = app;
  return part(
    app,
    'share.recipientAnd',
    text(app, draft, 'recipient', { hint: t('share.recipientHint'), maxlength: 120 }),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'link-language' }, t('share.language')),
      h(
        'select',
        { id: 'link-language', onchange: (event) => (draft.language = event.target.value) },
        ['nb', 'en'].map((lang) =>
          h('option', { value: lang, selected: draft.language === lang }, t(`shareLanguage.${lang}`)),
        ),
      ),
    ),
    text(app, draft, 'message', { rows: 4, maxlength: 2000 }),
  );
}

function contactPart(app, draft) {
  const { contact } = draft;
  const field = (name, more) =>
    textField(app, {
      id: `link-contact-${name}`,
      label: app.t(`shareContact.${name}`),
      value: contact[name],
      fault: faultOf(linkPage.problem, `contact.${name}`),
      oninput: (value) => (contact[name] = value),
      ...more,
    });
  return part(
    app,
    'share.contact',
    h('p', { class: 'muted' }, app.t('share.contactHow')),
    h(
      'div',
      { class: 'link-columns' },
      field('name', { maxlength: 120, autocomplete: 'name' }),
      field('role', { maxlength: 120, autocomplete: 'organization-title' }),
      field('phone', { maxlength: 40, type: 'tel', autocomplete: 'tel' }),
      field('mail', { maxlength: 254, type: 'email', autocomplete: 'email' }),
    ),
  );
}

function guardPart(app, draft, mailConfigured) {
  const { t } = app;
  return part(
    app,
    'share.guard',
    text(app, draft, 'until', { type: 'date', min: dayIn(0), max: dayIn(365), hint: t('share.untilHint') }),
    checkBox(
      'link-coded',
      t('share.coded'),
      draft.coded,
      (on) => {
        draft.coded = on;
        app.draw();
      },
      !mailConfigured,
    ),
    !mailConfigured && h('p', { class: 'muted' }, t('share.noMail')),
    draft.coded &&
      text(app, draft, 'codeMail', { type: 'email', maxlength: 254, hint: t('share.codeMailHint') }),
    h('p', { id: 'link-downloads' }, t('share.downloads')),
    ['prospectus', 'slide'].map((kind) =>
      checkBox(`link-download-${kind}`, t(`shareDownload.${kind}`), draft.downloads.includes(kind), (on) => {
        draft.downloads = toggled(draft.downloads, kind, on);
      }),
    ),
    text(app, draft, 'watermark', { maxlength: 80, hint: t('share.watermarkHint') }),
  );
}

function checkBox(id, label, checked, change, disabled = false) {
  return h(
    'label',
    { class: 'check', for: id },
    h('input', {
      id,
      type: 'checkbox',
      checked,
      disabled,
      onchange: (event) => change(event.target.checked),
    }),
    h('span', {}, label),
  );
}

function actions(app) {
  const { t } = app;
  const { busy } = linkPage;
  const cancel = () => {
    Object.assign(linkPage, { draft: null, problem: null });
    app.draw();
    document.getElementById('link-new')?.focus();
  };
  return h(
    'p',
    { class: 'link-actions' },
    h(
      'button',
      { id: 'link-preview', type: 'button', class: 'button', disabled: busy, onclick: () => preview(app) },
      t('share.preview'),
    ),
    h(
      'button',
      { id: 'link-make', type: 'submit', class: 'button button--primary', disabled: busy },
      t('share.make'),
    ),
    h('button', { id: 'link-cancel', type: 'button', class: 'button', onclick: cancel }, t('share.cancel')),
  );
}
