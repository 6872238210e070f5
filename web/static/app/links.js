import { h, render } from './dom.js';

export function drawLinks(app, container) {
  render(container, h('h2', {}, app.t('tab.links')));
}
