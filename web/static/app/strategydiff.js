// Where two strategies differ: what makes a ranking move on the same ground. Pure; tested under node. Strategies are
// documents as they were published.

const FIELDS = ['utility', 'metric', 'basis', 'source'];

/**
 * The criteria of a purpose that the two sides do not ask for alike, heaviest first: [{id, left, right, changes}], each
 * side {weight, range, criterion} or null. changes: added, removed, weight, range, utility, metric, basis, source.
 */
export function criterionChanges(left, right, purpose) {
  const [before, after] = [asked(left, purpose), asked(right, purpose)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((id) => ({ id, left: before.get(id) ?? null, right: after.get(id) ?? null }))
    .map((one) => ({ ...one, changes: changesOf(one) }))
    .filter((one) => one.changes.length > 0)
    .sort((a, b) => heaviest(b) - heaviest(a));
}

function asked(strategy, id) {
  const purpose = strategy.purposes.find((one) => one.id === id);
  return new Map(
    Object.entries(purpose?.weights ?? {}).map(([criterion, weight]) => [
      criterion,
      {
        weight,
        range: purpose.ranges?.[criterion] ?? null,
        criterion: strategy.criteria.find((one) => one.id === criterion),
      },
    ]),
  );
}

function changesOf({ left, right }) {
  if (!left) return ['added'];
  if (!right) return ['removed'];
  return [
    ...(left.weight === right.weight ? [] : ['weight']),
    ...(alike(left.range, right.range) ? [] : ['range']),
    ...FIELDS.filter((field) => !alike(left.criterion[field], right.criterion[field])),
  ];
}

function heaviest({ left, right }) {
  return Math.max(left?.weight ?? 0, right?.weight ?? 0);
}

/**
 * The limits that concern a purpose and are not alike: [{id, left, right, changes}], each side the check or null. changes:
 * added, removed, effect, bound, metric, basis, source.
 */
export function checkChanges(left, right, purpose) {
  const of = (strategy) => strategy.checks.filter((check) => check.purposes.includes(purpose));
  return paired(of(left), of(right), ['effect', 'bound', 'metric', 'basis', 'source']);
}

/** The same for the rules over many sites: need, conditions, purposes, kinds and share. */
export function ruleTextChanges(left, right) {
  const fields = ['per', 'need', 'conditions', 'kinds', 'purposes', 'municipalityShareAtLeast', 'basis'];
  return paired(left.portfolio, right.portfolio, fields);
}

function paired(left, right, fields) {
  const before = new Map(left.map((one) => [one.id, one]));
  const after = new Map(right.map((one) => [one.id, one]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((id) => ({ id, left: before.get(id) ?? null, right: after.get(id) ?? null }))
    .map((one) => ({ ...one, changes: fieldChanges(one, fields) }))
    .filter((one) => one.changes.length > 0);
}

function fieldChanges({ left, right }, fields) {
  if (!left) return ['added'];
  if (!right) return ['removed'];
  return fields.filter((field) => !alike(left[field], right[field]));
}

/** Purposes that only one side has: {left: [purpose], right: [purpose]}. */
export function lonePurposes(left, right) {
  const alone = (a, b) => a.purposes.filter((one) => !b.purposes.some((other) => other.id === one.id));
  return { left: alone(left, right), right: alone(right, left) };
}

/** Whether two parts of documents say the same; the order of keys does not matter, that of lists does. */
export function alike(a, b) {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key])]),
  );
}
