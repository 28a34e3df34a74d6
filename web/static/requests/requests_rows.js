// What rows and sheet say of one request, and which action comes first for whom.

import { dayOf } from "../common/instants.js";
import { make } from "../common/parts.js";
import { clockTime, dayInWords, named, number, say } from "../common/words.js";

const TOLD = ["called", "sent"];
const UNDER_WAY = ["waiting", "sending"];
const isolated = (text) => `\u2068${text}\u2069`;

/** Return the answer for the visitor. */
export const answerOf = (one) => one.decision?.text ?? one.reply;

/** Whether somebody is to call: there is an answer, nobody has told it and no message is on its way. */
const isUntold = (one) => Boolean(answerOf(one)) && ![...TOLD, ...UNDER_WAY].includes(one.reply_told);

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
const when = (hall, at) => `${inDay(dayOf(hall, at))} ${clockTime(new Date(at), hall.time_zone)}`;

/** Return what an act is called where it replaces what there is. */
export const wordOf = (act, one) => (one[act] && ["phone", "reply"].includes(act) ? `requests.do_${act}_anew` : `requests.do_${act}`);

/** Return what a role may do with a request: the main action, or null, and the others. */
export function actsOf(role, one) {
  const all = Object.keys(DO).filter((act) => DO[act].roles.includes(role) && DO[act].when(one));
  const main = all.find((act) => MAIN.includes(act) && !(act === "reply" && one.reply)) ?? null;
  return { main, others: all.filter((act) => act !== main) };
}

/** Return what a request is about; words that only repeat the topic are left out. */
export function aboutOf(one) {
  const topic = make("span", { class: "topic", dir: "auto" }, named(one.topic_names));
  return Object.values(one.topic_names).includes(one.subject) ? [topic] : [topic, " ", make("small", { dir: "auto" }, one.subject)];
}

/** Return by when it must be referred, in red words where that day is over or today. */
export function due(one, today) {
  const day = inShort(one.latest);
  if (one.overdue) return make("span", { class: "late" }, say("requests.overdue_since", { day }));
  if (one.state === "registered" && one.latest === today) return make("span", { class: "late" }, say("requests.due_now"));
  return make("span", { class: one.state === "registered" ? null : "soft" }, day);
}

/** Return its state, and where an answer was not told, that. */
export function stateOf(one) {
  const failed = isUntold(one) && one.reply_told;
  const word = isUntold(one) ? (failed ? "requests.short_failed" : "requests.short_untold") : `requests.is_${one.state}`;
  return make("span", { class: isUntold(one) ? (failed ? "mark-word bad" : "mark-word") : null }, say(word));
}

const decisionInWords = ({ by, power_names, day, amount_omr }) =>
  [by, named(power_names), inDay(day), amount_omr === null ? "" : say("requests.omr", { n: number(amount_omr) })].filter(Boolean).join(" · ");

/** Return everything that is known of a request, for its sheet. */
export function factsOf(hall, one, today) {
  const answer = answerOf(one);
  return [
    ["about", make("span", {}, ...aboutOf(one))],
    ["directorate", named(one.directorate_names)],
    ["state", say(`requests.is_${one.state}`)],
    ["latest", latest(one, today)],
    ["registered_on", `${when(hall, one.registered_at)} · ${isolated(one.registered_by)}`],
    ["age", number(one.age_days)],
    ["referred_on", one.referred_at && `${when(hall, one.referred_at)} · ${isolated(one.referred_by ?? "")}`],
    ["decision", one.decision && decisionInWords(one.decision)],
    ["answer", answer],
    ["telling", answer && make("span", { class: isUntold(one) && one.reply_told ? "late" : null }, becameOfTelling(hall, one))],
  ];
}

function latest(one, today) {
  const beside = [
    one.printed_latest === one.latest ? null : say("requests.printed", { day: inDay(one.printed_latest) }),
    one.latest_expected ? say("requests.expected") : null,
  ];
  return make("span", {}, due(one, today), ...beside.filter(Boolean).map((text) => make("small", {}, text)));
}

/** Return the state of the visitor's message, as a sentence. */
function becameOfTelling(hall, one) {
  if (UNDER_WAY.includes(one.reply_told)) return say("requests.message_leaves");
  if (isUntold(one)) return say(one.reply_told ? "requests.message_failed" : "requests.untold");
  if (!one.told_at) return say("requests.told_by_message");
  const parts = { day: dayInWords(dayOf(hall, one.told_at), { day: "numeric", month: "long" }), time: clockTime(new Date(one.told_at), hall.time_zone) };
  return one.reply_told === "called" ? say("requests.told_by_call", { by: isolated(one.told_by), ...parts }) : say("requests.told_by_message_at", parts);
}
