// The form of a scenario: name, note, works to tick, and new works, drawn on a small map or written as coordinates.
import { h } from './dom.js';
import { createPreview } from './map.js';
import { groupWorks, readPositions, toGeometry, writePositions } from './scenariodiff.js';
import { effect, groupName, workName } from './scenarioworks.js';
import { worksFile } from './worksfile.js';

const EMPTY_WORK = { kind: 'add', dataset: 'veger', withinM: '2000' };
const KINDS = ['add', 'upgrade', 'destination', 'fact'];
const NUMBERS = ['speedKmh', 'withinM', 'stage'];

// Kept over redraws, since a redraw makes every field anew.
let draft = emptyDraft();
let drawing = null;
let fault = '';

function emptyDraft() {
  return { id: '', version: 0, name: '', note: '', works: new Set(), newWorks: [], work: { ...EMPTY_WORK } };
}

/** Fills the form with a scenario, to make its next version. */
export function editScenario(scenario) {
  draft = {
    ...emptyDraft(),
    id: scenario.id,
    version: scenario.version,
    name: scenario.name,
    note: scenario.note,
    works: new Set(scenario.works.map((one) => one.id)),
    open: true,
  };
}

/** send(app, method, address, content) → whether it went well. */
export function scenarioForm(app, send) {
  const { t } = app;
  const key = `works ${app.data.run.id}`;
  const library = app.loader.ask(key, () => app.api.get('/api/scenarios/works'));
  const field = (name, control) =>
    h('div', { class: 'field' }, h('label', { for: control.id }, t(`whatifForm.${name}`)), control);
  return h(
    'details',
    {
      id: 'scenario-form',
      open: Boolean(draft.open),
      ontoggle: (event) => (draft.open = event.target.open),
    },
    h('summary', {}, draft.id ? t('whatif.editing', { name: draft.name }) : t('whatif.new')),
    h(
      'form',
      { class: 'whatif-form', onsubmit: (event) => submit(app, event, send) },
      field('name', input('scenario-name', draft, 'name', { required: true, maxlength: '120' })),
      field('note', input('scenario-note', draft, 'note', { maxlength: '2000' })),
      h('h4', {}, t('whatifForm.works')),
      library.status === 'ready' && checks(app, library.value.items),
      worksFile(app, () => app.loader.forget(key)),
      draft.newWorks.length > 0 && pending(app),
      newWork(app),
      h(
        'p',
        {},
        h(
          'button',
          { type: 'submit', class: 'button button--primary' },
          t(draft.id ? 'whatif.saveNew' : 'whatif.save'),
        ),
        ' ',
        draft.id &&
          h(
            'button',
            {
              id: 'scenario-cancel',
              type: 'button',
              class: 'button',
              onclick: () => {
                draft = emptyDraft();
                app.draw();
              },
            },
            t('whatif.cancel'),
          ),
      ),
    ),
  );
}

function input(id, target, key, attributes = {}) {
  return h('input', {
    id,
    type: 'text',
    value: target[key] ?? '',
    oninput: (event) => (target[key] = event.target.value),
    ...attributes,
  });
}

function checks(app, works) {
  return groupWorks(works).map(({ project, alternative, works: items }) =>
    h(
      'fieldset',
      {},
      h('legend', {}, groupName(app, project, alternative)),
      items.map(({ id, work }) =>
        h(
          'label',
          { class: 'check', for: `work-${id}` },
          h('input', {
            id: `work-${id}`,
            type: 'checkbox',
            checked: draft.works.has(id),
            onchange: (event) => (event.target.checked ? draft.works.add(id) : draft.works.delete(id)),
          }),
          h('span', {}, workName(app, work)),
        ),
      ),
    ),
  );
}

function pending(app) {
  return h(
    'ul',
    { class: 'plain' },
    draft.newWorks.map((work, i) =>
      h(
        'li',
        {},
        `${workName(app, work)}: ${effect(app, work)} `,
        h(
          'button',
          {
            id: `pending-${i}`,
            type: 'button',
            class: 'button button--small',
            onclick: () => {
              draft.newWorks.splice(i, 1);
              app.draw();
            },
          },
          app.t('whatif.drop'),
        ),
      ),
    ),
  );
}

/** Which fields a kind of work has. */
function fieldsOf(kind) {
  const layer = ['dataset', 'objectClass', 'speedKmh', 'classes', 'withinM'];
  return {
    add: layer,
    upgrade: layer,
    destination: ['destination'],
    fact: ['site', 'fact', 'value'],
  }[kind];
}

function newWork(app) {
  const { t } = app;
  const { work } = draft;
  const field = (key) => {
    const control = controls(app, key);
    return h('div', { class: 'field' }, h('label', { for: control.id }, t(`whatifForm.${key}`)), control);
  };
  return h(
    'fieldset',
    { class: 'new-work' },
    h('legend', {}, t('whatifForm.newWork')),
    field('kind'),
    field('workName'),
    fieldsOf(work.kind).map(field),
    ['project', 'alternative', 'stage', 'assumption', 'source', 'url', 'statedBy', 'on'].map(field),
    work.kind !== 'fact' && shapePart(app),
    h('p', { id: 'work-fault', role: 'alert' }, fault),
    h(
      'button',
      { id: 'work-add', type: 'button', class: 'button', onclick: () => take(app) },
      t('whatif.addWork'),
    ),
  );
}

function controls(app, key) {
  const { data } = app;
  const { work } = draft;
  const option = (value, label) => h('option', { value, selected: work[key] === value }, label);
  const select = (options, redraw = false) =>
    h(
      'select',
      {
        id: `work-${key}`,
        onchange: (event) => {
          work[key] = event.target.value;
          if (redraw) app.draw();
        },
      },
      options,
    );
  const first = (items) => (work[key] ??= items[0] ?? '');
  if (key === 'kind')
    return select(
      KINDS.map((kind) => option(kind, app.t(`whatifKind.${kind}`))),
      true,
    );
  if (key === 'dataset') {
    const layers = data.datasets.filter((d) => d.inUse && d.role === 'layer');
    return select(
      layers.map((d) => option(d.id, app.text(d.name))),
      true,
    );
  }
  if (key === 'site') {
    first(data.sites.map((s) => s.id));
    return select(data.sites.map((s) => option(s.id, s.name)));
  }
  if (key === 'fact') {
    const facts = data.facts.filter((f) => ['number', 'class', 'boolean'].includes(f.type));
    first(facts.map((f) => f.id));
    return select(
      facts.map((f) => option(f.id, app.text(f.name))),
      true,
    );
  }
  if (key === 'value') return valueControl(app, select, option);
  if (key === 'destination') {
    first(data.region.destinations.map((d) => d.id));
    return select(data.region.destinations.map((d) => option(d.id, app.text(d.name))));
  }
  if (key === 'workName') return input('work-name', work, 'name', { maxlength: '200' });
  return input(
    `work-${key}`,
    work,
    key,
    NUMBERS.includes(key) ? { inputmode: 'decimal' } : { maxlength: '2000' },
  );
}

function valueControl(app, select, option) {
  const fact = app.data.facts.find((f) => f.id === draft.work.fact);
  if (fact?.type === 'class') return select(fact.values.map((v) => option(v.value, app.text(v.name))));
  if (fact?.type === 'boolean') return select(['true', 'false'].map((v) => option(v, app.t(`value.${v}`))));
  return input('work-value', draft.work, 'value', { inputmode: 'decimal' });
}

/** What kind of shape the work has: that of its layer, or a point. */
function shapeKind(app) {
  const { work } = draft;
  if (work.kind === 'destination') return 'point';
  return app.data.datasets.find((d) => d.id === work.dataset)?.geometry ?? 'line';
}

function shapePart(app) {
  const { t } = app;
  const kind = shapeKind(app);
  drawing ??= createDrawing(app);
  const text = h('textarea', {
    id: 'work-shape',
    rows: '4',
    value: draft.work.shape ?? '',
    oninput: (event) => {
      draft.work.shape = event.target.value;
      show(kind);
    },
  });
  show(kind);
  return h(
    'div',
    { class: 'field' },
    h('label', { for: 'work-shape' }, t(`whatifShape.${kind}`)),
    h('p', { class: 'field__hint' }, t('whatif.shapeHint')),
    text,
    kind !== 'point' &&
      h(
        'button',
        { id: 'work-draw', type: 'button', class: 'button button--small', onclick: () => draw(app, kind) },
        t('whatif.draw'),
      ),
    drawing.element,
  );
}

function createDrawing(app) {
  const element = h('div', { class: 'preview-map' });
  const { region, config } = app.data;
  const map = createPreview(element, region, config.baseMap, {
    click: (position) => shapeKind(app) === 'point' && setShape(app, [position]),
  });
  map.setTexts({ name: app.t('whatif.drawMap'), zoomIn: app.t('map.zoomIn'), zoomOut: app.t('map.zoomOut') });
  return { element, map, tool: null };
}

async function draw(app, kind) {
  drawing.tool ??= await drawing.map.edit({
    change: () => {},
    commit: () => {},
    tool: () => {},
    draw: (_, positions) => setShape(app, positions),
  });
  drawing.tool.setTool(kind === 'line' ? 'split' : 'draw');
}

function setShape(app, positions) {
  draft.work.shape = writePositions(positions);
  app.draw();
}

function show(kind) {
  const geometry = toGeometry(kind, readPositions(draft.work.shape ?? ''));
  const features = geometry ? [{ type: 'Feature', properties: {}, geometry }] : [];
  drawing.map.setObjects({ type: 'FeatureCollection', features }, 'planned');
}

/** Takes the new work into the scenario; the server checks the rest when it is saved. */
function take(app) {
  const { work } = draft;
  const geometry = work.kind === 'fact' ? null : toGeometry(shapeKind(app), readPositions(work.shape ?? ''));
  const missing = ['name', 'assumption', 'source', 'statedBy', 'on'].find((key) => !work[key]?.trim());
  fault =
    missing !== undefined
      ? app.t('whatif.missing', { field: app.t(`whatifForm.${missing === 'name' ? 'workName' : missing}`) })
      : work.kind === 'add' && !geometry
        ? app.t('whatif.noShape')
        : '';
  if (!fault) {
    draft.newWorks.push(toSend(app, work, geometry));
    draft.work = { ...EMPTY_WORK, project: work.project, alternative: work.alternative };
  }
  app.draw();
}

const numeric = (text) => (text?.trim() ? Number(text.replace(',', '.')) : null);

function toSend(app, work, geometry) {
  const keys = ['kind', 'name', 'project', 'alternative', 'assumption', 'source', 'url', 'statedBy', 'on'];
  const sent = Object.fromEntries(keys.map((key) => [key, work[key]?.trim() ?? '']));
  const own = fieldsOf(work.kind);
  for (const key of own) sent[key] = NUMBERS.includes(key) ? numeric(work[key]) : (work[key] ?? '');
  if (own.includes('classes')) sent.classes = (work.classes ?? '').split(/[\s,]+/).filter(Boolean);
  if (own.includes('value')) sent.value = valueOf(app, work);
  return { ...sent, stage: numeric(work.stage), geometry, schematic: true };
}

function valueOf(app, { fact, value }) {
  const { type, values = [] } = app.data.facts.find((f) => f.id === fact) ?? {};
  if (type === 'number') return numeric(value);
  if (type === 'boolean') return (value ?? 'true') === 'true';
  return value ?? values[0]?.value;
}

async function submit(app, event, send) {
  event.preventDefault();
  const button = event.target.querySelector('button[type=submit]');
  button.disabled = true;
  const content = {
    name: draft.name,
    note: draft.note,
    works: [...draft.works],
    newWorks: draft.newWorks,
    ...(draft.id && { version: draft.version }),
  };
  const address = draft.id ? `/api/scenarios/${draft.id}` : '/api/scenarios';
  const before = draft;
  draft = emptyDraft();
  if (!(await send(app, before.id ? 'PUT' : 'POST', address, content))) {
    draft = { ...before, open: true };
    app.draw();
  }
}
