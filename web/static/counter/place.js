// What the counter page knows of the hall and of its counter, and how it sends a command: once, whatever the network does.

import { get, newKey, post, Refused } from "../common/api.js";
import { forgetDevice, keepDevice, readDevice, renewToken, tellAlive } from "../common/device_token.js";
import { counted, inDigits, known, named, number, say, useDigits, waitWords } from "../common/words.js";

/** How long after the hall's question the next call means that the agent is sure. */
const ANSWER_MS = 3000;
/** The hall is read again this often for its services, reasons and hours, which change seldom. */
const HALL_MS = 60_000;
const byId = (id) => document.getElementById(id);

/** The state of the page; `place` is the workplace as the hall told it last. */
export const state = {
  device: readDevice("dawr_counter"),
  session: read("dawr_counter_session"),
  hall: null,
  place: null,
  busy: false,
  /** The hall's clock less this PC's, milliseconds. */
  ahead: 0,
  /** Since when there is no connection, by this PC's clock; null while there is one. */
  cutOffAt: null,
  undoable: read("dawr_counter_undo"),
  /** What can be printed once more: the path that prints it, and the visit whose finish made it. */
  paper: read("dawr_counter_paper"),
  list: "waiting",
  row: null,
};
let hallAt = -Infinity;
let askedAt = -Infinity;
let unanswered = null; // the command that got no answer: the same one again has its key
let paint = () => {};

/** Call this after each change of the state. */
export function painted(by) {
  paint = by;
}

function read(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

function keep(name, value) {
  if (value === null) sessionStorage.removeItem(name);
  else sessionStorage.setItem(name, JSON.stringify(value));
  return value;
}

const bearer = (token) => ({ Authorization: `Bearer ${token}` });
/** Return a path of this counter. */
export const ofCounter = (word) => `/counters/${state.device.counter}/${word}`;
/** Return the hall's time now, milliseconds. */
export const now = () => Date.now() + state.ahead;
/** Return the seconds since an instant of the hall, at least 0. */
export const secondsSince = (instant) => Math.max(0, Math.floor((now() - Date.parse(instant)) / 1000));
/** Return the visit in hand. */
export const current = () => state.place?.current ?? null;
export const onBreak = () => state.place?.session?.state === "on_break";
export const dayIsClosed = () => state.hall?.day.state === "closed";
/** Return whether the agent means the second call that the hall asked about. */
export const isSure = () => performance.now() - askedAt < ANSWER_MS;
/** Return a ticket as it is spoken of, apart from the text around it. */
export const ticketOf = (visit) => `\u2068${inDigits(visit?.ticket || say("counter.walk_up"))}\u2069`;
export const serviceOf = (code) => named(state.hall?.services.find((one) => one.code === code)?.names) || code || "";
export const counterName = (n) => named(state.hall?.counters.find((one) => one.counter === n)?.names) || say("counter.number", { n: number(n) });

/** Return a duration in whole minutes, as a list shows it. */
export function inMinutes(seconds) {
  const [hours, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours) return say("counter.hours", { h: number(hours), n: number(rest) });
  return rest ? say("counter.minutes", { n: number(rest) }) : say("counter.under_a_minute");
}

/** Say one sentence below the visit, and paint what is true with it. */
export function tell(text, tone = "calm") {
  byId("notice").textContent = text;
  byId("notice").dataset.tone = tone;
  paint();
}

/** Keep over a reload what can be taken back and printed again. */
export function remember(changes) {
  Object.assign(state, changes);
  keep("dawr_counter_undo", state.undoable);
  keep("dawr_counter_paper", state.paper);
}

/** Return a refusal as a sentence; "" where there is nothing to say. */
export function inWords(error) {
  if (error.code === "pressed_twice") return ""; // the first press did it
  if (error.code === "called_just_now") return say("counter.again");
  if (error.code === "unreachable") return say(state.session ? "counter.no_answer" : "counter.away");
  const id = `error.${error.code}`;
  return waitWords(error) ?? say(known(id) ? id : "error.other", { code: error.code, time: counted("span.minutes", Math.ceil(error.retryAfter / 60)) });
}

/** Take note of a refusal: who is not known any more is signed out, and a second call may follow. Returns its sentence. */
export function noted(error) {
  if (error.code === "called_just_now") askedAt = performance.now();
  if (error.code === "token_unknown" || error.code === "not_signed_in") {
    if (state.session) leave();
    else if (state.device && error.authorization === bearer(state.device.token).Authorization) state.device = forgetDevice("dawr_counter", state.device);
    tell(inWords(error), "warning"); // below the sign-in: a dialog in which it happened is closed
  }
  return inWords(error);
}

/** Do one thing at a time; a refusal is one sentence, and the screen is painted again after it. */
export async function doing(work) {
  if (state.busy) return;
  state.busy = true;
  paint();
  try {
    await work();
  } catch (error) {
    if (!error.code) throw error;
    const text = noted(error);
    if (text) tell(text, "warning");
  } finally {
    state.busy = false;
    paint();
  }
}

/** Send a command of the agent and read the place again; the answer is returned. */
export async function command(path, body = {}) {
  const wish = path + JSON.stringify(body);
  const key = unanswered?.wish === wish ? unanswered.key : newKey();
  unanswered = { wish, key };
  const answer = await post(path, body, { ...bearer(state.session.token), "Idempotency-Key": key }).catch((error) => {
    if (error.code !== "unreachable") unanswered = null;
    throw error;
  });
  unanswered = null;
  await readPlace().catch(() => {}); // it is done, and the place is read again soon
  return answer;
}

/** Send a step of the visit that a dialog is about; refused where another one is at this counter meanwhile, as by a second window. */
export function commandFor(visit, word, body) {
  if (current()?.visit !== visit.visit) return Promise.reject(new Refused("visit_changed"));
  return command(ofCounter(word), body);
}

/** Read a path as the agent. */
export const ask = (path) => get(path, bearer(state.session.token));

/** Read the workplace, and now and then the hall. */
export async function readPlace() {
  if (!state.device) return;
  if (performance.now() - hallAt > HALL_MS) {
    state.hall = await get("/hall", bearer(state.device.token));
    hallAt = performance.now();
    useDigits(state.hall.digits);
  }
  const asked = state.session;
  if (!asked) return;
  const place = await get(`/counters/${state.device.counter}`, bearer(asked.token)).catch((error) => {
    if (error.code !== "token_unknown") throw error;
    return null; // signed out by the hall head, or the agent signed in at another counter
  });
  if (state.session !== asked) return; // signed out here meanwhile
  state.cutOffAt = null;
  if (!place?.session) {
    leave();
    tell(say("counter.session_ended"), "warning");
    return;
  }
  if (place.at) state.ahead = Date.parse(place.at) - Date.now();
  state.place = place;
}

/** Ask for the counter's next token, for when the page opens again, and tell the hall that the page runs. */
export function keepPaired() {
  renewToken("dawr_counter", () => state.device);
  tellAlive(() => state.device);
}

/** Let this browser be a counter: spend the pairing code. */
export async function pair(code) {
  const paired = await post("/devices/pair", { code, kind: "counter" });
  state.device = keepDevice("dawr_counter", { token: paired.token, counter: paired.counter });
  hallAt = -Infinity;
  await readPlace();
}

export async function signIn(body) {
  const signedIn = await post(ofCounter("sign-in"), body, bearer(state.device.token));
  state.session = keep("dawr_counter_session", { token: signedIn.token });
  await readPlace();
}

export async function signOut() {
  await post(ofCounter("sign-out"), {}, bearer(state.session.token));
  leave();
}

/** Forget who works here; a question of theirs is closed. */
function leave() {
  for (const open of document.querySelectorAll("dialog[open]")) open.close();
  state.session = keep("dawr_counter_session", null);
  remember({ undoable: null, paper: null });
  Object.assign(state, { place: null, list: "waiting", row: null, cutOffAt: null });
}

/** Offer to take back a finish, a no-show or a transfer, unless the hall did something else with the visit. */
export function offerUndo(before, after, wanted) {
  remember({ undoable: after?.state === wanted ? { visit: before.visit, ticket: before.ticket, until: now() + state.hall.undo_s * 1000 } : null });
}

export function undo() {
  const visit = state.undoable;
  return doing(async () => {
    await command(`/visits/${visit.visit}/undo`);
    remember({ undoable: null, paper: state.paper?.visit === visit.visit ? null : state.paper });
    tell(say("counter.done_undo", { ticket: ticketOf(visit) }), "done");
  });
}
