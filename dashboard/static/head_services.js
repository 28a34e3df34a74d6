// The figures on top and the table of services, from /queues and /hall.

import { hour, range } from "./head_hour.js";
import { fill, make } from "./parts.js";
import { inDigits, minutes, named, number, say } from "./words.js";

const NEAR = 0.75; // from here the bar turns gold

const sum = (rows, key) => rows.reduce((total, row) => total + row[key], 0);

/** Paint the figures over all services. */
export function paintFigures(queues) {
  const { services, counters } = queues;
  const longest_s = Math.max(0, ...services.map((service) => service.longest_wait_s));
  const over = services.some((service) => service.alerts.length > 0);
  const busy = counters.filter((counter) => counter.state === "serving" || counter.state === "called");
  const open = counters.filter((counter) => counter.state !== "closed" && counter.state !== "on_break");
  figure("waiting", number(sum(services, "waiting")));
  figure("longest", longest_s ? say("head.minutes", { n: number(minutes(longest_s)) }) : "–", over);
  figure("serving", number(busy.length));
  figure("served", number(sum(services, "served")));
  figure("no_shows", number(queues.no_shows));
  figure("counters_open", `${number(open.length)} / ${number(counters.length)}`);
}

function figure(id, text, over = false) {
  const box = document.getElementById(`figure-${id}`);
  box.firstElementChild.textContent = text;
  box.classList.toggle("over", over);
}

/** Paint one row a service, in the hall's order. */
export function paintServices(hall, queues, outlook) {
  const now = new Map(queues.services.map((service) => [service.service, service]));
  const later = new Map((outlook?.services ?? []).map((service) => [service.service, service]));
  const shown = hall.services.filter((service) => now.has(service.code));
  const rows = shown.map((service) => row(hall, service, now.get(service.code), later.get(service.code)));
  fill(document.getElementById("services"), rows);
  for (const element of document.querySelectorAll("#services [data-share]")) {
    element.style.inlineSize = `${element.dataset.share}%`;
  }
  for (const element of document.querySelectorAll("#services [data-at]")) {
    element.style.insetInlineStart = `${element.dataset.at}%`;
  }
}

function row(hall, service, now, later) {
  const unserved = now.waiting > 0 && now.counters_open === 0;
  return make(
    "tr",
    {},
    make("td", {}, make("div", { class: "service" }, prefix(service), make("span", { class: "name" }, named(service.names)), shut(service))),
    make("td", { class: `number waiting ${now.waiting ? "" : "zero"}` }, number(now.waiting)),
    make("td", { class: "gauge-cell" }, gauge(now.longest_wait_s, service.target_wait_s)),
    cell("head.forecast", now.forecast ? range(now.forecast) : say("head.no_forecast")),
    cell("head.next_hour", hour(hall, later), "hour-td"),
    cell("head.counters_open", number(now.counters_open), unserved ? "none" : now.counters_open ? "" : "zero"),
    cell("head.served", number(now.served)),
  );
}

const prefix = (service) => (service.prefix ? make("bdi", { class: "prefix" }, service.prefix) : null);

const shut = (service) => (service.open ? null : make("span", { class: "shut" }, say("act.closed")));

const cell = (label, text, kind = "") => make("td", { class: `number ${kind}`, "data-label": say(label) }, text);

function gauge(longest_s, target_s) {
  // The bar's full length is 1.5 targets, so that being over it is seen and not only read.
  const share = Math.min(100, (100 * longest_s) / (1.5 * target_s));
  const kind = longest_s > target_s ? "over" : longest_s > NEAR * target_s ? "near" : "";
  const target = minutes(target_s);
  const wait = longest_s ? say("head.minutes", { n: number(minutes(longest_s)) }) : say("head.nobody_waits");
  const beside =
    longest_s > target_s ? say("head.over_target", { min: number(minutes(longest_s - target_s)) }) : say("head.target", { min: number(target) });
  return make(
    "div",
    { class: `gauge ${kind}` },
    make("div", { class: "track", "aria-hidden": "true" }, make("div", { class: "fill", "data-share": share.toFixed(1) }), make("div", { class: "mark", "data-at": "66.6" })),
    make("p", {}, make("b", {}, inDigits(wait)), make("span", { class: "target" }, beside)),
  );
}
