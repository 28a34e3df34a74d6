// Calling back whoever asked: the number that was left, read one at a time, and left, changed or erased here.

import { get } from "./api.js";
import { doInDialog, inWords } from "./doing.js";
import { make } from "./parts.js";
import { inWestern, number, say } from "./words.js";

const byId = (id) => document.getElementById(id);
const calling = { one: null, changed: null };
const path = (act) => `/enquiries/${calling.one.number}/${act}`;
const title = (act) => `${say(`enquiries.do_${act}`)} · ${number(calling.one.number)}`;
const told = (text) => () => ({ text: say(text, { n: number(calling.one.number) }) });

/** Consent is asked for as soon as a number is typed, and only then. */
export function askForConsent(form) {
  const { phone, consent } = form.elements;
  const follow = () => {
    consent.required = Boolean(phone.value.trim());
    consent.closest("label").hidden = !consent.required;
  };
  phone.addEventListener("input", follow);
  form.addEventListener("reset", () => setTimeout(follow));
  follow();
}

/** Show the number and what it is about; the number is asked for now, since each reading is recorded. */
export async function showCall(one, changed) {
  Object.assign(calling, { one, changed });
  byId("call-title").textContent = title("call");
  byId("call-question").textContent = one.question;
  byId("call-answer").textContent = one.answer ?? say("enquiries.no_answer_yet");
  byId("call-confirm").hidden = one.state !== "answered";
  byId("call-phone").textContent = "…";
  byId("call-dialog").showModal();
  const came = await phoneOf();
  // Meanwhile the dialog may have been closed, or opened for somebody else.
  if (calling.one === one && byId("call-dialog").open) byId("call-phone").replaceChildren(came);
}

async function phoneOf() {
  try {
    const { phone } = await get(path("phone"));
    return make("a", { href: `tel:${phone}`, dir: "ltr" }, phone);
  } catch (refusal) {
    return inWords(refusal);
  }
}

/** Ask for the number to call back; one that is kept is replaced or erased. */
export function askForPhone(one, changed) {
  Object.assign(calling, { one, changed });
  byId("phone-form").reset();
  byId("phone-title").textContent = title(one.phone ? "phone_anew" : "phone");
  byId("phone-erase").hidden = !one.phone;
  byId("phone-dialog").showModal();
}

byId("call-back").addEventListener("click", () => byId("call-dialog").close());
byId("call-dialog").addEventListener("close", () => byId("call-phone").replaceChildren()); // no number stays in the page
byId("call-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  await doInDialog(byId("call-dialog"), path("confirm"), {}, told("enquiries.done"), calling.changed);
});

byId("phone-back").addEventListener("click", () => byId("phone-dialog").close());
byId("phone-dialog").addEventListener("close", () => byId("phone-form").reset()); // no number stays in the page
byId("phone-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const { phone } = Object.fromEntries(new FormData(/** @type {any} */ (event.target)));
  doInDialog(byId("phone-dialog"), path("phone"), { phone: inWestern(phone) }, told("enquiries.phone_kept"), calling.changed);
});
byId("phone-erase").addEventListener("click", () => {
  doInDialog(byId("phone-dialog"), path("phone"), { phone: null }, told("enquiries.phone_erased"), calling.changed);
});
