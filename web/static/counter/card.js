// The card of the visit in hand, and what stands below it for as long as it is true.

import { fill, make } from "../common/parts.js";
import { counted, inDigits, named, number, running, say } from "../common/words.js";
import { due, waitingInAll } from "./lists.js";
import { knowsStep, nextStep } from "./moves.js";
import { counterName, current, dayIsClosed, inMinutes, now, onBreak, secondsSince, serviceOf, state, ticketOf } from "./place.js";

const byId = (id) => document.getElementById(id);
/** A coming automatic call is announced for at least this long; after something covered it the time begins again. */
const LEAST_MS = 3000;
const WAIT_MS = 10_000;
let autoDueAt = null;

/** Paint the visit in hand, or that the counter is free. */
export function paintCard() {
  const visit = current();
  const stage = visit?.stages.at(-1);
  const shown = onBreak() ? "on_break" : visit ? visit.state : "free";
  byId("state").textContent = say(`counter.${shown}`);
  byId("state").dataset.state = shown;
  byId("ticket").textContent = visit ? inDigits(visit.ticket || say("counter.walk_up")) : onBreak() ? say(`counter.word.${state.place.session.break_reason}`) : forecast();
  byId("ticket").classList.toggle("in-words", !visit?.ticket);
  byId("ticket").parentElement.classList.toggle("idle", !visit);
  byId("service").textContent = visit ? serviceOf(visit.service) : onBreak() ? breakTime() : "";
  byId("own-services").textContent = visit || onBreak() ? "" : ownServices();
  paintTimer(visit, stage);
  fill(byId("marks"), visit ? marks(visit, stage) : []);
  fill(byId("about"), visit ? about(visit, stage) : []);
}

/** Say how many wait; that nobody does says the empty list beside the card. */
const forecast = () => {
  const many = waitingInAll();
  return many ? counted("counter.waiting", many) : "";
};

function ownServices() {
  const names = state.place.services.map(serviceOf);
  return names.length ? say("counter.own_services", { services: names.join(" · ") }) : "";
}

/** Return how much of the break is left or over, or how long it has lasted where it has no end. */
function breakTime() {
  const { since, break_until: until } = state.place.session;
  if (!until) return say("counter.break_for", { time: running(secondsSince(since)) });
  const left = Math.ceil((Date.parse(until) - now()) / 1000);
  return say(left > 0 ? "counter.time_left" : "counter.time_over", { time: running(Math.abs(left)) });
}

function paintTimer(visit, stage) {
  const since = !visit ? null : visit.state === "serving" ? stage?.begun_at : stage?.called_at;
  byId("timer").hidden = !since;
  if (!since) return void (byId("pace").hidden = byId("pace-text").hidden = true);
  const seconds = secondsSince(since);
  byId("timer").textContent = running(seconds);
  const service = state.hall.services.find((one) => one.code === visit.service);
  const target = visit.state === "serving" ? service?.serving_target_s ?? 0 : 0;
  byId("pace").hidden = byId("pace-text").hidden = !target;
  const over = target > 0 && seconds > target;
  byId("timer").dataset.over = String(over);
  if (!target) return;
  byId("pace").value = Math.min(seconds / target, 1);
  byId("pace").dataset.over = String(over);
  byId("pace-text").textContent = say(over ? "counter.over_target" : "counter.target_time", { time: inMinutes(target) });
}

function marks(visit, stage) {
  const words = [
    visit.lane === "standard" ? "" : say(`lane.${visit.lane}`),
    visit.visitor_kind ? say(`visitor.${visit.visitor_kind}`) : "",
    visit.group ? say("counter.group") : "",
    stage?.goes_back ? say("counter.goes_back") : "",
  ];
  return words.filter(Boolean).map((text) => make("span", { class: "mark-word" }, text));
}

function about(visit, stage) {
  const lines = [
    stage?.called_at ? say("counter.waited", { time: inMinutes(Math.max(0, Math.floor((Date.parse(stage.called_at) - Date.parse(stage.issued_at)) / 1000))) }) : "",
    named(visit.why ?? {}),
    stage?.note ? say("counter.note", { text: stage.note }) : "",
    ...visit.stages.slice(0, -1).map(earlier),
  ];
  return lines.filter(Boolean).map((text) => make("li", {}, inDigits(text)));
}

function earlier(stage) {
  const served = stage.begun_at && stage.ended_at ? say("counter.served_for", { time: inMinutes((Date.parse(stage.ended_at) - Date.parse(stage.begun_at)) / 1000) }) : "";
  const parts = [say("counter.before", { service: serviceOf(stage.service) }), stage.counter === null ? "" : counterName(stage.counter), stage.outcome ? say(`counter.${stage.outcome}`) : "", served];
  return parts.filter(Boolean).join(" · ");
}

/** Return the seconds until the automatic call, null where none is coming. */
export function autoCallIn() {
  const at = state.place?.session?.auto_call_at;
  const stands = at && current() === null && !onBreak() && !dayIsClosed() && state.place.waiting.length && knowsStep(nextStep()) && !document.querySelector("dialog[open]");
  if (!stands) {
    autoDueAt = null;
    return null;
  }
  const left = Date.parse(at) - now();
  autoDueAt ??= now() + (left >= LEAST_MS ? left : WAIT_MS);
  // Rounded up: the hall refuses an automatic call even a moment too early.
  return Math.max(0, Math.ceil(Math.max(left, autoDueAt - now()) / 1000));
}

/** Return what there is to know now, the most urgent first: a text and its tone; null for nothing. */
export function standing() {
  const { place } = state;
  if (state.cutOffAt !== null) {
    const time = inMinutes((Date.now() - state.cutOffAt) / 1000);
    return [say(current() ? "counter.no_connection_serving" : "counter.no_connection", { time }), "warning"];
  }
  if (!place?.session) return null;
  if (dayIsClosed() && current() === null) return [say("counter.days_closed"), "warning"];
  const left = autoCallIn();
  if (left !== null) return [say("counter.auto_call", { seconds: number(left) }), "warning"];
  const [ask] = place.asks;
  if (ask) return [say(`counter.ask_${ask.kind}`, { ticket: ticketOf(current()), minutes: inMinutes(ask.seconds) }), "warning"];
  const [visit] = due();
  if (visit) return [say("counter.reminder", { ticket: ticketOf(visit), minutes: inMinutes(secondsSince(visit.stages.at(-1).parked_since ?? visit.issued_at)) }), "warning"];
  if (place.session.help_since) return [say("counter.help_asked"), "calm"];
  return place.session.break_asked ? [say("counter.break_asked"), "calm"] : null;
}
