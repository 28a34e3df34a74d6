// The menu of all that an agent does less often.

import { inDigits, say } from "../common/words.js";
import { openEnquiries, recordEnquiry } from "./enquiries.js";
import { registerRequest, reprint } from "./finishing.js";
import { showOwnDay } from "./leaving.js";
import { openPin } from "./own_pin.js";
import { serveWalkUp } from "./row_acts.js";
import { findNumber } from "./searching.js";
import { choose, field, show, words, write } from "./questions.js";
import { command, current, dayIsClosed, doing, ofCounter, onBreak, state, tell, ticketOf } from "./place.js";

/** The letters of the menu: the English one and an Arabic one, as keys of the keyboard; both work under both layouts. */
const KEYS = {
  search: ["F", "ب", "KeyF"],
  serve_walk_up: ["W", "ت", "KeyW", "KeyJ"],
  enquiry: ["E", "س", "KeyE", "KeyS"],
  enquiries: ["O", "م", "KeyO", "KeyL"],
  register_request: ["G", "ل", "KeyG"],
  complaint: ["C", "ش", "KeyC", "KeyA"],
  give_priority: ["P", "ح", "KeyP"],
  take_priority: ["P", "ح", "KeyP"],
  look: ["V", "ر", "KeyV"],
  reprint: ["R", "ع", "KeyR", "KeyU"],
  own_day: ["M", "ا", "KeyM", "KeyH"],
  change_pin: ["N", "ي", "KeyN", "KeyD"],
};

const ACTS = {
  search: findNumber,
  serve_walk_up: () => serveWalkUp(),
  enquiry: recordEnquiry,
  enquiries: openEnquiries,
  register_request: registerRequest,
  complaint: takeComplaint,
  give_priority: () => changeLane("priority"),
  take_priority: () => changeLane("standard"),
  look: () => {
    const visit = current();
    return doing(() => command(ofCounter("recall"), { look: true }).then(() => tell(say("counter.done.look", { ticket: ticketOf(visit) }), "done")));
  },
  reprint: () => doing(reprint),
  own_day: showOwnDay,
  change_pin: openPin,
};

/** Open the menu; entries that make no sense now stay in their places. */
export async function openMore() {
  const row = chosenWaiting();
  const lane = row?.lane === "priority" ? "take_priority" : "give_priority";
  const free = current() === null && !onBreak();
  const can = {
    serve_walk_up: free && !dayIsClosed(),
    give_priority: row !== null && !onBreak(),
    take_priority: row !== null && !onBreak(),
    register_request: current()?.state === "serving",
    look: current()?.state === "called",
    reprint: free && state.paper !== null,
  };
  const topics = state.hall.requests?.topics.length ? ["enquiry", "enquiries", "register_request"] : [];
  const arabic = document.documentElement.lang === "ar";
  const code = await choose({
    kind: "more",
    title: say("counter.more"),
    choices: ["search", "serve_walk_up", ...topics, "complaint", lane, "look", "reprint", "own_day", "change_pin"].map((one) => {
      const [english, other, ...keys] = KEYS[one];
      return { code: one, name: say(`counter.${one}`), key: arabic ? other : english, keys, disabled: can[one] === false };
    }),
  });
  if (code) ACTS[code]();
}

const chosenWaiting = () => (state.list === "waiting" ? state.place.waiting.find((one) => one.visit === state.row) ?? null : null);

async function changeLane(lane) {
  const row = chosenWaiting();
  const ask = lane === "priority" ? "give_priority" : "take_priority";
  const changed = await choose({
    kind: ask,
    title: say(`counter.ask.${ask}`),
    about: [ticketOf(row)],
    choices: words(["asked", "seen", "corrected"]),
    send: (reason) => command(`/visits/${row.visit}/lane`, { lane, reason }),
  });
  if (changed) tell(say(`counter.done.${ask}`, { ticket: ticketOf(row) }), "done");
}

/** Register a complaint or suggestion, with the visit at the counter where there is one. */
async function takeComplaint() {
  const visit = current();
  const nature = await choose({
    kind: "complaint_nature",
    title: say("counter.ask.complaint_nature"),
    about: visit ? [ticketOf(visit)] : [],
    choices: words(["complaint", "suggestion"]),
  });
  if (nature === null) return;
  const taken = await write({
    kind: "complaint_text",
    title: say("counter.complaint_text"),
    about: [visit ? ticketOf(visit) : ""],
    fields: [field("text", say("counter.complaint_text"), { rows: 5, max: 1000, hint: say("counter.in_words"), required: "" })],
    buttons: [{ code: "register", name: say("counter.do_register") }],
    send: Object.assign((values) => command("/complaints", { nature, text: values.text.trim(), visit: visit?.visit ?? null }), {
      check: (values) => (values.text.trim() ? "" : say("counter.write_text")),
    }),
  });
  if (taken) await show({ kind: "complaint_taken", title: say(`counter.${nature}_taken`), big: [`\u2066${inDigits(taken.number)}\u2069`], lines: [say("counter.write_number_down")] });
}
