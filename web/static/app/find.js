// An investor's requirements, and the sites and neighbours that meet them best.
import { h, render } from './dom.js';

export function drawFind(app, container) {
  render(container, h('h2', {}, app.t('tab.find')));
}
