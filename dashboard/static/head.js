// The hall head's page: reads the hall once, follows the live link, paints what /queues says, ticks by the second.

import { get, post, Refused } from "./api.js";
import { paintCounters, tickCounters } from "./head_counters.js";
import { paintAlerts, paintDevices } from "./head_side.js";
import { paintFigures, paintServices } from "./head_services.js";
import { armDay, paintDay } from "./head_day.js";
import { clockTime, named, say, useDigits } from "./words.js";

const CALM_MS = 300; // facts come in bursts: one reading for all of a burst
const SIGN_OF_LIFE_MS = 5000;
const page = { hall: null, queues: null, ahead_ms: 0 };
let due = null;
let reading = false;

/** The hall's own time: this computer's clock may be wrong. */
const now = () => Date.now() + page.ahead_ms;

function showLink(state) {
  const link = document.getElementById("link");
  if (link.dataset.state === state) return;
  link.dataset.state = state;
  link.textContent = say(`head.${state}`);
}

function paint() {
  const { hall, queues } = page;
  if (!hall || !queues) return;
  paintFigures(queues);
  paintServices(hall, queues);
  paintCounters(hall, queues);
  paintDay(hall, queues);
  paintAlerts(hall, queues);
  paintDevices(hall, queues, now());
  tick();
}

function tick() {
  if (!page.hall) return;
  document.getElementById("clock").textContent = clockTime(new Date(now()), page.hall.time_zone);
  tickCounters(now());
}

async function readHall() {
  page.hall = await get("/hall");
  useDigits(page.hall.digits);
  document.getElementById("hall-name").textContent = named(page.hall.names);
  document.title = `${named(page.hall.names)} · ${say("head.title")}`;
}

async function readQueues() {
  due = null;
  if (reading) return schedule();
  reading = true;
  try {
    if (!page.hall) await readHall();
    page.queues = await get("/queues");
    page.ahead_ms = Date.parse(page.queues.at) - Date.now();
    showLink("live");
    paint();
  } catch (error) {
    if (error instanceof Refused && error.status === 401) location.reload();
    else showLink("cut_off");
  } finally {
    reading = false;
  }
}

function schedule(delay_ms = CALM_MS) {
  due ??= setTimeout(readQueues, delay_ms);
}

function follow() {
  const source = new EventSource("/api/v1/live");
  source.addEventListener("snapshot", () => schedule(0));
  source.addEventListener("fact", (event) => {
    if (JSON.parse(event.data).kind === "settings_changed") page.hall = null;
    schedule();
  });
  // The browser reconnects by itself unless the server refused; then a new link is made.
  source.addEventListener("error", () => {
    showLink("cut_off");
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, 3000);
  });
}

armDay({ page, post, changed: () => schedule(0) });
schedule(0);
// `?still` reads once and rests: for paper and pictures, which would wait for a live link to end.
if (!new URLSearchParams(location.search).has("still")) {
  follow();
  setInterval(tick, 1000);
  setInterval(readQueues, SIGN_OF_LIFE_MS);
}
