// A notice to the boards, and a visit that is cancelled by its ticket number.

import { get, Refused } from "../common/api.js";
import { clearMessages, doIt, inWords } from "../common/doing.js";
import { sentence } from "./act_in_force.js";
import { clockTime, inDigits, inWestern, named, say } from "../common/words.js";

/** How many letters one line of a wall board has; a board shows a longer text line by line. */
const LETTERS_IN_A_LINE = 40;

/** The letters of each language: a text without one of them is most likely in the wrong field. */
const LETTERS = { ar: /\p{Script=Arabic}/u, en: /\p{Script=Latin}/u };

const byId = (id) => document.getElementById(id);

/** Make both forms work; `page.hall` is the hall as it was read last. */
export function armForms(page, changed) {
  armNotice(page, changed);
  armCancel(page, changed);
}

function aboutNotice(language, text) {
  if (/\p{L}/u.test(text) && !LETTERS[language].test(text)) return say(language === "ar" ? "act.notice_not_ar" : "act.notice_not_en");
  return text.length > LETTERS_IN_A_LINE ? say("act.notice_lines") : "";
}

function armNotice(page, changed) {
  const form = byId("notice-form");
  for (const language of ["ar", "en"]) {
    byId(`notice-${language}`).addEventListener("input", (event) => {
      byId(`notice-${language}-lines`).textContent = aboutNotice(language, event.target.value.trim());
    });
  }
  form.addEventListener("reset", () => ["ar", "en"].forEach((language) => { byId(`notice-${language}-lines`).textContent = ""; }));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const texts = Object.fromEntries([...new FormData(/** @type {any} */ (form))].filter(([, text]) => text.trim()));
    const done = (made) => ({ text: sentence(page.hall, made), undo: `/arrangements/${made.arrangement}/undo` });
    if (await doIt("/notices", { texts }, done, changed)) form.reset();
  });
}

function armCancel(page, changed) {
  const button = byId("do-cancel");
  let found = null;
  const show = (visit, text) => {
    found = visit;
    byId("found").textContent = text;
    byId("found").classList.toggle("refused", !visit && text !== "");
    clearMessages();
    button.hidden = visit?.state !== "waiting";
    byId("found").scrollIntoView({ block: "nearest" });
    if (visit) button.textContent = say("act.do_cancel", { ticket: isolated(visit.ticket) });
  };
  byId("cancel-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const ticket = inWestern(byId("cancel-ticket").value).trim().toUpperCase();
    try {
      const visit = await get(`/visits?ticket=${encodeURIComponent(ticket)}`);
      show(visit, aboutIt(page.hall, visit));
    } catch (refusal) {
      if (!(refusal instanceof Refused)) throw refusal;
      show(null, inWords(refusal)); // beside the field: on a phone the top of the page is far away
    }
  });
  button.addEventListener("click", async () => {
    const visit = found;
    const done = () => ({ text: say("act.is_cancelled", { ticket: isolated(visit.ticket) }), undo: `/visits/${visit.visit}/undo` });
    if (await doIt(`/visits/${visit.visit}/cancel`, {}, done, changed)) byId("cancel-ticket").value = "";
    found = null;
    byId("found").textContent = "";
    button.hidden = true;
  });
}

const isolated = (ticket) => `\u2066${inDigits(ticket)}\u2069`;

function aboutIt(hall, visit) {
  return say("act.found", {
    ticket: isolated(visit.ticket),
    service: named(hall.services.find((each) => each.code === visit.service)?.names) || visit.service,
    time: clockTime(new Date(visit.issued_at), hall.time_zone),
    state: say(`visit.${visit.state}`),
  });
}
