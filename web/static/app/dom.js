// Builds DOM nodes. Text always becomes a text node, so data can never become markup.
const SVG = 'http://www.w3.org/2000/svg';

/** h("button", {class: "x", onclick: f, disabled: false}, "text", node, [nodes], null) */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG elements. */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'vars') setVariables(element, value);
    else if (name === 'value' || name === 'checked' || name === 'selected') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...clean(children));
  return element;
}

// Custom properties go through the CSSOM: a strict content security policy forbids style attributes in markup.
function setVariables(element, variables) {
  for (const [name, value] of Object.entries(variables)) element.style.setProperty(`--${name}`, value);
}

function clean(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/**
 * Replaces the content of a container. The element that had the focus gets it back when an element with the same id
 * is there afterwards, and open <details> and scrolled places with an id stay so: a redraw must not throw anybody off.
 */
export function render(container, ...children) {
  const active = document.activeElement;
  const focused = container.contains(active) ? active.id : '';
  const open = new Map([...container.querySelectorAll('details[id]')].map((d) => [d.id, d.open]));
  const caret =
    focused && active.selectionStart !== undefined ? [active.selectionStart, active.selectionEnd] : null;
  const scrolled = [container, ...container.querySelectorAll('[id]')]
    .filter((e) => e.scrollTop || e.scrollLeft)
    .map((e) => [e.id, e.scrollTop, e.scrollLeft]);
  container.replaceChildren(...clean(children));
  for (const [id, isOpen] of open) {
    const details = container.querySelector(`details[id="${CSS.escape(id)}"]`);
    if (details) details.open = isOpen;
  }
  for (const [id, top, left] of scrolled)
    document.getElementById(id)?.scrollTo({ top, left, behavior: 'instant' });
  if (focused) focusAgain(document.getElementById(focused), caret);
}

function focusAgain(element, caret) {
  element?.focus({ preventScroll: true });
  if (caret && caret[0] !== null && element?.setSelectionRange) element.setSelectionRange(...caret);
}

/** An outside link; opens in the same tab so that "back" works. Only web addresses become links. */
export function link(address, text) {
  return /^https?:\/\//.test(address ?? '')
    ? h('a', { href: address, rel: 'noopener external' }, text)
    : text;
}
