// Enquiries: one press counts one, a question that needs an answer stays open as a row, and today by topic and channel.

import { get } from "../common/api.js";
import { askForPhone, showCall } from "./calling.js";
import { doIt } from "../common/doing.js";
import { armForm, askText } from "../common/forms.js";
import { follow } from "../frame/frame.js";
import { fillOptions, make, paintTable } from "../common/parts.js";
import { inWestern, lasting, named, number, say } from "../common/words.js";
import { workList } from "./worklist.js";

const byId = (id) => document.getElementById(id);
const role = byId("main").dataset.role;
const CHANNELS = ["hall", "call_centre", "email", "platform", "social"];
const page = { hall: null };

const channelName = (channel) => say(`enquiries.${channel}`);
const stateOf = (one) => say(`enquiries.is_${one.state}`, { to: one.handed_to ?? "" });

/** What may be done with an enquiry as it stands: first of all its answer, and when that is there, telling it. */
function actsOf(one) {
  if (role === "analyst") return { main: null, others: [] };
  const tell = one.phone ? "call" : "confirm";
  const main = one.state === "answered" ? tell : "answer";
  const all = ["answer", one.phone && "call", one.state === "answered" ? "confirm" : "hand_on", "phone"];
  return { main, others: all.filter((act) => act && act !== main) };
}

const paintRows = workList({
  family: "enquiries",
  keyOf: (one) => String(one.number),
  shownOf: (one) => number(one.number),
  cells: () => ({
    about: (one) => [make("span", { dir: "auto" }, one.question), " ", make("small", { dir: "auto" }, named(one.topic_names))],
    channel: (one) => channelName(one.channel),
    age: (one) => lasting(one.age_s),
    state: stateOf,
  }),
  actsOf,
  wordOf: (act, one) => `enquiries.do_${act === "phone" && one.phone ? "phone_anew" : act}`,
  factsOf: (one) => [
    ["about", one.question],
    ["topic", named(one.topic_names)],
    ["channel", channelName(one.channel)],
    ["age", lasting(one.age_s)],
    ["state", stateOf(one)],
    ["text_answer", one.answer],
  ],
  act,
});

function paint(hall, view) {
  if (page.hall !== hall) {
    page.hall = hall;
    for (const list of document.querySelectorAll(".topics")) fillOptions(list, hall.requests.topics.map((one) => make("option", { value: one.code }, named(one.names))));
  }
  paintRows(view.open);
  paintCounts(view.counts);
}

function paintCounts(counts) {
  const topics = new Map();
  for (const one of counts) {
    const of = topics.get(one.topic) ?? { names: one.topic_names, by: {} };
    of.by[one.channel] = one.many;
    topics.set(one.topic, of);
  }
  const sum = ({ by }) => Object.values(by).reduce((all, many) => all + many, 0);
  const rows = [...topics].map(([code, of]) => {
    const cells = CHANNELS.map((channel) => make("td", {}, of.by[channel] ? number(of.by[channel]) : "–"));
    return make("tr", { "data-topic": code }, make("th", { scope: "row" }, named(of.names)), ...cells, make("td", {}, number(sum(of))));
  });
  paintTable("counts", [say("enquiries.topic"), ...CHANNELS.map(channelName), say("enquiries.total")], rows, say("enquiries.nobody"));
}

function act(what, one) {
  const n = number(one.number);
  const title = `${say(`enquiries.do_${what === "phone" && one.phone ? "phone_anew" : what}`)} · ${n}`;
  const path = `/enquiries/${one.number}/${what.replace("_", "-")}`;
  const send = (to, body, text = "enquiries.done") => doIt(to, body, () => ({ text: say(text, { n }) }), readAgain);
  const confirm = () => send(`/enquiries/${one.number}/confirm`, {});
  if (what === "confirm") return void confirm();
  if (what === "call") {
    const lines = [[say("enquiries.about"), one.question], [say("enquiries.text_answer"), one.answer ?? say("enquiries.no_answer_yet")], [say("enquiries.call_recorded")]];
    return showCall({ title, path: `/enquiries/${one.number}/phone`, lines, confirm: one.state === "answered" ? confirm : null });
  }
  if (what === "phone") {
    const erase = one.phone ? () => send(path, { phone: null }, "enquiries.phone_erased") : null;
    return askForPhone({ title, send: ({ phone }) => send(path, { phone }, "enquiries.phone_kept"), erase });
  }
  askText({ title, label: say(`enquiries.text_${what}`), about: one.question, send: ({ text }) => send(path, what === "hand_on" ? { to: text } : { text }) });
}

if (role !== "analyst") {
  armForm(byId("count-form"), ({ topic }, button) => {
    const channel = button?.value ?? CHANNELS[0];
    return doIt("/enquiries", { topic, channel }, (made) => ({ text: say("enquiries.counted", { topic: named(made.topic_names), channel: channelName(channel) }) }), readAgain);
  });
  const form = byId("leave-form");
  armForm(form, ({ question, topic, channel, phone }) =>
    doIt("/enquiries", { question, topic, channel, phone: inWestern(phone).trim() || null }, (made) => ({ text: say("enquiries.left", { n: number(made.number) }) }), readAgain));
  // Consent is asked for as soon as a number is typed, and only then.
  const { phone, consent } = form.elements;
  const ask = () => {
    consent.required = Boolean(phone.value.trim());
    consent.closest("label").hidden = !consent.required;
  };
  phone.addEventListener("input", ask);
  form.addEventListener("reset", () => setTimeout(ask));
  ask();
}

const readAgain = follow({ read: () => get("/enquiries"), paint, live: role !== "call_centre" });
