// Devices: pair one by a code, give it another name, replace or remove it, let kiosks pause and go on.

import { get, post } from "../common/api.js";
import { clearMessages, doIt, refuse, tell } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { dayAndTime } from "../common/instants.js";
import { fillOptions, make, paintTable } from "../common/parts.js";
import { drawQr } from "../common/qr.js";
import { clockTime, deviceName, inDigits, known, say } from "../common/words.js";
import { follow } from "../frame/frame.js";

const byId = (id) => /** @type {any} */ (document.getElementById(id));
const AT_COUNTERS = ["counter", "tablet"];
/** A counter or tablet reports no state, only that it runs: its program each minute, the update of a PC each ten minutes. */
const RUNS_MS = 12 * 60_000;
const state = { hall: null, devices: [], now_ms: 0, chosen: null, sure: async () => false };

async function read() {
  const [devices, { at }] = await Promise.all([get("/devices"), get("/settings")]); // the hall's time: a PC's clock may be wrong
  return { at, devices };
}

function paint(hall, { at, devices }) {
  Object.assign(state, { hall, devices, now_ms: Date.parse(at) });
  const heads = ["name", "kind", "state", "version", "seen", "do"].map((one) => say(`devices.${one}`));
  paintTable("devices", heads, devices.map(row), say("devices.none"));
  fillOptions(byId("pair-counter").querySelector("select"), hall.counters.map((one) => make("option", { value: one.counter }, say("head.counter", { n: inDigits(one.counter) }))));
  for (const button of document.querySelectorAll("[data-pause-all]")) /** @type {any} */ (button).hidden = !devices.some((one) => one.kind === "kiosk");
}

const isPaused = (one) => state.hall.kiosk.paused.includes(one.device);
const titled = (one) => deviceName(one.name);

function row(one) {
  const acts = [...(one.kind === "kiosk" ? [isPaused(one) ? "resume" : "pause"] : []), "rename", "replace", "remove"];
  const button = (act) => make("button", { type: "button", "data-act": act, "data-device": one.device }, say(`devices.${act}`));
  const menu = make("details", { class: "menu" }, make("summary", { "aria-label": say("people.more", { name: titled(one) }) }, "⋯"), make("div", {}, ...acts.map(button)));
  const place = one.counter === null ? "" : ` · ${say("head.counter", { n: inDigits(one.counter) })}`;
  return make(
    "tr",
    { "data-key": one.device },
    make("th", { scope: "row" }, titled(one)),
    make("td", {}, `${say(`kind.${one.kind}`)}${place}`),
    make("td", {}, ...stateInWords(one)),
    make("td", {}, ...versionInWords(one)),
    make("td", {}, one.last_seen ? dayAndTime(state.hall, one.last_seen) : "–"),
    make("td", { class: "do" }, menu),
  );
}

function stateInWords(one) {
  if (isPaused(one)) return [make("span", { class: "mark-word" }, say("devices.paused"))];
  const word = wordOf(one);
  const fault = one.fault && known(`device.fault.${one.fault}`) ? say(`device.fault.${one.fault}`) : null;
  return [make("span", { class: `mark-word ${{ ok: "good", connected: "good", failed: "bad", silent: "bad" }[word] ?? ""}` }, say(`device.${word}`)), fault && make("small", {}, " ", fault)];
}

function wordOf(one) {
  if (one.silent) return "silent";
  const beats = AT_COUNTERS.includes(one.kind) && ["unknown", "ok"].includes(one.state); // "ok": it was heard first then
  if (!beats || !one.last_seen) return known(`device.${one.state}`) ? one.state : "unknown";
  return state.now_ms - Date.parse(one.last_seen) < RUNS_MS ? "connected" : "off";
}

/** The version that a device has, and what keeps it from its newest update. */
function versionInWords({ version, update }) {
  const shown = make("bdi", { dir: "ltr" }, version ?? "–");
  if (!update || !known(`devices.update.${update.state}`)) return [shown];
  const mark = make("span", { class: `mark-word ${update.state === "failed" ? "bad" : ""}` }, say(`devices.update.${update.state}`, { version: `\u2066${update.version}\u2069` }));
  if (!update.code) return [shown, " ", mark];
  const why = say(known(`devices.why.${update.code}`) ? `devices.why.${update.code}` : "devices.why.other");
  const details = update.problem && make("details", {}, make("summary", {}, say("devices.details")), make("bdi", { dir: "ltr", lang: "en" }, update.problem));
  return [shown, " ", mark, make("small", {}, why), details];
}

function showCode(name, { code, cells, expires_at }) {
  clearMessages();
  byId("code-title").textContent = say("devices.code_of", { name });
  byId("code").textContent = code;
  drawQr(byId("code-qr"), cells);
  byId("code-until").textContent = say("devices.code_until", { time: clockTime(new Date(expires_at), state.hall.time_zone) });
  byId("code-dialog").showModal();
  byId("code-title").focus();
}

const askCode = ({ kind, name, counter }) => post("/devices/codes", { kind, name, ...(AT_COUNTERS.includes(kind) ? { counter: Number(counter) } : {}) });

async function makeCode(one) {
  try {
    const answer = await askCode(one);
    setTimeout(() => showCode(deviceName(one.name), answer)); // after the dialog of the form has closed
    return true;
  } catch (refusal) {
    return refuse(refusal);
  }
}

/** Make a code for the new machine, under the same name, and withdraw the old one's access: without a code the old one stays. */
async function replaceDevice(one) {
  try {
    const answer = await askCode(one);
    await post(`/devices/${one.device}/revoke`, {});
    setTimeout(() => showCode(titled(one), answer)); // after the dialog of the question has closed
    return true;
  } catch (refusal) {
    return refuse(refusal);
  } finally {
    readAgain();
  }
}

function pause(device, paused, text) {
  const body = { paused, device };
  return doIt("/devices/pause", body, () => ({ text, undo: { path: "/devices/pause", body: { ...body, paused: !paused } } }), readAgain);
}

/** Pause all kiosks, or let them go on; undo is about those alone that this changes. */
async function pauseAll(paused, text) {
  const changed = state.devices.filter((one) => one.kind === "kiosk" && isPaused(one) !== paused).map((one) => one.device);
  try {
    await post("/devices/pause", { paused });
    clearMessages();
    tell(text, () => takeBackPause(changed, paused));
  } catch (refusal) {
    refuse(refusal);
  } finally {
    readAgain();
  }
}

async function takeBackPause(devices, paused) {
  try {
    for (const device of devices) await post("/devices/pause", { device, paused: !paused });
    tell(say("act.undone"));
  } catch (refusal) {
    refuse(refusal);
  } finally {
    readAgain();
  }
}

function askSure(act, one, send) {
  state.sure = send;
  byId("sure-title").textContent = say(`devices.${act}_title`, { name: titled(one) });
  byId("sure-about").textContent = say(`devices.${act}_about`);
  byId("sure-do").textContent = say(`devices.${act}`);
  byId("sure-dialog").showModal();
}

byId("code-dialog").addEventListener("close", () => {
  byId("code").textContent = "";
  byId("code-qr").replaceChildren();
});

const ACTS = {
  pause: (one) => pause(one.device, true, say("devices.is_paused", { name: titled(one) })),
  resume: (one) => pause(one.device, false, say("devices.is_resumed", { name: titled(one) })),
  rename: (one) => {
    state.chosen = one;
    byId("name-title").textContent = say("devices.rename_title", { name: titled(one) });
    byId("name-form").elements.name.value = one.name;
    byId("name-dialog").showModal();
  },
  replace: (one) => askSure("replace", one, () => replaceDevice(one)),
  remove: (one) => askSure("remove", one, () => doIt(`/devices/${one.device}/revoke`, {}, () => ({ text: say("devices.is_removed", { name: titled(one) }) }), readAgain)),
};

byId("devices").addEventListener("click", ({ target }) => {
  const { act, device } = target.dataset;
  const one = state.devices.find((each) => each.device === device);
  if (!act || !one) return;
  target.closest(".menu").removeAttribute("open");
  ACTS[act](one);
});

for (const button of document.querySelectorAll("[data-pause-all]")) {
  const paused = /** @type {any} */ (button).dataset.pauseAll === "yes";
  button.addEventListener("click", () => pauseAll(paused, say(paused ? "devices.all_paused" : "devices.all_resumed")));
}

byId("pair-kind").addEventListener("change", () => { byId("pair-counter").hidden = !AT_COUNTERS.includes(byId("pair-kind").value); });
byId("pair-form").addEventListener("reset", () => { byId("pair-counter").hidden = true; });
armForm(byId("pair-form"), makeCode);
armForm(byId("sure-form"), () => state.sure());
armForm(byId("name-form"), ({ name }) => {
  const { device, name: before } = state.chosen;
  return doIt(`/devices/${device}/name`, { name }, () => ({ text: say("devices.is_renamed", { name }), undo: { path: `/devices/${device}/name`, body: { name: before } } }), readAgain);
});

const readAgain = follow({ read, paint });
