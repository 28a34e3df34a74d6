// Fields for a time of day, written hh:mm in 24 hours whatever language the browser has.

import { inWestern, say } from "./words.js";

/** Return what was typed as HH:MM, or null where it is no time of day: 7:30, 7.30, 0730 and 7 are read. */
export function timeOf(typed) {
  const [, hour, minute = "00"] = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(inWestern(typed.trim())) ?? [];
  return hour && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, "0")}:${minute}` : null;
}

/**
 * Make a text field of a time input: its name, its value (HH:MM) and its events stay.
 * @param {HTMLInputElement} input
 */
export function timeField(input) {
  const value = input.value.slice(0, 5);
  Object.assign(input, { type: "text", value, inputMode: "numeric", dir: "ltr", autocomplete: "off", placeholder: say("day.time_form") });
  input.classList.add("time-field");
  const check = () => {
    const time = timeOf(input.value);
    input.setCustomValidity(input.value.trim() && time === null ? say("day.time_invalid") : "");
    return time;
  };
  input.addEventListener("input", check);
  input.addEventListener("change", () => {
    const time = check();
    if (input.validity.customError && !input.form?.noValidate) input.reportValidity(); // the others say it at the field, when they are sent
    if (time === null || time === input.value) return;
    input.value = time;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  input.form?.addEventListener("reset", () => input.setCustomValidity(""));
  return input;
}

for (const input of document.querySelectorAll('input[type="time"]')) timeField(/** @type {HTMLInputElement} */ (input));
