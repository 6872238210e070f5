// Outlines as SVG paths, so that a shape can be shown without a map. Pure; tested under node.

/** All rings, lines or points of a GeoJSON geometry as lists of [longitude, latitude]. */
export function lists(geometry) {
  if (!geometry) return [];
  const { type, coordinates, geometries } = geometry;
  if (type === 'GeometryCollection') return (geometries ?? []).flatMap(lists);
  if (type === 'Point') return [[coordinates]];
  if (type === 'MultiPoint') return coordinates.map((point) => [point]);
  if (type === 'LineString') return [coordinates];
  if (type === 'MultiLineString' || type === 'Polygon') return coordinates;
  return type === 'MultiPolygon' ? coordinates.flat() : [];
}

/** The box [w, s, e, n] round geometries; null when they are empty. */
export function boxOf(geometries) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of geometries.flatMap(lists).flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return Number.isFinite(box[0]) ? box : null;
}

/**
 * A geometry as the "d" of an SVG path in a box of the given size with a margin, north up. One degree east is shorter
 * than one degree north, so widths are shrunk by the cosine of the latitude: shapes keep their proportions.
 */
export function pathOf(geometry, box, width, height, margin = 8) {
  const [w, s, e, n] = box;
  const squeeze = Math.cos((((s + n) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * margin) / ((e - w) * squeeze || 1e-9),
    (height - 2 * margin) / (n - s || 1e-9),
  );
  const x = (lon) => round(width / 2 + (lon - (w + e) / 2) * squeeze * scale);
  const y = (lat) => round(height / 2 - (lat - (s + n) / 2) * scale);
  return lists(geometry)
    .map((list) => {
      const [first, ...rest] = list.map(([lon, lat]) => `${x(lon)} ${y(lat)}`);
      const closed = geometry.type.endsWith('Polygon') || geometry.type === 'GeometryCollection';
      return `M${first}${rest.length ? rest.map((p) => `L${p}`).join('') : 'l0 0'}${closed ? 'Z' : ''}`;
    })
    .join('');
}

function round(value) {
  return Math.round(value * 10) / 10;
}
