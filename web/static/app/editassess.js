// What a shape is worth while it is drawn: asked a moment after the last change; an older question is given up.
import { wasAborted } from './api.js';
import { toGeoJson } from './shape.js';

const PAUSE_MS = 250;

/**
 * ask({kind, shape, facts, …}) → onChange({status: "none"|"busy"|"ready"|"failed", value, problem, millis}). While a new
 * answer is awaited the last one stays, marked as busy.
 */
export function createAssessor(api, onChange) {
  let timer = null;
  let abort = null;
  let state = { status: 'none', value: null, problem: null };
  let last = '';

  function set(change) {
    state = { ...state, ...change };
    onChange(state);
  }

  function ask({ shape, ...about }) {
    const footprint = toGeoJson(shape);
    const key = JSON.stringify([footprint, about]);
    if (key === last) return;
    last = key;
    stop();
    if (!footprint) return set({ status: 'none', value: null, problem: null });
    timer = setTimeout(() => send({ ...about, footprint }), PAUSE_MS);
    set({ status: 'busy', problem: null });
  }

  async function send(body) {
    abort = new AbortController();
    const { signal } = abort;
    try {
      const value = await api.change('POST', '/api/sites/assessment', body, { signal, quiet: true });
      if (!signal.aborted) set({ status: 'ready', value, problem: null });
    } catch (problem) {
      if (signal.aborted || wasAborted(problem)) return;
      set({ status: 'failed', value: null, problem });
    }
  }

  function stop() {
    clearTimeout(timer);
    abort?.abort();
  }

  /** Asks the same again. */
  function retry() {
    last = '';
  }

  return {
    ask,
    stop,
    retry,
    get state() {
      return state;
    },
  };
}
