// Who is logged in and what that caller may do. The server decides; the page only offers nothing it would refuse.

/** Whether the caller may do this: an operation as the server names it, such as "editSites". */
export function may(app, operation) {
  return app.data?.config.caller.may.includes(operation) ?? false;
}
