// "Plansjekk": does a plan follow what was adopted together? Without a subject in the state: the plans there are.
import { h, render } from './dom.js';
import { accountSection } from './planaccount.js';
import { followBox } from './planfollow.js';
import { planList } from './planlist.js';
import { paperBox } from './planpaper.js';

export function drawPlan(app, container) {
  render(
    container,
    h('h2', {}, app.t('tab.plan')),
    app.state.plan
      ? [paperBox(app, null), followBox(app, app.state.plan), accountSection(app, app.state.plan)]
      : planList(app),
  );
}
