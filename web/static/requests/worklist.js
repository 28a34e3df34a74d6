// Work lists: pages of rows with one main action each, a menu with the others, and a side sheet with everything of one.

import { fill, make, paintTable } from "../common/parts.js";
import { number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const ON_A_PAGE = 25;
/** Return a cell's content; that of `about` in a separate box, where each part is cut where it ends: at the left in Arabic. */
const cellParts = (name, parts) => (name === "about" ? [make("div", { class: "parts" }, ...parts)] : parts);
const bdi = (text) => make("bdi", { dir: "ltr" }, text);

/**
 * Make the work list of a page; return what paints it with all entries of a list: another list begins with its first page. `family` begins the ids of its texts.
 * `noneOf(list)` is the id of what an empty list says.
 * Of one entry: `keyOf`, `shownOf` its number, `markOf` a mark beside that, `cells()` its columns by class, `actsOf` what can be
 * done ({main, others}), `wordOf` the id of an act's name, `factsOf` its sheet as [name, value]; `act(what, one)` does it.
 */
export function workList({ family, keyOf, shownOf, markOf = (_one) => null, noneOf = (_list) => `${family}.none`, cells, actsOf, wordOf, factsOf, act }) {
  const page = { all: [], list: "", first: 0, shown: null, painted: "" };
  const known = (key) => page.all.find((one) => keyOf(one) === key);
  const button = (what, one, kind) => make("button", { type: "button", class: kind, "data-act": what, "data-focus": `${what} ${keyOf(one)}` }, say(wordOf(what, one)));

  function paint() {
    page.first = Math.min(page.first, Math.max(0, ON_A_PAGE * (Math.ceil(page.all.length / ON_A_PAGE) - 1)));
    const here = page.all.slice(page.first, page.first + ON_A_PAGE);
    const titles = ["number", ...Object.keys(cells()), "what"].map((one) => say(`${family}.${one}`));
    paintTable("rows", titles, here.map((one, at) => row(one, at > 4 && at > here.length - 4)));
    const several = page.all.length > ON_A_PAGE;
    const parts = { n: number(page.all.length), first: number(page.first + 1), last: number(page.first + here.length) };
    byId("many").textContent = say(several ? "list.paged" : here.length ? `${family}.many` : noneOf(page.list), parts);
    byId("many").parentElement.classList.toggle("empty-state", !here.length);
    byId("page-before").hidden = byId("page-after").hidden = !several;
    byId("page-before").disabled = page.first === 0;
    byId("page-after").disabled = page.first + ON_A_PAGE >= page.all.length;
  }

  // A row near the end opens its menu upwards, where there is room.
  function row(one, up) {
    const { main, others } = actsOf(one);
    const opener = make("button", { type: "button", class: "opener", "aria-haspopup": "dialog", "data-focus": `open ${keyOf(one)}` }, bdi(shownOf(one)));
    const columns = Object.entries(cells()).map(([name, cell]) => make("td", { class: name }, ...cellParts(name, [cell(one)].flat())));
    const acts = make("td", { class: "do" }, main ? button(main, one, "small") : null, others.length ? menu(one, others, up) : null);
    return make("tr", { "data-key": keyOf(one) }, make("th", { scope: "row" }, opener, markOf(one)), ...columns, acts);
  }

  function menu(one, acts, up) {
    const more = make("summary", { "aria-label": `${say("list.more")}: ${shownOf(one)}`, "data-focus": `more ${keyOf(one)}` }, make("span", { "aria-hidden": "true" }, "⋯"));
    return make("details", { class: up ? "menu up" : "menu" }, more, make("div", {}, ...acts.map((what) => button(what, one, null))));
  }

  function paintSheet(one) {
    Object.assign(page, { shown: one, painted: JSON.stringify(one) });
    fill(byId("sheet-title"), [bdi(shownOf(one)), markOf(one)]);
    fill(byId("sheet-facts"), factsOf(one).filter(([, value]) => value).flatMap(([name, value]) => [make("dt", {}, say(`${family}.${name}`)), make("dd", {}, value)]));
    const { main, others } = actsOf(one);
    fill(byId("sheet-acts"), [main, ...others].filter(Boolean).map((what) => button(what, one, what === main ? "small" : "quiet small")));
  }

  function turn(by) {
    page.first += by * ON_A_PAGE;
    paint();
  }

  byId("page-before").addEventListener("click", () => turn(-1));
  byId("page-after").addEventListener("click", () => turn(1));
  byId("rows").addEventListener("click", ({ target }) => {
    const one = known(target.closest("tr")?.dataset.key);
    if (!one || target.closest("summary, a")) return;
    target.closest("details")?.removeAttribute("open");
    if (target.dataset.act) return void act(target.dataset.act, one);
    paintSheet(one);
    byId("sheet").showModal();
  });
  byId("sheet").addEventListener("click", ({ target }) => {
    const what = target.dataset.act;
    if (!what && target !== byId("sheet")) return;
    byId("sheet").close(); // also by a press beside it
    if (what) act(what, known(keyOf(page.shown)) ?? page.shown); // if it has left the list, the hall says why it refuses
  });

  return (all, list = "") => {
    if (list !== page.list) page.first = 0;
    Object.assign(page, { all, list });
    paint();
    const one = byId("sheet").open && known(keyOf(page.shown)); // its newest state
    if (one && JSON.stringify(one) !== page.painted) paintSheet(one);
  };
}
