// The rows of the two tables of ticks: which agent serves what, and for what a counter is reserved.

import { agentName } from "./act_in_force.js";
import { paintMatrix } from "./act_matrix.js";
import { signOutButton } from "./act_signing_out.js";
import { make } from "../common/parts.js";
import { number, say } from "../common/words.js";

/** Paint each agent with the services he may serve at his counter; those who are signed in first. */
export function paintAgents(hall, queues, changed) {
  const counters = new Map(hall.counters.map((each) => [each.counter, each]));
  const places = new Map(queues.counters.filter((each) => each.agent).map((each) => [each.agent, each]));
  const agents = [...hall.agents].sort((one, other) => (places.get(one.agent)?.counter ?? 1e6) - (places.get(other.agent)?.counter ?? 1e6));
  paintMatrix("agents", hall, agents.map((agent) => agentRow(hall, agent, places.get(agent.agent), counters, changed)));
}

function agentRow(hall, agent, place, counters, changed) {
  const away = place === undefined;
  const counter = place?.counter;
  const offered = away ? hall.services.map((each) => each.code) : counters.get(counter).services;
  const name = agentName(hall, agent.agent);
  const where = away ? say("act.not_signed_in") : say("head.counter", { n: number(counter) });
  return {
    key: `agent-${agent.agent}`,
    id: away ? null : `counter-${counter}`,
    name,
    away,
    head: [make("span", { class: "name" }, name), make("span", { class: "more" }, where)],
    offered,
    served: agent.services.length ? agent.services.filter((code) => offered.includes(code)) : offered,
    // What he prefers stays in his order; what is added comes after it.
    order: [...new Set([...agent.services, ...offered])],
    path: `/agents/${encodeURIComponent(agent.agent)}/services`,
    end: away ? null : signOutButton(agent.agent, name, place, changed),
  };
}

/** Paint each counter with the services it may be reserved for. */
export function paintCounters(hall) {
  const rows = hall.counters.map((counter) => {
    const name = say("head.counter", { n: number(counter.counter) });
    const path = `/counters/${counter.counter}/reserve`;
    const { services } = counter;
    return { key: `counter-${counter.counter}`, name, head: [make("span", { class: "name" }, name)], offered: services, served: services, order: services, path, end: null };
  });
  paintMatrix("counters", hall, rows);
}
