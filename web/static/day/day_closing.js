// Closing the day: one choice for each who is left, and one button.

import { openDay, paintClose } from "./day_reopening.js";
import { doIt } from "../common/doing.js";
import { fillByKey, make } from "../common/parts.js";
import { clockTime, dayInWords, inDigits, known, named, number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const AT_COUNTER = ["called", "serving"];
const CHOICES = ["carried_over", "cancelled"];
const closing = { hall: null, day: null, visits: [] };

/** Paint who is left; a choice that was made stays while the list moves. */
export function paintClosing(hall, day, left) {
  Object.assign(closing, { hall, day, visits: left.visits });
  byId("day-date").textContent = dayInWords(day.service_day);
  byId("day-state").textContent = known(`day.${day.reason}`) ? say(`day.${day.reason}`) : known(`day.${day.state}`) ? say(`day.${day.state}`) : day.state;
  byId("day-state").dataset.state = day.state;
  const open = day.state === "open" || day.state === "over";
  byId("do-close").hidden = !open;
  byId("do-open").hidden = day.reason === "closed_suddenly" || !(day.state === "closed" || day.state === "not_yet");
  byId("closing-hint").hidden = !open || !left.visits.length;
  byId("left").textContent = left.visits.length ? "" : say("closing.nobody");
  paintGroup("at-counters", "counters-title", "counter-list", "closing.at_counters", atCounters());
  paintGroup("in-the-hall", "hall-title", "left-list", "closing.waiting_now", closing.visits.filter((visit) => !isAtCounter(visit)));
  paintCount();
}

const fateOf = (state) => say(byId("end-serving").checked ? `closing.${state}` : "closing.finish_first");
const isAtCounter = (visit) => AT_COUNTER.includes(visit.state);
const atCounters = () => closing.visits.filter(isAtCounter);

function paintGroup(box, title, list, text, visits) {
  byId(box).hidden = !visits.length;
  byId(title).textContent = say(text, { n: number(visits.length) });
  fillByKey(byId(list), visits.map((visit) => row(closing.hall, visit)));
}

// Visits at counters end with the day only where the box says so: else the browser shows why, and nothing is sent.
function paintCount() {
  const box = /** @type {any} */ (byId("end-serving"));
  const ends = box.checked;
  box.setCustomValidity(ends || !atCounters().length ? "" : say("error.agents_serving"));
  for (const fate of document.querySelectorAll("#counter-list .fate")) fate.textContent = fateOf(fate.closest("li").dataset.state);
  byId("foot-count").textContent = closing.visits.length ? say("closing.summary", summary()) : "";
}

function summary() {
  const chosen = Object.values(choices());
  const cancelled = chosen.filter((value) => value === "cancelled").length;
  return { carried: number(chosen.length - cancelled), cancelled: number(cancelled), ended: number(atCounters().length) };
}

function row(hall, visit) {
  const service = named(hall.services.find((each) => each.code === visit.service)?.names) || visit.service;
  const ticket = visit.ticket ? inDigits(visit.ticket) : say("closing.walk_up");
  const where = visit.counter ? say("head.counter", { n: number(visit.counter) }) : "";
  const what = [service, say("closing.since", { time: clockTime(new Date(visit.issued_at), hall.time_zone) }), where].filter(Boolean);
  return make(
    "li",
    { "data-key": visit.visit, "data-state": visit.state },
    make("bdi", { class: "ticket" }, ticket),
    isAtCounter(visit) ? make("span", { class: "fate" }, fateOf(visit.state)) : choice(visit, ticket),
    make("span", { class: "what" }, what.join(" · ")),
  );
}

function choice(visit, ticket) {
  const options = CHOICES.map((value, at) =>
    make("label", {}, make("input", { type: "radio", name: visit.visit, value, checked: at ? null : "" }), make("span", {}, say(`closing.${value}`))),
  );
  return make("fieldset", { class: "segments" }, make("legend", { class: "unseen" }, ticket), ...options);
}

/** Make the form work; `changed` is called after each command. */
export function armClosing(changed) {
  const form = byId("closing-form");
  form.addEventListener("change", paintCount);
  byId("carry-all").addEventListener("click", () => chooseForAll("carried_over"));
  byId("cancel-all").addEventListener("click", () => chooseForAll("cancelled"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    byId("close-left").textContent = say("closing.summary", summary());
    paintClose(closing.hall, closing.day);
    byId("close-dialog").showModal();
  });
  byId("close-dialog").addEventListener("close", (event) => {
    const meant = event.target.returnValue === "yes";
    event.target.returnValue = "no";
    if (!meant) return;
    const body = { choices: choices(), end_serving: byId("end-serving").checked };
    doIt("/day/close", body, () => ({ text: say("closing.done") }), changed);
  });
  byId("do-open").addEventListener("click", () => openDay(closing.hall, changed));
}

function chooseForAll(value) {
  for (const box of document.querySelectorAll(`#left-list input[value="${value}"]`)) box.checked = true;
  paintCount();
}

const choices = () => Object.fromEntries([...document.querySelectorAll("#left-list input:checked")].map((box) => [box.name, box.value]));
