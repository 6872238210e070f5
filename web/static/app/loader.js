// Remembers what has been asked for, so that redrawing a page never asks twice, and failures can be tried again.
import { wasAborted } from './api.js';

/**
 * loader(onChange).ask(key, fetch) → {status: "loading"|"ready"|"failed", value, problem}. The first call starts
 * fetch(); onChange runs when the answer is there.
 */
export function createLoader(onChange) {
  const entries = new Map();

  function ask(key, fetch) {
    if (!entries.has(key)) start(key, fetch);
    return entries.get(key);
  }

  function start(key, fetch) {
    const entry = { status: 'loading', value: null, problem: null };
    entries.set(key, entry);
    fetch()
      .then(
        (value) => Object.assign(entry, { status: 'ready', value }),
        (problem) =>
          wasAborted(problem) ? entries.delete(key) : Object.assign(entry, { status: 'failed', problem }),
      )
      .then(onChange);
  }

  /** Forgets what failed, so that the next redraw asks again. */
  function retry() {
    for (const [key, entry] of entries) if (entry.status === 'failed') entries.delete(key);
    onChange();
  }

  /** What is asked for next time is read anew. */
  function forget(key) {
    entries.delete(key);
  }

  return { ask, retry, forget };
}
