// What somebody must act on: alerts of one kind share one card and one button; each device and each call for help has its own card.

import { groupOf } from "../frame/alert_groups.js";
import { post } from "../common/api.js";
import { refuse } from "../common/doing.js";
import { isCalm } from "./head_advice.js";
import { paperlessLine, since } from "./head_paper.js";
import { deviceAlert } from "./head_side.js";
import { fillByKey, make } from "../common/parts.js";
import { clockTime, deviceName, inDigits, known, named, number, say } from "../common/words.js";

const isolated = (text) => `\u2068${text}\u2069`; // an Arabic name inside an English line keeps its colon at its end
const mayAct = () => document.querySelector("main").dataset.commands === "yes";
const alertText = (alert) => (known(`alert.${alert}`) ? say(`alert.${alert}`) : alert);

/** Paint the cards, what nobody has acknowledged first, each with the button for it or with who has done it. */
export function paintAlerts(hall, queues, outlook, changed) {
  const cards = grouped(queues.standing).map((group) => card(hall, queues, group, changed));
  const calm = outlook === null || isCalm(outlook);
  const none = make("li", { class: calm ? "calm" : null, "data-key": "none" }, say(calm ? "head.no_alerts" : "head.no_alerts_but_advice"));
  fillByKey(document.getElementById("alerts"), cards.length ? cards : [none]);
}

// Calls for help first; of one kind those that are acknowledged and those that are not are two cards.
function grouped(standing) {
  const groups = new Map();
  for (const alert of standing) {
    const key = groupOf(alert);
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  const rank = ([first]) => (first.seen_by ? 2 : 0) + (first.kind === "help" ? 0 : 1);
  return [...groups.values()].sort((one, other) => rank(one) - rank(other));
}

function card(hall, queues, alerts, changed) {
  const [first] = alerts;
  const line = make("span", { class: "line" }, alerts.length > 1 ? title(alerts) : alertLine(hall, queues, first));
  const names = alerts.length > 1 ? make("span", { class: "names" }, namesOf(hall, queues, alerts)) : null;
  const key = { "data-key": `${first.alert}:${alerts.length}`, class: first.seen_by ? "seen" : null };
  if (first.seen_by) {
    const time = clockTime(new Date(first.seen_at), hall.time_zone);
    return make("li", key, line, names, make("span", { class: "by" }, say("alert.seen_by", { by: isolated(first.seen_by), time })));
  }
  if (!mayAct()) return make("li", key, line, names);
  const button = make("button", { type: "button", class: "quiet danger small", "data-focus": first.alert }, say("alert.see"));
  button.setAttribute("aria-label", `${say("alert.see")}: ${line.textContent}`);
  button.addEventListener("click", () => acknowledge(alerts, button, changed));
  return make("li", key, line, names, button);
}

const title = (alerts) => say(`alert.many_${alerts[0].kind}`, { n: number(alerts.length) });

function namesOf(hall, queues, alerts) {
  const list = new Intl.ListFormat(document.documentElement.lang, { type: "unit", style: "short" });
  return list.format(alerts.map((alert) => nameOf(hall, queues, alert)));
}

function nameOf(hall, queues, alert) {
  if (alert.service) return isolated(serviceName(hall, alert.service));
  if (alert.kind === "paperless") return paperlessLine(hall, queues, alert.ticket);
  if (alert.counter) return say("head.counter", { n: number(alert.counter) });
  return `\u2066${inDigits(alert.complaint)}\u2069`;
}

const serviceName = (hall, code) => named(hall.services.find((each) => each.code === code)?.names) || code;

async function acknowledge(alerts, button, changed) {
  try {
    for (const { alert } of alerts) await post("/alerts/acknowledge", { alert });
    // The button disappears with its alert: the focus moves to the next one for keyboard users.
    if (document.activeElement === button) afterThis(button).focus();
  } catch (refusal) {
    refuse(refusal);
  }
  changed();
}

/** Return the button of the next alert, of the one before where there is none, else the list's title. */
function afterThis(button) {
  const buttons = [...document.querySelectorAll("#alerts button")];
  const at = buttons.indexOf(button);
  return buttons[at + 1] ?? buttons[at - 1] ?? document.getElementById("alerts-title");
}

function alertLine(hall, queues, alert) {
  if (alert.service) {
    const service = isolated(serviceName(hall, alert.service));
    return say("alert.service", { service, alert: alertText(alert.kind) });
  }
  if (alert.kind === "paperless") return paperlessLine(hall, queues, alert.ticket);
  if (alert.kind === "pin_locked") return lockedLine(hall, queues, alert);
  if (alert.counter) return say(`alert.${alert.kind}`, { counter: number(alert.counter) });
  if (alert.complaint) return say("alert.complaint", { number: `\u2066${inDigits(alert.complaint)}\u2069` });
  const device = queues.devices.find((each) => each.device === alert.device);
  if (!device) return alertText(alert.kind);
  if (alert.kind === "too_often") return say("alert.too_often", { device: isolated(deviceName(device.name)) });
  const state = device.silent && device.last_seen
    ? say("alert.silent_since", { time: clockTime(new Date(device.last_seen), hall.time_zone) })
    : since(deviceAlert(device), device.since, hall.time_zone);
  return say("alert.device", { device: isolated(deviceName(device.name)), state });
}

function lockedLine(hall, queues, alert) {
  const agent = hall.agents.find((each) => each.code === alert.agent);
  const device = queues.devices.find((each) => each.device === alert.device);
  const who = agent ? named(agent.names) : device ? deviceName(device.name) : alert.agent ?? alert.name ?? alert.device;
  const whose = alert.agent ? "agent" : "place";
  const over = !alert.until || Date.parse(alert.until) <= Date.parse(queues.at);
  if (over) return say(`alert.pin_was_locked_${whose}`, { who: isolated(who) });
  return say(`alert.pin_locked_${whose}`, { who: isolated(who), time: clockTime(new Date(alert.until), hall.time_zone) });
}
