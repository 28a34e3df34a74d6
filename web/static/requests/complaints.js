// Complaints and suggestions: register them, follow them by number, answer and close them; each step can be undone.

import { get } from "../common/api.js";
import { armChips } from "./chips.js";
import { doIt, refuse } from "../common/doing.js";
import { armForm, askText } from "../common/forms.js";
import { follow } from "../frame/frame.js";
import { fillOptions, make, paintTable } from "../common/parts.js";
import { dayInWords, inDigits, lasting, named, number, say } from "../common/words.js";
import { workList } from "./worklist.js";

const byId = (id) => document.getElementById(id);
const leads = byId("main").dataset.commands === "yes";
const page = { hall: null, list: "open", view: null };
const SHORT_DAY = { day: "numeric", month: "long", year: "numeric" };

const nature = (one) => say(`complaints.${one.nature}`);
/** A number inside a sentence: from left to right, whatever stands around it. */
const apart = (text) => `\u2066${inDigits(text)}\u2069`;
const stateOf = (one) => say(`complaints.is_${one.state}`, { to: one.handed_to ?? "" });
const words = (one) => one.text || make("em", {}, say("complaints.erased"));
const origin = (one) => [nature(one), named(one.service_names), say(`complaints.by_${one.way}`)].filter(Boolean).join(" · ");

/** What may be done with one as it stands. */
const DO = {
  answer: (one) => ["received", "handed_on", "answered"].includes(one.state),
  close: (one) => one.state === "answered" || (one.state !== "closed" && one.nature === "suggestion"),
  hand_on: (one) => ["received", "handed_on"].includes(one.state),
  undo: (one) => one.state !== "received",
};

function actsOf(one) {
  const main = one.state === "closed" ? null : one.state === "answered" ? "close" : "answer";
  return { main, others: Object.keys(DO).filter((act) => act !== main && DO[act](one)) };
}

function act(what, one) {
  const path = (end) => `/complaints/${one.number}/${end.replace("_", "-")}`;
  const done = () => ({ text: say("complaints.done", { number: apart(one.number) }), undo: what === "undo" ? null : path("undo") });
  const send = (body) => doIt(path(what), body, done, readAgain);
  if (what === "close" || what === "undo") return void send({});
  askText({ title: `${say(`complaints.do_${what}`)} · ${apart(one.number)}`, label: say(`complaints.text_${what}`), about: one.text ?? "", send: ({ text }) => send(what === "hand_on" ? { to: text } : { text }) });
}

const paintRows = leads && workList({
  family: "complaints",
  keyOf: (one) => one.number,
  shownOf: (one) => inDigits(one.number),
  noneOf: (list) => (list === "closed" ? "complaints.none_closed" : "complaints.none"),
  cells: () => ({
    about: (one) => [make("span", { dir: "auto" }, words(one)), " ", make("small", { dir: "auto" }, origin(one))],
    [page.list === "closed" ? "took" : "age"]: (one) => lasting(one.age_s),
    state: stateOf,
  }),
  actsOf,
  wordOf: (what) => `complaints.do_${what}`,
  factsOf: (one) => [
    ["about", words(one)],
    ["nature", origin(one)],
    ["age", lasting(one.age_s)],
    ["state", stateOf(one)],
    ["text_answer", one.answer],
  ],
  act,
});

function paint(hall, view) {
  if (page.hall !== hall) {
    page.hall = hall;
    const all = make("option", { value: "" }, say("complaints.no_service"));
    fillOptions(byId("services"), [all, ...hall.services.map((one) => make("option", { value: one.code }, named(one.names)))]);
  }
  page.view = view;
  if (leads) paintList();
}

function paintList() {
  const { list, view } = page;
  byId("work").hidden = list === "written";
  byId("written-panel").hidden = list !== "written";
  paintRows(list === "closed" ? view.closed : view.open, list);
  const rows = view.written.map((one) => make("tr", {}, make("th", { scope: "row" }, dayInWords(one.service_day, SHORT_DAY)), make("td", {}, named(one.service_names)), make("td", {}, make("bdi", {}, one.words))));
  paintTable("written-rows", ["day", "service", "words"].map((one) => say(`complaints.${one}`)), rows, say("complaints.nothing_written"));
  const counted = { complaints: number(view.complaints), suggestions: number(view.suggestions), answered: number(view.answered) };
  const reply = view.reply_s === null ? "" : ` ${say("complaints.reply", { time: lasting(view.reply_s, "span") })}`;
  byId("figures").textContent = say("complaints.figures", counted) + reply;
}

if (leads) {
  armChips(page.list, (list) => {
    page.list = list;
    paintList();
  });
}

armForm(byId("take-form"), ({ nature: what, service, text }) =>
  doIt("/complaints", { nature: what, text, service: service || null }, (made) => ({ text: say("complaints.taken", { number: apart(made.number) }) }), readAgain));

armForm(byId("find-form"), async ({ number: of }) => {
  byId("found").hidden = true;
  try {
    const one = await get(`/complaints/${encodeURIComponent(of.trim())}/state`);
    const day = dayInWords(one.closed_on ?? one.answered_on ?? one.received_on, SHORT_DAY);
    byId("found").textContent = say("complaints.stands", { nature: nature(one), number: apart(one.number), state: say(`complaints.now_${one.state}`), day });
    byId("found").hidden = false;
    return true;
  } catch (refusal) {
    return refuse(refusal);
  }
}, ["complaint_unknown"]);

// A person who only registers complaints reads no list: the page then asks only for the hall's time, as a PC's clock may be wrong.
const readAgain = follow({ read: () => get(leads ? "/complaints" : "/sessions"), paint, live: leads });
