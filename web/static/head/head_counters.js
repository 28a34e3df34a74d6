// One card a counter: who does what with whom, and for how long. It leads to what can be done there today.

import { fillByKey, make } from "../common/parts.js";
import { inDigits, known, named, number, running, say } from "../common/words.js";

const mayAct = () => document.querySelector("main").dataset.commands === "yes";

/** Paint all counters in the hall's order. */
export function paintCounters(hall, queues) {
  const services = new Map(hall.services.map((service) => [service.code, service]));
  fillByKey(document.getElementById("counters"), queues.counters.map((counter) => card(counter, services)));
}

function card(counter, services) {
  const since = counter.since && counter.state !== "closed" ? make("b", { class: "running", "data-since": counter.since }) : null;
  return make(
    "li",
    { class: "counter", "data-state": counter.state, "data-key": counter.counter },
    numberOf(counter),
    make("span", { class: "agent" }, counter.agent ? named(counter.agent_names) || counter.agent : say("state.closed")),
    make("span", { class: "doing" }, counter.agent ? doing(counter) : "", since ? " " : null, since),
    make("span", { class: "with" }, ...visit(counter, services)),
  );
}

/** Return the counter's number; for who may act there, a link to the row of its agent, or to all agents where nobody is signed in. */
function numberOf(counter) {
  const n = number(counter.counter);
  const name = say("head.counter", { n });
  if (!mayAct()) return make("span", { class: "number", "aria-label": name }, n);
  const to = counter.agent ? `counter-${counter.counter}` : "agents-title";
  return make("a", { class: "number", href: `/head/act#${to}`, "aria-label": say("head.counter_today", { n }), "data-focus": `counter-${counter.counter}` }, n);
}

function doing(counter) {
  const reason = `break.${counter.break_reason}`;
  const state = say(`state.${counter.state}`);
  return counter.state === "on_break" && known(reason) ? `${state}: ${say(reason)}` : state;
}

function visit(counter, services) {
  if (!counter.service) return [];
  const ticket = counter.ticket ? make("bdi", { class: "ticket", dir: "ltr" }, inDigits(counter.ticket)) : null;
  return [ticket, make("span", { class: "name" }, named(services.get(counter.service)?.names))];
}

/** Move every running time on to `now_ms` of the hall. */
export function tickCounters(now_ms) {
  for (const element of document.querySelectorAll(".running")) {
    element.textContent = running((now_ms - Date.parse(element.dataset.since)) / 1000);
  }
}
