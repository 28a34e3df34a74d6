// Correct the record of a visit that is over: the form starts with the stored values, and sends only the changed ones.

import { get, Refused } from "../common/api.js";
import { doIt } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { dayOf, instantOn } from "../common/instants.js";
import { fill, make } from "../common/parts.js";
import { inWestern, named, number, say } from "../common/words.js";

const OVER = new Set(["finished", "no_show", "cancelled", "carried_over", "closed_by_day"]);
const OUTCOMES = ["completed", "request_registered", "documents_missing", "referred", "cancelled"];
const REASONS = ["forgotten_begin", "finished_too_soon", "left_open", "wrong_outcome", "wrong_service", "other"];
const form = document.getElementById("right-form");
const page = { stages: [] };

const clock = (hall, iso) => (iso ? new Intl.DateTimeFormat("sv-SE", { timeStyle: "medium", timeZone: hall.time_zone }).format(new Date(iso)) : "");
const option = (value, text) => make("option", { value }, text);

function show(hall) {
  const stage = page.stages[Number(form.elements.position.value)];
  form.elements.begun.value = clock(hall, stage.begun_at);
  form.elements.ended.value = clock(hall, stage.ended_at);
  form.elements.outcome.value = stage.outcome ?? "";
  form.elements.service.value = stage.service;
}

/** Return a time of day as HH:MM:SS, as it may be typed: 9:05, 09:05 or 09:05:30. */
const withSeconds = (typed) => (typed && (typed.length < 6 ? `${typed}:00` : typed).padStart(8, "0"));

function body(hall) {
  const fields = form.elements;
  const position = Number(fields.position.value);
  const stage = page.stages[position];
  const onDay = dayOf(hall, stage.called_at ?? stage.issued_at);
  const asked = { reason: fields.reason.value, position };
  for (const [name, at] of Object.entries({ begun: "begun_at", ended: "ended_at" })) {
    const typed = withSeconds(inWestern(fields[name].value));
    if (typed && typed !== clock(hall, stage[at])) asked[at] = instantOn(hall, onDay, typed);
  }
  if (fields.outcome.value && fields.outcome.value !== stage.outcome) asked.outcome = fields.outcome.value;
  if (fields.service.value !== stage.service) asked.service = fields.service.value;
  if (fields.remark.value.trim()) asked.remark = fields.remark.value.trim();
  return asked;
}

async function stagesOf(visit) {
  try {
    const view = await get(`/visits/${encodeURIComponent(visit)}`);
    return OVER.has(view.state) ? view.stages : [];
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

/** Offer the form to who may command and for a visit that is over; `changed` is called after a correction or its undo. */
export async function armPutRight(hall, visit, changed) {
  if (document.getElementById("main").dataset.commands !== "yes") return;
  page.stages = await stagesOf(visit);
  document.getElementById("put-right").hidden = page.stages.length === 0;
  if (!page.stages.length) return;
  const serviceName = (code) => named(hall.services.find((one) => one.code === code)?.names) || code;
  document.getElementById("stage-row").hidden = page.stages.length === 1;
  fill(form.elements.position, page.stages.map((stage, at) => option(String(at), say("visit.stage_n", { n: number(at + 1), service: serviceName(stage.service) }))));
  fill(form.elements.outcome, [option("", "–"), ...OUTCOMES.map((one) => option(one, say(`outcome.${one}`)))]);
  fill(form.elements.service, hall.services.map((one) => option(one.code, named(one.names))));
  fill(form.elements.reason, [option("", say("visit.choose")), ...REASONS.map((one) => option(one, say(`reason.${one}`)))]);
  form.elements.position.value = String(page.stages.length - 1);
  form.elements.reason.value = "";
  show(hall);
  form.elements.position.addEventListener("change", () => show(hall));
  armForm(form, () => {
    const path = `/visits/${encodeURIComponent(visit)}/corrections`;
    let undone = false;
    const done = () => ({ text: say("visit.is_right"), undo: `${path}/undo` });
    return doIt(path, body(hall), done, () => (undone ? changed() : (undone = true)));
  });
}
