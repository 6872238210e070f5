// Sending what is chosen for a link: for a look at it first, then for good; faults are told where they belong.
import { linkPage, readLinks, request } from './linkdraft.js';

/** Keys of the chosen fields: what the catalogue shows, until something else is chosen. */
export function chosenFields(draft) {
  return draft.fields ?? linkPage.fields?.usual ?? [];
}

const asked = () => request(linkPage.draft, chosenFields(linkPage.draft), linkPage.draft.contact);

/** Opens what the recipient would see. The window comes before any waiting, or it would be taken for an advertisement. */
export async function preview(app) {
  const shown = window.open('', 'areal-preview');
  const address = await ask(app, () => app.api.change('POST', '/api/links/previews', asked()));
  if (!address) shown?.close();
  else if (shown) shown.location = address.address;
}

/** Makes the link and shows its address. */
export async function make(app) {
  const made = await ask(app, () => app.api.change('POST', '/api/links', asked()));
  if (!made) return;
  Object.assign(linkPage, { draft: null, made });
  app.draw();
  document.getElementById('link-made-title')?.focus();
  await refresh(app);
}

/** What went wrong while the list was read anew is told in its place. */
async function refresh(app) {
  try {
    await readLinks(app);
  } catch (problem) {
    if (!problem.title) throw problem;
    linkPage.own = null;
  }
  app.draw();
}

/** The answer, or null after the fault is shown where it belongs and has the focus. */
async function ask(app, send) {
  Object.assign(linkPage, { busy: true, problem: null });
  app.draw();
  let answer = null;
  try {
    answer = await send();
  } catch (problem) {
    if (!problem.title) throw problem;
    linkPage.problem = problem;
  }
  linkPage.busy = false;
  app.draw();
  if (!answer) firstFault()?.focus();
  return answer;
}

function firstFault() {
  const form = document.getElementById('link-form');
  const line = form.querySelector('.plan-fault');
  return (
    form.querySelector('[aria-invalid="true"]') ?? line?.closest('fieldset').querySelector('select, input')
  );
}
