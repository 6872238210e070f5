// The area account of a plan, a municipality or the region, and the difference between two versions of a plan.

/** Nodes for a subject: "region", a municipality's number, or "plan@version". */
export function accountSection() {
  return [];
}
