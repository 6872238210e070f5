// What a scenario changes against the data as they are: ranks, points, minutes and other answers. Pure; tested under node.

const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Places of every site under a purpose in two runs: [{site, before, after, moved}]; moved > 0 = nearer the top. */
export function rankChanges(base, run, purpose) {
  const before = new Map((base.rankings[purpose] ?? []).map((entry) => [entry.site, entry]));
  return (run.rankings[purpose] ?? []).map((after) => {
    const earlier = before.get(after.site) ?? null;
    return { site: after.site, before: earlier, after, moved: earlier ? middle(earlier) - middle(after) : 0 };
  });
}

// A rank may be a range; its middle moves when either end does. What is excluded stands below every rank.
function middle({ verdict, rankBest, rankWorst, position }) {
  return verdict === 'scored' ? ((rankBest ?? position) + (rankWorst ?? position)) / 2 : 1e6;
}

/** True when rank, points or verdict differ. */
export function isChanged({ before, after }) {
  return (
    !before ||
    ['verdict', 'rankBest', 'rankWorst', 'low', 'high'].some((key) => !same(before[key], after[key]))
  );
}

/** Minutes saved (negative) or lost by a value before and after; null when either is not known. */
export function difference({ before, after }) {
  if (before.kind !== 'amount' || after.kind !== 'amount') return null;
  const change = Math.round((after.value - before.value) * 10) / 10;
  return change === 0 ? 0 : change;
}

/** The answers that differ and are no minutes: [{site, criterion, before, after}]. */
export function otherChanges({ criteria, sites }) {
  return sites.flatMap((site) =>
    criteria
      .filter((c) => c.unit !== 'min' && !same(site.values[c.id].before, site.values[c.id].after))
      .map((criterion) => ({ site, criterion, ...site.values[criterion.id] })),
  );
}

/** The largest change in minutes at a site: {criterion, change}; null when no minutes change there. */
export function largestMinutes({ criteria, sites }, id) {
  const site = sites.find((one) => one.id === id);
  const changes = criteria
    .filter((c) => c.unit === 'min' && site)
    .map((criterion) => ({ criterion, change: difference(site.values[criterion.id]) }))
    .filter(({ change }) => change);
  return changes.sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0] ?? null;
}

/** Works in the order projects, alternatives and stages read: [{project, alternative, works}]. */
export function groupWorks(works) {
  const groups = new Map();
  for (const one of works) {
    const { project, alternative } = one.work;
    const key = `${project ?? ''}|${alternative ?? ''}`;
    if (!groups.has(key))
      groups.set(key, { project: project ?? '', alternative: alternative ?? '', works: [] });
    groups.get(key).works.push(one);
  }
  for (const group of groups.values())
    group.works.sort((a, b) => (a.work.stage ?? 99) - (b.work.stage ?? 99) || a.id - b.id);
  return [...groups.values()].sort((a, b) => a.project.localeCompare(b.project, 'nb'));
}

/** "11,98 60,19" or "11.98, 60.19" per line as positions [longitude, latitude]; null when a line is none. */
export function readPositions(text) {
  const lines = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const positions = lines.map((line) => {
    const numbers = line.split(/[;\s]+|,\s+/).map((part) => Number(part.replace(',', '.')));
    return numbers.length === 2 && numbers.every(Number.isFinite) ? numbers : null;
  });
  return positions.length && !positions.includes(null) ? positions : null;
}

export function writePositions(positions) {
  return positions.map(([x, y]) => `${x.toFixed(5)} ${y.toFixed(5)}`).join('\n');
}

/** Positions as GeoJSON of the kind a layer holds; null when there are too few. */
export function toGeometry(kind, positions) {
  const list = positions ?? [];
  if (kind === 'point') return list.length ? { type: 'Point', coordinates: list[0] } : null;
  if (kind === 'line') return list.length > 1 ? { type: 'LineString', coordinates: list } : null;
  if (list.length < 3) return null;
  const closed = same(list[0], list.at(-1)) ? list : [...list, list[0]];
  return { type: 'Polygon', coordinates: [closed] };
}
