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

/** Offer these options; what was chosen stays. Where it is no longer offered nothing is chosen: no other choice is sent in its place. */
export function fillOptions(select, options) {
  const chosen = select.options.length ? select.value : options[0]?.value ?? "";
  fill(select, options); // options that move from list to list come selected: the choice is set again
  select.value = chosen;
  if (select.selectedIndex < 0) select.value = ""; // "All services", where that is offered
}

/** Put these elements in place of the old ones by their `data-key`; one that is painted alike stays, with what is being typed in it, and a menu that is open stays open. */
export function fillByKey(parent, elements) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const next = elements.map((element) => {
    const before = old.get(element.dataset.key);
    if (before && before.dataset.painted === element.outerHTML) return before;
    element.dataset.painted = element.outerHTML;
    if (before?.querySelector(".menu[open]")) element.querySelector(".menu")?.setAttribute("open", "");
    return element;
  });
  if (next.length !== parent.children.length || next.some((element, at) => element !== parent.children[at])) {
    const focused = document.activeElement?.dataset?.focus;
    parent.replaceChildren(...next);
    if (focused && document.activeElement === document.body) parent.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }
}

/** Paint a table's rows under these heads, and where there are none a line that says so (`none`), if any. */
export function paintTable(id, titles, rows, none = "") {
  const body = document.getElementById(id);
  const table = body.closest("table");
  fill(table.tHead ?? table.createTHead(), [make("tr", {}, ...titles.map((title) => make("th", { scope: "col" }, title)))]);
  table.tHead.hidden = !rows.length;
  const shown = rows.length || !none ? rows : [make("tr", { class: "none" }, make("td", { colspan: String(titles.length) }, none))];
  for (const [at, row] of shown.entries()) row.dataset.key ??= String(at);
  for (const cell of rows.flatMap((row) => [...row.cells].slice(1))) // where the heads of the columns have no room, each cell says its column
    if (cell.colSpan === 1) cell.dataset.label ??= titles[cell.cellIndex] ?? "";
  fillByKey(body, shown);
}

/** Return an element of a drawing. */
export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// A menu closes when something else is pressed, and by Escape.
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(".menu[open]")) if (!open.contains(event.target)) open.removeAttribute("open");
});
// A menu that opens at the end of the screen is scrolled into sight, clear of the bar that stays there.
document.addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && target.open && target.matches(".menu")) target.lastElementChild.scrollIntoView({ block: "nearest" });
}, true);

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" ? document.querySelector(".menu[open]") : null;
  if (!open) return;
  event.preventDefault(); // it means the menu alone
  open.removeAttribute("open");
  open.querySelector("summary").focus();
});
