// How sure the ranking is.
import { h, render } from './dom.js';

export function drawCertificate(app, container) {
  render(container, h('h2', {}, app.t('tab.certificate')));
}
