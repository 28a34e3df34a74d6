// What a hall registers requests about, to whom it refers them and under which powers it decides: lists of code and names.

import { make } from "../common/parts.js";
import { say } from "../common/words.js";

const LISTS = ["topic", "directorate", "power"];
const fresh = (usual) => Object.fromEntries(LISTS.map((name) => [name, usual[name].map((one) => ({ code: one.code, names: { ...one.names } }))]));

/** Return the answers that a new form begins with: the ministry's usual lists. */
export const usualRequests = (catalogue) => ({ prefix: "", ...fresh(catalogue.requests) });

/** Return what differs from the usual: a file that names no list follows the ministry's own. */
export function requestsAsked(requests, catalogue) {
  const own = LISTS.filter((name) => JSON.stringify(requests[name]) !== JSON.stringify(fresh(catalogue.requests)[name]));
  return { prefix: requests.prefix, ...Object.fromEntries(own.map((name) => [name, requests[name]])) };
}

/** Draw the lists into their section; each change calls `changed` with a function that draws them again. */
export function drawLists(host, requests, catalogue, changed) {
  const again = (focus) => changed(() => {
    drawLists(host, requests, catalogue, changed);
    if (focus) host.querySelector(focus)?.focus();
  });
  const prefix = make("input", { value: requests.prefix, dir: "ltr", maxlength: "16", placeholder: "NIZWA-1" });
  prefix.addEventListener("input", () => { requests.prefix = prefix.value.trim().toUpperCase(); changed(); });
  host.replaceChildren(
    make("div", { class: "fields" }, make("label", {}, say("requests.prefix"), prefix)),
    ...LISTS.map((name) => list(name, requests, catalogue, changed, again)),
  );
}

function list(name, requests, catalogue, changed, again) {
  const entries = requests[name];
  const add = make("button", { type: "button", class: "quiet" }, say("requests.add"));
  add.addEventListener("click", () => { entries.push({ code: "", names: { ar: "", en: "" } }); again(`[data-list=${name}] .entry:nth-last-child(2) input`); });
  const back = make("button", { type: "button", class: "quiet" }, say("requests.usual"));
  back.addEventListener("click", () => { requests[name] = fresh(catalogue.requests)[name]; again(`[data-list=${name}] button`); });
  return make(
    "div",
    { class: "list", "data-list": name },
    make("h3", {}, say(`requests.${name}`)),
    entries.length ? make("div", { class: "entry heads", "aria-hidden": "true" }, ...["code", "ar", "en"].map((head) => make("span", {}, say(`requests.${head}`)))) : null,
    ...(entries.length ? entries.map((one, at) => entry(one, () => { entries.splice(at, 1); again(`[data-list=${name}] button`); }, changed)) : [make("p", { class: "hint" }, say("requests.none"))]),
    make("div", { class: "actions" }, add, back),
  );
}

function entry(one, remove, changed) {
  const box = (label, value, direction, set) => {
    const input = make("input", { value, placeholder: label, "aria-label": label, dir: direction });
    input.addEventListener("input", () => { set(input.value); changed(); });
    return input;
  };
  const away = make("button", { type: "button", class: "quiet", "aria-label": `${say("remove")}: ${one.names.en || one.code}` }, say("remove"));
  away.addEventListener("click", remove);
  return make(
    "div",
    { class: "entry" },
    box(say("requests.code"), one.code, "ltr", (text) => { one.code = text.trim(); }),
    box(say("requests.ar"), one.names.ar, "rtl", (text) => { one.names.ar = text; }),
    box(say("requests.en"), one.names.en, "ltr", (text) => { one.names.en = text; }),
    away,
  );
}
