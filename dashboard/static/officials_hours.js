// When an official receives: his week as lines of a form, and the days on which he is away.

import { doIt, refuse } from "./doing.js";
import { fillByKey, make } from "./parts.js";
import { Refused } from "./api.js";
import { dayInWords, inWestern, number, say } from "./words.js";

const byId = (id) => document.getElementById(id);
const form = byId("hours-form");
const shown = { key: null };
const DAYS = ["1", "2", "3", "4", "5", "6", "7"];

/** Fill the form in when another official is shown or his hours were changed; what is being typed stays. */
export function paintHours(official) {
  if (!form) return;
  const key = JSON.stringify([official.official, official.weekly, official.slot_min]);
  if (key !== shown.key) {
    shown.key = key;
    for (const day of DAYS) form.elements[`day_${day}`].value = (official.weekly[day] ?? []).map((span) => `${span.first}-${span.last}`).join(", ");
    form.elements.slot_min.value = official.slot_min;
  }
  const absences = official.away.map((one) => make(
    "li",
    { "data-key": one.first },
    make("span", {}, one.first === one.last ? dayInWords(one.first) : say("officials.from_to", { first: dayInWords(one.first), last: dayInWords(one.last) })),
    make("button", { type: "button", class: "quiet", "data-first": one.first, "data-focus": one.first }, say("officials.take_back")),
  ));
  fillByKey(byId("absences"), absences.length ? absences : [make("li", { "data-key": "none" }, say("officials.never_away"))]);
}

/** Return the parts of a day; raise a refusal where a line is none. */
function spans(line) {
  const parts = inWestern(line).split(/[,،]/).map((part) => part.trim()).filter(Boolean);
  return parts.map((part) => {
    const [first, last] = part.split(/\s*[-–]\s*/).map((text) => text.padStart(5, "0"));
    if (!/^\d\d:\d\d$/.test(first ?? "") || !/^\d\d:\d\d$/.test(last ?? "")) throw new Refused("hours_unreadable");
    return { first, last };
  });
}

/** Let the forms send; `official()` is who is shown. */
export function armHours({ official, changed }) {
  if (!form) return;
  const path = (end) => `/officials/${encodeURIComponent(official())}/${end}`;
  const told = (view) => ({ text: view.outside ? say("officials.saved_outside", { n: number(view.outside) }) : say("officials.saved") });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    try {
      const weekly = Object.fromEntries(DAYS.map((day) => [day, spans(form.elements[`day_${day}`].value)]));
      doIt(path("hours"), { weekly, slot_min: Number(form.elements.slot_min.value) }, told, changed);
    } catch (refusal) {
      refuse(refusal);
    }
  });
  byId("away-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const { first, last } = Object.fromEntries(new FormData(/** @type {any} */ (event.target)));
    const undo = path(`away/${first}/take-back`);
    if (await doIt(path("away"), { first, last }, (view) => ({ ...told(view), undo }), changed)) event.target.reset();
  });
  byId("absences").addEventListener("click", (event) => {
    const { first } = event.target.dataset;
    if (first) doIt(path(`away/${first}/take-back`), {}, () => ({ text: say("officials.back_again") }), changed);
  });
}
