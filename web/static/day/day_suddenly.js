// Sudden closing: what stands, with who closed the hall and why; a form that shows whom a closure touches before it holds.

import { post } from "../common/api.js";
import { doIt, refuse } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { dayOf, instantOn } from "../common/instants.js";
import { fillByKey, make } from "../common/parts.js";
import { clockTime, dayInWords, named, number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const LATE_MS = 120000; // the hall asks the centre each minute: later than this it was cut off
const shown = { hall: null, changed: () => {} };

/** Paint the closures that stand or are to come. */
export function paintClosures(hall, { closures }) {
  shown.hall = hall;
  fillByKey(byId("closures"), closures.map(row));
}

const inst = (at) => `${dayInWords(dayOf(shown.hall, at), { weekday: "long", day: "numeric", month: "long" })} ${clockTime(new Date(at), shown.hall.time_zone)}`;

function row(one) {
  const who = say(one.from_centre ? "suddenly.by_centre" : "suddenly.by", { by: `\u2068${one.by}\u2069`, at: inst(one.at) });
  const late = one.heard && Date.parse(one.heard) - Date.parse(one.at) > LATE_MS ? say("suddenly.heard_late", { at: inst(one.heard) }) : "";
  const what = [say("suddenly.span", { first: inst(one.first), until: inst(one.until) }), named(one.texts), who, late];
  const end = make("button", { type: "button", class: "small" }, say("suddenly.open_again"));
  end.addEventListener("click", () => openAgain(one));
  return make(
    "li",
    { "data-key": one.closure, "data-state": "called" },
    make("span", { class: "fate" }, say(`suddenly_reason.${one.reason}`)),
    make("span", { class: "what" }, what.filter(Boolean).join(" · ")),
    end,
  );
}

const openAgain = ({ closure }) => doIt(`/closures/${closure}/end`, {}, () => ({ text: say("suddenly.opened") }), shown.changed);

function bodyOf(values) {
  const texts = Object.fromEntries(["ar", "en"].map((tag) => [tag, values[tag]]).filter(([, text]) => text.trim()));
  const first = values.begins === "later" ? instantOn(shown.hall, values.first_day, `${values.first_time}:00`) : null;
  return { reason: values.reason, first, until: instantOn(shown.hall, values.until_day, `${values.until_time}:00`), texts };
}

async function send(values) {
  const body = bodyOf(values);
  try {
    paintEffect(await post("/closures/check", body));
  } catch (refusal) {
    return refuse(refusal);
  }
  if (!(await isMeant())) return null;
  return doIt("/closures", body, (made) => ({ text: say("suddenly.done"), undo: `/closures/${made.closure}/end` }), shown.changed);
}

function paintEffect(effect) {
  const lines = ["waiting", "at_counters", "bookings", "officials"].filter((one) => effect[one]).map((one) => say(`suddenly.${one}`, { n: number(effect[one]) }));
  byId("suddenly-effect").replaceChildren(...(lines.length ? lines : [say("suddenly.nobody")]).map((line) => make("li", {}, line)));
}

function isMeant() {
  const dialog = byId("suddenly-sure");
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true }));
}

/** Make the form work; `changed` is called after each command. */
export function armClosures(changed) {
  shown.changed = changed;
  const form = byId("suddenly-form");
  const paintFirst = () => {
    const later = form.elements.begins.value === "later";
    byId("suddenly-first").hidden = !later;
    for (const name of ["first_day", "first_time"]) form.elements[name].required = later;
  };
  form.addEventListener("change", paintFirst);
  form.addEventListener("reset", () => setTimeout(paintFirst));
  armForm(form, send);
}
