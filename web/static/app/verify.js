// Whether a frozen result is unchanged, and whether it still is the newest.
import { h, render } from './dom.js';

export function drawVerify(app, container) {
  render(container, h('h2', {}, app.t('tab.verify')));
}
