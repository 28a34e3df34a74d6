// Small builders of page elements; texts go in as text, never as markup.

/** Return an element with attributes and children (texts or elements). */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Put these children in place of the old ones, only when something is different: no flicker, no lost focus. */
export function fill(parent, children) {
  const next = make(parent.tagName, {}, ...children);
  if (next.innerHTML !== parent.dataset.painted) {
    parent.dataset.painted = next.innerHTML;
    parent.replaceChildren(...next.childNodes);
  }
}
