// Telling a visitor the reply by a call: the number that was left, what to read out, and that it was told.

import { get } from "./api.js";
import { doInDialog, doIt, inWords } from "./doing.js";
import { dayOf } from "./instants.js";
import { clockTime, dayInWords, say } from "./words.js";

const byId = (id) => document.getElementById(id);
const TOLD = ["called", "sent"];
const UNDER_WAY = ["waiting", "sending"];
const calling = { one: null, changed: null };
const leaving = { one: null, changed: null };
const path = (one, act) => `/requests/${encodeURIComponent(one.number)}/${act}`;
const shown = (one) => `\u2066${one.shown}\u2069`;
const isolated = (text) => `\u2068${text}\u2069`;
const answerOf = (one) => one.decision?.text ?? one.reply;

/** Whether somebody is to call: there is an answer, nobody has told it and no message is on its way. */
export const isUntold = (one) => Boolean(answerOf(one)) && !TOLD.includes(one.reply_told) && !UNDER_WAY.includes(one.reply_told);

/** Return what became of telling the visitor, as a sentence. */
export function becameOfTelling(one, zone) {
  if (UNDER_WAY.includes(one.reply_told)) return say("requests.message_leaves");
  if (isUntold(one)) return say(one.reply_told ? "requests.message_failed" : "requests.untold");
  if (!one.told_at) return say("requests.told_by_message");
  const at = new Date(one.told_at);
  const day = dayOf({ time_zone: zone }, at);
  const when = { day: dayInWords(day, { day: "numeric", month: "long" }), time: clockTime(at, zone) };
  return one.reply_told === "called" ? say("requests.told_by_call", { by: isolated(one.told_by), ...when }) : say("requests.told_by_message_at", when);
}

/** Show the number and what to read out; the number is asked for now, since each reading is recorded. */
export async function showCall(one, changed) {
  Object.assign(calling, { one, changed });
  byId("call-title").textContent = `${say("requests.do_tell")} · ${shown(one)}`;
  byId("call-answer").textContent = answerOf(one);
  byId("call-phone").textContent = one.phone ? "…" : say("requests.no_phone");
  byId("call-dialog").showModal();
  if (one.phone) byId("call-phone").replaceChildren(await phoneOf(one));
}

async function phoneOf(one) {
  try {
    const { phone } = await get(path(one, "phone"));
    const link = document.createElement("a");
    link.href = `tel:${phone}`;
    link.dir = "ltr";
    link.textContent = phone;
    return link;
  } catch (refusal) {
    return inWords(refusal);
  }
}

/** Ask for the number to which the reply is told, and for the visitor's consent. */
export function askForPhone(one, changed) {
  Object.assign(leaving, { one, changed });
  byId("phone-form").reset();
  byId("phone-title").textContent = `${say("requests.do_phone")} · ${shown(one)}`;
  byId("phone-dialog").showModal();
}

byId("call-back").addEventListener("click", () => byId("call-dialog").close());
byId("call-dialog").addEventListener("close", () => byId("call-phone").replaceChildren()); // no number stays in the page
byId("call-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const { one, changed } = calling;
  byId("call-dialog").close();
  doIt(path(one, "told"), {}, () => ({ text: say("requests.told", { number: shown(one) }) }), changed);
});

byId("phone-back").addEventListener("click", () => byId("phone-dialog").close());
byId("phone-dialog").addEventListener("close", () => byId("phone-form").reset()); // no number stays in the page
byId("phone-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const { one, changed } = leaving;
  const { phone, language } = Object.fromEntries(new FormData(/** @type {any} */ (event.target)));
  doInDialog(byId("phone-dialog"), path(one, "phone"), { phone, language }, () => ({ text: say("requests.phone_left", { number: shown(one) }) }), changed);
});
