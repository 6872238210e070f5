// Where symbols and labels go when there is little room. Pure; tested under node.

/**
 * Which labels fit: rectangles {id, x, y, width, height} in order of importance; a label that would touch one already
 * placed, or another site's symbol {id, x, y, width, height}, is left out. One that is `asked` for may cover symbols.
 * Returns id → whether it covers any. Names stay in the list, the table and the accessible name of the symbol.
 */
export function placeLabels(rectangles, symbols) {
  const placed = [];
  const covers = new Map();
  for (const r of rectangles) {
    const over = coversSymbol(r, symbols);
    if ((over && !r.asked) || !isFree(r, placed)) continue;
    placed.push(r);
    covers.set(r.id, over);
  }
  return covers;
}

/** Whether a label lies over the symbol of another site. */
export function coversSymbol(label, symbols) {
  return !isFree(
    label,
    symbols.filter((symbol) => symbol.id !== label.id),
  );
}

function isFree(r, taken) {
  return taken.every(
    (p) => r.x + r.width < p.x || p.x + p.width < r.x || r.y + r.height < p.y || p.y + p.height < r.y,
  );
}

/**
 * How far up or down names {id, x, y, width, height} must move to be clear of what is taken and of each other:
 * id → pixels. Names with no room near their place are left out.
 */
export function placeNames(names, taken) {
  const placed = [...taken];
  const moves = new Map();
  for (const name of names) {
    const by = [0, -24, 24, -48, 48].find((dy) => isFree({ ...name, y: name.y + dy }, placed));
    if (by === undefined) continue;
    moves.set(name.id, by);
    placed.push({ ...name, y: name.y + by });
  }
  return moves;
}

/**
 * Moves points {id, x, y} apart until they are at least `distance` pixels from each other, so that each can be hit.
 * Returns id → {x, y}. The same points always give the same answer; points with room around them stay where they are.
 */
export function moveApart(points, distance) {
  const moved = points.map((p) => ({ ...p }));
  for (let round = 0; round < 40; round++) {
    let close = false;
    for (let i = 0; i < moved.length; i++) {
      for (let j = i + 1; j < moved.length; j++) close = push(moved[i], moved[j], distance) || close;
    }
    if (!close) break;
  }
  return new Map(moved.map(({ id, x, y }) => [id, { x, y }]));
}

function push(a, b, distance) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  if (length >= distance) return false;
  const [ux, uy] = length > 0.01 ? [dx / length, dy / length] : [1, 0];
  const half = (distance - length) / 2 + 0.5;
  Object.assign(a, { x: a.x - ux * half, y: a.y - uy * half });
  Object.assign(b, { x: b.x + ux * half, y: b.y + uy * half });
  return true;
}

/** Centre of gravity of the largest outer ring; a place for a label, nothing is decided by it. */
export function middleOf(geometry) {
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  let best = null;
  for (const [ring] of polygons) {
    let [area, x, y] = [0, 0, 0];
    for (let i = 0; i + 1 < ring.length; i++) {
      const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
      area += cross;
      x += (ring[i][0] + ring[i + 1][0]) * cross;
      y += (ring[i][1] + ring[i + 1][1]) * cross;
    }
    if (!best || Math.abs(area) > best.size)
      best = { size: Math.abs(area), place: [y / (3 * area), x / (3 * area)] };
  }
  return best?.place ?? null;
}
