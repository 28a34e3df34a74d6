// The check before the hall opens: devices answer, a person confirms what only he hears and sees, and it is stored.

import { doIt } from "../common/doing.js";
import { fillByKey, make } from "../common/parts.js";
import { clockTime, deviceName, known, number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const isolated = (text) => `\u2068${text}\u2069`;
const opening = { hall: null, view: null };

/** Paint the newest check; a tick that was made stays while devices answer. */
export function paintOpening(hall, view) {
  opening.hall = hall;
  opening.view = view;
  const running = view.check !== null && view.ended_at === null;
  byId("do-store").hidden = !running;
  byId("do-check").classList.toggle("quiet", running);
  if (running) byId("opening-more").open = true;
  byId("opening-more").hidden = !view.steps.length;
  if (!running) byId("opening-state").textContent = view.check ? stored(hall, view) : say("opening.never");
  fillByKey(byId("opening-steps"), view.steps.map((step) => row(step, running)));
}

/** Count the seconds of a check that is under way, and show the clock that is to be compared. */
export function tickOpening(now_ms) {
  const { hall, view } = opening;
  if (!view?.check || view.ended_at) return;
  const seconds = Math.max(0, Math.round((now_ms - Date.parse(view.begun_at)) / 1000));
  byId("opening-state").textContent = say("opening.running", { s: number(seconds), time: clockTime(new Date(now_ms), hall.time_zone) });
}

function stored(hall, view) {
  const troubles = view.steps.filter((step) => step.state === "trouble").length;
  const at = new Date(view.ended_at);
  const day = new Intl.DateTimeFormat(`${document.documentElement.lang}-u-nu-latn`, { day: "numeric", month: "long", timeZone: hall.time_zone }).format(at);
  const parts = { by: isolated(view.by), day, time: clockTime(at, hall.time_zone), n: number(troubles) };
  return say(troubles ? "opening.stored_troubles" : "opening.stored_right", parts);
}

function row(step, running) {
  const key = `${step.step}:${step.subject}`;
  const name = say(`check_step.${step.step}`, { name: isolated(step.step === "counter" ? number(Number(step.subject)) : deviceName(step.name)) });
  const detail = `check_detail.${step.detail}`;
  const asked = step.state === "ask" && running;
  const state = make("span", { class: "state" }, step.detail && known(detail) ? say(detail) : say(`check_state.${step.state}`));
  const question = asked ? make("label", {}, make("input", { type: "checkbox", value: key }), " ", say(`check_ask.${step.step}`)) : state;
  return make("li", { "data-key": key, "data-state": step.state }, make("span", { class: "name" }, name), question);
}

/** Make the buttons work; `changed` is called after each command. */
export function armOpening(changed) {
  byId("do-check").addEventListener("click", () => doIt("/opening/begin", {}, () => ({ text: say("opening.begun") }), changed));
  byId("opening-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const right = [...event.target.querySelectorAll("input:checked")].map((box) => box.value);
    doIt("/opening/end", { check: opening.view.check, right }, () => ({ text: say("opening.kept") }), changed);
  });
}
