// Officials who receive by appointment: book a free slot, see who comes, and (the hall head) when they receive.

import { get, post, Refused } from "./api.js";
import { doIt, refuse, tell } from "./doing.js";
import { follow } from "./frame.js";
import { dayOf } from "./instants.js";
import { openAppointment } from "./officials_acts.js";
import { armHours, paintHours } from "./officials_hours.js";
import { fill, fillByKey, make } from "./parts.js";
import { choosePaper, paintPrinters, showTicket } from "./reception_paper.js";
import { clockTime, counted, dayInWords, inDigits, inWestern, named, number, say } from "./words.js";

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
  if (!day) {
    byId("said").textContent = say("officials.none");
    return;
  }
  const rooms = day.official.rooms.map(roomName).join(" · ");
  byId("said").textContent = [dayInWords(day.day), rooms, day.away ? say("officials.is_away") : ""].filter(Boolean).join(" · ");
  byId("outside").hidden = !day.official.outside;
  byId("outside").textContent = say("officials.outside", { n: number(day.official.outside) });
  paintSlots(day);
  byId("counts").textContent = day.appointments.length ? Object.entries(day.counts).map(([word, n]) => say("officials.count", { what: say(`officials.is_${word}`), n: number(n) })).join(" · ") : say("officials.nobody");
  fillByKey(byId("rows"), day.appointments.map(row));
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
    return make("button", { type: "button", class: "quiet", disabled: slot.state === "free" ? null : "", "data-slot": slot.slot_at, "data-focus": slot.slot_at, "data-key": slot.slot_at }, text);
  });
  fillByKey(byId("slots"), buttons);
  byId("slots-hint").textContent = say(day.slots.some((slot) => slot.state === "free") ? "officials.slots_hint" : "officials.no_slots");
}

function row(one) {
  const phone = one.has_phone ? say("officials.phone_left") : null;
  const where = [one.ticket ? say("officials.ticket", { ticket: inDigits(one.ticket) }) : "", one.counter ? roomName(one.counter) : "", one.waited_s === null ? "" : say("officials.waited", { time: counted("span.minutes", Math.round(one.waited_s / 60)) })].filter(Boolean).join(" · ");
  const body = make(
    "div",
    { class: "about" },
    make("span", {}, make("span", { class: "mark" }, say(`officials.is_${one.state}`)), make("bdi", {}, one.name || say("officials.no_name"))),
    one.purpose ? make("small", {}, make("bdi", {}, one.purpose)) : null,
    phone ? make("small", {}, phone) : null,
    make("small", {}, [say("officials.number", { number: inDigits(one.number) }), where].filter(Boolean).join(" · ")),
    one.outside ? make("small", { class: "late" }, say("officials.is_outside")) : null,
  );
  const acts = role !== "official" && (one.state === "booked" || one.state === "not_come");
  const button = acts ? make("button", { type: "button", class: "quiet", "data-number": one.number, "data-focus": one.number, "aria-label": say("reception.open_of", { ticket: time(one.slot_at) }) }, say("reception.open")) : null;
  return make("li", { "data-key": one.number }, make("bdi", { class: "ticket", dir: "ltr" }, time(one.slot_at)), body, button);
}

async function arrive(one) {
  try {
    const ticket = await post(`/appointments/${one.number}/check-in`, {});
    const at_device = PRINTS ? choosePaper() : null;
    byId("visit-dialog").close();
    tell(say("officials.arrived", { ticket: inDigits(ticket.ticket) }));
    if (!PRINTS) return true;
    const shown = await post(`/visits/${ticket.visit}/ticket`, at_device ? { at_device } : {});
    if (!at_device) showTicket(shown);
    return true;
  } catch (refusal) {
    if (!(refusal instanceof Refused)) throw refusal;
    refuse(refusal);
    return false;
  } finally {
    readAgain();
  }
}

byId("rows").addEventListener("click", (event) => {
  const one = page.view?.appointments.find((other) => other.number === event.target.dataset.number);
  if (one) openAppointment({ one, view: page.view, time, arrives: PRINTS ? () => arrive(one) : null, calls: CALLS_BACK, changed: readAgain });
});

byId("slots")?.addEventListener("click", (event) => {
  if (!event.target.dataset.slot) return;
  page.slot = event.target.dataset.slot;
  if (!page.refused) byId("book-form").reset(); // else it is the same visitor, at another time
  byId("book-title").textContent = say("officials.book_at", { official: named(page.view.official.names), day: dayInWords(page.view.day), time: time(page.slot) });
  byId("book-dialog").showModal();
});
byId("book-back").addEventListener("click", () => byId("book-dialog").close());
byId("book-dialog").addEventListener("close", () => (page.refused = false));
byId("book-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { name, purpose, phone } = Object.fromEntries(new FormData(/** @type {any} */ (event.target)));
  const body = { slot_at: page.slot, name: name.trim(), purpose: purpose.trim() };
  if (phone.trim()) body.phone = inWestern(phone).trim();
  byId("book-dialog").close();
  const booked = (made) => ({ text: say("officials.booked", { number: inDigits(made.number), day: dayInWords(dayOf(page.hall, made.slot_at)), time: time(made.slot_at) }), undo: `/appointments/${made.number}/cancel` });
  page.refused = !(await doIt(`/officials/${encodeURIComponent(page.official)}/appointments`, body, booked, readAgain));
});

function go(day) {
  page.day = day;
  byId("day").value = day;
  readAgain();
}
const shifted = (days) => new Date(Date.parse(`${page.day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
byId("before").addEventListener("click", () => go(shifted(-1)));
byId("after").addEventListener("click", () => go(shifted(1)));
byId("today").addEventListener("click", () => go(page.today));
byId("day").addEventListener("change", () => byId("day").value && go(byId("day").value));
byId("official").addEventListener("change", (event) => {
  page.official = event.target.value;
  readAgain();
});

const readAgain = follow({ read, paint, live: LIVE });
armHours({ official: () => page.official, changed: readAgain });
