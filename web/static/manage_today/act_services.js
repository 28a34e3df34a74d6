// The services as switches: one press opens a service at the kiosks, a press and a "yes" close it.

import { sentence } from "./act_in_force.js";
import { doIt } from "../common/doing.js";
import { fillByKey, make } from "../common/parts.js";
import { named, number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const shutting = { service: null, go: () => {} };

/** Paint each service with the switch that opens or closes it at the kiosks. */
export function paintServices(hall, queues, changed) {
  const waiting = new Map(queues.services.map((each) => [each.service, each.waiting]));
  fillByKey(byId("act-services"), hall.services.map((service) => item(hall, service, waiting.get(service.code) ?? 0, changed)));
}

function item(hall, service, waiting, changed) {
  const word = say(service.open ? "act.open" : "act.closed");
  const button = make(
    "button",
    { type: "button", class: "switch", role: "switch", "aria-checked": String(service.open), "aria-label": `${named(service.names)}: ${word}`, "data-focus": service.code },
    make("span", { class: "slide", "aria-hidden": "true" }),
    word,
  );
  const send = (way) => doIt(`/services/${encodeURIComponent(service.code)}/${way}`, {}, told(hall), changed);
  button.addEventListener("click", () => (service.open ? askFirst(service, () => send("close")) : send("open")));
  return make(
    "li",
    { "data-key": service.code, "data-open": service.open ? "yes" : "no" },
    service.prefix ? make("bdi", { class: "prefix" }, service.prefix) : null,
    make("span", { class: "name" }, named(service.names), make("small", {}, waiting ? say("act.waiting", { n: number(waiting) }) : "")),
    button,
  );
}

const told = (hall) => (made) => ({ text: sentence(hall, made), undo: `/arrangements/${made.arrangement}/undo` });

function askFirst(service, go) {
  Object.assign(shutting, { service, go });
  byId("shut-title").textContent = say("act.close_title", { service: `\u2068${named(service.names)}\u2069` });
  byId("shut-dialog").showModal();
}

byId("shut-dialog").addEventListener("close", (event) => {
  const meant = event.target.returnValue === "yes";
  event.target.returnValue = "no";
  if (meant) shutting.go();
});
