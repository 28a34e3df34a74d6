// Complaints and suggestions: taken in, followed by number, and brought to their end step by step, each of them to be undone.

import { get } from "./api.js";
import { doInDialog, doIt } from "./doing.js";
import { follow } from "./frame.js";
import { fill, fillByKey, make } from "./parts.js";
import { dayInWords, inDigits, known, lasting, named, number, say } from "./words.js";

const byId = (id) => document.getElementById(id);
const leads = byId("main").dataset.commands === "yes";
const page = { hall: null, moving: null, shown: new Map() };
const SHORT_DAY = { day: "numeric", month: "long", year: "numeric" };

/** What may be done with one as it stands. */
const DO = {
  hand_on: (one) => ["received", "handed_on"].includes(one.state),
  answer: (one) => ["received", "handed_on", "answered"].includes(one.state),
  close: (one) => one.state === "answered" || (one.state !== "closed" && one.nature === "suggestion"),
  undo: (one) => one.state !== "received",
};

const nature = (one) => say(`complaints.${one.nature}`);
/** A number inside a sentence: from left to right, whatever stands around it. */
const apart = (text) => `\u2066${inDigits(text)}\u2069`;
const numberOf = (one) => make("bdi", { dir: "ltr" }, inDigits(one.number));
const heads = (id, names) => fill(byId(id), [make("tr", {}, ...names.map((name) => make("th", { scope: "col" }, say(`complaints.${name}`))))]);

function paint(hall, view) {
  if (page.hall !== hall) {
    page.hall = hall;
    const all = make("option", { value: "" }, say("complaints.no_service"));
    byId("services").replaceChildren(all, ...hall.services.map((one) => make("option", { value: one.code }, named(one.names))));
  }
  if (!leads) return;
  page.shown = new Map([...view.open, ...view.closed].map((one) => [one.number, one]));
  byId("many").textContent = view.open.length ? say("complaints.many", { n: number(view.open.length) }) : say("complaints.none");
  heads("head", ["number", "what", "age", "state", "do"]);
  fillByKey(byId("rows"), view.open.map(row));
  heads("closed-head", ["number", "what", "took", "state", "do"]);
  fillByKey(byId("closed-rows"), view.closed.map(row));
  paintWritten(view.written);
  const counted = { complaints: number(view.complaints), suggestions: number(view.suggestions), answered: number(view.answered) };
  const reply = view.reply_s === null ? "" : ` ${say("complaints.reply", { time: lasting(view.reply_s, "span") })}`;
  byId("figures").textContent = say("complaints.figures", counted) + reply;
}

function paintWritten(written) {
  heads("written-head", ["day", "service", "words"]);
  const rows = written.map((one) => make("tr", {}, make("th", { scope: "row" }, dayInWords(one.service_day, SHORT_DAY)), make("td", {}, named(one.service_names)), make("td", {}, make("bdi", {}, one.words))));
  fill(byId("written-rows"), rows.length ? rows : [make("tr", {}, make("td", { colspan: "3" }, say("complaints.nothing_written")))]);
}

function row(one) {
  const about = [nature(one), named(one.service_names), say(`complaints.by_${one.way}`)].filter(Boolean).join(" · ");
  const state = make("td", {}, say(`complaints.is_${one.state}`, { to: one.handed_to ?? "" }), one.answer ? make("small", {}, one.answer) : null);
  const acts = Object.keys(DO).filter((act) => DO[act](one));
  const button = (act) => make("button", { type: "button", class: act === "answer" || act === "close" ? null : "quiet", "data-act": act, "data-number": one.number, "data-focus": `${act} ${one.number}` }, say(`complaints.do_${act}`));
  return make(
    "tr",
    { "data-key": one.number },
    make("th", { scope: "row" }, numberOf(one)),
    make("td", {}, one.text || make("em", {}, say("complaints.erased")), make("small", {}, about)),
    make("td", {}, lasting(one.age_s)),
    state,
    make("td", {}, make("div", { class: "do" }, ...acts.map(button))),
  );
}

byId("take-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { nature: what, service, text } = Object.fromEntries(new FormData(/** @type {any} */ (event.target)));
  const body = { nature: what, text, service: service || null };
  if (await doIt("/complaints", body, (made) => ({ text: say("complaints.taken", { number: apart(made.number) }) }), readAgain)) event.target.reset();
});

byId("find-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    byId("found").textContent = standing(await get(`/complaints/${encodeURIComponent(event.target.elements.number.value.trim())}/state`));
  } catch (refusal) {
    const id = `error.${refusal.code}`;
    byId("found").textContent = known(id) ? say(id) : say("error.other", { code: refusal.code });
  }
});

function standing(one) {
  const day = one.closed_on ?? one.answered_on ?? one.received_on;
  return say("complaints.stands", { nature: nature(one), number: apart(one.number), state: say(`complaints.now_${one.state}`), day: dayInWords(day, SHORT_DAY) });
}

const path = (act, of) => `/complaints/${of}/${act.replace("_", "-")}`;
const told = (of) => () => ({ text: say("complaints.done", { number: apart(of) }) });

function move(event) {
  const { act, number: of } = event.target.dataset;
  if (!act) return;
  if (act === "close" || act === "undo") return void doIt(path(act, of), {}, told(of), readAgain);
  byId("move-form").reset();
  page.moving = { act, of };
  byId("move-title").textContent = say(`complaints.do_${act}`);
  byId("move-about").textContent = page.shown.get(of)?.text ?? "";
  byId("move-label").textContent = say(`complaints.text_${act}`);
  byId("move-dialog").showModal();
}

for (const id of ["rows", "closed-rows"]) byId(id)?.addEventListener("click", move);
byId("move-back").addEventListener("click", () => byId("move-dialog").close());
byId("move-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { text } = Object.fromEntries(new FormData(/** @type {any} */ (event.target)));
  const { act, of } = page.moving;
  await doInDialog(byId("move-dialog"), path(act, of), act === "hand_on" ? { to: text } : { text }, told(of), readAgain);
});

// Whoever only takes in reads no list: the page then asks for nothing but the hall.
const nothing = async () => ({ at: new Date().toISOString() });
const readAgain = follow({ read: leads ? () => get("/complaints") : nothing, paint, live: leads });
