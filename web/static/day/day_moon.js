// The moon: the question while the centre cannot be reached, and what was set, with who said so and a way back.

import { dayOf } from "../common/instants.js";
import { doIt } from "../common/doing.js";
import { fillByKey, make } from "../common/parts.js";
import { clockTime, dayInWords, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const shown = { hall: null, view: null, later: "", changed: () => {} };

/** Paint the question, unless the head has put it off on this page, and the acts that stand. */
export function paintMoon(hall, view) {
  Object.assign(shown, { hall, view });
  const asked = view.question && view.question.event !== shown.later ? view.question : null;
  byId("moon").hidden = !asked && !view.acts.length;
  byId("moon-asked").hidden = !asked;
  if (asked) byId("moon-question").textContent = say(`moon.ask_${asked.event}`, { day: dayInWords(asked.printed) });
  fillByKey(byId("moon-acts"), view.acts.map(row));
}

function row(act) {
  const at = `${dayInWords(dayOf(shown.hall, act.at), { day: "numeric", month: "long" })} ${clockTime(new Date(act.at), shown.hall.time_zone)}`;
  const who = say(act.from_centre ? "moon.by_centre" : "moon.by", { by: `\u2068${act.by}\u2069`, at });
  const undo = make("button", { type: "button", class: "quiet small" }, say("act.undo"));
  undo.addEventListener("click", () => doIt(`/moon/${act.act}/end`, {}, () => ({ text: say("act.undone") }), shown.changed));
  return make(
    "li",
    { "data-key": act.act },
    make("span", { class: "fate" }, say(`moon.${act.event}`)),
    make("span", { class: "what" }, `${say("moon.begins", { day: dayInWords(act.begins) })} · ${who}`),
    undo,
  );
}

function begins(daysAhead) {
  const day = new Date(`${shown.view.today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + daysAhead);
  const body = { event: shown.view.question.event, begins: day.toISOString().slice(0, 10) };
  return doIt("/moon", body, (made) => ({ text: say("moon.done"), undo: `/moon/${made.act}/end` }), shown.changed);
}

/** Make the buttons work; `changed` is called after each command. */
export function armMoon(changed) {
  shown.changed = changed;
  byId("moon-today").addEventListener("click", () => begins(0));
  byId("moon-tomorrow").addEventListener("click", () => begins(1));
  byId("moon-later").addEventListener("click", () => {
    shown.later = shown.view.question.event;
    paintMoon(shown.hall, shown.view);
  });
}
