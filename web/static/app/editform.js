// The editor's form: what is worth, the shape as a table, what is stated, parts, links, why, and saving.
import { CANDIDATE, candidatePart } from './candidate.js';
import { h, render } from './dom.js';
import { OUTLINE, PART_KINDS, PLOT_STATES, idOf, missing, newPartId } from './draft.js';
import { checkField, choiceField, smallButton, textField } from './editfields.js';
import { factList } from './editfacts.js';
import { conflictPart, offerPart, savePart } from './editsave.js';
import { scorePart } from './editscore.js';
import { verticesPart } from './editvertices.js';
import { problemBox } from './frame.js';

export function drawForm(editor, container) {
  const { app, draft, problem } = editor;
  const { t } = app;
  if (!draft) {
    return render(
      container,
      h('h2', { id: 'edit-title', tabindex: '-1' }, t('edit.title')),
      problem
        ? problemBox(app, problem, editor.again)
        : h('p', { class: 'muted', role: 'status' }, t('loading')),
      smallButton('edit-close', t('edit.close'), editor.leave),
    );
  }
  editor.lacking = editor.checked ? missing(draft) : [];
  return render(
    container,
    h(
      'header',
      { class: 'edit-head' },
      h('h2', { id: 'edit-title', tabindex: '-1' }, titleText(editor)),
      smallButton('edit-close', t('edit.close'), editor.leave),
    ),
    offerPart(editor),
    conflictPart(editor),
    editor.id === CANDIDATE && [h('p', {}, t('candidate.text')), kindField(editor)],
    scorePart(editor),
    candidatePart(editor),
    activePart(editor),
    verticesPart(editor),
    editor.id === CANDIDATE ? candidateEnd(editor) : savedEnd(editor),
  );
}

function titleText({ app, id, base, draft }) {
  if (id === CANDIDATE) return app.t('candidate.draw');
  return draft.version === null
    ? app.t('edit.new')
    : app.t('edit.titleOf', { name: base?.name ?? draft.name });
}

function savedEnd(editor) {
  return [aboutPart(editor), factsPart(editor), partsPart(editor), mediaPart(editor), savePart(editor)];
}

// A candidate is there to be tried; what is only needed to store it is one click away.
function candidateEnd(editor) {
  return [
    factsPart(editor),
    h(
      'details',
      { id: 'candidate-save', class: 'edit-section', open: editor.checked },
      h('summary', {}, editor.app.t('candidate.save')),
      aboutPart(editor),
      partsPart(editor),
      mediaPart(editor),
      savePart(editor),
    ),
  ];
}

function kindField(editor) {
  const kinds = ['land', 'terminal'].map((kind) => [kind, editor.app.t(`kind.${kind}`)]);
  return choiceField(editor, 'kind', editor.app.t('edit.kind'), editor.draft.kind, kinds, (kind) =>
    editor.update({ kind }),
  );
}

/** Which shape the tools and the table work on. */
function activePart(editor) {
  const { app, draft, active } = editor;
  if (!draft.parts.length) return null;
  const options = [
    [OUTLINE, app.t('edit.outline')],
    ...draft.parts.map((part) => [part.id, part.name || app.t('edit.unnamedPart', { id: part.id })]),
  ];
  return choiceField(editor, 'active', app.t('edit.active'), active, options, editor.activate);
}

function aboutPart(editor) {
  const { app, draft } = editor;
  const { t } = app;
  const set = (key) => (value) => editor.update({ [key]: value }, false);
  const again = (key) => (value) => editor.update({ [key]: value });
  const isNew = draft.version === null;
  return section(editor, 'about', true, [
    textField(editor, 'name', t('edit.name'), draft.name, (name) =>
      editor.update({ name, ...(isNew && draft.id === idOf(draft.name) && { id: idOf(name) }) }, isNew),
    ),
    isNew &&
      textField(editor, 'id', t('edit.id'), draft.id, (id) => editor.update({ id: id.trim() }, false), {
        hint: t('edit.idHint'),
      }),
    h(
      'div',
      { class: 'edit-columns' },
      editor.id !== CANDIDATE && kindField(editor),
      choiceField(
        editor,
        'publication',
        t('edit.publication'),
        draft.publication,
        ['draft', 'internal', 'published', 'withdrawn'].map((k) => [k, t(`edit.publication.${k}`)]),
        set('publication'),
      ),
      textField(
        editor,
        'accuracyM',
        t('edit.accuracy'),
        String(draft.accuracyM),
        (text) => editor.update({ accuracyM: text.trim().replace(',', '.') }, false),
        {
          hint: t('edit.accuracyHint'),
          inputmode: 'decimal',
        },
      ),
      textField(editor, 'source', t('edit.source'), draft.source, set('source'), {
        hint: t('edit.sourceHint'),
      }),
    ),
    checkField(editor, 'schematic', t('edit.schematic'), draft.schematic, again('schematic')),
    checkField(editor, 'areaKnown', t('edit.areaKnown'), draft.areaKnown, again('areaKnown')),
  ]);
}

function factsPart(editor) {
  const { draft } = editor;
  return section(
    editor,
    'facts',
    false,
    [factList(editor, 'fact', draft.facts, (facts, redraw) => editor.update({ facts }, redraw))],
    draft.facts.length,
  );
}

function partsPart(editor) {
  const { app, draft } = editor;
  const add = () => {
    const id = newPartId(draft);
    editor.update({
      parts: [...draft.parts, { id, kind: 'plot', name: '', status: 'free', facts: [] }],
      shapes: { ...draft.shapes, [id]: [] },
    });
    document.getElementById(`edit-part-${draft.parts.length}-name`)?.focus();
  };
  return section(
    editor,
    'parts',
    false,
    [
      h('p', { class: 'muted' }, app.t('edit.partsHow')),
      draft.parts.length > 0 &&
        choiceField(
          editor,
          'scoredPart',
          app.t('edit.scored'),
          draft.scoredPart ?? '',
          [['', app.t('edit.outline')], ...draft.parts.map((part) => [part.id, part.name || part.id])],
          (value) => editor.update({ scoredPart: value || null }),
        ),
      draft.parts.map((part, i) => partFields(editor, part, i)),
      smallButton('edit-part-add', app.t('edit.partAdd'), add),
    ],
    draft.parts.length,
  );
}

function partFields(editor, part, i) {
  const { app, draft } = editor;
  const { t } = app;
  const change = (changes, redraw) =>
    editor.update({ parts: draft.parts.map((p, k) => (k === i ? { ...p, ...changes } : p)) }, redraw);
  const name = part.name || part.id;
  const remove = () => {
    if (editor.active === part.id) editor.activate(OUTLINE);
    editor.update({
      parts: draft.parts.filter((_, k) => k !== i),
      scoredPart: draft.scoredPart === part.id ? null : draft.scoredPart,
    });
  };
  return h(
    'fieldset',
    { class: 'edit-item' },
    h('legend', {}, name),
    h(
      'div',
      { class: 'edit-columns' },
      textField(editor, `part-${i}-name`, t('edit.partName'), part.name, (text) => {
        Object.assign(part, { name: text });
        editor.update({}, false);
      }),
      choiceField(
        editor,
        `part-${i}-kind`,
        t('edit.partKind'),
        part.kind,
        PART_KINDS.map((k) => [k, t(`edit.partKind.${k}`)]),
        (kind) => change({ kind, status: kind === 'plot' ? 'free' : null }, true),
      ),
      part.kind === 'plot' &&
        choiceField(
          editor,
          `part-${i}-status`,
          t('edit.partStatus'),
          part.status ?? 'free',
          PLOT_STATES.map((k) => [k, t(`edit.plot.${k}`)]),
          (status) => change({ status }, true),
        ),
    ),
    partShapeFault(editor, i),
    h(
      'div',
      { class: 'edit-buttons' },
      smallButton(
        `edit-part-${i}-draw`,
        t(draft.shapes[part.id]?.length ? 'edit.partEdit' : 'edit.partDraw', { name }),
        () => {
          editor.activate(part.id);
          app.go({ pane: 'map' }, { replace: true });
        },
        { 'aria-pressed': String(editor.active === part.id) },
      ),
      smallButton(`edit-part-${i}-remove`, t('edit.partRemove', { name }), remove),
    ),
    h(
      'details',
      { id: `edit-part-${i}-facts` },
      h('summary', {}, t('edit.partFacts', { n: part.facts.length })),
      factList(editor, `part-${i}-fact`, part.facts, (facts, redraw) => {
        Object.assign(part, { facts });
        editor.update({}, redraw);
      }),
    ),
  );
}

function partShapeFault(editor, i) {
  const lacking = editor.lacking.find((one) => one.field === `part-${i}-draw`);
  return lacking && h('p', { class: 'field__fault' }, editor.app.t(lacking.key));
}

function mediaPart(editor) {
  const { app, draft } = editor;
  const { t } = app;
  const change = (i, changes) => {
    Object.assign(draft.media[i], changes);
    editor.update({}, false);
  };
  const item = (one, i) =>
    h(
      'fieldset',
      { class: 'edit-item' },
      h('legend', { class: 'visually-hidden' }, t('edit.mediaItem', { n: i + 1 })),
      choiceField(
        editor,
        `media-${i}-kind`,
        t('edit.mediaKind'),
        one.kind,
        ['picture', 'film'].map((k) => [k, t(`edit.media.${k}`)]),
        (kind) => change(i, { kind }),
      ),
      textField(editor, `media-${i}-url`, t('edit.mediaUrl'), one.url, (url) =>
        change(i, { url: url.trim() }),
      ),
      textField(editor, `media-${i}-text`, t('edit.mediaText'), one.text, (text) => change(i, { text })),
      smallButton(`edit-media-${i}-remove`, t('edit.mediaRemove', { n: i + 1 }), () =>
        editor.update({ media: draft.media.filter((_, k) => k !== i) }),
      ),
    );
  return section(
    editor,
    'media',
    false,
    [
      draft.media.map(item),
      smallButton('edit-media-add', t('edit.mediaAdd'), () => {
        editor.update({ media: [...draft.media, { kind: 'picture', url: '', text: '' }] });
        document.getElementById(`edit-media-${draft.media.length}-url`)?.focus();
      }),
    ],
    draft.media.length,
  );
}

function section(editor, name, open, content, count) {
  const text = editor.app.t(`edit.section.${name}`);
  return h(
    'details',
    { id: `edit-section-${name}`, class: 'edit-section', open },
    h('summary', {}, text, count > 0 && h('span', { class: 'count' }, String(count))),
    content,
  );
}
