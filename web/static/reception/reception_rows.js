// The list of who is in the hall: one line a visit, with a box to pick it for a group and a button for all else.

import { fillByKey, make } from "../common/parts.js";
import { clockTime, inDigits, named, number, say } from "../common/words.js";

const LIST = document.getElementById("rows");
const chosen = new Set();

/** Return the visits that are picked for a group. */
export const picked = () => [...chosen];

/** Pick none. */
export function unpick() {
  chosen.clear();
  for (const box of LIST.querySelectorAll("input:checked")) box.checked = false;
}

/** Paint the list of `visits`, some of all that are `known`; a visit that can no longer be in a group is no longer selected. */
export function paintRows(hall, visits, known) {
  const waiting = new Set(visits.filter((one) => one.state === "waiting").map((one) => one.visit));
  for (const one of chosen) if (!waiting.has(one)) chosen.delete(one);
  const families = familyNumbers(known);
  fillByKey(LIST, visits.map((one) => row(hall, one, families)));
  for (const box of LIST.querySelectorAll("input")) box.checked = chosen.has(box.value);
}

LIST.addEventListener("change", (event) => {
  if (event.target.checked) chosen.add(event.target.value);
  else chosen.delete(event.target.value);
});

/** Number the groups of which somebody is known, so that a person sees who belongs to whom. */
function familyNumbers(visits) {
  const seen = [...new Set(visits.map((one) => one.group).filter(Boolean))].sort();
  return new Map(seen.map((group, at) => [group, at + 1]));
}

export const serviceName = (hall, code) => named(hall.services.find((one) => one.code === code)?.names) || code;

/** Return where a visit stands, in a few words. */
export function standing(hall, one) {
  if (one.state === "waiting") return one.people_ahead ? say("reception.ahead", { n: number(one.people_ahead) }) : say("reception.next");
  if (["called", "serving", "parked"].includes(one.state)) return say("reception.at_counter", { state: say(`state.${one.state}`), n: number(one.counter) });
  return say(`state.${one.state}`);
}

function row(hall, one, families) {
  const ticket = inDigits(one.ticket);
  const marks = [];
  if (one.lane !== "standard") marks.push(say(`lane.${one.lane}`));
  if (families.has(one.group)) marks.push(say("reception.family", { n: number(families.get(one.group)) }));
  if (one.reprints) marks.push(say("reception.reprinted", { n: number(one.reprints) }));
  const box = one.state === "waiting" ? make("input", { type: "checkbox", class: "tick-box", value: one.visit, "aria-label": say("reception.pick", { ticket }) }) : null;
  const button = make("button", { type: "button", class: "quiet small", "data-visit": one.visit, "data-focus": one.visit, "aria-label": say("reception.open_of", { ticket }) }, say("reception.open"));
  return make(
    "tr",
    { "data-key": one.visit },
    make("td", { class: "pick" }, box),
    make("th", { scope: "row" }, make("bdi", { class: "ticket", dir: "ltr" }, ticket)),
    make("td", { class: "about" }, make("span", {}, serviceName(hall, one.service)), ...marks.map((text) => make("span", { class: "mark-word" }, text))),
    make("td", { class: "soft" }, say("reception.since", { time: clockTime(new Date(one.issued_at), hall.time_zone) })),
    make("td", { class: "standing" }, standing(hall, one)),
    make("td", { class: "do" }, button),
  );
}
