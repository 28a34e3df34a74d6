// Enquiries: two keys count one, a question that needs an answer stays open, and today by topic and channel.

import { get } from "./api.js";
import { doInDialog, doIt } from "./doing.js";
import { askForConsent, askForPhone, showCall } from "./enquiries_calling.js";
import { follow } from "./frame.js";
import { fill, fillByKey, labelled, make } from "./parts.js";
import { inWestern, lasting, named, number, say } from "./words.js";

const byId = (id) => document.getElementById(id);
const role = byId("main").dataset.role;
const CHANNELS = ["hall", "call_centre", "email", "platform", "social"];
const page = { hall: null, moving: null, open: [] };

const channelName = (channel) => say(`enquiries.${channel}`);
const heads = (id, titles) => fill(byId(id), [make("tr", {}, ...titles.map((title) => make("th", { scope: "col" }, title)))]);

/** What may be done with an enquiry as it stands. */
const OPEN = ["received", "handed_on", "answered"];
const DO = { hand_on: ["received", "handed_on"], answer: OPEN, call: OPEN, confirm: ["answered"], phone: OPEN };
const QUIET = ["hand_on", "phone"];
const CALLS = { call: showCall, phone: askForPhone };

function paint(hall, view) {
  if (page.hall !== hall) {
    page.hall = hall;
    for (const list of document.querySelectorAll(".topics")) list.replaceChildren(...hall.requests.topics.map((one) => make("option", { value: one.code }, named(one.names))));
  }
  byId("many").textContent = view.open.length ? say("enquiries.many", { n: number(view.open.length) }) : say("enquiries.none");
  const titles = ["number", "about", "topic", "channel", "age", "state", "what"].map((one) => say(`enquiries.${one}`));
  heads("head", titles);
  page.open = view.open;
  fillByKey(byId("rows"), view.open.map((one) => labelled(row(one), titles)));
  paintCounts(view.counts);
}

function row(one) {
  const state = make("td", {}, say(`enquiries.is_${one.state}`, { to: one.handed_to ?? "" }), one.answer ? make("small", {}, one.answer) : null);
  const acts = role === "analyst" ? [] : Object.keys(DO).filter((act) => DO[act].includes(one.state) && (one.phone || act !== "call"));
  const label = (act) => say(`enquiries.do_${act === "phone" && one.phone ? "phone_anew" : act}`);
  const buttons = acts.map((act) => make("button", { type: "button", class: QUIET.includes(act) ? "quiet" : null, "data-act": act, "data-number": one.number, "data-focus": `${act} ${one.number}` }, label(act)));
  return make(
    "tr",
    { "data-key": one.number },
    make("th", { scope: "row" }, number(one.number)),
    make("td", {}, one.question),
    make("td", {}, named(one.topic_names)),
    make("td", {}, channelName(one.channel)),
    make("td", {}, lasting(one.age_s)),
    state,
    make("td", {}, make("div", { class: "do" }, ...buttons)),
  );
}

function paintCounts(counts) {
  heads("counts-head", [say("enquiries.topic"), ...CHANNELS.map(channelName), say("enquiries.total")]);
  const topics = new Map();
  for (const one of counts) {
    const of = topics.get(one.topic) ?? { names: one.topic_names, by: {} };
    of.by[one.channel] = one.many;
    topics.set(one.topic, of);
  }
  const sum = ({ by }) => Object.values(by).reduce((all, many) => all + many, 0);
  const rows = [...topics].map(([code, of]) => make("tr", { "data-topic": code }, make("th", { scope: "row" }, named(of.names)), ...CHANNELS.map((channel) => make("td", {}, of.by[channel] ? number(of.by[channel]) : "–")), make("td", {}, number(sum(of)))));
  fill(byId("counts"), rows.length ? rows : [make("tr", {}, make("td", { colspan: "7" }, say("enquiries.nobody")))]);
}

byId("count-form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const [topic, channel] = [event.target.elements.topic.value, event.submitter?.value ?? CHANNELS[0]];
  doIt("/enquiries", { topic, channel }, (made) => ({ text: say("enquiries.counted", { topic: named(made.topic_names), channel: channelName(channel) }) }), readAgain);
});

byId("leave-form")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { question, topic, channel, phone } = Object.fromEntries(new FormData(/** @type {any} */ (event.target)));
  const body = { question, topic, channel, phone: inWestern(phone).trim() || null };
  if (await doIt("/enquiries", body, (made) => ({ text: say("enquiries.left", { n: number(made.number) }) }), readAgain)) event.target.reset();
});

if (byId("leave-form")) askForConsent(byId("leave-form"));

const told = (of) => () => ({ text: say("enquiries.done", { n: number(Number(of)) }) });

byId("rows").addEventListener("click", (event) => {
  const { act, number: of } = event.target.dataset;
  if (!act) return;
  if (act in CALLS) return void CALLS[act](page.open.find((one) => String(one.number) === of), readAgain);
  if (act === "confirm") return void doIt(`/enquiries/${of}/confirm`, {}, told(of), readAgain);
  page.moving = { act, of };
  byId("move-form").reset();
  byId("move-title").textContent = `${say(`enquiries.do_${act}`)} · ${number(Number(of))}`;
  byId("move-label").textContent = say(`enquiries.text_${act}`);
  byId("move-dialog").showModal();
});
byId("move-back").addEventListener("click", () => byId("move-dialog").close());
byId("move-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { text } = Object.fromEntries(new FormData(/** @type {any} */ (event.target)));
  const { act, of } = page.moving;
  const path = `/enquiries/${of}/${act.replace("_", "-")}`;
  await doInDialog(byId("move-dialog"), path, act === "hand_on" ? { to: text } : { text }, told(of), readAgain);
});

const readAgain = follow({ read: () => get("/enquiries"), paint, live: role !== "call_centre" });
