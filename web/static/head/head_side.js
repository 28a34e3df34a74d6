// Devices beside the figures.

import { printerTrouble } from "./head_paper.js";
import { fill, make } from "../common/parts.js";
import { clockTime, deviceName, known, lasting, named, number, say } from "../common/words.js";

const isolated = (text) => `\u2068${text}\u2069`;
const mayAct = () => document.querySelector("main").dataset.commands === "yes";

/** Return what troubles a device, "" where nothing does. */
export function deviceAlert(device) {
  if (device.silent) return say("device.silent");
  const trouble = printerTrouble(device);
  if (trouble) return trouble;
  return device.state === "failed" || device.state === "degraded" ? say(`device.${device.state}`) : "";
}

/** Paint every enrolled device with its last reported state. */
export function paintDevices(hall, queues, now_ms) {
  const troubledFirst = [...queues.devices].sort((one, other) => Number(Boolean(deviceAlert(other))) - Number(Boolean(deviceAlert(one))));
  const items = troubledFirst.map((device) => item(hall, queues, device, now_ms));
  fill(document.getElementById("devices"), items.length ? items : [make("li", {}, say("head.no_devices"))]);
}

function item(hall, queues, device, now_ms) {
  const said = known(`device.${device.state}`) ? device.state : "unknown";
  const state = device.silent ? "silent" : said;
  const name = nameOf(device);
  const what = name.includes(say(`kind.${device.kind}`)) ? [] : [say(`kind.${device.kind}`)];
  if (device.fault && known(`device.fault.${device.fault}`)) what.push(say(`device.fault.${device.fault}`));
  if (device.synthetic) what.push(say("device.synthetic", { n: number(device.synthetic), of: number(device.clips) }));
  if (device.paper && known(`paper.${device.paper}`)) what.push(say(`paper.${device.paper}`));
  // A counter's PC reports no state (its agent notices a failure): "OK" was true when it was heard first.
  const unheard = device.kind === "counter" && ["unknown", "ok"].includes(state);
  const counter = queues.counters.find((each) => each.counter === device.counter);
  if (device.kind === "counter" && counter) what.push(say(`state.${counter.state}`), ...(counter.agent ? [isolated(named(counter.agent_names) || counter.agent)] : []));
  if (!unheard && (device.last_seen || state !== "unknown")) what.push(device.last_seen ? seen((now_ms - Date.parse(device.last_seen)) / 1000) : say("head.never_seen"));
  return make(
    "li",
    {},
    make("span", { class: "name" }, make("bdi", {}, name)),
    unheard ? null : make("span", { class: "state", "data-state": state }, say(`device.${state}`)),
    what.length ? make("span", { class: "what" }, what.join(" · ")) : null,
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
  const ago = seconds < 60 ? say("head.under_a_minute") : lasting(seconds, "span");
  return say("head.last_seen", { ago });
}
