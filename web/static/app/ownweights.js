// Says wherever own weights have effect that they are not the adopted ones, and whose they are.
import { h } from './dom.js';

/** A badge beside a heading; null while the strategy's own weights are in effect. */
export function ownBadge(app) {
  return app.weighed.status === 'own' && h('span', { class: 'badge badge--own' }, app.t('own.badge'));
}

/** The line above all pages that are judged by weights. */
export function ownBanner(app) {
  const { t, state } = app;
  const { status } = app.weighed;
  if (status === 'adopted') return null;
  const name = state.weightsName ? t('own.named', { name: state.weightsName }) : '';
  return h(
    'div',
    { class: 'own-banner', role: status === 'failed' ? 'alert' : null },
    h('p', {}, h('strong', {}, `${t('own.badge')}${name}.`), ' ', t(`own.${status}`)),
    status === 'failed' &&
      h(
        'button',
        { id: 'own-retry', type: 'button', class: 'button button--small', onclick: app.loader.retry },
        t('retry'),
      ),
    h(
      'button',
      {
        id: 'own-reset',
        type: 'button',
        class: 'button button--small',
        onclick: () => app.go({ weights: null, weightsName: '' }),
      },
      t('weights.reset'),
    ),
  );
}

/** Says of a part that it does not follow own weights; null while there are none. */
export function notFollowed(app) {
  return app.weighed.status === 'own' && h('p', { class: 'caveat' }, app.t('own.notFollowed'));
}
