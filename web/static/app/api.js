// All talk with the server. Every failure becomes a Problem with a text for people; nothing fails in silence.

// Both are JSON; what is a map layer calls itself so.
const FORMS = 'application/json, application/geo+json';

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

/** The token a change must carry: it shows that it is this page that asks. Empty for who is not logged in. */
export function csrfToken(cookies = document.cookie) {
  const found = /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(cookies);
  return found ? decodeURIComponent(found[1]) : '';
}

/**
 * @param language function giving nb or en, @param t function giving the translator, @param onBusy told the number of running
 * requests, @param onEnded told when the server no longer knows the session
 */
export function createApi({ language, t, onBusy = () => {}, onEnded = () => {} }) {
  let running = 0;
  const token = () => {
    const value = csrfToken();
    return value && { 'X-XSRF-TOKEN': value };
  };
  const busy = (change) => onBusy((running += change));

  const get = (address, signal) => ask(address, { signal });

  /** Asks for a change with a JSON body (or a form, or a file); an answer without content is null. */
  const change = (method, address, content, { headers = {}, signal, quiet = false } = {}) =>
    (quiet ? quietly : ask)(address, {
      method,
      signal,
      headers,
      ...(content instanceof FormData || content instanceof Blob
        ? { body: content }
        : content !== undefined && {
            body: JSON.stringify(content),
            headers: { 'Content-Type': 'application/json', ...headers },
          }),
    });

  /** Asks again and again what becomes of something, so it does not count as loading; answers within a second. */
  const look = async (address, signal) =>
    read(await send(address, { signal, headers: { Prefer: 'wait=1' } }), address);

  /** Sends a form with a file; onSent(bytes, total) is told how much has left. Ended by the signal. */
  const upload = async (address, form, { onSent, signal }) =>
    read(await sendForm(address, form, onSent, signal), address);

  /** Does not count as loading: whoever asks says so in its own place. */
  const quietly = async (address, options) => read(await send(address, options), address);

  async function ask(address, options) {
    busy(+1);
    try {
      return await read(await send(address, options), address);
    } finally {
      busy(-1);
    }
  }

  async function read(answer, address) {
    if (!answer.ok) throw await problemOf(answer, address);
    return body(answer, address);
  }

  async function send(address, options) {
    try {
      const answer = await fetch(address, {
        ...options,
        headers: {
          Accept: FORMS,
          'Accept-Language': language(),
          ...(options.method && token()),
          ...options.headers,
        },
      });
      if (answer.headers.has('Session-Ended') || answer.status === 401) onEnded();
      return answer;
    } catch (error) {
      if (wasAborted(error)) throw error;
      throw noAnswer(address);
    }
  }

  // fetch() cannot tell how much of a file has left; XMLHttpRequest can.
  function sendForm(address, form, onSent, signal) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', address);
      request.setRequestHeader('Accept', 'application/json');
      request.setRequestHeader('Accept-Language', language());
      for (const [name, value] of Object.entries(token() || {})) request.setRequestHeader(name, value);
      request.upload.onprogress = (event) => onSent(event.loaded, event.total);
      request.onload = () => {
        if (request.status === 401) onEnded();
        resolve(new Response(request.responseText || null, { status: request.status }));
      };
      request.onerror = () => reject(noAnswer(address));
      request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
      signal.addEventListener('abort', () => request.abort());
      request.send(form);
    });
  }

  function noAnswer(address) {
    return new Problem({ title: t()('problem.noAnswer'), detail: t()('problem.noAnswerDetail'), address });
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

  return { get, all, change, look, upload };
}
