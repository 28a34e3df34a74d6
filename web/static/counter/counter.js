// The counter in a browser: pair once, sign in with the PIN, then every step of a visit by key or click.

import { inDigits, named, number, running, say } from "../common/words.js";
import { autoCallIn, paintCard, standing } from "./card.js";
import { LISTS, paintLists, stepRow } from "./lists.js";
import { breakAsked, callAutomatically, knowsStep, MOVES, nextStep, press } from "./moves.js";
import { digitOf } from "./questions.js";
import { current, dayIsClosed, doing, now, onBreak, pair, painted, readPlace, keepPaired, secondsSince, signIn, state, tell } from "./place.js";

const READ_MS = 2000;
const byId = (id) => document.getElementById(id);
/** What keeps somebody from signing in here because he works at another counter. */
const ELSEWHERE = { agent_elsewhere: "counter.moves", visit_open: "counter.visit_elsewhere" };
/** Function keys of the buttons. */
const KEYS = { F2: "recall", F3: "no-show", F4: "return", F5: "park", F6: "transfer", F7: "more", F8: "break", F9: "undo", F10: "help", F12: "sign-out" };
let moves = null; // the agent who has read that he is signed in elsewhere: signing in again moves his session here

function show() {
  const shown = state.device === null ? "pairing" : state.session === null ? "signing" : "work";
  const changed = byId("main").dataset.state !== shown;
  byId("main").dataset.state = shown;
  for (const id of ["pairing", "signing", "work"]) byId(id).hidden = id !== shown;
  byId("number").textContent = state.device ? number(state.device.counter) : "";
  byId("number").hidden = !state.device;
  byId("heading").textContent = state.device ? say("counter.number", { n: number(state.device.counter) }) : say("counter.title");
  for (const id of ["help", "break", "sign-out"]) byId(id).hidden = shown !== "work";
  byId("session").hidden = shown !== "work";
  if (shown === "signing") showSignIn();
  if (shown === "work" && state.place) showWork();
  if (changed) byId({ pairing: "code", signing: "agent", work: "primary" }[shown]).focus();
}
painted(show);

function showSignIn() {
  const button = byId("signing").querySelector("button");
  button.disabled = state.busy;
  byId("pin").toggleAttribute("readonly", state.busy);
  button.textContent = say(state.busy ? "counter.one_moment" : "counter.sign_in");
  byId("day-closed").hidden = !dayIsClosed();
  const select = byId("agent");
  if (state.hall === null || select.options.length) return;
  select.add(new Option("", "")); // nobody is chosen before the agent chooses: a PIN typed for another's name counts against that one
  const names = state.hall.agents.map((agent) => new Option(named(agent.names) || agent.agent, agent.agent));
  for (const name of names.sort((one, other) => one.text.localeCompare(other.text, document.documentElement.lang))) select.add(name);
}

function showWork() {
  const { session } = state.place;
  const word = nextStep();
  const known = knowsStep(word);
  paintCard();
  paintLists();
  byId("heading").textContent = named(session?.names ?? {}) || session?.agent || "";
  byId("session").textContent = sessionText(session);
  byId("primary").hidden = !known;
  byId("unknown-step").hidden = known;
  byId("primary").firstElementChild.textContent = known ? say(`counter.${word}`) : "";
  for (const [id, { can }] of Object.entries(MOVES)) {
    // While there is no connection a call is not possible: the button must not look as if it were.
    const cut = id === "primary" && word === "call_next" && state.cutOffAt !== null;
    if (id !== "row-act") byId(id).disabled = state.busy || cut || !can();
  }
  byId("break").firstElementChild.textContent = say(onBreak() ? "counter.resume_work" : breakAsked() ? "counter.no_break" : "counter.break");
  byId("help").firstElementChild.textContent = say(session?.help_since ? "counter.help_over" : "counter.help");
  const undoable = state.undoable !== null && current() === null && !onBreak() ? Math.ceil((state.undoable.until - now()) / 1000) : 0;
  byId("undo").hidden = undoable <= 0;
  if (undoable > 0) byId("undo").firstElementChild.textContent = say("counter.undo_ticket", { ticket: `\u2068${inDigits(state.undoable.ticket || say("counter.walk_up"))}\u2069`, time: running(undoable) });
  const [text, tone] = standing() ?? ["", "calm"];
  byId("standing").textContent = text;
  byId("standing").dataset.tone = tone;
  byId("standing").hidden = !text;
  byId("stop-call").hidden = autoCallIn() === null;
}

function sessionText(session) {
  if (!session) return "";
  const served = say("counter.served_today", { n: number(session.served) });
  if (session.state !== "on_break") return `${served} · ${named(state.hall.names)}`;
  const left = session.break_until ? Math.ceil((Date.parse(session.break_until) - now()) / 1000) : null;
  const reason = say(`counter.word.${session.break_reason}`);
  if (left !== null && left > 0) return say("counter.break_left", { reason, time: running(left) });
  return say("counter.break_now", { reason, time: running(secondsSince(session.since)) });
}

byId("pairing").addEventListener("submit", (event) => {
  event.preventDefault();
  doing(async () => {
    await pair(byId("code").value.trim());
    byId("code").value = "";
    tell("");
  });
});
byId("signing").addEventListener("submit", (event) => {
  event.preventDefault();
  doing(async () => {
    const agent = byId("agent").value;
    const body = { agent, pin: byId("pin").value, move: moves === agent };
    tell("");
    try {
      await signIn(body);
    } catch (error) {
      if (error.code in ELSEWHERE && (error.code !== "visit_open" || body.move)) {
        moves = agent;
        return tell(say(ELSEWHERE[error.code]), "warning");
      }
      byId("pin").value = "";
      throw error;
    }
    byId("pin").value = "";
    moves = null;
    return tell("");
  });
});
// After a click with the mouse the keys are the page's again: Space does the next step.
const clicked = (id, act) =>
  byId(id).addEventListener("click", (event) => {
    if (event.detail > 0) byId(id).blur();
    act();
  });
for (const id of Object.keys(MOVES)) clicked(id, () => press(id));
for (const list of LISTS) clicked(`tab-${list}`, () => showList(list));
byId("rows").addEventListener("click", (event) => {
  const visit = event.target.closest("button")?.dataset.visit;
  if (visit) chooseRow(visit);
});
// A row that is come to by Tab is the chosen one: Enter does what is read out.
byId("rows").addEventListener("focusin", (event) => {
  const visit = event.target.closest("button")?.dataset.visit;
  if (visit && visit !== state.row) chooseRow(visit);
});
byId("rows").addEventListener("dblclick", () => press("row-act"));

function showList(list) {
  state.list = list;
  state.row = null;
  show();
}

function chooseRow(visit) {
  state.row = visit;
  show();
}

addEventListener("keydown", (event) => {
  if (byId("work").hidden || event.ctrlKey || event.altKey || event.metaKey) return;
  const of = KEYS[event.key];
  if (of) event.preventDefault(); // the browser's own keys: reload, find, its tools
  if (event.repeat || document.querySelector("dialog[open]") || !state.place) return;
  if (of) {
    if (!byId(of).hidden && !byId(of).disabled) press(of);
  } else if (onKey(event)) event.preventDefault();
});

/** Do what a key means at work; return whether it meant something. */
function onKey(event) {
  const elsewhere = document.activeElement?.matches("button:not(#primary, #rows button), a, select, input");
  const onRow = document.activeElement?.closest("#rows") !== null;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    stepRow(event.key === "ArrowDown" ? 1 : -1);
    show();
    const chosen = byId("rows").querySelector('[aria-pressed="true"]');
    chosen?.scrollIntoView({ block: "nearest" });
    if (onRow) chosen?.focus();
    return true;
  }
  // Space or Enter on another button that has the focus is that button's.
  if (event.key === " " && !elsewhere && !onRow) {
    if (!byId("primary").hidden && !byId("primary").disabled) press("primary");
    return true;
  }
  if (event.key === "Enter" && !elsewhere) {
    press("row-act");
    return true;
  }
  if (event.key === "Escape" && !byId("stop-call").hidden) {
    press("stop-call");
    return true;
  }
  const list = LISTS[Number(digitOf(event.key) || 0) - 1];
  if (list) showList(list);
  return Boolean(list);
}
// A button is pressed by the key going down, above: the browser would press it once more when it comes up.
addEventListener("keyup", (event) => {
  if (event.key === " " && document.activeElement === byId("primary")) event.preventDefault();
});

async function follow() {
  if (!state.busy && !document.hidden && state.device) {
    try {
      await readPlace();
      if (["counter.away", "counter.no_answer"].some((id) => byId("notice").textContent === say(id))) tell("");
    } catch (error) {
      if (error.code === "unreachable" && state.place) state.cutOffAt ??= Date.now();
      else await doing(() => Promise.reject(error));
    } finally {
      setTimeout(follow, READ_MS); // whatever breaks, the place is read again
    }
    if (!state.busy) show();
  } else setTimeout(follow, READ_MS);
}

// Running times go on between two answers of the hall, and an announced call is made when it is due.
setInterval(() => {
  if (state.busy || !state.place || document.hidden) return;
  if (autoCallIn() === 0) callAutomatically();
  else show();
}, 1000);

show();
follow();
keepPaired();
