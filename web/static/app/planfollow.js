// Following a plan, and what the municipality says about a deviation.

/** Nodes: follow this subject, and what has changed since the last check. */
export function followBox() {
  return [];
}

/** Nodes: the municipality's written reason for a finding, with a form for whoever may write one. */
export function reasonBlock() {
  return [];
}
