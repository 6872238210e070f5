// What the file becomes: dataset, source and layer, with the suggestions and why they were made.
import { isBusy } from './deliveries.js';
import { h } from './dom.js';
import { productName } from './lines.js';

export function targetPart(page, entry, seen) {
  const { app } = page;
  const { t } = app;
  const busy = isBusy(entry);
  const { draft } = entry;
  const choose = (change) => {
    page.deliveries.choose(entry, change);
    page.redraw();
  };
  const fields = [
    select(app, 'dataset', datasetOptions(app, seen), draft.dataset, busy, (dataset) =>
      choose({ dataset, source: firstSource(app, seen, dataset), mapping: {}, repairs: [] }),
    ),
    select(app, 'source', sourceOptions(app, draft.dataset), draft.source, busy, (source) =>
      choose({ source, mapping: {} }),
    ),
    (seen.layers ?? []).length > 1 &&
      !seen.plan && // all layers of a plan are one delivery
      select(app, 'layer', layerOptions(seen), draft.layer, busy, (layer) => choose({ layer, mapping: {} })),
  ];
  const why = reasonFor(seen, draft);
  return h(
    'section',
    { class: `card${asksTarget(seen) ? ' is-asked' : ''}` },
    h('h4', {}, t('import.becomes')),
    asksTarget(seen) && h('p', {}, t('import.becomesAsk')),
    h('div', { class: 'target-fields' }, fields),
    why && h('p', { class: 'caveat' }, t('import.because', { why: app.text(why) })),
  );
}

function asksTarget({ questions = [] }) {
  return questions.includes('DATASET') || questions.includes('LAYER');
}

// The source tells how sure the data are, so it is never chosen where several could be meant and none is suggested.
function firstSource(app, seen, dataset) {
  const suggested = seen.suggestions?.find((s) => s.dataset === dataset)?.source;
  const sources = sourcesOf(app, dataset);
  return suggested || (sources.length === 1 ? sources[0].id : '');
}

function reasonFor({ suggestions = [] }, { dataset, source }) {
  const same = suggestions.filter((s) => s.dataset === dataset);
  return (same.find((s) => s.source === source) ?? same[0])?.why;
}

function select(app, name, options, value, disabled, onchange) {
  const { t } = app;
  const id = `import-${name}`;
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, t(`importTarget.${name}`)),
    h(
      'select',
      { id, disabled, onchange: (event) => onchange(event.target.value) },
      h('option', { value: '', selected: !value }, t('compare.pick')),
      options.map((option) => grouped(option, value)),
    ),
  );
}

function grouped({ label, items, id, name }, value) {
  if (items)
    return (
      items.length > 0 &&
      h(
        'optgroup',
        { label },
        items.map((item) => grouped(item, value)),
      )
    );
  return h('option', { value: id, selected: id === value }, name);
}

function datasetOptions(app, { suggestions = [] }) {
  const { t, data } = app;
  const suggested = [...new Set(suggestions.map((s) => s.dataset))];
  const option = (d) => ({ id: d.id, name: app.text(d.name) });
  const all = data.datasets.filter((d) => sourcesOf(app, d.id).length > 0);
  const of = (id) => all.find((d) => d.id === id);
  return [
    { label: t('import.suggested'), items: suggested.map(of).filter(Boolean).map(option) },
    {
      label: t('import.others'),
      items: all
        .filter((d) => !suggested.includes(d.id))
        .map(option)
        .sort((a, b) => a.name.localeCompare(b.name, app.lang)),
    },
  ];
}

function sourcesOf(app, dataset) {
  const found = app.data.datasets.find((d) => d.id === dataset);
  return found && found.role !== 'derived' ? found.sources.filter((s) => s.available) : [];
}

function sourceOptions(app, dataset) {
  return sourcesOf(app, dataset).map((source) => ({ id: source.id, name: productName(app, source) }));
}

function layerOptions({ layers }) {
  return layers.map((layer) => ({ id: layer.name, name: `${layer.name} (${layer.count})` }));
}
