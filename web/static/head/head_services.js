// The figures on top and the table of services, the worst one first; a row opens to its next hour.

import { hour, range, trend } from "./head_hour.js";
import { draw, fillByKey, make } from "../common/parts.js";
import { inDigits, minutes, named, number, say } from "../common/words.js";

const NEAR = 0.75; // from here the bar is amber
const [LEAST, MOST] = [1.5, 4]; // the bars' full length in targets: all are on one scale, and being over the target is seen
const COLUMNS = 7;
const NO_CALLS = "–"; // while the day is closed a counter with an agent is not open: nobody can be called there
const open = new Set(); // services whose rows are open

const sum = (rows, key) => rows.reduce((total, row) => total + row[key], 0);

/** Paint the figures over all services. */
export function paintFigures(queues) {
  const { services, counters, day } = queues;
  const longest = services.reduce((most, one) => (one.longest_wait_s > most.longest_wait_s ? one : most), { longest_wait_s: 0, longest_ticket: "" });
  const over = services.some((service) => service.alerts.length > 0);
  const busy = counters.filter((counter) => counter.state === "serving" || counter.state === "called");
  const working = counters.filter((counter) => counter.state !== "closed" && counter.state !== "on_break");
  figure("waiting", number(sum(services, "waiting")));
  figure("longest", longest.longest_wait_s ? say("head.minutes", { n: number(minutes(longest.longest_wait_s)) }) : "–", over);
  document.getElementById("longest-ticket").textContent = inDigits(longest.longest_ticket);
  figure("serving", number(busy.length));
  figure("counters_open", day.state === "closed" ? NO_CALLS : say("head.of_all", { n: number(working.length), all: number(counters.length) }));
  figure("served", number(sum(services, "served")));
}

function figure(id, text, over = false) {
  const box = document.getElementById(`figure-${id}`);
  box.firstElementChild.textContent = text;
  box.classList.toggle("over", over);
}

/** Paint one row a service, the one that needs the head most on top. */
export function paintServices(hall, queues, outlook) {
  const now = new Map(queues.services.map((service) => [service.service, service]));
  const later = new Map((outlook?.services ?? []).map((service) => [service.service, service]));
  const shown = worstFirst(hall.services.filter((service) => now.has(service.code)), now);
  const again = () => paintServices(hall, queues, outlook);
  const full = Math.min(MOST, Math.max(LEAST, ...shown.map((service) => now.get(service.code).longest_wait_s / service.target_wait_s)));
  const rows = shown.flatMap((service) => {
    const counters = queues.day.state === "closed" ? NO_CALLS : number(now.get(service.code).counters_open);
    const found = [row(service, now.get(service.code), later.get(service.code), { full, counters, again })];
    if (open.has(service.code)) found.push(detail(hall, service, now.get(service.code), later.get(service.code)));
    return found;
  });
  fillByKey(document.getElementById("services"), rows);
}

const unserved = (now) => now.waiting > 0 && now.counters_open === 0;

/** Return the services (by `now`: how each stands) in the order of their need: nobody serves those who wait, then the share of the target, then how many wait. */
export function worstFirst(services, now) {
  const need = (service) => {
    const one = now.get(service.code);
    return [Number(unserved(one)), one.longest_wait_s / service.target_wait_s, one.waiting];
  };
  return [...services].sort((one, other) => {
    const [mine, its] = [need(one), need(other)];
    const at = mine.findIndex((value, index) => value !== its[index]);
    return at < 0 ? 0 : its[at] - mine[at];
  });
}

function row(service, now, later, { full, counters, again }) {
  const expected = now.forecast ?? later?.points[0]?.wait; // a range too wide for a ticket still helps the head
  return make(
    "tr",
    { "data-key": service.code, "data-service": service.code },
    make("th", { scope: "row" }, opener(service, again)),
    make("td", { class: `n waiting ${now.waiting ? "" : "zero"}`, "data-label": say("head.waiting") }, number(now.waiting)),
    make("td", { class: "gauge-cell" }, gauge(now, service.target_wait_s, full)),
    make("td", { class: "told-cell", "data-label": say("head.forecast") }, expected ? range(expected) : say("head.no_forecast")),
    make("td", { class: "trend-cell", "data-label": say("head.next_hour") }, trend(later, Boolean(expected))),
    make("td", { class: `n ${unserved(now) ? "none" : now.counters_open ? "" : "zero"}`, "data-label": say("head.counters") }, counters),
    make("td", { class: `n ${now.served ? "" : "zero"}`, "data-label": say("head.served_short") }, number(now.served)),
  );
}

function opener(service, again) {
  const isOpen = open.has(service.code);
  const button = make(
    "button",
    { type: "button", class: "opener", "aria-expanded": String(isOpen), "data-focus": `open-${service.code}` },
    service.prefix ? make("bdi", { class: "prefix" }, service.prefix) : null,
    make("span", { class: "name" }, named(service.names)),
    service.open ? null : make("span", { class: "mark-word" }, say("act.closed")),
  );
  button.addEventListener("click", () => {
    if (!open.delete(service.code)) open.add(service.code);
    again();
  });
  return button;
}

function detail(hall, service, now, later) {
  const target = say("head.target", { min: number(minutes(service.target_wait_s)) });
  const over_s = now.longest_wait_s - service.target_wait_s;
  const beside = over_s > 0 ? say("head.over_target", { min: number(minutes(over_s)) }) : null;
  const words = make("p", { class: "words" }, [target, beside].filter(Boolean).join(" · "));
  return make("tr", { class: "detail", "data-key": `${service.code}:open` }, make("td", { colspan: COLUMNS }, make("div", { class: "opened" }, later ? hour(hall, later) : null, words)));
}

function gauge({ longest_wait_s: longest_s, longest_ticket: ticket }, target_s, full) {
  if (!longest_s) return make("span", { class: "gauge" }, make("span", { class: "zero" }, "–"));
  const kind = longest_s > target_s ? "over" : longest_s > NEAR * target_s ? "near" : "";
  const share = Math.min(100, (100 * longest_s) / (full * target_s));
  const bar = draw(
    "svg",
    { class: "bar", viewBox: "0 0 100 14", preserveAspectRatio: "none", "aria-hidden": "true" },
    draw("rect", { class: "track", x: 0, y: 4, width: 100, height: 6 }),
    draw("rect", { class: "fill", x: 0, y: 4, width: share.toFixed(1), height: 6 }),
    draw("rect", { class: "tick", x: (100 / full - 0.75).toFixed(2), y: 0, width: 1.5, height: 14 }),
  );
  const spoken = make("span", { class: "unseen" }, say("head.target", { min: number(minutes(target_s)) }));
  const whose = ticket ? make("bdi", { class: "whose", dir: "ltr" }, inDigits(ticket)) : null;
  return make("span", { class: `gauge ${kind}` }, make("b", {}, say("head.minutes", { n: number(minutes(longest_s)) })), whose, bar, spoken);
}
