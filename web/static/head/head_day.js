// The service day: its state, its hours, and the three commands the hall head has over it.

import { openDay, paintClose } from "../day/day_reopening.js";
import { doIt } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { dayInWords, inDigits, known, number, say, waitWords } from "../common/words.js";

const byId = (id) => document.getElementById(id);

/** Paint the day and offer the commands that go now. */
export function paintDay(hall, queues) {
  const { day } = queues;
  byId("day-date").textContent = dayInWords(day.service_day);
  byId("day-state").textContent = known(`day.${day.state}`) ? say(`day.${day.state}`) : day.state;
  byId("day-state").dataset.state = day.state;
  const { doors, closing, always_open } = hall.hours;
  byId("hours").textContent = doors && closing && !always_open ? say("head.hours", { from: inDigits(doors), to: inDigits(closing) }) : "";
  show("do-open", day.state === "closed" || day.state === "not_yet");
  show("do-confirm", day.state === "doubtful");
  show("do-close", day.state === "open" || day.state === "over");
  if (byId("close-dialog")?.open) paintLeft(queues); // somebody may have been called meanwhile
}

function show(id, visible) {
  const button = byId(id);
  if (button) button.hidden = !visible;
}

/** Make the buttons work; `changed` is called after each command that went through. */
export function armDay({ page, post, changed }) {
  if (!byId("do-open")) return;
  const send = sender(post, changed);
  byId("do-open").addEventListener("click", () => openDay(page.hall, changed));
  byId("do-close").addEventListener("click", () => {
    paintLeft(page.queues);
    paintClose(page.hall, page.queues.day);
    byId("close-form").reset();
    byId("close-dialog").showModal();
  });
  armForm(byId("close-form"), ({ waiting, end_serving }) =>
    doIt("/day/close", { waiting, end_serving: end_serving !== undefined }, () => ({ text: say("closing.done") }), changed));
  byId("do-confirm").addEventListener("click", () => {
    byId("confirm-title").textContent = say("day.confirm_title", { day: dayInWords(clockDay(page.queues.day)) });
    byId("confirm-dialog").showModal();
  });
  byId("confirm-dialog").addEventListener("close", (event) => {
    if (event.target.returnValue === "yes") send("/day/confirm-date", {});
    event.target.returnValue = "no";
  });
}

// While the date is doubtful the day is the last one, and its reason says what the clock says.
const clockDay = (day) => /\d{4}-\d{2}-\d{2}/.exec(day.reason ?? "")?.[0] ?? day.service_day;

const atCounters = (queues) => queues.counters.filter((counter) => counter.state === "serving" || counter.state === "called").length;

function paintLeft(queues) {
  const busy = atCounters(queues);
  const waiting = queues.services.reduce((total, service) => total + service.waiting, 0);
  byId("close-left").textContent = say("day.left", { waiting: number(waiting), parked: number(queues.parked), serving: number(busy) });
  byId("end-row").hidden = busy === 0;
  if (busy === 0) byId("end-serving").checked = false; // what is not shown is not sent
}

function sender(post, changed) {
  const error = byId("error");
  const buttons = document.querySelectorAll(".day button");
  return async (path, body) => {
    error.hidden = true;
    buttons.forEach((button) => (button.disabled = true));
    try {
      await post(path, body);
    } catch (refusal) {
      const id = `error.${refusal.code}`;
      error.textContent = `${say("error.title")} ${waitWords(refusal) ?? (known(id) ? say(id) : say("error.other", { code: refusal.code }))}`;
      error.hidden = false;
    } finally {
      buttons.forEach((button) => (button.disabled = false));
      changed();
    }
  };
}
