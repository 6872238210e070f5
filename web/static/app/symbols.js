// Small drawings used on the map, in the list and in the legend, so that all three look the same.
import { s } from './dom.js';
import { SITE_CLASSES } from './legend.js';

/** Fill patterns; put once into the page. Leaflet's paths and our symbols refer to them by id. */
export function patterns() {
  const pattern = (id, size, ...content) =>
    s(
      'pattern',
      { id: `pattern-${id}`, width: size, height: size, patternUnits: 'userSpaceOnUse' },
      ...content,
    );
  const line = (d, stroke, width) => s('path', { d, stroke, 'stroke-width': width, fill: 'none' });
  return s(
    'svg',
    { width: 0, height: 0, 'aria-hidden': 'true', class: 'patterns', focusable: 'false' },
    s(
      'defs',
      {},
      pattern('dots', 6, s('circle', { cx: 2, cy: 2, r: 1.2, fill: '#ffffff' })),
      pattern('cross', 7, line('M0 0L7 7M7 0L0 7', '#9c2b23', 1.1)),
      pattern('hatch', 5, line('M-1 1L1 -1M0 5L5 0M4 6L6 4', '#ffffff', 1.8)),
      pattern('hatch-dark', 5, line('M-1 1L1 -1M0 5L5 0M4 6L6 4', '#08382f', 1.2)),
    ),
  );
}

/** The overlay pattern of a site: hatched when mostly unknown, else the pattern of its class; "" = none. */
export function patternOf(classKey, wide) {
  const { pattern } = SITE_CLASSES.find((c) => c.key === classKey);
  if (!wide) return pattern;
  return classKey === 'low' ? 'hatch-dark' : 'hatch';
}

/** Symbol of a site: circle for land, diamond for terminals; decoration only, the name stands beside it. */
export function siteSymbol(classKey, { kind = 'land', wide = false, size = 22 } = {}) {
  const { fill, stroke, dash } = SITE_CLASSES.find((c) => c.key === classKey);
  const pattern = patternOf(classKey, wide);
  const shape = (attributes) =>
    kind === 'terminal'
      ? s('path', { d: 'M12 1.5L22.5 12L12 22.5L1.5 12Z', ...attributes })
      : s('circle', { cx: 12, cy: 12, r: 9.5, ...attributes });
  return s(
    'svg',
    {
      viewBox: '0 0 24 24',
      width: size,
      height: size,
      class: 'symbol',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    shape({ fill, stroke: '#ffffff', 'stroke-width': 4 }),
    shape({ fill }),
    pattern && shape({ fill: `url(#pattern-${pattern})` }),
    shape({ fill: 'none', stroke, 'stroke-width': 2, 'stroke-dasharray': dash }),
  );
}

/** Legend swatch of a map layer. */
export function layerSwatch(style, geometry) {
  const line = {
    stroke: style.color,
    'stroke-width': Math.min(style.weight, 4),
    'stroke-dasharray': style.dash,
  };
  const shapes = {
    point: () =>
      s('circle', {
        cx: 14,
        cy: 9,
        r: Math.min(style.radius ?? 5, 6),
        fill: style.fill ?? style.color,
        ...line,
      }),
    line: () => s('path', { d: 'M2 12L10 6L18 11L26 6', fill: 'none', ...line }),
    polygon: () =>
      s('rect', {
        x: 2,
        y: 2,
        width: 24,
        height: 14,
        rx: 2,
        fill: style.fill ?? 'none',
        'fill-opacity': style.fillOpacity ?? 1,
        ...line,
      }),
  };
  const draw = shapes[geometry] ?? shapes.polygon;
  return s(
    'svg',
    {
      viewBox: '0 0 28 18',
      width: 28,
      height: 18,
      class: 'swatch',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    draw(),
  );
}
