// A complaint or suggestion from the visitor's page: written, sent once, and its number kept in sight.

import { get, post } from "../common/api.js";
import { dayInWords, inDigits, known, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const form = byId("complaint-form");
const KEPT = "dawr_complaint";
let code = "";

/** Let the visitor with this code write one, and show where the last one from this phone stands. */
export function offerComplaint(codeOfVisit) {
  if (code) return;
  code = codeOfVisit;
  byId("complaint").hidden = false;
  const mine = localStorage.getItem(KEPT);
  if (mine) look(mine);
}

function tell(text, cutOff = false) {
  byId("complaint-told").textContent = text;
  byId("complaint-told").classList.toggle("problem", cutOff);
}

function refused(refusal) {
  const id = `error.${refusal.code}`;
  tell(known(id) ? say(id) : say("survey.not_sent"), true);
}

async function look(number) {
  try {
    const one = await get(`/complaints/${encodeURIComponent(number)}/state`);
    const day = one.closed_on ?? one.answered_on ?? one.received_on;
    tell(say("survey.stands", { state: say(`survey.now_${one.state}`), day: dayInWords(day, { day: "numeric", month: "long" }) }));
    const shown = document.createElement("bdi");
    shown.dir = "ltr";
    shown.textContent = inDigits(one.number);
    byId("complaint-told").prepend(shown);
  } catch (refusal) {
    if (refusal.code === "complaint_unknown") localStorage.removeItem(KEPT);
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  byId("complaint-send").disabled = true;
  try {
    const body = { nature: form.elements.nature.value, text: byId("complaint-text").value };
    const made = await post("/place/complaint", body, { "Visit-Code": code });
    localStorage.setItem(KEPT, made.number);
    form.reset();
    byId("complaint").open = false;
    await look(made.number);
    byId("complaint-told").focus();
  } catch (refusal) {
    refused(refusal);
  } finally {
    byId("complaint-send").disabled = false;
  }
});
