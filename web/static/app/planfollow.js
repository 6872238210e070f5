// Following a plan, and what the municipality says about a deviation: what the page of a check shows of both.
import { h } from './dom.js';
import { may } from './caller.js';
import { followForm } from './planfollowform.js';
import { changesPart } from './planchanges.js';
import { goneReasons } from './planreason.js';

export { reasonBlock } from './planreason.js';

/** Nodes: what has changed in this subject, what is written about findings that are gone, and following it. */
export function followBox(app, subject, report = null) {
  const strategy = report?.strategy.id ?? app.data.strategy.id;
  const parts = [
    changesPart(app, subject, strategy),
    report && goneReasons(app, subject, strategy),
    may(app, 'followPlans') && followForm(app, subject, strategy),
  ].filter(Boolean);
  if (!parts.length) return [];
  return [
    h(
      'section',
      { id: 'plan-follow', class: 'plan-follow', tabindex: '-1' },
      h('h3', {}, app.t('planfollow.title')),
      parts,
    ),
  ];
}
