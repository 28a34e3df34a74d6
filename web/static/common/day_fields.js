// Fields for a day, written dd/mm/yyyy whatever language the browser has; the calendar is the browser's own.

import { inDigits, inWestern, say } from "./words.js";

const VALUE = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");

/** Return what was typed as YYYY-MM-DD, or null where it is no day. */
export function dayOf(typed) {
  const text = inWestern(typed.trim());
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  const read = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  return read && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}

/** Return a day (YYYY-MM-DD) as dd/mm/yyyy; "" for none. */
export const shownDay = (iso) => inDigits(iso.split("-").reverse().join("/"));

/**
 * Put a text field and a calendar button before a date input, which keeps its name, its value and its events.
 * @param {HTMLInputElement} input
 */
export function dayField(input) {
  const text = Object.assign(document.createElement("input"), { type: "text", inputMode: "numeric", dir: "ltr", placeholder: say("day.form"), required: input.required });
  const pick = Object.assign(document.createElement("button"), { type: "button", className: "quiet day-pick" });
  const field = Object.assign(document.createElement("span"), { className: "day-field" });
  const show = () => { text.value = shownDay(VALUE.get.call(input)); text.setCustomValidity(""); };
  const label = [...(input.closest("label")?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent.trim()).join(" ");
  if (label.trim()) text.setAttribute("aria-label", label.trim()); // else the button's name would be part of the field's
  pick.setAttribute("aria-label", [label.trim(), say("day.pick")].filter(Boolean).join(": ")); // a page may have several
  pick.addEventListener("click", () => input.showPicker());
  const tell = (kind, event) => {
    event.stopPropagation();
    const day = dayOf(text.value);
    VALUE.set.call(input, day ?? "");
    const wrong = text.value !== "" && (day === null || !input.validity.valid);
    const late = wrong && input.max && day > input.max;
    text.setCustomValidity(wrong ? say(late ? "day.too_late" : "day.invalid", { day: shownDay(input.max) }) : "");
    if (kind === "change" && wrong) text.reportValidity();
    else if (kind === "change" && day) text.value = shownDay(day);
    input.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  text.addEventListener("input", (event) => tell("input", event));
  text.addEventListener("change", (event) => tell("change", event));
  input.addEventListener("input", (event) => { if (event.isTrusted) show(); });
  input.form?.addEventListener("reset", () => setTimeout(show));
  Object.defineProperty(input, "value", {
    get: VALUE.get,
    set(value) {
      VALUE.set.call(this, value);
      if (document.activeElement !== text) show(); // what somebody is typing stays
    },
  });
  Object.assign(input, { required: false, tabIndex: -1 });
  // Whether a day is needed is the text field's matter: what is hidden cannot say why the form does not leave.
  Object.defineProperty(input, "required", { get: () => text.required, set(needed) { text.required = needed; } });
  input.setAttribute("aria-hidden", "true");
  input.replaceWith(field);
  field.append(text, pick, input);
  show();
  return field;
}

for (const input of document.querySelectorAll('input[type="date"]')) dayField(/** @type {HTMLInputElement} */ (input));
