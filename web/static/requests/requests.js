// Requests as a work list: by due date, each with its one main action; a side sheet shows the whole request.

import { get } from "../common/api.js";
import { askForPhone, showCall } from "./calling.js";
import { armChips } from "./chips.js";
import { doIt, refuse } from "../common/doing.js";
import { armForm, askText } from "../common/forms.js";
import { follow } from "../frame/frame.js";
import { dayOf } from "../common/instants.js";
import { fillOptions, make } from "../common/parts.js";
import { aboutOf, actsOf, answerOf, due, factsOf, inDay, stateOf, wordOf } from "./requests_rows.js";
import { isSure } from "../common/sure.js";
import { clockTime, inWestern, named, say } from "../common/words.js";
import { askForDecision, decisionOf, paintPowers } from "./deciding.js";
import { workList } from "./worklist.js";

const byId = (id) => document.getElementById(id);
const role = byId("main").dataset.role;
const LIVE = ["head", "admin", "reception"].includes(role);
const page = { hall: null, today: "", list: role === "directorate" ? "with_directorate" : "not_referred" };
const shown = (request) => `\u2066${request.shown}\u2069`;
const DONE = { refer: "referred", reply: "replied", decide: "decided", withdraw: "withdrawn", receipt: "printing", told: "told", phone: "phone_left" };

const paintRows = workList({
  family: "requests",
  keyOf: (one) => one.number,
  shownOf: (one) => one.shown,
  markOf: (one) => (one.urgent ? make("span", { class: "mark-word" }, say("requests.urgent")) : null),
  cells: () => ({
    about: aboutOf,
    directorate: (one) => named(one.directorate_names),
    latest: (one) => due(one, page.today),
    state: stateOf,
  }),
  actsOf: (one) => actsOf(role, one),
  wordOf,
  factsOf: (one) => factsOf(page.hall, one, page.today),
  act,
});

async function read() {
  const [days, requests] = await Promise.all([get("/working-days"), get(`/requests?list=${page.list}`)]);
  return { at: days.at, requests };
}

function paint(hall, { at, requests }) {
  page.today = dayOf(hall, at);
  if (page.hall !== hall) paintLists(hall);
  paintRows(requests.sort((one, other) => one.latest.localeCompare(other.latest)), page.list);
}

function paintLists(hall) {
  page.hall = hall;
  const options = (entries) => entries.map((one) => make("option", { value: one.code }, named(one.names)));
  if (letter) fillOptions(byId("letter-topic"), options(hall.requests.topics));
  if (letter) fillOptions(byId("letter-directorate"), options(hall.requests.directorates));
  paintPowers(hall.requests.powers);
}

const send = (act, one, body = {}) =>
  doIt(`/requests/${encodeURIComponent(one.number)}/${act}`, body, () => ({ text: say(`requests.${DONE[act]}`, { number: shown(one), directorate: `\u2068${named(one.directorate_names)}\u2069` }) }), readAgain);

/** Do what a button of a row or of the sheet says. */
function act(what, one) {
  const title = `${say(wordOf(what, one))} · ${shown(one)}`;
  if (what === "receipt") return void send(what, one);
  if (what === "refer") return void refer(one);
  if (what === "phone") return askForPhone({ title, send: ({ phone, language }) => send("phone", one, { phone, language }) });
  if (what === "tell") {
    const path = one.phone ? `/requests/${encodeURIComponent(one.number)}/phone` : "";
    const lines = [[say("requests.read_out"), answerOf(one)]];
    return showCall({ title, path, none: say("requests.no_phone"), lines, confirm: () => send("told", one) });
  }
  askText({
    title,
    label: say(`requests.text_${what}`),
    value: what === "reply" ? (one.reply ?? "") : "",
    send: (values) => send(what, one, { reply: () => ({ text: values.text }), withdraw: () => ({ reason: values.text }), decide: () => decisionOf(values) }[what]()),
  });
  askForDecision(what === "decide", page.today);
}

async function refer(one) {
  const title = say("requests.refer_title", { number: shown(one), directorate: `\u2068${named(one.directorate_names)}\u2069` });
  if (await isSure({ title, about: say("requests.refer_about"), yes: say("requests.do_refer") })) send("refer", one);
}

armChips(page.list, (list) => {
  page.list = list;
  readAgain();
});

armForm(byId("find-form"), async ({ number }) => {
  byId("found").hidden = true;
  try {
    const one = await get(`/requests/${encodeURIComponent(number.trim())}`);
    const parts = { number: shown(one), state: say(`requests.is_${one.state}`), directorate: named(one.directorate_names), day: inDay(dayOf(page.hall, one.registered_at)), latest: inDay(one.latest) };
    const lines = [say("requests.stands", parts), one.reply ? say("requests.reply_is", { text: one.reply }) : say("requests.no_reply")];
    if (one.from_centre) lines.push(say("requests.other_hall", { time: clockTime(new Date(one.as_of), page.hall.time_zone) }));
    byId("found").textContent = lines.join("\n");
    byId("found").hidden = false;
    return true;
  } catch (refusal) {
    return refuse(refusal);
  }
}, ["request_number", "request_unknown"]);

const letter = byId("letter-form");
if (letter) {
  armForm(letter, ({ subject, topic, directorate, external, urgent }) => {
    const body = { subject, topic, directorate, source: "email", urgent: Boolean(urgent), external: inWestern(external).trim() || null };
    return doIt("/requests", body, (made) => ({ text: say("requests.registered", { number: shown(made), latest: inDay(made.latest) }) }), readAgain);
  });
}

const readAgain = follow({ read, paint, live: LIVE });
