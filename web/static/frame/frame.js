// What all pages of the hall head share: read the hall once, follow the live link, say whether it is alive, tick by the second.

import { ANSWER_MS, get, Refused } from "../common/api.js";
import { listenLive } from "./live.js";
import { paintMenuCounts } from "./menu_counts.js";
import { clockTime, named, say, useDigits } from "../common/words.js";

const LEADS = document.querySelector("main").dataset.commands === "yes" && !document.documentElement.dataset.api;
const CALM_MS = 50; // facts come in bursts: the first is read at once, all others of a burst together
const CALM_SHARE = 3; // a hall that answers slowly is asked less often: the pause is this many times the answer's time,
const CALM_MOST_MS = 300; // but never less than that
const SIGN_OF_LIFE_MS = 5000;
let hasPainted = () => {};
const painted = new Promise((done) => { hasPainted = () => done(null); });
/** Wait until the page has shown the hall for the first time, but not longer than an answer may take: what is sent before that waits for it. */
export async function hallShown() {
  const tooLate = new Promise((_, fail) => setTimeout(() => fail(new Refused("unreachable")), ANSWER_MS));
  await Promise.race([painted, tooLate]);
}
const state = { hall: null, ahead_ms: null, due: null, reading: false, read_ms: -CALM_MS, took_ms: 0 };

/** The hall's own time: this computer's clock may be wrong. Known from the first answer on. */
export const now = () => Date.now() + (state.ahead_ms ?? 0);

function showLink(what) {
  const link = document.getElementById("link");
  if (link.dataset.state === what) return;
  link.dataset.state = what;
  link.textContent = say(`head.${what}`);
}

// A damaged database answers nothing, and its alert cannot come with the queues: the health check still says it.
async function showDamage() {
  const health = await fetch("/healthz", { cache: "no-store" }).then((answer) => answer.json()).catch(() => null);
  const place = document.getElementById("error");
  if (!place || !health?.reasons.includes("database_damaged")) return;
  place.textContent = say("alert.database_damaged");
  place.hidden = false;
}

function hideDamage() {
  const place = document.getElementById("error");
  if (place?.textContent === say("alert.database_damaged")) place.hidden = true;
}

// On a phone the pages of a place are one row to push along: it begins with the one that is open.
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

async function readHall() {
  state.hall = await get("/hall");
  useDigits(state.hall.digits);
  document.getElementById("hall-name").textContent = named(state.hall.names);
  document.title = `${named(state.hall.names)} · ${document.querySelector("h1").textContent}`;
}

/** Who may not follow the live link asks every few seconds instead (`live` is false). Show what `read` answers by `paint(hall, answer)`, now and whenever the hall changes; return how to ask for it at once: that promises the end of a reading that began after it was asked for. */
export function follow({ read, paint, tick = (_now_ms) => {}, once = false, live = true }) {
  const waiting = []; // who asked for a reading that has not begun
  const again = async () => {
    state.due = null;
    if (state.reading) return schedule();
    state.reading = true;
    const asked = waiting.splice(0);
    state.read_ms = performance.now();
    try {
      if (!state.hall) await readHall();
      const { hall } = state; // a change of settings meanwhile forgets it, and reads again
      const asked_ms = performance.now();
      const answer = await read();
      state.took_ms = performance.now() - asked_ms;
      state.ahead_ms = Date.parse(answer.at) - Date.now();
      showLink("live");
      hideDamage();
      paint(hall, answer);
      hasPainted();
      if (LEADS && live) paintMenuCounts();
      ticking();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.status === 401) signInAgain();
      else {
        showLink("cut_off");
        if (error.status === 503) showDamage();
      }
    } finally {
      state.reading = false;
      for (const done of asked) done();
    }
  };
  const calm_ms = () => Math.max(0, Math.max(CALM_MS, Math.min(CALM_MOST_MS, CALM_SHARE * state.took_ms)) - (performance.now() - state.read_ms));
  const schedule = (delay_ms = calm_ms()) => void (state.due ??= setTimeout(again, delay_ms));
  const ticking = () => {
    if (!state.hall || state.ahead_ms === null) return;
    document.getElementById("clock").textContent = clockTime(new Date(now()), state.hall.time_zone);
    tick(now());
  };
  schedule(0);
  if (once) document.getElementById("link").hidden = true; // what is past does not change while it is read
  // `?still` reads once and rests: for paper and pictures, which would wait for a live link to end.
  if (once) setInterval(ticking, 1000);
  else if (!new URLSearchParams(location.search).has("still")) {
    if (live && !document.documentElement.dataset.api) listen(schedule); // the centre has no live link
    setInterval(ticking, 1000);
    setInterval(again, SIGN_OF_LIFE_MS);
  }
  return () => new Promise((done) => {
    waiting.push(() => done(null));
    schedule(0);
  });
}

// While the sign-out button is disabled the page is leaving: a reload now would show the sign-in instead of the good-bye.
function signInAgain() {
  if (!document.getElementById("sign-out")?.disabled) location.reload();
}

function listen(schedule) {
  listenLive(({ event, kind }) => {
    if (event === "error") return showLink("cut_off");
    if (kind === "settings_changed") state.hall = null;
    if (LEADS && (kind?.startsWith("complaint_") || kind?.startsWith("alert_"))) paintMenuCounts(true);
    schedule(event === "snapshot" ? 0 : undefined);
  });
}
