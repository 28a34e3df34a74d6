// Leaving the place: a break, help from the hall head, signing out.

import { make } from "../common/parts.js";
import { counted, number, say } from "../common/words.js";
import { choose, word, words } from "./questions.js";
import { ask, command, current, doing, inMinutes, ofCounter, serviceOf, signOut, state, tell } from "./place.js";

const REASONS = ["prayer", "meal", "personal", "meeting", "other"];
const LENGTHS = ["5", "10", "15", "20", "30", "45", "60"];
const USUAL = { prayer: "15", meal: "30", personal: "10", meeting: "30" };
/** Refusals of a break that the agent may confirm: then it begins. */
const ASKED_ONCE_MORE = { last_counter: "break_last", prayer_turn: "break_turn" };

/** Ask for the reason and the length, then begin the break, or let it begin when the visit in hand leaves. */
export async function askBreak() {
  const { place } = state;
  const alone = place.last_for.length ? say("counter.alone_for", { services: place.last_for.map(serviceOf).join(" · ") }) : "";
  const reason = await choose({
    kind: "break",
    title: say("counter.ask.break"),
    about: [alone, place.away ? counted("counter.away", place.away) : ""],
    choices: words(REASONS),
  });
  if (reason === null) return;
  const usual = USUAL[reason] ?? "15";
  const turns = reason === "prayer" ? place.prayer_turns.map((one) => counted("counter.turn", one.away, { service: serviceOf(one.service) })) : [];
  let minutes = null;
  const begin = (confirmed) => command(ofCounter("break"), { reason, minutes, after_visit: current() !== null, unless_last: !confirmed, in_turn: !confirmed });
  const answer = await choose({
    kind: "break_length",
    title: say("counter.ask.break_length"),
    about: [`${word(reason)}`, alone, ...turns],
    choices: words([...LENGTHS, "no_length"]).map((one) => (one.code === usual ? { ...one, name: say("counter.usual_length", { length: one.name }), usual: true } : one)),
    first: true,
    send: async (code) => {
      minutes = code === "no_length" ? null : Number(code);
      try {
        return await begin(false);
      } catch (error) {
        if (!(error.code in ASKED_ONCE_MORE)) throw error;
        return ASKED_ONCE_MORE[error.code];
      }
    },
  });
  if (answer === null) return;
  if (typeof answer !== "string") return void tell(""); // what was said before the break
  const begun = await choose({
    kind: answer,
    title: say(`counter.ask.${answer}`),
    about: [alone, ...turns],
    choices: words(["confirm_break"]),
    send: () => begin(true),
  });
  if (begun !== null) tell("");
}

/** Call the hall head to this counter, or take that back. */
export const toggleHelp = (asked) => doing(() => command(ofCounter(asked ? "help-over" : "help")).then(() => tell("")));

/** Return the agent's own figures of the day, with who sees what of them. */
function ownDay() {
  const lines = make("dl", { class: "your-day", hidden: "" });
  ask("/agents/me/figures").then((day) => paintDay(lines, day), () => {}); // without an answer nothing is shown about it
  return make("div", {}, lines, make("p", { class: "soft" }, say("counter.only_you")), make("p", { class: "soft" }, say("counter.who_sees")));
}

/** Show the agent's own day. */
export const showOwnDay = () =>
  choose({ kind: "own_day", title: say("counter.own_day"), choices: [{ code: "continue", name: say("counter.continue"), key: say("counter.space") }], first: true, above: ownDay() });

/** Show the agent's own day and ask whether to sign out. */
export async function askSignOut() {
  const answer = await choose({
    kind: "sign_out",
    title: say("counter.ask.sign_out"),
    choices: words(["confirm"]),
    first: true,
    above: ownDay(),
    send: async () => {
      await signOut();
      return true;
    },
  });
  if (answer) tell("");
}

function paintDay(lines, day) {
  const rows = [
    ["served", number(day.served)],
    ["serving", day.serving_s === null ? "" : inMinutes(day.serving_s)],
    ["waiting", day.waiting_s === null ? "" : inMinutes(day.waiting_s)],
    ["no_shows", number(day.no_shows)],
    ["thanks", day.thanks === null ? "" : number(day.thanks)],
  ].filter(([, text]) => text);
  lines.replaceChildren(...rows.flatMap(([name, text]) => [make("dt", {}, say(`counter.day.${name}`)), make("dd", {}, text)]));
  lines.hidden = false;
}
