// The five faces on the visitor's page: given once, changed for some minutes, without any hurry.

import { post } from "../common/api.js";
import { known, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const form = byId("survey");
let code = "";
let until = 0;

/** Show the survey of a visit as the hall knows it; nothing where there is nothing to ask. */
export function showSurvey(survey, codeOfVisit) {
  code = codeOfVisit;
  form.hidden = !survey || (!survey.open && survey.face === null);
  if (form.hidden) return;
  until = survey.open ? Date.parse(survey.until) : 0;
  if (survey.face !== null) form.elements.face.value = String(survey.face);
  if (survey.reason !== null) form.elements.reason.value = survey.reason;
  byId("survey-words").value = survey.words ?? "";
  step(survey.face === null ? "asking" : "given");
  more();
}

function step(name) {
  form.dataset.step = name;
  byId("survey-form").hidden = name === "given";
  byId("survey-given").hidden = name !== "given";
  byId("survey-change").hidden = Date.now() >= until;
}

function more() {
  byId("survey-more").hidden = !form.elements.face.value;
}

function tell(text) {
  byId("survey-problem").textContent = text;
}

async function send() {
  const button = byId("survey-send");
  button.disabled = true;
  tell("");
  try {
    const body = {
      face: Number(form.elements.face.value),
      reason: form.elements.reason.value || null,
      words: byId("survey-words").value.trim() || null,
    };
    showSurvey(await post("/place/survey", body, { "Visit-Code": code }), code);
    byId("survey-thanks").focus();
  } catch (refusal) {
    const id = `error.${refusal.code}`;
    tell(known(id) ? say(id) : say("survey.not_sent"));
  } finally {
    button.disabled = false;
  }
}

form.addEventListener("change", more);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
byId("survey-change").addEventListener("click", () => {
  if (Date.now() >= until) return step("given");
  step("asking");
  form.querySelector("[name=face]:checked")?.focus();
});
