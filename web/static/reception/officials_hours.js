// When an official receives: his week as lines of a form, and the days on which he is away.

import { doIt, refuse } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { fillByKey, make } from "../common/parts.js";
import { Refused } from "../common/api.js";
import { dayInWords, inWestern, number, say } from "../common/words.js";

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
    make("button", { type: "button", class: "quiet small", "data-first": one.first, "data-focus": one.first }, say("officials.take_back")),
  ));
  fillByKey(byId("absences"), absences.length ? absences : [make("li", { "data-key": "none" }, say("officials.never_away"))]);
}

/** Return the parts of a day's line; raise a refusal of its field if the line is invalid. */
function spans(day) {
  const parts = inWestern(form.elements[`day_${day}`].value).split(/[,،]/).map((part) => part.trim()).filter(Boolean);
  return parts.map((part) => {
    const [first, last] = part.split(/\s*[-–]\s*/).map((text) => text.padStart(5, "0"));
    if (!/^\d\d:\d\d$/.test(first ?? "") || !/^\d\d:\d\d$/.test(last ?? "")) throw new Refused("hours_unreadable", 0, 0, [{ field: `day_${day}` }]);
    return { first, last };
  });
}

/** Let the forms send; `official()` is who is shown. */
export function armHours({ official, changed }) {
  if (!form) return;
  const path = (end) => `/officials/${encodeURIComponent(official())}/${end}`;
  const told = (view) => ({ text: view.outside ? say("officials.saved_outside", { n: number(view.outside) }) : say("officials.saved") });
  armForm(form, async ({ slot_min }) => {
    try {
      const weekly = Object.fromEntries(DAYS.map((day) => [day, spans(day)]));
      return await doIt(path("hours"), { weekly, slot_min: Number(slot_min) }, told, changed);
    } catch (refusal) {
      return refuse(refusal);
    }
  });
  armForm(byId("away-form"), ({ first, last }) =>
    doIt(path("away"), { first, last }, (view) => ({ ...told(view), undo: path(`away/${first}/take-back`) }), changed));
  byId("absences").addEventListener("click", (event) => {
    const { first } = event.target.dataset;
    if (!first) return;
    byId("hours-dialog").close();
    doIt(path(`away/${first}/take-back`), {}, () => ({ text: say("officials.back_again") }), changed);
  });
}
