// Alerts and devices beside the figures.

import { post } from "./api.js";
import { refuse } from "./doing.js";
import { isCalm } from "./head_advice.js";
import { paperlessLine, printerTrouble, since } from "./head_paper.js";
import { fill, fillByKey, make } from "./parts.js";
import { clockTime, deviceName, inDigits, known, minutes, named, number, say } from "./words.js";

const isolated = (text) => `\u2068${text}\u2069`; // an Arabic name inside an English line keeps its colon at its end
const mayAct = () => document.querySelector("main").dataset.commands === "yes";
const alertText = (alert) => (known(`alert.${alert}`) ? say(`alert.${alert}`) : alert);

/** Paint what somebody must act on, each with who has seen it or the button that says so. */
export function paintAlerts(hall, queues, outlook, changed) {
  const items = queues.standing.map((alert) => alertItem(hall, queues, alert, changed));
  const calm = outlook === null || isCalm(outlook);
  const none = make("li", { class: calm ? "calm" : null, "data-key": "none" }, say(calm ? "head.no_alerts" : "head.no_alerts_but_advice"));
  fillByKey(document.getElementById("alerts"), items.length ? items : [none]);
}

function alertItem(hall, queues, alert, changed) {
  const line = make("span", { class: "line" }, alertLine(hall, queues, alert));
  const key = { "data-key": alert.alert, class: alert.seen_by ? "seen" : null };
  if (alert.seen_by) {
    const time = clockTime(new Date(alert.seen_at), hall.time_zone);
    return make("li", key, line, make("span", { class: "by" }, say("alert.seen_by", { by: isolated(alert.seen_by), time })));
  }
  if (!mayAct()) return make("li", key, line);
  const button = make("button", { type: "button", class: "quiet", "data-focus": alert.alert }, say("alert.see"));
  button.setAttribute("aria-label", `${say("alert.see")}: ${line.textContent}`);
  button.addEventListener("click", () => acknowledge(alert.alert, changed));
  return make("li", key, line, button);
}

async function acknowledge(alert, changed) {
  try {
    await post("/alerts/acknowledge", { alert });
  } catch (refusal) {
    refuse(refusal);
  }
  changed();
}

function alertLine(hall, queues, alert) {
  if (alert.service) {
    const service = isolated(named(hall.services.find((each) => each.code === alert.service)?.names) || alert.service);
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

function deviceAlert(device) {
  if (device.silent) return say("device.silent");
  const trouble = printerTrouble(device);
  if (trouble) return trouble;
  return device.state === "failed" || device.state === "degraded" ? say(`device.${device.state}`) : "";
}

/** Paint every enrolled device as last heard of. */
export function paintDevices(hall, queues, now_ms) {
  const troubledFirst = [...queues.devices].sort((one, other) => Number(Boolean(deviceAlert(other))) - Number(Boolean(deviceAlert(one))));
  const items = troubledFirst.map((device) => item(hall, queues, device, now_ms));
  fill(document.getElementById("devices"), items.length ? items : [make("li", {}, say("head.no_devices"))]);
}

function item(hall, queues, device, now_ms) {
  const said = known(`device.${device.state}`) ? device.state : "unknown";
  const state = device.silent ? "silent" : said;
  const what = [say(`kind.${device.kind}`)];
  if (device.paper && known(`paper.${device.paper}`)) what.push(say(`paper.${device.paper}`));
  // A counter's PC sends no sign of life, its agent misses it: "not heard of" would be untrue of one at work.
  const unheard = device.kind === "counter" && !device.last_seen;
  const counter = queues.counters.find((each) => each.counter === device.counter);
  if (device.kind === "counter" && counter) what.push(say(`state.${counter.state}`), ...(counter.agent ? [isolated(named(counter.agent_names) || counter.agent)] : []));
  if (!unheard) what.push(device.last_seen ? seen((now_ms - Date.parse(device.last_seen)) / 1000) : say("head.never_seen"));
  return make(
    "li",
    {},
    make("span", { class: "name" }, make("bdi", {}, nameOf(device))),
    unheard ? null : make("span", { class: "state", "data-state": state }, say(`device.${state}`)),
    make("span", { class: "what" }, what.join(" · ")),
    picture(hall, device),
  );
}

/** A device at a counter is called by the counter's number, which its name need not have. */
function nameOf(device) {
  if (device.counter === null || /\d/.test(device.name)) return deviceName(device.name);
  if (deviceName(`${device.kind} 1`) === deviceName(`${device.name} 1`)) return deviceName(`${device.kind} ${device.counter}`);
  return `${device.name} · ${say("head.counter", { n: number(device.counter) })}`;
}

/** What the device's screen showed in its last minute, for those who may see it. */
function picture(hall, device) {
  if (!device.picture_at || !mayAct()) return null;
  const source = `/api/v1/devices/${encodeURIComponent(device.device)}/picture?at=${encodeURIComponent(device.picture_at)}`;
  const time = clockTime(new Date(device.picture_at), hall.time_zone);
  const caption = say("head.screen_at", { device: isolated(deviceName(device.name)), time });
  return make(
    "figure",
    { class: "screen" },
    make("a", { href: source, target: "_blank", rel: "noopener" }, make("img", { src: source, alt: caption, loading: "lazy" })),
    make("figcaption", {}, caption),
  );
}

function seen(seconds) {
  const hours = Math.floor(seconds / 3600);
  const long = hours ? say("head.hours", { n: number(hours) }) : say("head.minutes", { n: number(minutes(seconds)) });
  const ago = seconds < 60 ? say("head.under_a_minute") : long;
  return say("head.last_seen", { ago });
}
