// One visit's whole story, found by day and ticket number; read once, since each reading is recorded.

import { get } from "../common/api.js";
import { refuse } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { follow } from "../frame/frame.js";
import { dayOf } from "../common/instants.js";
import { fill, make } from "../common/parts.js";
import { armPutRight } from "./visit_right.js";
import { clockTime, dayInWords, inDigits, inWestern, known, named, number, say } from "../common/words.js";

const find = (id) => document.getElementById(id);
const form = find("search");
const asked = new URLSearchParams(location.search);
const page = { hall: null };
const QUIET = new Set(["ticket_printed", "story_read", "phone_left", "phone_erased"]);

const serviceName = (hall, code) => named(hall.services.find((one) => one.code === code)?.names) || code;
const stateOf = (word) => (known(`state.${word}`) ? say(`state.${word}`) : word);
const seconds = (hall, at) =>
  inDigits(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: hall.time_zone }).format(at));

function link(hall, one, chosen) {
  const query = new URLSearchParams({ day: dayOf(hall, new Date(one.issued_at)), visit: one.visit });
  if (form.elements.ticket.value.trim()) query.set("ticket", form.elements.ticket.value.trim());
  const current = one.visit === chosen ? "page" : null;
  const name = one.ticket ? inDigits(one.ticket) : say("visit.walk_up");
  const more = say("visit.found_line", { service: serviceName(hall, one.service), time: clockTime(new Date(one.issued_at), hall.time_zone), state: stateOf(one.state) });
  return make("li", {}, make("a", { href: `?${query}`, "aria-current": current }, make("b", {}, make("bdi", {}, name)), make("small", {}, more)));
}

async function search() {
  try {
    const view = await get(`/visits/of-day?${new URLSearchParams(/** @type {any} */ (new FormData(/** @type {any} */ (form))))}`);
    paintFound(view);
    const [only, ...others] = view.visits;
    const typed = inWestern(form.elements.ticket.value).trim().toUpperCase();
    if (!others.length && only?.ticket === typed) find("found").querySelector("a").click(); // its whole number was typed: no choice is left
    find("error").hidden = true;
    return true;
  } catch (refusal) {
    return refuse(refusal);
  }
}

function paintFound(view) {
  find("found-hint").textContent = say(view.visits.length ? "visit.found" : "visit.none", { n: number(view.visits.length), day: dayInWords(view.service_day) });
  fill(find("found"), view.visits.map((one) => link(page.hall, one, asked.get("visit"))));
  find("found-panel").hidden = false;
}

function paintStory(hall, view) {
  const first = dayOf(hall, new Date(view.lines[0]?.at ?? view.at));
  find("story").hidden = false;
  find("story-title").textContent = view.ticket ? say("visit.title", { ticket: inDigits(view.ticket), day: dayInWords(view.service_day) }) : say("visit.title_walk_up", { day: dayInWords(view.service_day) });
  find("story-more").textContent = say("visit.now", { service: serviceName(hall, view.service), state: stateOf(view.state) });
  const lines = view.lines.map((line) => {
    const at = new Date(line.at);
    const day = dayOf(hall, at) === first ? null : make("span", { class: "day" }, dayInWords(dayOf(hall, at), { day: "numeric", month: "long" }));
    return make("li", { "data-kind": line.kind, class: QUIET.has(line.kind) ? "quiet" : null }, make("time", { datetime: line.at }, seconds(hall, at), day), make("span", {}, inDigits(line.sentence)));
  });
  fill(find("lines"), lines);
}

async function paint(hall, found) {
  page.hall = hall;
  form.elements.day.value ||= found.service_day;
  form.elements.ticket.value ||= asked.get("ticket") ?? "";
  const visit = asked.get("visit");
  if (!visit) return paintFound(found);
  try {
    paintStory(hall, await get(`/visits/${encodeURIComponent(visit)}/story?lang=${document.documentElement.lang}`));
    if (asked.get("day")) paintFound(found);
    await armPutRight(hall, visit, () => location.reload());
    find("story-title").focus({ preventScroll: true });
  } catch (refusal) {
    refuse(refusal);
  }
}

/** Read the visits of the day that is asked for, of today without: the answer has the hall's time, as a PC's clock may be wrong. */
function read() {
  const [day, ticket] = [asked.get("day") ?? "", asked.get("ticket") ?? ""];
  return get(`/visits/of-day${/^\d{4}-\d\d-\d\d$/.test(day) ? `?${new URLSearchParams({ day, ticket })}` : ""}`);
}

follow({ read, paint, once: true });

armForm(form, search);
find("do-print").addEventListener("click", () => print());
