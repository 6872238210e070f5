// Who is logged in and what that caller may do. The server decides; the page only offers nothing it would refuse.

/** Whether the caller may do this: an operation as the server names it, such as "editSites". */
export function may(app, operation) {
  return app.data?.config.caller.may.includes(operation) ?? false;
}

/** The share of a site that makes it a municipality's own, as the server counts. */
const OWN_SHARE = 0.01;

/** Whether the caller may do this to a site: who acts for municipalities only where they are all of the site's. */
export function mayHere(app, operation, row) {
  if (!may(app, operation)) return false;
  const { role, municipalities } = app.data.config.caller;
  if (role === 'administrator') return true;
  const own = row.shares.filter((s) => s.share >= OWN_SHARE);
  return own.length > 0 && own.every((s) => municipalities.includes(s.number));
}
