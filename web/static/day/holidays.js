// Working days: when a request of today is due, the days off to come, and what the hall head enters.

import { get } from "../common/api.js";
import { doIt } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { follow } from "../frame/frame.js";
import { make, paintTable } from "../common/parts.js";
import { isSure } from "../common/sure.js";
import { counted, dayInWords, named, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
let daysOff = [];
let offset = null; // as painted last: what has been chosen since stays chosen while the hall's own is the same
const moved = (id) => (answer) => ({ text: say(id, { moved: counted("holidays.moved", answer.moved) }) });

function paint(_hall, view) {
  byId("due").textContent = say("holidays.due", { day: dayInWords(view.due) });
  byId("due-expected").hidden = !view.due_expected;
  byId("announced").textContent = say("holidays.announced_to", { day: dayInWords(view.announced_to) });
  if (offset === null) byId("moon-days").disabled = byId("moon-save").disabled = false; // until now nothing was known to save
  if (view.hijri_offset_days !== offset) byId("moon-days").value = String((offset = view.hijri_offset_days));
  daysOff = view.days_off.filter((one) => one.day >= view.today);
  const titles = ["day", "holiday", "state", "what"].map((one) => say(`holidays.${one}`));
  paintTable("rows", titles, daysOff.map(row), say("holidays.none"));
}

function row(one) {
  const back = one.own ? make("button", { type: "button", class: "quiet small", "data-day": one.day, "data-focus": one.day }, say("holidays.take_back")) : null;
  return make(
    "tr",
    { "data-key": one.day },
    make("th", { scope: "row" }, dayInWords(one.day)),
    make("td", { class: "about" }, named(one.names), " ", one.source ? make("small", {}, one.source) : null),
    make("td", {}, one.expected ? make("span", { class: "mark-word" }, say("holidays.awaited")) : say("holidays.certain")),
    make("td", { class: "do" }, back),
  );
}

byId("rows").addEventListener("click", (event) => {
  const one = daysOff.find(({ day }) => day === event.target.dataset.day);
  if (one) takeBack(one);
});

async function takeBack({ day, names }) {
  const title = say("holidays.take_back_title", { day: dayInWords(day) });
  const about = say("holidays.take_back_about", { name: `\u2068${named(names)}\u2069` });
  if (await isSure({ title, about, yes: say("holidays.take_back") })) doIt(`/holidays/${day}/take-back`, {}, moved("holidays.taken_back"), readAgain);
}

const form = byId("holiday-form");
armForm(form, ({ first, last, occasion, ar, en, source }) => {
  const names = Object.fromEntries(Object.entries({ ar, en }).filter(([, text]) => text.trim()));
  const undo = first === last ? `/holidays/${first}/take-back` : null;
  return doIt("/holidays", { first, last, names, occasion: occasion || null, source }, (answer) => ({ ...moved("holidays.entered")(answer), undo }), readAgain);
});

form.elements.first.addEventListener("change", ({ target }) => {
  const { last } = form.elements;
  if (!last.value || last.value < target.value) last.value = target.value;
});

armForm(byId("moon-form"), ({ days }) => doIt("/hijri-offset", { days: Number(days) }, moved("holidays.moon_set"), readAgain));

const readAgain = follow({ read: () => get("/working-days"), paint });
