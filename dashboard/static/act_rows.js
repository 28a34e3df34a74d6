// One row a service, an agent, a counter, with what can be done about it.

import { agentName, sentence } from "./act_in_force.js";
import { doIt } from "./doing.js";
import { fillByKey, make } from "./parts.js";
import { named, number, say } from "./words.js";

const byId = (id) => document.getElementById(id);
const nameOf = (hall, code) => named(hall.services.find((each) => each.code === code)?.names) || code;
const told = (hall) => (made) => ({ text: sentence(hall, made), undo: `/arrangements/${made.arrangement}/undo` });

/** Paint each service with the button that closes or opens it at the kiosks. */
export function paintServices(hall, queues, changed) {
  const waiting = new Map(queues.services.map((each) => [each.service, each.waiting]));
  fillByKey(byId("act-services"), hall.services.map((service) => serviceRow(hall, service, waiting.get(service.code) ?? 0, changed)));
}

function serviceRow(hall, service, waiting, changed) {
  const word = say(service.open ? "act.close_it" : "act.open_it");
  const button = make("button", { type: "button", class: service.open ? "quiet" : "", "data-focus": service.code }, word);
  button.setAttribute("aria-label", `${word}: ${named(service.names)}`);
  const path = `/services/${encodeURIComponent(service.code)}/${service.open ? "close" : "open"}`;
  button.addEventListener("click", () => doIt(path, {}, told(hall), changed));
  return make(
    "li",
    { "data-key": service.code, "data-open": service.open ? "yes" : "no" },
    make("span", { class: "name" }, named(service.names)),
    make("span", { class: "state" }, say(service.open ? "act.open" : "act.closed")),
    make("span", { class: "more" }, waiting ? say("act.waiting", { n: number(waiting) }) : ""),
    button,
  );
}

/** Paint each agent with the services he may be moved to; those who are signed in first. */
export function paintAgents(hall, queues, changed) {
  const counters = new Map(hall.counters.map((each) => [each.counter, each]));
  const seats = new Map(queues.counters.filter((each) => each.agent).map((each) => [each.agent, each.counter]));
  const agents = [...hall.agents].sort((one, other) => (seats.get(one.agent) ?? 1e6) - (seats.get(other.agent) ?? 1e6));
  fillByKey(
    byId("act-agents"),
    agents.map((agent) => {
      const seat = seats.get(agent.agent);
      const offered = seat === undefined ? hall.services.map((each) => each.code) : counters.get(seat).services;
      const served = agent.services.length ? agent.services.filter((code) => offered.includes(code)) : offered;
      const where = seat === undefined ? say("act.not_signed_in") : say("head.counter", { n: number(seat) });
      const path = `/agents/${encodeURIComponent(agent.agent)}/services`;
      // Whom he prefers stays in his order; what is added comes after it.
      const order = [...new Set([...agent.services, ...offered])];
      const name = agentName(hall, agent.agent);
      const row = choiceRow(hall, `agent-${agent.agent}`, name, where, offered, served, order, path, "act.move", changed);
      if (seat !== undefined) row.querySelector("details").append(signOutButton(agent.agent, name, seat, changed));
      return row;
    }),
  );
}

/** Whoever has gone home signed in keeps the counter from the next agent: nothing is lost, he signs in again with his PIN. */
function signOutButton(agent, name, seat, changed) {
  const button = make("button", { type: "button", class: "quiet", "data-focus": `out-${agent}`, "aria-label": `${say("act.sign_out")}: ${name}` }, say("act.sign_out"));
  button.addEventListener("click", () => doIt(`/counters/${seat}/sign-out`, {}, () => ({ text: say("act.is_signed_out", { agent: name, n: number(seat) }) }), changed));
  return button;
}

/** Paint each counter with the services it may be reserved for. */
export function paintCounters(hall, _queues, changed) {
  fillByKey(
    byId("act-counters"),
    hall.counters.map((counter) => {
      const path = `/counters/${counter.counter}/reserve`;
      const name = say("head.counter", { n: number(counter.counter) });
      return choiceRow(hall, `counter-${counter.counter}`, name, "", counter.services, counter.services, counter.services, path, "act.reserve", changed);
    }),
  );
}

function choiceRow(hall, key, name, where, offered, served, order, path, word, changed) {
  const boxes = offered.map((code) => {
    const box = make("input", { type: "checkbox", value: code, checked: served.includes(code) ? "" : null });
    return make("label", {}, box, " ", nameOf(hall, code));
  });
  const form = make("form", {}, make("fieldset", {}, make("legend", { class: "unseen" }, name), ...boxes), make("button", { class: "quiet", "data-focus": key, "aria-label": `${say(word)}: ${name}` }, say(word)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const ticked = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
    doIt(path, { services: order.filter((code) => ticked.has(code)) }, told(hall), changed);
  });
  const one = offered.length > 1;
  return make(
    "li",
    { "data-key": key },
    make("details", {}, make("summary", {}, make("span", { class: "name" }, name), " ", make("span", { class: "more" }, where), make("span", { class: "served" }, served.map((code) => nameOf(hall, code)).join(" · "))), one ? form : make("p", { class: "hint" }, say("act.one_service"))),
  );
}
