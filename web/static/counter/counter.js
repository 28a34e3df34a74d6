// The counter in a browser: pair once, sign in with the PIN, then call, recall, begin, finish and no-show by key or click.

import { get, post } from "../common/api.js";
import { counted, dayInWords, deviceName, inDigits, inWestern, known, named, number, say, useDigits } from "../common/words.js";

const READ_MS = 2000;
/** The hall does not see a question: the second half of a double press neither opens nor answers one. */
const QUESTION_MS = 400;
/** How long after the hall's question the next call means that the agent is sure. */
const ANSWER_MS = 3000;
const byId = (id) => document.getElementById(id);
let device = read(localStorage, "dawr_counter");
let session = read(sessionStorage, "dawr_counter_session");
let hall = null;
let place = null;
let busy = false;
let pressedAt = -Infinity;
let askedAt = -Infinity;
/** What keeps somebody from signing in here because he works at another counter. */
const ELSEWHERE = { agent_elsewhere: "counter.moves", visit_open: "counter.visit_elsewhere" };
let undoable = null;
let moves = null; // the agent who has read that he is signed in elsewhere: signing in again moves his session here

function read(store, name) {
  try {
    return JSON.parse(store.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

function keep(store, name, value) {
  if (value === null) store.removeItem(name);
  else store.setItem(name, JSON.stringify(value));
  return value;
}

const bearer = (token) => ({ Authorization: `Bearer ${token}` });
const path = (word) => `/counters/${device.counter}/${word}`;

function tell(text, tone = "calm") {
  byId("notice").textContent = text;
  byId("notice").dataset.tone = tone;
}

function refused(error) {
  if (error.code === "token_unknown" || error.code === "not_signed_in") {
    if (session) session = keep(sessionStorage, "dawr_counter_session", null);
    else device = keep(localStorage, "dawr_counter", null);
    place = null;
    show();
  }
  if (error.code === "pressed_twice") return; // the first press did it
  if (error.code === "called_just_now") {
    askedAt = performance.now();
    tell(say("counter.again"), "warning");
    return;
  }
  const id = `error.${error.code}`;
  tell(error.code === "unreachable" ? say("counter.away") : say(known(id) ? id : "error.other", { code: error.code, time: counted("span.minutes", Math.ceil(error.retryAfter / 60)) }), "warning");
}

/** Do one thing at a time; a refusal is one sentence, and the screen is read again after it. */
async function doing(work) {
  if (busy) return;
  busy = true;
  show();
  try {
    await work();
  } catch (error) {
    refused(error);
  } finally {
    busy = false;
    show();
  }
}

async function readPlace() {
  if (device && hall === null) {
    hall = await get("/hall", bearer(device.token));
    useDigits(hall.digits);
  }
  if (session) {
    place = await get(`/counters/${device.counter}`, bearer(session.token));
    if (place.session === null) session = keep(sessionStorage, "dawr_counter_session", null);
  }
}

async function move(word, body = {}) {
  tell("");
  const visit = await post(path(word), body, bearer(session.token));
  await readPlace();
  return visit;
}

const current = () => place?.current ?? null;
const onBreak = () => place?.session?.state === "on_break";
/** The next step, as the hall named it last. */
const nextAction = () => place?.next_action ?? "none";
const ticketOf = (visit) => inDigits(visit?.ticket || say("counter.walk_up"));

function callNext() {
  const sure = performance.now() - askedAt < ANSWER_MS;
  return doing(async () => {
    if ((await move("call-next", { sure, pressed: true })) === null) tell(say("counter.nobody"));
  });
}

/** Whether this page knows the step; a newer hall may name another one. */
const knowsStep = (word) => word === "none" || Object.hasOwn(DOES, word);

const DOES = {
  call_next: callNext,
  begin: () => doing(() => move("begin", { pressed: true })),
  finish: () => askOutcome(),
  resume_work: () => doing(() => move("resume-work")),
};

function askOutcome() {
  byId("outcomes").showModal();
  byId("outcomes").querySelector("button").focus();
}

function finish(outcome) {
  if (pressedTwice()) return undefined;
  byId("outcomes").close();
  const visit = current();
  return doing(async () => {
    const done = await move("finish", { outcome });
    offerUndo(visit);
    tell([say("counter.done_finish", { ticket: ticketOf(visit) }), ...toComeBack(done)].join(" "), "done");
  });
}

/** What the visitor needs to come back with, said here as well: where no kiosk prints it, nothing else tells it. */
function toComeBack({ return_slip: slip, slip_at: at }) {
  if (!slip) return [];
  const code = `\u2066${inDigits(`${slip.code.slice(0, 4)} ${slip.code.slice(4)}`)}\u2069`;
  return [say(at ? "counter.return_printed" : "counter.return_code", { code, day: dayInWords(slip.last_day), kiosk: deviceName(at ?? "") })];
}

function noShow() {
  const visit = current();
  return doing(async () => {
    await move("no-show");
    offerUndo(visit);
    tell(say("counter.done_no_show", { ticket: ticketOf(visit) }), "done");
  });
}

function recall() {
  const visit = current();
  return doing(async () => {
    await move("recall");
    tell(say("counter.done_recall", { ticket: ticketOf(visit) }), "done");
  });
}

function offerUndo(visit) {
  undoable = { ...visit, until: performance.now() + hall.undo_s * 1000 };
}

function undo() {
  const visit = undoable;
  return doing(async () => {
    await post(`/visits/${visit.visit}/undo`, {}, bearer(session.token));
    undoable = null;
    await readPlace();
    tell(say("counter.done_undo", { ticket: ticketOf(visit) }), "done");
  });
}

function show() {
  const state = device === null ? "pairing" : session === null ? "signing" : "work";
  const changed = byId("main").dataset.state !== state;
  byId("main").dataset.state = state;
  for (const id of ["pairing", "signing", "work"]) byId(id).hidden = id !== state;
  byId("heading").textContent = device ? say("counter.number", { n: number(device.counter) }) : say("counter.title");
  byId("sign-out").hidden = byId("change-pin").hidden = state !== "work";
  byId("sign-out").disabled = busy || current() !== null;
  if (state === "signing") showAgents();
  if (state === "work" && place) showWork();
  if (changed) byId({ pairing: "code", signing: "agent", work: "primary" }[state]).focus();
}

function showAgents() {
  const select = byId("agent");
  if (hall === null || select.options.length) return;
  for (const agent of hall.agents) select.add(new Option(named(agent.names) || agent.agent, agent.agent));
}

function showWork() {
  const visit = current();
  const word = nextAction();
  const state = onBreak() ? "on_break" : visit ? visit.state : "free";
  byId("state").textContent = say(`counter.${state}`);
  byId("ticket").textContent = visit ? ticketOf(visit) : "";
  byId("service").textContent = visit ? named(hall.services.find((one) => one.code === visit.service)?.names) : "";
  byId("primary").hidden = !knowsStep(word);
  byId("unknown-step").hidden = knowsStep(word);
  byId("primary").firstElementChild.textContent = knowsStep(word) ? say(`counter.${word}`) : "";
  byId("primary").disabled = busy || word === "none" || !knowsStep(word);
  byId("recall").disabled = byId("no-show").disabled = busy || visit?.state !== "called";
  byId("undo").hidden = undoable === null || visit !== null || undoable.until < performance.now();
  byId("waiting").textContent = say("counter.waiting", { n: number(waitingAt(place)) });
  // Each ticket is isolated: together they would run from left to right, and an Arabic reader would take the last for the next.
  const soon = place.waiting.slice(0, 3).map((row) => `\u2066${inDigits(row.ticket)}\u2069`);
  byId("next").textContent = soon.length ? soon.join(" · ") : say("counter.nobody_short");
}

// `waiting` is only the head of the list.
function waitingAt(place) {
  return Object.values(place.by_lane).reduce((all, n) => all + n, 0);
}

const pressedTwice = () => performance.now() - pressedAt < QUESTION_MS;

function press(word) {
  if (busy || (word === "finish" && pressedTwice())) return;
  pressedAt = performance.now();
  if (Object.hasOwn(DOES, word)) DOES[word]();
}

function changePin(before, chosen) {
  return doing(async () => {
    try {
      await post(path("pin"), { old: before, new: chosen }, bearer(session.token));
    } catch (error) {
      if (!["pin_wrong", "pin_easy", "pin_locked"].includes(error.code)) throw error;
      byId("pin-notice").textContent = say(`error.${error.code}`, { time: counted("span.minutes", Math.ceil(error.retryAfter / 60)) });
      return;
    }
    byId("pin-dialog").close();
    tell(say("counter.pin_changed"), "done");
  });
}

function signOut() {
  return doing(async () => {
    await post(path("sign-out"), {}, bearer(session.token));
    session = keep(sessionStorage, "dawr_counter_session", null);
    place = null;
    undoable = null;
  });
}

byId("pairing").addEventListener("submit", (event) => {
  event.preventDefault();
  doing(async () => {
    const paired = await post("/devices/pair", { code: byId("code").value.trim(), kind: "counter" });
    device = keep(localStorage, "dawr_counter", { token: paired.token, counter: paired.counter });
    byId("code").value = "";
    tell("");
    await readPlace();
  });
});
byId("signing").addEventListener("submit", (event) => {
  event.preventDefault();
  doing(async () => {
    const agent = byId("agent").value;
    const body = { agent, pin: byId("pin").value, move: moves === agent };
    byId("pin").value = "";
    const signedIn = await post(path("sign-in"), body, bearer(device.token)).catch((error) => {
      if (!(error.code in ELSEWHERE) || (error.code === "visit_open" && !body.move)) throw error;
      moves = agent;
      byId("pin").value = body.pin;
      tell(say(ELSEWHERE[error.code]), "warning");
      return null;
    });
    if (signedIn === null) return;
    moves = null;
    session = keep(sessionStorage, "dawr_counter_session", { token: signedIn.token });
    tell("");
    await readPlace();
  });
});
byId("change-pin").addEventListener("click", () => byId("pin-dialog").showModal());
byId("pin-back").addEventListener("click", () => byId("pin-dialog").close());
byId("pin-dialog").addEventListener("close", () => {
  byId("pin-form").reset();
  byId("pin-notice").textContent = "";
});
byId("pin-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const [before, chosen, again] = ["old-pin", "new-pin", "again-pin"].map((id) => inWestern(byId(id).value));
  if (chosen !== again) byId("pin-notice").textContent = say("counter.pins_differ");
  else changePin(before, chosen);
});
byId("primary").addEventListener("click", () => press(nextAction()));
byId("recall").addEventListener("click", recall);
byId("no-show").addEventListener("click", noShow);
byId("undo").addEventListener("click", undo);
byId("sign-out").addEventListener("click", signOut);
byId("back").addEventListener("click", () => byId("outcomes").close());
for (const button of document.querySelectorAll("[data-outcome]")) {
  button.addEventListener("click", () => finish(button.dataset.outcome));
}
const KEYS = { F2: "recall", F3: "no-show", F9: "undo", F12: "sign-out" };

addEventListener("keydown", (event) => {
  if (byId("work").hidden || event.repeat || byId("pin-dialog").open) return;
  if (byId("outcomes").open) {
    const buttons = [...document.querySelectorAll("[data-outcome]")];
    const nth = event.key === " " ? 0 : [..."12345"].indexOf(event.key.replace(/[١-٥]/, (d) => String("١٢٣٤٥".indexOf(d) + 1)));
    // Space on a button that has the focus presses that button; on the first it is the same.
    if (nth >= 0 && (event.key !== " " || document.activeElement === buttons[0])) {
      event.preventDefault();
      buttons[nth].click();
    }
    return;
  }
  const button = event.key === " " ? byId("primary") : byId(KEYS[event.key] ?? "");
  // Space on another button that has the focus is that button's.
  if (!button || (event.key === " " && document.activeElement?.matches("button:not(#primary), a"))) return;
  event.preventDefault();
  if (!button.hidden && !button.disabled) button.click();
});
// A button is pressed by the key going down, above: the browser would press it once more when it comes up.
addEventListener("keyup", (event) => {
  if (event.key === " " && document.activeElement === byId("primary")) event.preventDefault();
});

async function follow() {
  if (!busy && !document.hidden && device) {
    try {
      const away = byId("notice").textContent === say("counter.away");
      await readPlace();
      if (away) tell("");
      if (!busy) show();
    } catch (error) {
      refused(error);
    }
  }
  setTimeout(follow, READ_MS);
}

show();
follow();
