// How old what is stated about a site is, in words: the server counts, since runs are kept for ever. Pure.
import { date } from './format.js';

export function isOutdated(site) {
  return site.freshness?.state === 'outdated';
}

/** "Aldri bekreftet av eier. Nyeste opplysning er fra november 2026." */
export function confirmedText(app, site) {
  const { t, lang } = app;
  if (site.confirmedOn)
    return t('fresh.confirmed', { date: date(lang, site.confirmedOn), by: site.confirmedBy });
  if (!site.freshness) return t('fresh.never');
  return `${t('fresh.never')} ${t(`fresh.since.${site.freshness.counted}`, { date: date(lang, site.freshness.since) })}`;
}

/** What the age means for whoever reads; "" as long as the facts are fresh. */
export function ageText(app, site) {
  const { state, days } = site.freshness ?? { state: 'fresh' };
  return state === 'fresh' ? '' : app.t(`fresh.age.${state}`, { days });
}

/** A cell: the date, or that nobody has confirmed it; and whether that is too long ago. */
export function confirmedCell(app, site) {
  const when = site.confirmedOn ? date(app.lang, site.confirmedOn) : app.t('fresh.neverShort');
  return isOutdated(site) ? `${when} (⚠ ${app.t('fresh.outdated')})` : when;
}
