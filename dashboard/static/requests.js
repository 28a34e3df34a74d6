// Requests: one by its number, the lists with what can be done with each, and letters registered by hand.

import { get } from "./api.js";
import { doInDialog, doIt, refuse } from "./doing.js";
import { follow } from "./frame.js";
import { dayOf } from "./instants.js";
import { fill, fillByKey, labelled, make } from "./parts.js";
import { askForPhone, becameOfTelling, isUntold, showCall } from "./requests_telling.js";
import { clockTime, dayInWords, inWestern, named, number, say } from "./words.js";

const byId = (id) => document.getElementById(id);
const role = byId("main").dataset.role;
const LIVE = ["head", "admin", "reception"].includes(role);
const page = { hall: null, list: role === "directorate" ? "with_directorate" : "not_referred", requests: [], moving: null };
const inDay = (iso) => dayInWords(iso, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
const shown = (request) => `\u2066${request.shown}\u2069`;

/** What each role may do with a request as it stands. */
const DO = {
  refer: { roles: ["head", "admin", "reception"], when: (one) => one.state === "registered" },
  decide: { roles: ["head", "admin"], when: (one) => one.state === "registered" && one.urgent },
  reply: { roles: ["head", "admin", "directorate"], when: (one) => one.state === "referred" || one.state === "replied" },
  tell: { roles: ["head", "admin", "reception", "call_centre"], when: isUntold },
  phone: { roles: ["head", "admin", "reception", "call_centre"], when: (one) => one.state !== "withdrawn" && !one.told_at },
  withdraw: { roles: ["head", "admin"], when: (one) => one.state === "registered" },
  receipt: { roles: ["head", "admin", "reception"], when: (one) => one.state !== "withdrawn" },
};
const FIRST = ["refer", "reply", "tell"]; // what moves a request on stands out
const DONE = { refer: "referred", reply: "replied", decide: "decided", withdraw: "withdrawn", receipt: "printing" };

async function read() {
  const [days, requests] = await Promise.all([get("/working-days"), get(`/requests?list=${page.list}`)]);
  return { at: days.at, requests };
}

function paint(hall, { at, requests }) {
  page.today = dayOf(hall, at);
  if (page.hall !== hall) paintLists(hall);
  for (const button of byId("lists").querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.list === page.list));
  byId("many").textContent = requests.length ? say("requests.many", { n: number(requests.length) }) : say("requests.none");
  const titles = ["number", "about", "directorate", "age", "latest", "state", "what"].map((one) => say(`requests.${one}`));
  fill(byId("head"), [make("tr", {}, ...titles.map((title) => make("th", { scope: "col" }, title)))]);
  page.requests = requests;
  fillByKey(byId("rows"), requests.map((one) => labelled(row(hall, one), titles)));
}

function row(hall, one) {
  const due = make("td", {}, make("span", { class: one.overdue ? "late" : null }, inDay(one.latest)));
  if (one.printed_latest !== one.latest) due.append(make("small", {}, say("requests.printed", { day: inDay(one.printed_latest) })));
  if (one.latest_expected) due.append(make("small", {}, say("requests.expected")));
  const state = make("td", {}, say(`requests.is_${one.state}`));
  const answer = one.decision?.text ?? one.reply;
  if (one.decision) state.append(make("small", {}, `${one.decision.by} · ${named(one.decision.power_names)} · ${inDay(one.decision.day)}`));
  if (answer) state.append(make("small", {}, answer));
  const telling = answer && becameOfTelling(one, hall.time_zone);
  if (telling) state.append(make("small", { class: isUntold(one) && one.reply_told ? "late" : null }, telling));
  return make(
    "tr",
    { "data-key": one.number },
    make("th", { scope: "row" }, make("bdi", { dir: "ltr" }, one.shown), one.urgent ? make("small", {}, make("span", { class: "mark" }, say("requests.urgent"))) : null),
    make("td", {}, named(one.topic_names), Object.values(one.topic_names).includes(one.subject) ? null : make("small", {}, one.subject)),
    make("td", {}, named(one.directorate_names)),
    make("td", {}, number(one.age_days)),
    due,
    state,
    make("td", {}, make("div", { class: "do" }, ...buttons(one))),
  );
}

/** What an act is called where it replaces what there is. */
const wordOf = (act, one) => (one[act] && ["phone", "reply"].includes(act) ? `requests.do_${act}_anew` : `requests.do_${act}`);

function buttons(one) {
  return Object.entries(DO)
    .filter(([, { roles, when }]) => roles.includes(role) && when(one))
    .map(([act]) => make("button", { type: "button", class: FIRST.includes(act) && !(act === "reply" && one.reply) ? null : "quiet", "data-act": act, "data-number": one.number, "data-shown": one.shown, "data-focus": `${act} ${one.number}` }, say(wordOf(act, one))));
}

function paintLists(hall) {
  page.hall = hall;
  const options = (entries) => entries.map((one) => make("option", { value: one.code }, named(one.names)));
  byId("letter-topic")?.replaceChildren(...options(hall.requests.topics));
  byId("letter-directorate")?.replaceChildren(...options(hall.requests.directorates));
  byId("move-power").replaceChildren(...options(hall.requests.powers));
}

const of = (act, one) => [`/requests/${encodeURIComponent(one.number)}/${act}`, () => ({ text: say(`requests.${DONE[act]}`, { number: shown(one) }) })];
const send = (act, one) => doIt(of(act, one)[0], {}, of(act, one)[1], readAgain);

byId("rows").addEventListener("click", (event) => {
  const { act, number: which, shown: as } = event.target.dataset;
  if (!act) return;
  const one = { number: which, shown: as };
  const known = page.requests.find((other) => other.number === which);
  if (act === "refer" || act === "receipt") return void send(act, one);
  if (act === "tell" || act === "phone") return void (act === "tell" ? showCall : askForPhone)(known, readAgain);
  page.moving = { act, one };
  byId("move-form").reset();
  byId("move-form").elements.text.value = act === "reply" ? (known?.reply ?? "") : "";
  byId("move-title").textContent = `${say(wordOf(act, known ?? {}))} · ${shown(one)}`;
  byId("move-label").textContent = say(`requests.text_${act}`);
  byId("move-decide").hidden = act !== "decide";
  byId("move-form").elements.decided_by.required = byId("move-day").required = act === "decide";
  byId("move-day").value = byId("move-day").max = page.today;
  byId("move-dialog").showModal();
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
  readAgain();
});

byId("find-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  byId("found").textContent = "";
  try {
    const one = await get(`/requests/${encodeURIComponent(byId("find-number").value.trim())}`);
    const day = dayOf(page.hall, one.registered_at);
    const lines = [
      say("requests.stands", { number: shown(one), state: say(`requests.is_${one.state}`), directorate: named(one.directorate_names), day: inDay(day), latest: inDay(one.latest) }),
      one.reply ? say("requests.reply_is", { text: one.reply }) : say("requests.no_reply"),
    ];
    if (one.from_centre) lines.push(say("requests.other_hall", { time: clockTime(new Date(one.as_of), page.hall.time_zone) }));
    byId("found").textContent = lines.join("\n");
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
  if (await doIt("/requests", body, done, readAgain)) form.reset();
});

const readAgain = follow({ read, paint, live: LIVE });
