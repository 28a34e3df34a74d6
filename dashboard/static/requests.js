// Requests as a work list: a page of rows by due date, each with its one main action; a side sheet shows the whole request.

import { get } from "./api.js";
import { doInDialog, doIt, refuse } from "./doing.js";
import { follow } from "./frame.js";
import { dayOf } from "./instants.js";
import { fill, fillByKey, labelled, make } from "./parts.js";
import { inDay, row, wordOf } from "./requests_rows.js";
import { armSheet, repaintSheet, showSheet } from "./requests_sheet.js";
import { askForPhone, showCall } from "./requests_telling.js";
import { clockTime, inWestern, named, number, say } from "./words.js";

const byId = (id) => document.getElementById(id);
const role = byId("main").dataset.role;
const LIVE = ["head", "admin", "reception"].includes(role);
const ON_A_PAGE = 25;
const TITLES = ["number", "about", "directorate", "latest", "state", "what"];
const page = { hall: null, list: role === "directorate" ? "with_directorate" : "not_referred", requests: [], first: 0, moving: null };
const shown = (request) => `\u2066${request.shown}\u2069`;
const DONE = { refer: "referred", reply: "replied", decide: "decided", withdraw: "withdrawn", receipt: "printing" };

async function read() {
  const [days, requests] = await Promise.all([get("/working-days"), get(`/requests?list=${page.list}`)]);
  return { at: days.at, requests };
}

function paint(hall, { at, requests }) {
  page.today = dayOf(hall, at);
  if (page.hall !== hall) paintLists(hall);
  for (const button of byId("lists").querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.list === page.list));
  page.requests = [...requests].sort((one, other) => one.latest.localeCompare(other.latest));
  paintRows();
  repaintSheet({ hall, today: page.today, role }, page.requests);
}

function paintRows() {
  const { requests } = page;
  page.first = Math.min(page.first, Math.max(0, ON_A_PAGE * (Math.ceil(requests.length / ON_A_PAGE) - 1)));
  const titles = TITLES.map((one) => say(`requests.${one}`));
  const here = requests.slice(page.first, page.first + ON_A_PAGE);
  fill(byId("head"), [make("tr", {}, ...titles.map((title) => make("th", { scope: "col" }, title)))]);
  byId("head").hidden = !requests.length;
  fillByKey(byId("rows"), here.map((one, at) => labelled(row({ today: page.today, role }, one, at > 4 && at > here.length - 4), titles)));
  paintPager(here.length);
}

function paintPager(many) {
  const { requests, first } = page;
  const parts = { n: number(requests.length), first: number(first + 1), last: number(first + many) };
  const several = requests.length > ON_A_PAGE;
  byId("many").textContent = requests.length ? say(several ? "requests.many_paged" : "requests.many", parts) : say("requests.none");
  byId("page-before").hidden = byId("page-after").hidden = !several;
  byId("page-before").disabled = first === 0;
  byId("page-after").disabled = first + ON_A_PAGE >= requests.length;
}

const turn = (by) => {
  page.first += by * ON_A_PAGE;
  paintRows();
};
byId("page-before").addEventListener("click", () => turn(-1));
byId("page-after").addEventListener("click", () => turn(1));

function paintLists(hall) {
  page.hall = hall;
  const options = (entries) => entries.map((one) => make("option", { value: one.code }, named(one.names)));
  byId("letter-topic")?.replaceChildren(...options(hall.requests.topics));
  byId("letter-directorate")?.replaceChildren(...options(hall.requests.directorates));
  byId("move-power").replaceChildren(...options(hall.requests.powers));
}

const of = (act, one) => [`/requests/${encodeURIComponent(one.number)}/${act}`, () => ({ text: say(`requests.${DONE[act]}`, { number: shown(one) }) })];
const send = (act, one) => doIt(of(act, one)[0], {}, of(act, one)[1], readAgain);

/** Do what a button of a row or of the sheet says. */
function act(what, known) {
  if (what === "refer" || what === "receipt") return void send(what, known);
  if (what === "tell" || what === "phone") return void (what === "tell" ? showCall : askForPhone)(known, readAgain);
  page.moving = { act: what, one: known };
  byId("move-form").reset();
  byId("move-form").elements.text.value = what === "reply" ? (known.reply ?? "") : "";
  byId("move-title").textContent = `${say(wordOf(what, known))} · ${shown(known)}`;
  byId("move-label").textContent = say(`requests.text_${what}`);
  byId("move-decide").hidden = what !== "decide";
  byId("move-form").elements.decided_by.required = byId("move-day").required = what === "decide";
  byId("move-day").value = byId("move-day").max = page.today;
  byId("move-dialog").showModal();
}

byId("rows").addEventListener("click", (event) => {
  const line = event.target.closest("tr");
  const known = page.requests.find((one) => one.number === line?.dataset.key);
  const what = event.target.dataset.act;
  if (what) {
    event.target.closest("details")?.removeAttribute("open");
    act(what, known);
  } else if (known && !event.target.closest("summary")) showSheet({ hall: page.hall, today: page.today, role }, known);
});
armSheet((what, which) => act(what, page.requests.find((one) => one.number === which)));

// A menu closes when something else is pressed, and by Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".menu[open]")) if (!menu.contains(event.target)) menu.removeAttribute("open");
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" ? document.querySelector(".menu[open]") : null;
  if (!menu) return;
  menu.removeAttribute("open");
  menu.querySelector("summary").focus();
});

byId("move-back").addEventListener("click", () => byId("move-dialog").close());
byId("move-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { text, decided_by, power, day } = Object.fromEntries(new FormData(/** @type {any} */ (event.target)));
  const { act, one } = page.moving;
  const body = { reply: { text }, withdraw: { reason: text }, decide: { decision: text, decided_by, power, day } }[act];
  const [path, done] = of(act, one);
  await doInDialog(byId("move-dialog"), path, body, done, readAgain);
});

byId("lists").addEventListener("click", (event) => {
  if (!event.target.dataset.list) return;
  page.list = event.target.dataset.list;
  page.first = 0;
  readAgain();
});

byId("find-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  byId("found").hidden = true;
  try {
    const one = await get(`/requests/${encodeURIComponent(byId("find-number").value.trim())}`);
    const day = dayOf(page.hall, one.registered_at);
    const lines = [
      say("requests.stands", { number: shown(one), state: say(`requests.is_${one.state}`), directorate: named(one.directorate_names), day: inDay(day), latest: inDay(one.latest) }),
      one.reply ? say("requests.reply_is", { text: one.reply }) : say("requests.no_reply"),
    ];
    if (one.from_centre) lines.push(say("requests.other_hall", { time: clockTime(new Date(one.as_of), page.hall.time_zone) }));
    byId("found").textContent = lines.join("\n");
    byId("found").hidden = false;
    byId("error").hidden = true;
  } catch (refusal) {
    refuse(refusal);
  }
});

byId("letter-form")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const { subject, topic, directorate, external } = Object.fromEntries(new FormData(/** @type {any} */ (form)));
  const body = { subject, topic, directorate, source: "email", urgent: form.elements.urgent.checked, external: inWestern(external).trim() || null };
  const done = (made) => ({ text: say("requests.registered", { number: shown(made), latest: inDay(made.latest) }) });
  if (await doInDialog(byId("letter-dialog"), "/requests", body, done, readAgain)) form.reset();
});

byId("new-letter")?.addEventListener("click", () => byId("letter-dialog").showModal());
byId("letter-back")?.addEventListener("click", () => byId("letter-dialog").close());

const readAgain = follow({ read, paint, live: LIVE });
