// The last day in five lines, and its print for the wall.

import { fill, make } from "../common/parts.js";
import { clockTime, dayInWords, inDigits, minutes, named, number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const isolated = (text) => `\u2068${text}\u2069`;

/** Paint the note of the last day that is over; nothing in a new hall. */
export function paintNote(hall, note) {
  byId("note").hidden = !note;
  if (!note) return;
  byId("note-hall").textContent = named(hall.names);
  byId("note-title").textContent = say("note.title", { day: dayInWords(note.service_day) });
  fill(byId("note-lines"), lines(hall, note).map((line) => make("li", {}, line)));
  fill(byId("note-services"), note.services.filter((one) => one.called).map((one) => row(hall, one)));
  byId("note-more").hidden = !note.called;
}

function lines(hall, note) {
  const came = say("note.came", { visits: number(note.visits), served: number(note.served) });
  const left = [leftBy(note), endedBy(note)].filter(Boolean).join(" ");
  if (!note.called) return [came, left, closed(note)];
  const wait = say(note.median_wait_s ? "note.wait" : "note.no_wait", { median: number(minutes(note.median_wait_s)), within: number(note.within_target ?? 0) });
  return [came, wait, longest(hall, note), `${left} ${closed(note)}`, right(note)];
}

const leftBy = (note) => say("note.left", { missed: number(note.no_shows), carried: number(note.carried_over), cancelled: number(note.cancelled) });

/** Say how many were at a counter when the day closed: with them the numbers of the note make up all its visits. */
function endedBy({ visits, served, no_shows: missed, carried_over: carried, cancelled }) {
  const n = visits - served - missed - carried - cancelled;
  return n > 0 ? say("note.ended", { n: number(n) }) : "";
}

function longest(hall, note) {
  return say("note.longest", {
    min: number(minutes(note.longest.wait_s)),
    service: isolated(serviceName(hall, note.longest.service)),
    time: clockTime(new Date(note.longest.issued_at), hall.time_zone),
    hour: inDigits(`${String(note.busiest_hour ?? 0).padStart(2, "0")}:00`),
    came: number(note.busiest_came),
  });
}

const right = (note) =>
  note.ranges_told ? say("note.right", { right: number(note.ranges_right), told: number(note.ranges_told) }) : say("note.no_ranges");

const closed = (note) =>
  !note.closed_by || note.closed_by === "hour" ? say("note.closed_itself") : say("note.closed_by", { by: isolated(note.closed_by) });

const serviceName = (hall, code) => named(hall.services.find((each) => each.code === code)?.names) || code;

function row(hall, one) {
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, serviceName(hall, one.service)),
    make("td", {}, number(one.called)),
    make("td", {}, say("head.minutes", { n: number(minutes(one.median_wait_s)) })),
    make("td", {}, say("note.of_hundred", { n: number(one.within_target) })),
  );
}

/** Make the button print the note alone, large enough for a wall. */
export function armNote() {
  byId("do-print").addEventListener("click", () => {
    byId("note-more").open = true;
    print();
  });
}
