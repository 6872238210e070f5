// A link that is being made: what is chosen so far. It lives beside the state, since nothing of it may stand in an address.
export const MAX_SITES = 20;
const DAYS = 60;

const page = { own: null, draft: null, made: null, problem: null, busy: false };

/** What the page of links shows beside the list: the draft, or the link that was just made. */
export const linkPage = page;

/** Reads the links anew, while those that are shown stay until the answer is there. */
export async function readLinks(app) {
  page.own = await app.api.get('/api/links');
}

/** Today and some days, as 2027-01-25. */
export function dayIn(days, from = new Date()) {
  const day = new Date(Date.UTC(from.getFullYear(), from.getMonth(), from.getDate() + days));
  return day.toISOString().slice(0, 10);
}

/** An empty link for some sites, a comparison or a saved answer. */
export function emptyDraft({
  sites = [],
  comparison = false,
  answer = '',
  answerName = '',
  language = 'nb',
}) {
  return {
    sites: sites.slice(0, MAX_SITES),
    comparison,
    answer,
    answerName,
    fields: null, // null = what the server says is usual
    language,
    message: '',
    contact: null, // null = as in the newest link
    recipient: '',
    until: dayIn(DAYS),
    coded: false,
    codeMail: '',
    watermark: '',
    downloads: [],
  };
}

/** What the server is asked for. */
export function request(draft, fields, contact) {
  return {
    sites: draft.sites,
    answer: draft.answer,
    comparison: draft.comparison && !draft.answer,
    fields,
    language: draft.language,
    message: draft.message,
    contact,
    recipient: draft.recipient,
    until: draft.until,
    codeMail: draft.coded ? draft.codeMail : '',
    watermark: draft.watermark,
    downloads: draft.downloads,
  };
}

/** How many of the sites say something about a field. */
export function knownAt(known, sites, field) {
  return sites.filter((site) => known[site]?.includes(field)).length;
}

/** The list with an item put in or taken out. */
export function toggled(items, item, on) {
  return on ? [...items.filter((one) => one !== item), item] : items.filter((one) => one !== item);
}

/** Opens the page of links with a new one for this. */
export function startLink(app, chosen) {
  Object.assign(page, { draft: emptyDraft({ language: app.lang, ...chosen }), made: null, problem: null });
  page.wantsFocus = true; // the form may have to wait for what it shows
  app.go({ tab: 'links' });
}
