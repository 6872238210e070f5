import { h, render } from './dom.js';

export function drawAudit(app, container) {
  render(container, h('h2', {}, app.t('tab.audit')));
}
