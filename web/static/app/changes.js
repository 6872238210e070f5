// What moved between two rankings.
import { h, render } from './dom.js';

export function drawChanges(app, container) {
  render(container, h('h2', {}, app.t('tab.changes')));
}
