// All talk with the server. Every failure becomes a Problem with a text for people; nothing fails in silence.

/** What went wrong, in the user's language: title, detail, remedy, status (0 = no answer at all); said = all the server said. */
export class Problem extends Error {
  constructor({ title, detail = '', remedy = '', status = 0, address = '', said = {} }) {
    super(title);
    Object.assign(this, { title, detail, remedy, status, address, said });
  }
}

/** True when we ended the request ourselves: nothing to report. */
export function wasAborted(error) {
  return error?.name === 'AbortError';
}

/** @param language function giving nb or en, @param t function giving the translator, @param onBusy told the number of running requests */
export function createApi({ language, t, onBusy = () => {} }) {
  let running = 0;
  const busy = (change) => onBusy((running += change));

  const get = (address, signal) => ask(address, { signal });

  /** Asks for a change with a JSON body (or a form); an answer without content is null. */
  const change = (method, address, content, { headers = {}, signal } = {}) =>
    ask(address, {
      method,
      signal,
      headers,
      ...(content instanceof FormData
        ? { body: content }
        : content !== undefined && {
            body: JSON.stringify(content),
            headers: { 'Content-Type': 'application/json', ...headers },
          }),
    });

  async function ask(address, options) {
    busy(+1);
    try {
      const answer = await send(address, options);
      if (!answer.ok) throw await problemOf(answer, address);
      return await body(answer, address);
    } finally {
      busy(-1);
    }
  }

  async function send(address, options) {
    try {
      return await fetch(address, {
        ...options,
        headers: { Accept: 'application/json', 'Accept-Language': language(), ...options.headers },
      });
    } catch (error) {
      if (wasAborted(error)) throw error;
      throw new Problem({ title: t()('problem.noAnswer'), detail: t()('problem.noAnswerDetail'), address });
    }
  }

  async function body(answer, address) {
    if (answer.status === 204) return null;
    try {
      return await answer.json();
    } catch (error) {
      if (wasAborted(error)) throw error;
      throw new Problem({
        title: t()('problem.unreadable'),
        detail: address,
        status: answer.status,
        address,
      });
    }
  }

  async function problemOf(answer, address) {
    const said = await answer.json().catch(() => ({}));
    const title = said.title || t()('problem.status', { status: answer.status });
    return new Problem({
      title,
      detail: said.detail,
      remedy: said.remedy,
      status: answer.status,
      address,
      said,
    });
  }

  /** All items of a paged list. The server's pages are followed until the total is reached. */
  async function all(address, signal) {
    const items = [];
    for (;;) {
      const page = await get(
        `${address}${address.includes('?') ? '&' : '?'}limit=200&offset=${items.length}`,
        signal,
      );
      items.push(...page.items);
      if (!page.items.length || items.length >= (page.total ?? items.length)) return items;
    }
  }

  return { get, all, change };
}
