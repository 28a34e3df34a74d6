// What an agent does with the visit in hand and with those who wait, besides finishing and transferring.

import { say } from "../common/words.js";
import { askFinish } from "./finishing.js";
import { askBreak, askSignOut, toggleHelp } from "./leaving.js";
import { openMore } from "./more.js";
import { askTransfer } from "./transferring.js";
import { choose, words } from "./questions.js";
import { callChosen, reinstate, resume } from "./row_acts.js";
import { command, commandFor, current, dayIsClosed, doing, isSure, ofCounter, offerUndo, onBreak, state, tell, ticketOf, undo } from "./place.js";

const REMIND_MIN = ["10", "20", "30", "60"];
/** A second press within this time is no answer to the question that the first one opened. */
const PRESS_MS = 400;
let pressedAt = -Infinity;

/** Send a step of this counter and say what it did. */
function step(path, done, { body = {}, undoable = "" } = {}) {
  const visit = current();
  return doing(async () => {
    tell("");
    const after = await command(ofCounter(path), body);
    if (undoable) offerUndo(visit, after, undoable);
    // During prayer the hall returns a missed visit to the queue.
    const said = undoable && after?.state !== undoable ? "counter.done.return" : done;
    tell(say(said, { ticket: ticketOf(visit) }), "done");
  });
}

function callNext() {
  const sure = isSure();
  return doing(async () => {
    tell("");
    if ((await command(ofCounter("call-next"), { sure, pressed: true })) === null) tell(say("counter.nobody"));
  });
}

/** Make the automatic call that the hall announced after a finish. */
export const callAutomatically = () =>
  doing(async () => {
    await command(ofCounter("call-next"), { auto: true });
  });

async function park() {
  const visit = current();
  const answer = await choose({
    kind: "park",
    title: say("counter.ask.park"),
    about: [ticketOf(visit)],
    choices: words(["no_reminder", ...REMIND_MIN]),
    first: true,
    send: (code) => commandFor(visit, "park", code === "no_reminder" ? {} : { remind_in_min: Number(code) }),
  });
  if (answer) tell(say("counter.done.park", { ticket: ticketOf(visit) }), "done");
}

/** What the next step does that the hall names. */
const NEXT = {
  call_next: callNext,
  begin: () => doing(() => command(ofCounter("begin"), { pressed: true }).then(() => tell(""))),
  finish: askFinish,
  resume_work: () => doing(() => command(ofCounter("resume-work"))),
};

/** Return the next step as the hall named it last, and whether this page knows it. */
export const nextStep = () => state.place?.next_action ?? "none";
export const knowsStep = (word) => word === "none" || Object.hasOwn(NEXT, word);

/** Go back to work; where the break had not begun, say that it is cancelled. */
function endBreak(begun) {
  return doing(async () => {
    await command(ofCounter("resume-work"));
    if (begun) tell("");
    else tell(say("counter.done.no_break"), "done");
  });
}

const helpAsked = () => Boolean(state.place?.session?.help_since);
export const breakAsked = () => Boolean(state.place?.session?.break_asked);

/** The buttons of the page: what each does, and whether it can be pressed now. */
export const MOVES = {
  primary: { can: () => nextStep() !== "none" && knowsStep(nextStep()), act: () => NEXT[nextStep()]() },
  recall: { can: () => current()?.state === "called", act: () => step("recall", "counter.done_recall") },
  "no-show": { can: () => current()?.state === "called", act: () => step("no-show", "counter.done_no_show", { undoable: "no_show" }) },
  return: { can: () => current() !== null, act: () => step("return", "counter.done.return") },
  park: { can: () => current() !== null, act: park },
  transfer: { can: () => current() !== null, act: askTransfer },
  more: { can: () => true, act: openMore },
  undo: { can: () => state.undoable !== null && current() === null && !onBreak(), act: undo },
  help: { can: () => true, act: () => toggleHelp(helpAsked()) },
  break: {
    can: () => true,
    act: () => (onBreak() || breakAsked() ? endBreak(onBreak()) : askBreak()),
  },
  "sign-out": { can: () => current() === null, act: askSignOut },
  "stop-call": { can: () => true, act: () => doing(() => command(ofCounter("stop-auto-call"))) },
  "row-act": { can: () => canActOnRow(), act: actOnRow },
};

/** Do what a button does, unless it cannot be pressed now or was pressed just before. */
export function press(id) {
  const move = MOVES[id];
  if (!move || state.busy || !move.can() || document.querySelector("dialog[open]")) return;
  // Calls and begins are judged by the hall: it knows which of two presses came first.
  if (!["call_next", "begin"].includes(id === "primary" ? nextStep() : "") && performance.now() - pressedAt < PRESS_MS) return;
  pressedAt = performance.now();
  move.act();
}

/** What Enter does with the chosen row of each list. */
const ROW_ACTS = { waiting: callChosen, parked: resume, missed: reinstate };

export function canActOnRow() {
  if (onBreak()) return false;
  if (state.list === "missed") return true;
  return current() === null && !(state.list === "waiting" && dayIsClosed());
}

export const rowsOf = (list) => state.place?.[list] ?? [];
export const chosenRow = () => rowsOf(state.list).find((one) => one.visit === state.row) ?? null;

function actOnRow() {
  const row = chosenRow();
  if (row === null) return tell(say("counter.choose_row"));
  return ROW_ACTS[state.list](row);
}
