// How things look on the map: plain data, no Leaflet. The same table draws the map and its legend. Pure; tested.

/** Two ranges wider than this many points are drawn hatched: most of the score is not known yet. */
const WIDE_RANGE = 30;

/** Site classes in legend order. Colour, pattern and outline differ together, so colour is never alone. */
export const SITE_CLASSES = [
  { key: 'high', fill: '#0b5d4e', stroke: '#08382f', pattern: '', dash: '' },
  { key: 'middle', fill: '#4f9e8a', stroke: '#08382f', pattern: 'dots', dash: '' },
  { key: 'low', fill: '#cfe3c8', stroke: '#08382f', pattern: '', dash: '' },
  { key: 'excluded', fill: '#ffffff', stroke: '#9c2b23', pattern: 'cross', dash: '4 3' },
  { key: 'none', fill: '#ffffff', stroke: '#5b6870', pattern: '', dash: '2 3' },
];

/** Class of a row by the middle of its range, in thirds; a help for the eye, not a verdict. */
export function siteClass(row) {
  if (row.verdict === 'excluded') return 'excluded';
  if (row.verdict !== 'scored') return 'none';
  const middle = (row.low + row.high) / 2;
  if (middle >= 200 / 3) return 'high';
  return middle >= 100 / 3 ? 'middle' : 'low';
}

/** True when the range is so wide that the symbol must say so. */
export function isWide(row) {
  return row.verdict === 'scored' && row.high - row.low > WIDE_RANGE;
}

const STYLES = {
  municipality: { color: '#5b6870', weight: 1.5, dash: '6 4', fill: '#ffffff', fillOpacity: 0.6, order: 0 },
  population: { color: '#7a6a9c', weight: 0.8, fill: '#b7a9d6', fillOpacity: 0.25, order: 1 },
  soil: { color: '#a98b2d', weight: 0.8, fill: '#e9d98c', fillOpacity: 0.6, order: 1 },
  other: { color: '#6b7075', weight: 1, fill: '#c3c8cc', fillOpacity: 0.4, order: 1 },
  bog: { color: '#8a6b3d', weight: 0.8, fill: '#cdb38a', fillOpacity: 0.65, order: 2 },
  built: { color: '#8c7f7a', weight: 0.6, fill: '#d8cfc9', fillOpacity: 0.8, order: 2 },
  water: { color: '#5b93b8', weight: 0.7, fill: '#bcdcee', fillOpacity: 0.9, order: 3 },
  river: { color: '#5b93b8', weight: 1.2, fill: '#bcdcee', fillOpacity: 0.9, order: 3 },
  protected: { color: '#2f6b2f', weight: 1.5, dash: '3 3', fill: '#9ccf8c', fillOpacity: 0.45, order: 4 },
  hazard: { color: '#9c2b23', weight: 1.5, dash: '6 3', fill: '#f0b8a8', fillOpacity: 0.45, order: 4 },
  road: { color: '#a65a1f', weight: 1.2, order: 5 },
  rail: { color: '#2b2f33', weight: 2, dash: '8 4', order: 6 },
  power: { color: '#7b3fa0', weight: 1.5, dash: '1 5', order: 6 },
  planned: {
    color: '#a3006b',
    weight: 4,
    dash: '10 6',
    fill: '#f3c9e2',
    fillOpacity: 0.5,
    radius: 8,
    order: 7,
  },
  drive: { color: '#ffffff', weight: 0.5, fill: '#8b6d2f', fillOpacity: 0.9, radius: 4, order: 7 },
  station: { color: '#2b2f33', weight: 2, fill: '#ffffff', fillOpacity: 1, radius: 5, order: 8 },
  airport: { color: '#12395b', weight: 2, fill: '#8fbfe6', fillOpacity: 1, radius: 7, order: 8 },
};

const ROADS = {
  E: { color: '#a8501c', weight: 3.5 },
  R: { color: '#a8501c', weight: 2.2 },
  F: { color: '#c39a7c', weight: 1.4 },
  K: { color: '#cdb4a2', weight: 1 },
  P: { color: '#cdb4a2', weight: 0.8 },
};
const DRIVE_STEPS = [
  { upTo: 30, fill: '#1b5e82' },
  { upTo: 45, fill: '#5fa3bd' },
  { upTo: 60, fill: '#d9c06a' },
  { upTo: Infinity, fill: '#a8632b' },
];

/** Style of one layer, or of one feature when its class (road) or value (drive time) is known. */
export function layerStyle(key, { featureClass, minutes } = {}) {
  const style = STYLES[key] ?? STYLES.other;
  if (key === 'road') return { ...style, ...ROADS[featureClass] };
  if (key === 'drive' && minutes !== undefined)
    return { ...style, fill: DRIVE_STEPS.find((s) => minutes <= s.upTo).fill };
  return style;
}

/** Entries below the layer name in the legend: [{label: number|string, style}] or none. */
export function layerSteps(key) {
  if (key === 'road')
    return Object.keys(ROADS).map((c) => ({
      label: c,
      style: layerStyle('road', { featureClass: c }),
    }));
  if (key === 'drive')
    return DRIVE_STEPS.map((step) => ({ label: step.upTo, style: { ...STYLES.drive, fill: step.fill } }));
  return [];
}
