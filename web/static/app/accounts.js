import { h, render } from './dom.js';

export function drawAccounts(app, container) {
  render(container, h('h2', {}, app.t('tab.accounts')));
}
