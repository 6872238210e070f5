// Shapes as GeoJSON multipolygon coordinates: [[ring, hole, …], …], rings closed, [east, north]. Pure; tested under
// node. Every change gives a new shape, so that any earlier one can be gone back to.

export const EMPTY_SHAPE = Object.freeze([]);

/** The shape as a GeoJSON geometry; null when there is none. */
export function toGeoJson(shape) {
  return shape.length ? { type: 'MultiPolygon', coordinates: shape } : null;
}

/** The shape of a GeoJSON geometry, feature or collection; null when there is no area in it. */
export function fromGeoJson(object) {
  const polygons = polygonsOf(object);
  return polygons.length ? polygons.map((rings) => rings.map(flat)) : null;
}

function polygonsOf(object) {
  if (object?.type === 'Polygon') return [object.coordinates];
  if (object?.type === 'MultiPolygon') return object.coordinates;
  if (object?.type === 'Feature') return polygonsOf(object.geometry);
  if (object?.type === 'FeatureCollection') return object.features.flatMap(polygonsOf);
  if (object?.type === 'GeometryCollection') return object.geometries.flatMap(polygonsOf);
  return [];
}

const flat = (ring) => ring.map(([x, y]) => [x, y]);

export function sameShape(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Every vertex once, with where it stands: [{part, ring, index, at: [x, y]}]. */
export function vertices(shape) {
  return shape.flatMap((rings, part) =>
    rings.flatMap((ring, r) => ring.slice(0, -1).map((at, index) => ({ part, ring: r, index, at }))),
  );
}

/** Replaces one ring; a ring of fewer than three vertices goes: a hole alone, an outline with its part. */
function withRing(shape, { part, ring }, change) {
  return shape.flatMap((rings, p) => {
    if (p !== part) return [rings];
    const changed = rings.flatMap((one, r) => {
      if (r !== ring) return [one];
      const open = change(one.slice(0, -1));
      return open.length < 3 ? [] : [close(open)];
    });
    return changed.length === rings.length || ring > 0 ? [changed] : [];
  });
}

const close = (open) => [...open, open[0]];

export function moveVertex(shape, where, at) {
  return withRing(shape, where, (open) => open.map((old, i) => (i === where.index ? at : old)));
}

/** A new vertex halfway to the next one. */
export function addVertex(shape, where) {
  return withRing(shape, where, (open) => {
    const [a, b] = [open[where.index], open[(where.index + 1) % open.length]];
    const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    return [...open.slice(0, where.index + 1), middle, ...open.slice(where.index + 1)];
  });
}

export function removeVertex(shape, where) {
  return withRing(shape, where, (open) => open.filter((_, i) => i !== where.index));
}

export function removePart(shape, part) {
  return shape.filter((_, p) => p !== part);
}

/** Adds a hole to the part it lies in; null when some of it lies in none. */
export function addHole(shape, ring) {
  const part = shape.findIndex(([outline]) => ring.every((at) => inRing(at, outline)));
  return part < 0 ? null : shape.map((rings, p) => (p === part ? [...rings, ring] : rings));
}

/** Whether a point lies inside a ring, by counting the edges to the east of it. */
export function inRing([x, y], ring) {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** [w, s, e, n]; null when there is no shape. */
export function bounds(shape) {
  const all = vertices(shape).map((v) => v.at);
  if (!all.length) return null;
  const [xs, ys] = [all.map((at) => at[0]), all.map((at) => at[1])];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The shape with other coordinates, in the order of vertices(). */
export function withPositions(shape, positions) {
  let next = 0;
  return shape.map((rings) =>
    rings.map((ring) => {
      const open = positions.slice(next, (next += ring.length - 1));
      return close(open);
    }),
  );
}

export function toWkt(shape) {
  const ring = (one) => `(${one.map(([x, y]) => `${x} ${y}`).join(', ')})`;
  const polygon = (rings) => `(${rings.map(ring).join(', ')})`;
  if (shape.length === 1) return `POLYGON ${polygon(shape[0])}`;
  return shape.length ? `MULTIPOLYGON (${shape.map(polygon).join(', ')})` : 'POLYGON EMPTY';
}

/**
 * A pasted text, WKT (also with "SRID=25833;") or GeoJSON: {shape, epsg} where epsg is what the text itself says, or
 * null; {fault} names what is wrong, as a key of the texts.
 */
export function readText(text) {
  const trimmed = text.trim();
  if (!trimmed) return { fault: 'paste.empty' };
  try {
    return trimmed.startsWith('{') ? readGeoJson(trimmed) : readWkt(trimmed);
  } catch {
    return { fault: 'paste.unreadable' };
  }
}

function readGeoJson(text) {
  const object = JSON.parse(text);
  const shape = fromGeoJson(object);
  if (!shape) return { fault: 'paste.noArea' };
  const said = /EPSG:+(\d+)$/.exec(object.crs?.properties?.name ?? '');
  return checked(shape, said ? Number(said[1]) : null);
}

function readWkt(text) {
  const parts = /^(?:SRID=(\d+);)?\s*(MULTIPOLYGON|POLYGON)\s*(?:Z|M|ZM)?\s*(\(.*\))$/is.exec(text);
  if (!parts) return { fault: 'paste.noArea' };
  const json = parts[3]
    .replace(/[^(),]+/g, (numbers) => (numbers.trim() ? JSON.stringify(position(numbers)) : ''))
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  const coordinates = JSON.parse(json);
  const shape = parts[2].toUpperCase() === 'POLYGON' ? [coordinates] : coordinates;
  return checked(shape, parts[1] ? Number(parts[1]) : null);
}

const position = (numbers) => numbers.trim().split(/\s+/).slice(0, 2).map(Number);

function checked(shape, epsg) {
  const rings = shape.flat();
  const numbers = rings.flat(2);
  if (!rings.length || !numbers.every((n) => typeof n === 'number' && Number.isFinite(n)))
    return { fault: 'paste.unreadable' };
  const whole = rings.every((ring) => ring.length >= 4 && String(ring[0]) === String(ring.at(-1)));
  return whole ? { shape, epsg } : { fault: 'paste.open' };
}

/** Goes back and forth among footprints. A change that changes nothing is no step. */
export function createHistory(first, limit = 200) {
  let steps = [first];
  let now = 0;
  return {
    get present() {
      return steps[now];
    },
    get canUndo() {
      return now > 0;
    },
    get canRedo() {
      return now < steps.length - 1;
    },
    commit(next) {
      if (sameShape(next, steps[now])) return false;
      steps = [...steps.slice(0, now + 1), next].slice(-limit);
      now = steps.length - 1;
      return true;
    },
    undo() {
      if (now > 0) now--;
    },
    redo() {
      if (now < steps.length - 1) now++;
    },
  };
}
