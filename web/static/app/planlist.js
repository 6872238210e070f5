// Which plans and versions there are, and what applied on a date.

/** Nodes for the page without a subject. */
export function planList() {
  return [];
}
