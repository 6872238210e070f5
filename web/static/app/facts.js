// What may knock a site out before any score: area, plan, power, drive time, price, contact. Pure; tested under node.

// Knock-out facts somebody states, in reading order: what we call them and the fact names that carry them.
const STATED = [
  { key: 'plan', facts: ['planStatus'] },
  { key: 'power', facts: ['powerMW', 'powerBasis'] },
  { key: 'price', facts: ['priceNokPerM2', 'discountPercent'] },
  { key: 'contact', facts: ['contact', 'contactEmail', 'contactPhone'] },
];

/** Criteria whose found value is a knock-out fact: the usable area, and minutes on the road. */
function areaCriteria(strategy) {
  return strategy.criteria.filter((c) => c.metric.kind === 'remaining');
}

export function driveCriteria(strategy) {
  return strategy.criteria.filter((c) => c.unit === 'min');
}

/**
 * The fewest purposes whose scores together hold the usable area and all drive times of a site: the purpose on screen
 * first, then others that ask for the site's kind. They are measured once and the same under every purpose.
 */
export function purposesToRead(strategy, ranked, purpose) {
  const drive = driveCriteria(strategy).map((c) => c.id);
  const area = areaCriteria(strategy).map((c) => c.id);
  const missing = new Set([...drive, ...(area.length ? ['area'] : [])]);
  const gives = (p) => [
    ...drive.filter((id) => p.weights[id]),
    ...(area.some((id) => p.weights[id]) ? ['area'] : []),
  ];
  const chosen = [];
  const candidates = strategy.purposes.filter((p) => ranked.has(p.id));
  candidates.sort((a, b) => (b.id === purpose) - (a.id === purpose) || gives(b).length - gives(a).length);
  for (const candidate of candidates) {
    const gain = gives(candidate).filter((id) => missing.has(id));
    if (!gain.length && candidate.id !== purpose) continue;
    chosen.push(candidate.id);
    gain.forEach((id) => missing.delete(id));
  }
  return chosen;
}

/** {area: line|null, drive: [{criterion, line|null}], stated: [{key, facts}], other: facts} from a site and its scores. */
export function knockOut(strategy, site, scores) {
  const lines = new Map(scores.flatMap((score) => score.lines).map((line) => [line.criterion, line]));
  const area =
    areaCriteria(strategy)
      .map((c) => lines.get(c.id))
      .find(Boolean) ?? null;
  const drive = driveCriteria(strategy).map((criterion) => ({
    criterion,
    line: lines.get(criterion.id) ?? null,
  }));
  const present = site.facts.filter((fact) => fact.value !== null && fact.value !== '');
  const stated = STATED.map(({ key, facts }) => ({
    key,
    facts: present.filter((fact) => facts.includes(fact.fact)),
  }));
  const other = present.filter((fact) => !STATED.some(({ facts }) => facts.includes(fact.fact)));
  return { area, drive, stated, other };
}
