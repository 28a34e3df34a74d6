// What a close of the day brings, shown before it; and opening the day again, with a choice for those whom the close ended.

import { get } from "../common/api.js";
import { doIt } from "../common/doing.js";
import { now } from "../frame/frame.js";
import { clockTime, inDigits, number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const opening = { back: 0, changed: () => {} };

/** Show in the close dialog what the close does in a hall of these hours, and that tickets are still given today. */
export function paintClose(hall, day) {
  const { last_ticket: last, always_open } = hall.hours;
  byId("close-effect").textContent = say(always_open ? "closing.effect_always_open" : "closing.effect");
  const early = day.state === "open" && last && !always_open;
  byId("close-early").hidden = !early;
  if (early) byId("close-early").textContent = say("closing.early", { time: clockTime(new Date(now()), hall.time_zone), last: inDigits(last) });
}

/** Open the day; where a close of today ended visits, ask first whether they come back. */
export async function openDay(hall, changed) {
  opening.changed = changed;
  const left = await get("/day/left").catch(() => null); // without an answer the hall brings back whom the close ended
  opening.back = left?.ended_by_close ?? 0;
  if (!opening.back) return send({});
  const parts = { n: number(opening.back), time: clockTime(new Date(left.closed_at), hall.time_zone) };
  byId("open-about").textContent = say("reopening.about", parts);
  byId("open-counters").textContent = say(hall.hours.always_open ? "reopening.counters_always_open" : "reopening.counters");
  byId("open-dialog").showModal();
}

function send(body) {
  const back = opening.back && body.bring_back !== false;
  const text = back ? say("closing.opened_back", { n: number(opening.back) }) : say("closing.opened");
  return doIt("/day/open", body, () => ({ text }), opening.changed);
}

byId("open-dialog")?.addEventListener("close", (event) => {
  const chosen = event.target.returnValue;
  event.target.returnValue = "no";
  if (chosen === "yes") send({ bring_back: event.target.querySelector("input:checked").value === "yes" });
});
