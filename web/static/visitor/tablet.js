// The tablet beside a counter: asks the visitor who was served last, says thanks, and goes back automatically.

import { get, post } from "../common/api.js";
import { forgetDevice, keepDevice, readDevice, renewToken, tellAlive } from "../common/device_token.js";
import { known, named, number, say, useDigits } from "../common/words.js";

const READ_MS = 2000;
const WHY_MS = 15000;
const THANKS_MS = 4000;
const STATES = ["pairing", "idle", "asking", "why", "thanks"];
const byId = (id) => document.getElementById(id);
let device = readDevice("dawr_tablet");
let asked = null;
let given = null;
let backAt = 0;
let busy = false;

const bearer = () => ({ Authorization: `Bearer ${device.token}` });
const path = () => `/counters/${device.counter}/survey`;
const state = () => byId("main").dataset.state;

function show(name, backIn_ms = 0) {
  const changed = state() !== name;
  byId("main").dataset.state = name;
  backAt = backIn_ms ? performance.now() + backIn_ms : 0;
  for (const one of STATES) byId(one).hidden = one !== name;
  if (!changed) return;
  if (name === "pairing") byId("code").focus();
  if (name === "asking") byId("asking").reset();
  if (name === "why") {
    byId("why").reset();
    byId("why").querySelector("input").focus();
  }
}

function refused(error) {
  if (error.code === "token_unknown") {
    if (device && error.authorization === bearer().Authorization) device = forgetDevice("dawr_tablet", device);
    if (!device) show("pairing");
  }
  if (error.code === "survey_elsewhere" || error.code === "survey_over") return show("idle");
  const id = `error.${error.code}`;
  byId("notice").textContent = error.code === "unreachable" ? say("tablet.away") : say(known(id) ? id : "error.other", { code: error.code });
}

async function send(body) {
  if (busy) return false;
  busy = true;
  try {
    await post(path(), body, bearer());
    byId("notice").textContent = "";
    return true;
  } catch (error) {
    refused(error);
    return false;
  } finally {
    busy = false;
  }
}

async function face(value) {
  const body = { visit: asked.visit, face: Number(value) };
  if (await send(body)) {
    given = body;
    show("why", WHY_MS);
  } else byId("asking").reset();
}

async function why(reason) {
  await send({ ...given, reason });
  show("thanks", THANKS_MS);
}

function look(view) {
  useDigits(view.digits);
  byId("heading").textContent = say("tablet.at", { hall: named(view.hall_names), n: number(view.counter) });
  byId("notice").textContent = "";
  if (backAt > performance.now()) return;
  asked = view.ask;
  byId("of").textContent = asked ? named(asked.service_names) : "";
  show(asked ? "asking" : "idle");
}

async function follow() {
  if (device && !busy && !document.hidden) {
    try {
      const view = await get(path(), bearer());
      if (!busy) look(view);
    } catch (error) {
      refused(error);
      if (device && state() === "loading") show("idle");
    }
  }
  setTimeout(follow, READ_MS);
}

byId("pairing").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const paired = await post("/devices/pair", { code: byId("code").value.trim(), kind: "tablet" });
    device = keepDevice("dawr_tablet", { token: paired.token, counter: paired.counter });
    byId("code").value = "";
    byId("notice").textContent = "";
    show("idle");
  } catch (error) {
    refused(error);
  }
});
// A press is an answer; arrow keys go from face to face and Enter or space answers, so that nobody answers in passing.
function answers(form, take) {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    if (event.target.matches("input") && event.detail > 0) take(event.target.value);
  });
  form.addEventListener("keydown", (event) => {
    if (!event.target.matches("input") || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    event.target.checked = true;
    take(event.target.value);
  });
}
answers(byId("asking"), face);
answers(byId("why"), why);
byId("skip").addEventListener("click", () => show("thanks", THANKS_MS));

if (!device) show("pairing");
follow();
renewToken("dawr_tablet", () => device);
tellAlive(() => device);
