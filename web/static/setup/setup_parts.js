// The form fields of the set-up page; each puts its answer where `set` says and has the answers checked.

import { make } from "../common/parts.js";
import { changed } from "./setup_form.js";
import { say } from "../common/words.js";

/** Return the element after `act` follows its event. */
export function on(element, event, act) {
  element.addEventListener(event, act);
  return element;
}

/** Return a button that is not the page's main one. */
export const button = (text, act, attributes = {}) => on(make("button", { type: "button", class: "quiet", ...attributes }, text), "click", act);

/** Return a labelled input. */
export const field = (label, value, set, attributes = {}) =>
  make("label", {}, label, on(make("input", { value, ...attributes }), "input", (event) => { set(event.target.value); changed(); }));

/** Return a labelled list to choose one from. */
export const choice = (label, options, value, set) =>
  make("label", {}, label, on(make("select", {}, ...options.map((option) => make("option", { value: option, selected: option === value ? "" : null }, say(option)))),
    "change", (event) => { set(event.target.value); changed(); }));

/** Return a box to tick. */
export const box = (checked, set, attributes = {}) =>
  on(make("input", { type: "checkbox", class: "tick-box", checked: checked ? "" : null, ...attributes }), "change", (event) => set(event.target.checked));

/** Return a box to tick with its words, and below them why. */
export const tick = (checked, words, why, set, attributes = {}) =>
  make("label", { class: "tick" }, box(checked, set, attributes), make("span", {}, words, why ? make("small", {}, why) : null));

/** Return one choice of a few, all in sight; each option is a value, what is shown for it, and the words for a picture. */
export const segments = (legend, name, options, value, set) =>
  make("fieldset", { class: "segments" }, make("legend", { class: "unseen" }, legend), ...options.map(([option, shown, words]) => {
    const radio = make("input", { type: "radio", name, value: option, checked: option === value ? "" : null, "aria-label": words, title: words });
    return make("label", {}, on(radio, "change", () => set(option)), make("span", {}, shown));
  }));
