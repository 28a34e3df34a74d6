// Officials who receive by appointment: who comes, book a free time, and (the hall head) when they receive.

import { get, post } from "../common/api.js";
import { showCall } from "../requests/calling.js";
import { doIt, refuse, tell } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { follow, hallShown } from "../frame/frame.js";
import { dayOf } from "../common/instants.js";
import { armHours, paintHours } from "./officials_hours.js";
import { askForTime } from "./officials_move.js";
import { fill, fillByKey, make } from "../common/parts.js";
import { choosePaper, paintPrinters, showTicket } from "./reception_paper.js";
import { clockTime, counted, dayInWords, inDigits, inWestern, named, number, say } from "../common/words.js";
import { workList } from "../requests/worklist.js";

const byId = (id) => document.getElementById(id);
const role = byId("main").dataset.role;
const PRINTS = Boolean(byId("printer"));
const CALLS_BACK = ["reception", "head", "call_centre"].includes(role);
const LIVE = !["official", "call_centre"].includes(role); // who may not follow the live link asks every few seconds
const page = { hall: null, officials: [], official: null, day: null, view: null, slot: null, refused: false, printers: [] };

const time = (instant) => clockTime(new Date(instant), page.hall.time_zone);

async function read() {
  const all = await get("/officials");
  if (PRINTS) page.printers = (await get("/reception")).printers;
  page.officials = all.officials;
  if (!page.officials.some((one) => one.official === page.official)) page.official = all.officials[0]?.official ?? null;
  page.day ??= all.today;
  page.today = all.today;
  const asked = page.official;
  return { ...all, day: asked ? await get(`/officials/${encodeURIComponent(asked)}/day?day=${page.day}`) : null };
}

function paint(hall, { day }) {
  page.hall = hall;
  page.view = day;
  fill(byId("official"), page.officials.map((one) => make("option", { value: one.official }, named(one.names))));
  byId("official").value = page.official ?? "";
  if (document.activeElement !== byId("day")) byId("day").value = page.day;
  if (PRINTS) paintPrinters(page.printers);
  byId("appointments").hidden = byId("choices").hidden = !day;
  if (!day) {
    byId("said").textContent = say("officials.no_officials");
    return;
  }
  const rooms = day.official.rooms.map(roomName).join(" · ");
  byId("said").textContent = [dayInWords(day.day), rooms, day.away ? say("officials.is_away") : ""].filter(Boolean).join(" · ");
  byId("outside").hidden = !day.official.outside;
  byId("outside").textContent = say("officials.outside", { n: number(day.official.outside) });
  paintSlots(day);
  byId("counts").textContent = day.appointments.length ? Object.entries(day.counts).map(([word, n]) => say("officials.count", { what: say(`officials.is_${word}`), n: number(n) })).join(" · ") : "";
  paintRows(day.appointments, `${page.official} ${page.day}`);
  paintHours(day.official);
}

/** Return what the hall calls a room, beside the number that the board shows. */
function roomName(room) {
  const name = named(page.hall.counters.find((one) => one.counter === room)?.names);
  const numbered = say("officials.room", { n: number(room) });
  return name ? `${name} (${numbered})` : numbered;
}

function paintSlots(day) {
  if (!byId("slots")) return;
  const buttons = day.slots.filter((slot) => slot.state !== "past").map((slot) => {
    const text = slot.state === "free" ? time(slot.slot_at) : say("officials.slot_taken", { time: time(slot.slot_at) });
    return make("button", { type: "button", class: "quiet small", disabled: slot.state === "free" ? null : "", "data-slot": slot.slot_at, "data-focus": slot.slot_at, "data-key": slot.slot_at }, text);
  });
  fillByKey(byId("slots"), buttons);
  byId("slots-hint").textContent = say(day.slots.some((slot) => slot.state === "free") ? "officials.slots_hint" : "officials.no_slots");
}

const stateOf = (one) => make("span", { class: one.state === "cancelled" ? "soft" : "mark-word" }, say(`officials.is_${one.state}`));
const outside = (one) => (one.outside ? make("span", { class: "late" }, say("officials.is_outside")) : null);

function whereOf(one) {
  const waited = one.waited_s === null ? "" : say("officials.waited", { time: counted("span.minutes", Math.round(one.waited_s / 60)) });
  return [one.ticket ? say("officials.ticket", { ticket: inDigits(one.ticket) }) : "", one.counter ? roomName(one.counter) : "", waited].filter(Boolean).join(" · ");
}

function actsOf(one) {
  if (role === "official" || !["booked", "not_come"].includes(one.state)) return { main: null, others: [] };
  const today = dayOf(page.hall, one.slot_at) === page.today; // only then a ticket is given
  const all = [PRINTS && today && one.state === "booked" && "arrive", "move", CALLS_BACK && one.has_phone && "phone", "cancel"].filter(Boolean);
  return { main: all[0], others: all.slice(1) };
}

const paintRows = workList({
  family: "officials",
  keyOf: (one) => one.number,
  shownOf: (one) => time(one.slot_at),
  noneOf: () => "officials.none",
  cells: () => ({
    about: (one) => [make("bdi", {}, one.name || say("officials.no_name")), " ", make("small", {}, make("bdi", {}, one.purpose))],
    state: (one) => [stateOf(one), " ", make("small", {}, outside(one) ?? whereOf(one))],
  }),
  actsOf,
  wordOf: (act) => `officials.do_${act}`,
  factsOf: (one) => [
    ["about", make("bdi", {}, one.name || say("officials.no_name"))],
    ["what_for", one.purpose],
    ["booking", inDigits(one.number)],
    ["state", stateOf(one)],
    ["where", outside(one) ?? whereOf(one)],
    ["phone", one.has_phone ? say("officials.phone_left") : ""],
  ],
  act,
});

function act(what, one) {
  const booking = inDigits(one.number);
  const path = (end) => `/appointments/${one.number}/${end}`;
  const over = Date.parse(one.slot_at) <= Date.parse(page.view.at);
  const title = `${say(`officials.do_${what}`)} · ${time(one.slot_at)} · ${one.name || say("officials.no_name")}`;
  if (what === "arrive") return void arrive(one);
  if (what === "phone") return void showCall({ title, path: path("phone"), lines: [[say("officials.phone_about")]], confirm: null });
  if (what === "cancel") return void doIt(path("cancel"), {}, () => ({ text: say("officials.cancelled", { number: booking }), undo: over ? null : path("undo-cancel") }), readAgain);
  // Back to where nobody may book any more there is no way.
  const undo = one.outside || over ? null : { path: path("move"), body: { slot_at: one.slot_at } };
  askForTime({ title, view: page.view, time, send: (slot_at) => doIt(path("move"), { slot_at }, () => ({ text: say("officials.moved", { number: booking, day: dayInWords(dayOf(page.hall, slot_at)), time: time(slot_at) }), undo }), readAgain) });
}

async function arrive(one) {
  try {
    const ticket = await post(`/appointments/${one.number}/check-in`, {});
    tell(say("officials.arrived", { ticket: inDigits(ticket.ticket) }));
    const at_device = choosePaper();
    const shown = await post(`/visits/${ticket.visit}/ticket`, at_device ? { at_device } : {});
    if (!at_device) showTicket(shown);
  } catch (refusal) {
    refuse(refusal);
  } finally {
    readAgain();
  }
}

byId("slots")?.addEventListener("click", (event) => {
  if (!event.target.dataset.slot) return;
  page.slot = event.target.dataset.slot;
  if (!page.refused) byId("book-form").reset(); // else it is the same visitor, at another time
  page.refused = false;
  byId("book-title").textContent = say("officials.book_at", { official: named(page.view.official.names), day: dayInWords(page.view.day), time: time(page.slot) });
  byId("book-dialog").showModal();
});
armForm(byId("book-form"), async ({ name, purpose, phone }) => {
  const body = { slot_at: page.slot, name: name.trim(), purpose: purpose.trim() };
  if (phone.trim()) body.phone = inWestern(phone).trim();
  const booked = (made) => ({ text: say("officials.booked", { number: inDigits(made.number), day: dayInWords(dayOf(page.hall, made.slot_at)), time: time(made.slot_at) }), undo: `/appointments/${made.number}/cancel` });
  const went = await doIt(`/officials/${encodeURIComponent(page.official)}/appointments`, body, booked, readAgain);
  page.refused = !went;
  return went;
});

async function go(dayAfter) {
  if (!(await hallShown().then(() => true, refuse))) return; // before that no day is shown
  page.day = dayAfter();
  byId("day").value = page.day;
  readAgain();
}
const shifted = (days) => new Date(Date.parse(`${page.day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
byId("before").addEventListener("click", () => go(() => shifted(-1)));
byId("after").addEventListener("click", () => go(() => shifted(1)));
byId("today").addEventListener("click", () => go(() => page.today));
byId("day").addEventListener("change", () => byId("day").value && go(() => byId("day").value));
byId("official").addEventListener("change", (event) => {
  page.official = event.target.value;
  readAgain();
});

const readAgain = follow({ read, paint, live: LIVE });
armHours({ official: () => page.official, changed: readAgain });
