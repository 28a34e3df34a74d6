// One row of the work list, and which action comes first for whom.

import { make } from "./parts.js";
import { isUntold } from "./requests_telling.js";
import { dayInWords, named, say } from "./words.js";

/** What each role may do with a request as it stands. */
const DO = {
  tell: { roles: ["head", "admin", "reception", "call_centre"], when: isUntold },
  refer: { roles: ["head", "admin", "reception"], when: (one) => one.state === "registered" },
  reply: { roles: ["head", "admin", "directorate"], when: (one) => one.state === "referred" || one.state === "replied" },
  decide: { roles: ["head", "admin"], when: (one) => one.state === "registered" && one.urgent },
  phone: { roles: ["head", "admin", "reception", "call_centre"], when: (one) => one.state !== "withdrawn" && !one.told_at },
  receipt: { roles: ["head", "admin", "reception"], when: (one) => one.state !== "withdrawn" },
  withdraw: { roles: ["head", "admin"], when: (one) => one.state === "registered" },
};
const MAIN = ["tell", "refer", "reply"]; // what moves a request on, the first of them that is due

/** Return a day as rows and sheet write it. */
export const inDay = (iso) => dayInWords(iso, { weekday: "short", day: "numeric", month: "short", year: "numeric" });

const inShort = (iso) => dayInWords(iso, { weekday: "short", day: "numeric", month: "short" });

/** Return what an act is called where it replaces what there is. */
export const wordOf = (act, one) => (one[act] && ["phone", "reply"].includes(act) ? `requests.do_${act}_anew` : `requests.do_${act}`);

/** Return what a role may do with a request: the main action, or null, and the others. */
export function actsOf(role, one) {
  const all = Object.keys(DO).filter((act) => DO[act].roles.includes(role) && DO[act].when(one));
  const main = all.find((act) => MAIN.includes(act) && !(act === "reply" && one.reply)) ?? null;
  return { main, others: all.filter((act) => act !== main) };
}

/** Return a button that does an act. */
export const actButton = (act, one, kind) =>
  make("button", { type: "button", class: kind, "data-act": act, "data-focus": `${act} ${one.number}` }, say(wordOf(act, one)));

/** Return a request as one row; `up` opens its menu upwards, where there is no room below. */
export function row({ role, today }, one, up) {
  const { main, others } = actsOf(role, one);
  const title = make("button", { type: "button", class: "opener", "aria-haspopup": "dialog", "data-focus": `open ${one.number}` }, make("bdi", { dir: "ltr" }, one.shown));
  return make(
    "tr",
    { "data-key": one.number },
    make("th", { scope: "row" }, title, one.urgent ? make("span", { class: "mark-word" }, say("requests.urgent")) : null),
    make("td", { class: "about" }, ...aboutOf(one)),
    make("td", { class: "whose" }, named(one.directorate_names)),
    make("td", { class: "due" }, due(one, today)),
    make("td", { class: "is" }, stateOf(one)),
    make("td", { class: "do" }, main ? actButton(main, one, "small") : null, others.length ? menu(one, others, up) : null),
  );
}

/** Return what a request is about; words that only repeat the topic are left out. */
export function aboutOf(one) {
  const topic = make("span", { class: "topic" }, named(one.topic_names));
  return Object.values(one.topic_names).includes(one.subject) ? [topic] : [topic, " ", make("small", {}, one.subject)];
}

/** Return by when it must be referred, in red words where that day is over or today. */
export function due(one, today) {
  const day = inShort(one.latest);
  if (one.overdue) return make("span", { class: "late" }, say("requests.overdue_since", { day }));
  if (one.state === "registered" && one.latest === today) return make("span", { class: "late" }, say("requests.due_now"));
  return make("span", { class: one.state === "registered" ? null : "soft" }, day);
}

function stateOf(one) {
  const failed = isUntold(one) && one.reply_told;
  const word = isUntold(one) ? (failed ? "requests.short_failed" : "requests.short_untold") : `requests.is_${one.state}`;
  return make("span", { class: isUntold(one) ? (failed ? "mark-word bad" : "mark-word") : null }, say(word));
}

function menu(one, acts, up) {
  const label = `${say("requests.more")}: ${one.shown}`;
  return make(
    "details",
    { class: up ? "menu up" : "menu" },
    make("summary", { "aria-label": label, "data-focus": `more ${one.number}` }, make("span", { "aria-hidden": "true" }, "⋯")),
    make("div", {}, ...acts.map((act) => actButton(act, one, null))),
  );
}
