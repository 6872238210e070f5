// Decides what to fetch for the layers in view, and keeps what each layer can say about itself.
import { wasAborted } from './api.js';

const LIMIT = 1000;

/** Layers that can be switched, in the order of the dataset list. */
export function switchable(datasets) {
  return datasets.filter((d) => d.map?.layer && d.role !== 'sites');
}

/** Ids of the layers to show: those of the state, or those that are shown first. Only layers with data. */
export function shownLayers(datasets, chosen) {
  return switchable(datasets)
    .filter((d) => d.inUse && (chosen ? chosen.includes(d.id) : d.map.shownFirst))
    .map((d) => d.id);
}

/** True when what is loaded does not hold everything inside the view [w, s, e, n]. */
export function needsLoad(loaded, view) {
  if (!loaded) return true;
  const [w, s, e, n] = loaded.bbox;
  const inside = w <= view[0] && s <= view[1] && e >= view[2] && n >= view[3];
  return !inside || (loaded.truncated && area(view) < area(loaded.bbox) * 0.5);
}

/** The view with a margin, so that small moves need no new request. */
export function padded([w, s, e, n], by = 0.25) {
  const [dx, dy] = [(e - w) * by, (n - s) * by];
  return [w - dx, s - dy, e + dx, n + dy].map((v) => Math.round(v * 1e4) / 1e4);
}

function area([w, s, e, n]) {
  return (e - w) * (n - s);
}

/**
 * Keeps the map's layers up to date. status(id) → {loading, problem, shown, matched, truncated}.
 */
export function createLayers({ api, map, onChange }) {
  const loaded = new Map();
  const running = new Map();
  const problems = new Map();

  function update(datasets, ids, view) {
    for (const id of [...loaded.keys(), ...running.keys()]) if (!ids.includes(id)) drop(id);
    for (const dataset of datasets.filter((d) => ids.includes(d.id))) {
      const ready = loaded.get(dataset.id);
      if (!problems.has(dataset.id) && needsLoad(ready, view) && !covers(running.get(dataset.id), view))
        load(dataset, padded(view));
    }
  }

  function covers(request, view) {
    return request && !needsLoad({ bbox: request.bbox }, view);
  }

  async function load(dataset, bbox) {
    running.get(dataset.id)?.abort.abort();
    const request = { bbox, abort: new AbortController() };
    running.set(dataset.id, request);
    onChange();
    try {
      const address = `/collections/${dataset.id}/items?bbox=${bbox.join(',')}&limit=${LIMIT}`;
      const answer = await api.get(address, request.abort.signal);
      if (running.get(dataset.id) !== request) return;
      const shown = answer.features.length;
      const matched = answer.numberMatched ?? shown;
      loaded.set(dataset.id, { bbox, shown, matched, truncated: matched > shown });
      map.setLayer(dataset, answer);
    } catch (problem) {
      if (!wasAborted(problem)) problems.set(dataset.id, problem);
    } finally {
      if (running.get(dataset.id) === request) running.delete(dataset.id);
      onChange();
    }
  }

  function drop(id) {
    running.get(id)?.abort.abort();
    running.delete(id);
    loaded.delete(id);
    problems.delete(id);
    map.removeLayer(id);
  }

  function status(id) {
    return { loading: running.has(id), problem: problems.get(id) ?? null, ...loaded.get(id) };
  }

  return { update, status, retry: (id) => problems.delete(id) };
}
