// What if: planned works as another choice of dataset versions.
import { h, render } from './dom.js';

export function drawScenarios(app, container) {
  render(container, h('h2', {}, app.t('tab.scenarios')));
}
