// A check on paper: PDF, map picture, frozen for the case file.

/** Nodes for a stored check. */
export function paperBox() {
  return [];
}
