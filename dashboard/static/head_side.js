// Alerts and devices beside the figures.

import { paperlessLines, printerTrouble, since } from "./head_paper.js";
import { fill, make } from "./parts.js";
import { clockTime, known, minutes, named, number, say } from "./words.js";

const isolated = (text) => `\u2068${text}\u2069`; // an Arabic name inside an English line keeps its colon at its end
const alertText = (alert) => (known(`alert.${alert}`) ? say(`alert.${alert}`) : alert);

/** Paint what somebody must act on: of the hall, of each service, of each device. */
export function paintAlerts(hall, queues) {
  const names = new Map(hall.services.map((service) => [service.code, named(service.names)]));
  const lines = queues.alerts.map(alertText);
  for (const service of queues.services) {
    for (const alert of service.alerts) lines.push(say("alert.service", { service: isolated(names.get(service.service)), alert: alertText(alert) }));
  }
  for (const device of queues.devices) {
    const state = device.silent && device.last_seen
      ? say("alert.silent_since", { time: clockTime(new Date(device.last_seen), hall.time_zone) })
      : since(deviceAlert(device), device.since, hall.time_zone);
    if (deviceAlert(device)) lines.push(say("alert.device", { device: isolated(device.name), state }));
  }
  lines.push(...paperlessLines(hall, queues));
  const items = lines.length ? lines.map((line) => make("li", {}, line)) : [make("li", { class: "calm" }, say("head.no_alerts"))];
  fill(document.getElementById("alerts"), items);
}

function deviceAlert(device) {
  if (device.silent) return say("device.silent");
  const trouble = printerTrouble(device);
  if (trouble) return trouble;
  return device.state === "failed" || device.state === "degraded" ? say(`device.${device.state}`) : "";
}

/** Paint every enrolled device as last heard of. */
export function paintDevices(hall, queues, now_ms) {
  const troubledFirst = [...queues.devices].sort((one, other) => Boolean(deviceAlert(other)) - Boolean(deviceAlert(one)));
  const items = troubledFirst.map((device) => item(hall, device, now_ms));
  fill(document.getElementById("devices"), items.length ? items : [make("li", {}, say("head.no_devices"))]);
}

function item(hall, device, now_ms) {
  const said = known(`device.${device.state}`) ? device.state : "unknown";
  const state = device.silent ? "silent" : said;
  const what = [say(`kind.${device.kind}`)];
  if (device.paper && known(`paper.${device.paper}`)) what.push(say(`paper.${device.paper}`));
  what.push(device.last_seen ? seen((now_ms - Date.parse(device.last_seen)) / 1000) : say("head.never_seen"));
  return make(
    "li",
    {},
    make("span", { class: "name" }, make("bdi", {}, device.name)),
    make("span", { class: "state", "data-state": state }, say(`device.${state}`)),
    make("span", { class: "what" }, what.join(" · ")),
    picture(hall, device),
  );
}

/** What the device's screen showed in its last minute, for those who may see it. */
function picture(hall, device) {
  const mayLook = document.querySelector("main").dataset.commands === "yes";
  if (!device.picture_at || !mayLook) return null;
  const source = `/api/v1/devices/${encodeURIComponent(device.device)}/picture?at=${encodeURIComponent(device.picture_at)}`;
  const time = clockTime(new Date(device.picture_at), hall.time_zone);
  const caption = say("head.screen_at", { device: isolated(device.name), time });
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
