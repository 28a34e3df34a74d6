// What reception does with one visit, offered by what it is: paper, service, lane, group, cancel, reinstate.

import { post } from "../common/api.js";
import { doIt, refuse, tell } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { make } from "../common/parts.js";
import { choosePaper, paperName, showTicket } from "./reception_paper.js";
import { serviceName, standing } from "./reception_rows.js";
import { clockTime, inDigits, named, reasonName, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const HERE = ["waiting", "called", "serving", "parked", "no_show"];
const at = { hall: null, visit: null, group: [], changed: null };

/** Open the dialog of one visit; `visits` are all that are known, `changed` is called after whatever was done. */
export function openVisit({ hall, visit, visits, changed }) {
  const group = visits.filter((one) => visit.group && one.group === visit.group && one.state === "waiting").map((one) => one.visit);
  Object.assign(at, { hall, visit, group, changed });
  const ticket = inDigits(visit.ticket);
  byId("visit-title").replaceChildren(make("bdi", { dir: "ltr" }, ticket), ` · ${serviceName(hall, visit.service)}`);
  byId("visit-about").textContent = [say(`lane.${visit.lane}`), say("reception.since", { time: clockTime(new Date(visit.issued_at), hall.time_zone) }), standing(hall, visit)].join(" · ");
  const acts = ACTS.filter(({ when }) => when(visit)).map((act) => act.form(visit, ticket));
  byId("acts").replaceChildren(...(acts.length ? acts : [make("p", { class: "hint" }, say("reception.no_acts"))]));
  byId("visit-record")?.setAttribute("href", `/head/visit?${new URLSearchParams({ visit: visit.visit })}`);
  byId("visit-dialog").showModal();
  (byId("acts").querySelector("button") ?? byId("visit-dialog").querySelector("[data-closes]")).focus();
}

/** Return a form with what it says or asks, and a button; the dialog closes when the hall has accepted it. */
function form(id, about, button, does, quiet = true) {
  const made = make("form", { id: `do-${id}` }, about, make("button", { class: quiet ? "quiet" : null }, button));
  armForm(made, does);
  return made;
}

const line = (text) => make("p", {}, text);
const select = (name, label, options) => make("label", {}, label, " ", make("select", { name }, ...options.map(([value, text]) => make("option", { value }, text))));
const path = (end) => `/visits/${at.visit.visit}/${end}`;
const send = (end, body, text, undo = null) => doIt(path(end), body, () => ({ text, undo }), at.changed);

async function paper(body, text) {
  try {
    const shown = await post(path("ticket"), body);
    byId("visit-dialog").close();
    tell(text);
    if (!body.at_device) showTicket(shown);
    return true;
  } catch (refusal) {
    refuse(refusal);
    return false;
  } finally {
    at.changed();
  }
}

function reprintForm(visit, ticket) {
  const at_device = choosePaper();
  const about = say(at_device ? "reception.reprint_about" : "reception.reprint_screen", { printer: paperName() ?? "" });
  const said = say(at_device ? "reception.reprinted_at" : "reception.renewed", { ticket, printer: paperName() ?? "" });
  return form("reprint", line(about), say(at_device ? "reception.reprint" : "reception.renew"), () => paper({ reprints: visit.reprints, ...(at_device ? { at_device } : {}) }, said), false);
}

function serviceForm(visit, ticket) {
  const others = at.hall.services.filter((one) => one.code !== visit.service && one.open).map((one) => [one.code, named(one.names)]);
  if (!others.length) return make("p", { class: "hint" }, say("reception.no_other_service"));
  const back = { path: path("service"), body: { service: visit.service } };
  return form("service", select("service", say("reception.other_service"), others), say("reception.change"), ({ service }) =>
    send("service", { service }, say("reception.changed", { ticket, service: serviceName(at.hall, service) }), back));
}

function laneForm(visit, ticket) {
  const has = visit.lane === "priority";
  const reasons = (has ? ["corrected"] : ["asked", "seen"]).map((one) => [one, say(`reason.${one}`)]);
  const back = { path: path("lane"), body: { lane: has ? "priority" : "standard", reason: has ? "asked" : "corrected" } };
  return form("lane", select("reason", say("reception.why"), reasons), say(has ? "reception.take_priority" : "reception.give_priority"), ({ reason }) =>
    send("lane", { lane: has ? "standard" : "priority", reason }, say(has ? "reception.priority_taken" : "reception.priority_given", { ticket }), back));
}

function reinstateForm(_visit, ticket) {
  const reasons = [["", say("reception.no_reason")], ...at.hall.reasons.map((one) => [one, reasonName(at.hall, one)])];
  return form("reinstate", select("reason", say("reception.why_again"), reasons), say("reception.reinstate"), ({ reason }) =>
    send("reinstate", reason ? { reason } : {}, say("reception.reinstated", { ticket })), false);
}

const bringBackForm = (_visit, ticket) =>
  form("bring-back", line(say("reception.bring_back_about")), say("reception.bring_back"), () =>
    send("bring-back", {}, say("reception.back_again", { ticket })), false);

/** Return the command that links the group again; null where nobody else of the group still waits. */
const linkAgain = () => (at.group.length < 2 ? null : { path: "/visits/group", body: { visits: at.group } });

const waits = (visit) => visit.state === "waiting";
const ACTS = [
  { when: (visit) => visit.state === "no_show", form: reinstateForm },
  { when: (visit) => ["carried_over", "closed_by_day"].includes(visit.state), form: bringBackForm },
  { when: (visit) => HERE.includes(visit.state), form: reprintForm },
  { when: waits, form: serviceForm },
  { when: waits, form: laneForm },
  {
    when: (visit) => waits(visit) && visit.group,
    form: (visit, ticket) => form("unlink", line(say("reception.unlink_about")), say("reception.unlink"), () =>
      doIt("/visits/unlink", { visits: [visit.visit] }, () => ({ text: say("reception.unlinked", { ticket }), undo: linkAgain() }), at.changed)),
  },
  {
    when: waits,
    form: (_visit, ticket) => form("cancel", line(say("reception.cancel_about")), say("reception.cancel"), () =>
      send("cancel", {}, say("reception.cancelled", { ticket }), path("undo"))),
  },
  {
    when: (visit) => visit.state === "cancelled",
    form: (_visit, ticket) => form("undo", line(say("reception.undo_about")), say("act.undo"), () => send("undo", {}, say("reception.back_again", { ticket }))),
  },
];
