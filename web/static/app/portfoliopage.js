// What the strategy asks of the whole region: S1–S4, who carries each, what would meet it, and land against need.
import { h, render } from './dom.js';

export function drawPortfolio(app, container) {
  render(container, h('h2', {}, app.t('tab.portfolio')));
}
