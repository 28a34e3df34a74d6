// Reception: issue tickets, find lost ones, and correct wrong entries; the list follows the hall.

import { get, post, Refused } from "../common/api.js";
import { doIt, refuse, tell } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { follow } from "../frame/frame.js";
import { dayOf, instantOn } from "../common/instants.js";
import { fillOptions, make } from "../common/parts.js";
import { openVisit } from "./reception_acts.js";
import { choosePaper, paintPrinters, showTicket } from "./reception_paper.js";
import { paintRows, picked, unpick } from "./reception_rows.js";
import { deviceName, inDigits, inWestern, named, number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const page = { hall: null, sought: null, view: null, day: null };

const read = async () => {
  const desk = await get("/reception");
  page.day = desk.service_day;
  if (!page.sought) return { ...desk, known: desk.visits };
  const { visits } = await post("/visits/find", page.sought);
  // A group is more than those of it that were found; and who was found may lie beyond the end of the list.
  const known = [...new Map([...desk.visits, ...visits].map((one) => [one.visit, one])).values()];
  return { ...desk, known, visits, more: 0 };
};

function paint(hall, view) {
  if (page.hall !== hall) paintHall(hall);
  page.view = view;
  paintPrinters(view.printers);
  paintRows(hall, view.visits, view.known);
  const many = view.visits.length ? say(page.sought ? "reception.found" : "reception.many", { n: number(view.visits.length) }) : say(page.sought ? "reception.not_found" : "reception.nobody");
  byId("many").textContent = view.more ? `${many} ${say("reception.more", { n: number(view.more) })}` : many;
  byId("here-title").textContent = say(page.sought ? "reception.results" : "reception.here");
  byId("find-all").hidden = page.sought === null;
  paintGroup();
}

function paintHall(hall) {
  page.hall = hall;
  const options = (services) => services.map((one) => make("option", { value: one.code }, named(one.names)));
  fillOptions(byId("issue-service"), options(hall.services.filter((one) => one.open)));
  fillOptions(byId("find-service"), [make("option", { value: "" }, say("reception.any")), ...options(hall.services)]);
  byId("phone-row").hidden = byId("phone-hint").hidden = !hall.kiosk.phone;
  paintKinds();
}

/** A service that asks who the visitor is needs an answer; one that serves everybody asks nothing. */
function paintKinds() {
  const service = page.hall.services.find((one) => one.code === byId("issue-service").value);
  byId("kind-row").hidden = !service?.visitor_kinds.length;
  byId("issue-kind").required = Boolean(service?.asks_visitor_kind);
  const kinds = service?.visitor_kinds ?? [];
  fillOptions(byId("issue-kind"), [make("option", { value: "" }, say("reception.choose")), ...kinds.map((kind) => make("option", { value: kind }, say(`visitor.${kind}`)))]);
}

function paintGroup() {
  const many = picked().length;
  byId("link-group").hidden = many < 2;
  byId("link-group").textContent = say("reception.link", { n: number(many) });
}

/** Have the ticket printed where the page says, or show its code; what went wrong after the issue keeps the ticket. */
export async function handOver(ticket, undo) {
  const text = (where) => say(where ? "reception.given_at" : "reception.given", { ticket: inDigits(ticket.ticket), printer: where ?? "" });
  try {
    const at_device = choosePaper();
    const shown = await post(`/visits/${ticket.visit}/ticket`, at_device ? { at_device } : {});
    tell(text(at_device && deviceName(page.view.printers.find((one) => one.device === at_device)?.name ?? "")), undo);
    if (!at_device) showTicket(shown);
  } catch (refusal) {
    if (!(refusal instanceof Refused)) throw refusal;
    tell(text(null), undo);
    refuseBeside(refusal);
  }
}

function refuseBeside(refusal) {
  const done = byId("done").querySelector("span").textContent; // not the button beside it
  refuse(refusal);
  byId("error").textContent = `${done} ${byId("error").textContent}`;
}

/** Send a command that gives a ticket and hand the ticket over; returns whether it was given. */
async function give(send, undo = (_ticket) => null) {
  try {
    const ticket = await send();
    await handOver(ticket, undo(ticket));
    return true;
  } catch (refusal) {
    return refuse(refusal);
  } finally {
    readAgain();
  }
}

armForm(byId("issue-form"), ({ service, visitor_kind, phone, language, priority }) => {
  const body = { service, language, priority: priority !== undefined };
  if (visitor_kind) body.visitor_kind = visitor_kind;
  if (phone?.trim()) body.phone = inWestern(phone).trim();
  const cancelled = (ticket) => () => ({ text: say("reception.cancelled", { ticket: inDigits(ticket.ticket) }), undo: `/visits/${ticket.visit}/undo` });
  return give(() => post("/visits", body), (ticket) => () => doIt(`/visits/${ticket.visit}/cancel`, {}, cancelled(ticket), readAgain));
});
byId("issue-form").addEventListener("reset", () => setTimeout(paintKinds)); // the fields are empty after the event
byId("issue-service").addEventListener("change", paintKinds);

const NO_BOOKING = ["appointment_unknown", "appointments_not_offered", "field_invalid"];

// One field for both papers: an appointment's number, or the code of somebody who comes back.
async function checkIn(number) {
  try {
    return await post(`/appointments/${number}/check-in`, {});
  } catch (refusal) {
    if (!NO_BOOKING.includes(refusal.code)) throw refusal;
  }
  return post(`/returns/${number}/check-in`, {}).catch((refusal) => {
    throw ["return_unknown", "field_invalid"].includes(refusal.code) ? new Refused("booking_unknown") : refusal;
  });
}

const NOT_THIS_ONE = ["booking_unknown", "appointment_early", "appointment_late", "appointment_other_day", "appointment_used", "appointment_cancelled"];
armForm(byId("check-in-form"), ({ number: given }) => give(() => checkIn(encodeURIComponent(inWestern(given).replace(/[\s-]/g, "")))), NOT_THIS_ONE);

armForm(byId("find-form"), async ({ ticket, service, since, until, phone }) => {
  const sought = {};
  if (ticket.trim()) sought.ticket = inWestern(ticket).trim();
  if (service) sought.service = service;
  const day = page.day ?? dayOf(page.hall, new Date()); // before the first ticket the hall has no day
  if (since) sought.since = instantOn(page.hall, day, `${since}:00`);
  if (until) sought.until = instantOn(page.hall, day, `${until}:59`);
  if (phone.trim()) sought.phone = inWestern(phone).trim();
  if (!Object.keys(sought).length) {
    byId("find-ticket").focus();
    return true;
  }
  document.querySelector("#find-form .menu").removeAttribute("open"); // open, it covers what is found
  return seek(sought);
});

// Times that narrow the list are seen when their menu is closed, too.
function showTimes() {
  const { since, until } = byId("find-form").elements;
  byId("find-times").hidden = !since.value && !until.value;
  byId("find-times").textContent = inDigits(`${since.value || "…"}–${until.value || "…"}`);
}
byId("find-form").addEventListener("input", showTimes);
byId("find-form").addEventListener("reset", () => setTimeout(showTimes));

async function seek(sought) {
  try {
    if (sought) await post("/visits/find", sought);
    byId("error").hidden = true;
    page.sought = sought;
    readAgain();
    return true;
  } catch (refusal) {
    return refuse(refusal);
  }
}

function forget() {
  byId("find-form").reset();
  seek(null);
}
byId("find-all").addEventListener("click", forget);

byId("rows").addEventListener("click", (event) => {
  const of = event.target.closest("[data-visit]")?.dataset.visit;
  const visit = of && page.view.visits.find((one) => one.visit === of);
  if (visit) openVisit({ hall: page.hall, visit, visits: page.view.known, changed: readAgain });
});
byId("rows").addEventListener("change", paintGroup);

byId("link-group").addEventListener("click", async () => {
  const visits = picked();
  const undo = { path: "/visits/unlink", body: { visits } };
  if (await doIt("/visits/group", { visits }, () => ({ text: say("reception.linked", { n: number(visits.length) }), undo }), readAgain)) unpick();
  paintGroup();
});

document.addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && page.sought && !event.defaultPrevented) return forget();
  const to = { F2: "issue-service", F4: "find-ticket", F8: "check-in-number" }[event.key];
  if (!to) return;
  event.preventDefault();
  byId(to).focus();
});

const readAgain = follow({ read, paint });
