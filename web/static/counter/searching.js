// Finding a visit of today by the digits of its ticket, and a request by its number.

import { make } from "../common/parts.js";
import { clockTime, dayInWords, inDigits, inWestern, named, say } from "../common/words.js";
import { field, kbd, opened, write } from "./questions.js";
import { callChosen, reinstate, resume, serveWalkUp } from "./row_acts.js";
import { ask, command, counterName, current, dayIsClosed, doing, inMinutes, inWords, onBreak, remember, secondsSince, serviceOf, state, tell, ticketOf } from "./place.js";

const DIGITS_MAX = 6;
/** A hall has few prefixes: more visits with one number there are not. */
const ROWS = 6;

/** Find a visit and do with it what can be done now. */
export async function findNumber() {
  const sheet = { rows: [], chosen: 0, digits: "" };
  const wish = await opened("search", say("counter.search"), (tools) => built(sheet, tools), (event) => sheet.onKey(event));
  if (wish === "follow") return followRequest();
  if (wish) return wish();
  return undefined;
}

function built(sheet, { close, warn }) {
  const digits = /** @type {HTMLInputElement} */ (make("input", { id: "search-digits", type: "text", inputmode: "numeric", autocomplete: "off", maxlength: String(DIGITS_MAX), dir: "ltr", "aria-label": say("counter.type_digits"), placeholder: say("counter.type_digits"), autofocus: "" }));
  const list = make("div", { class: "targets", role: "status" });
  const follow = make("button", { type: "button", class: "quiet" }, say("counter.find_request"), " ", kbd(document.documentElement.dir === "rtl" ? "←" : "→"));
  follow.addEventListener("click", () => close("follow"));
  const act = (at) => {
    const found = sheet.rows[at];
    const wish = found && wishFor(found);
    if (wish) close(wish.act);
  };
  const paint = () => {
    if (!sheet.digits) return list.replaceChildren();
    if (!sheet.rows.length) return list.replaceChildren(make("p", {}, say("counter.no_such_number")));
    list.replaceChildren(
      ...sheet.rows.map((visit, at) => {
        const wish = wishFor(visit);
        const line = make("button", { type: "button", class: "quiet row", "aria-pressed": String(at === sheet.chosen) }, make("b", {}, ticketOf(visit)), make("span", {}, `${serviceOf(visit.service)} · ${stateOf(visit)}`), wish ? make("small", {}, wish.name) : null);
        line.addEventListener("click", () => (at === sheet.chosen ? act(at) : ((sheet.chosen = at), paint())));
        return line;
      }),
    );
    return undefined;
  };
  digits.addEventListener("input", async () => {
    const typed = inWestern(digits.value).replace(/\s/g, "").toUpperCase();
    const letter = typed.replace(/\d/g, "");
    const asked = (sheet.digits = typed.replace(/\D/g, ""));
    warn("");
    sheet.rows = []; // of other digits: Enter must not act on them
    sheet.chosen = 0;
    if (!asked) return paint();
    list.replaceChildren(make("p", {}, say("counter.searching")));
    try {
      const found = await ask(`/visits/by-number?number=${Number(asked)}`);
      if (asked !== sheet.digits) return undefined; // an answer for other digits comes too late
      sheet.rows = found.visits.filter((one) => one.ticket.toUpperCase().startsWith(letter)).slice(0, ROWS);
      sheet.chosen = 0;
      paint();
    } catch (error) {
      list.replaceChildren();
      warn(inWords(error));
    }
    return undefined;
  });
  sheet.onKey = (event) => {
    const onward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      sheet.chosen = Math.min(Math.max(sheet.chosen + (event.key === "ArrowDown" ? 1 : -1), 0), Math.max(sheet.rows.length - 1, 0));
      paint();
    } else if (event.key === onward && !digits.value) close("follow");
    else if (event.key === "Enter" && event.target === digits) act(sheet.chosen);
    else return false;
    return true;
  };
  const hands = current() ? make("p", { class: "soft" }, say("counter.in_hand")) : null;
  return [digits, hands, list, make("div", { class: "actions" }, follow)];
}

const stageOf = (visit) => visit.stages.at(-1);

function stateOf(visit) {
  const stage = stageOf(visit);
  const since = { waiting: visit.issued_at, parked: stage?.parked_since ?? stage?.called_at, serving: stage?.begun_at }[visit.state] ?? stage?.ended_at ?? stage?.called_at ?? visit.issued_at;
  return say(`counter.found.${visit.state}`, { time: inMinutes(secondsSince(since)), counter: visit.counter === null ? "" : counterName(visit.counter).replace(/^\D+(?=\d+$)/, "") });
}

/** Return what can be done with a visit now, null where it is in other hands or this counter is not free. */
function wishFor(visit) {
  const free = current() === null && !onBreak();
  const mine = visit.counter === state.device.counter;
  const ended = stageOf(visit)?.ended_at;
  if (visit.state === "waiting" && free && !dayIsClosed()) return { name: say("counter.call_chosen"), act: () => callChosen(visit) };
  if (visit.state === "parked" && mine && free) return { name: say("counter.resume"), act: () => resume(visit) };
  if (visit.state === "no_show" && !onBreak()) return { name: say("counter.return"), act: () => reinstate(visit) };
  if (!["finished", "cancelled"].includes(visit.state) || !free) return null;
  if (mine && ended && secondsSince(ended) < state.hall.undo_s) return { name: say("counter.undo"), act: () => takeBack(visit) };
  return state.place.services.includes(visit.service) && !dayIsClosed() ? { name: say("counter.serve_walk_up"), act: () => serveWalkUp(visit.service) } : null;
}

function takeBack(visit) {
  return doing(async () => {
    await command(`/visits/${visit.visit}/undo`);
    remember({ undoable: null });
    tell(say("counter.done_undo", { ticket: ticketOf(visit) }), "done");
  });
}

/** Say where a request stands, by the number on its receipt. */
async function followRequest() {
  const answer = make("div", { role: "status" });
  await write({
    kind: "follow_up",
    title: say("counter.find_request"),
    fields: [field("number", say("counter.receipt_number"), { max: 64, dir: "ltr" }), answer],
    buttons: [{ code: "search", name: say("counter.do_search") }],
    send: Object.assign(
      async (values) => {
        answer.replaceChildren(make("p", {}, say("counter.searching")));
        const found = await ask(`/requests/${encodeURIComponent(inWestern(values.number).trim())}`).catch((error) => {
          answer.replaceChildren();
          throw error;
        });
        answer.replaceChildren(...lines(found).filter(Boolean).map((text) => make("p", {}, text)));
        return undefined; // the form stays for the next number
      },
      { check: (values) => (values.number.trim() ? "" : say("counter.write_number")) },
    ),
  });
}

function lines(found) {
  const day = (instant) => dayInWords(new Intl.DateTimeFormat("en-CA", { timeZone: state.hall.time_zone }).format(new Date(instant)));
  return [
    `\u2066${inDigits(found.shown)}\u2069 · ${named(found.directorate_names)} · ${say(`counter.request.${found.state}`)}`,
    say("counter.registered_on", { day: day(found.registered_at) }),
    found.state === "registered" ? say("counter.refer_by", { day: dayInWords(found.latest) }) : "",
    found.latest !== found.printed_latest ? say("counter.on_receipt", { day: dayInWords(found.printed_latest) }) : "",
    found.state === "registered" && found.latest_expected ? say("counter.may_change") : "",
    found.reply ? say("counter.reply", { day: day(found.replied_at), text: found.reply }) : say("counter.no_reply"),
    found.from_centre ? say("counter.other_hall", { hall: found.hall, time: clockTime(new Date(found.as_of), state.hall.time_zone) }) : "",
  ];
}
