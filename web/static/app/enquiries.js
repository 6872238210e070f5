import { h, render } from './dom.js';

export function drawEnquiries(app, container) {
  render(container, h('h2', {}, app.t('tab.enquiries')));
}
