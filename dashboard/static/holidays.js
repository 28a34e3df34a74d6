// Working days: when a request of today is due, the days off to come, and what the hall head enters.

import { get } from "./api.js";
import { doIt } from "./doing.js";
import { follow } from "./frame.js";
import { fill, fillByKey, make } from "./parts.js";
import { counted, dayInWords, named, say } from "./words.js";

const byId = (id) => document.getElementById(id);
let offset = null; // as painted last: what has been chosen since stays chosen while the hall's own is the same
const moved = (id) => (answer) => ({ text: say(id, { moved: counted("holidays.moved", answer.moved) }) });

function paint(_hall, view) {
  byId("due").textContent = say("holidays.due", { day: dayInWords(view.due) });
  byId("due-expected").hidden = !view.due_expected;
  byId("announced").textContent = say("holidays.announced_to", { day: dayInWords(view.announced_to) });
  if (view.hijri_offset_days !== offset) byId("moon-days").value = String((offset = view.hijri_offset_days));
  const titles = ["day", "holiday", "state"].map((one) => say(`holidays.${one}`));
  fill(byId("head"), [make("tr", {}, ...titles.map((title) => make("th", { scope: "col" }, title)))]);
  fillByKey(byId("rows"), view.days_off.filter((one) => one.day >= view.today).map(row));
}

function row(one) {
  const back = one.own ? make("button", { type: "button", class: "quiet", "data-day": one.day, "data-focus": one.day }, say("holidays.take_back")) : null;
  const state = one.expected ? make("span", { class: "mark" }, say("holidays.awaited")) : say("holidays.certain");
  return make(
    "tr",
    { "data-key": one.day },
    make("th", { scope: "row" }, dayInWords(one.day)),
    make("td", {}, named(one.names), one.source ? make("small", {}, one.source) : null),
    make("td", {}, make("div", { class: "do" }, state, back)),
  );
}

byId("rows").addEventListener("click", (event) => {
  const { day } = event.target.dataset;
  if (day) doIt(`/holidays/${day}/take-back`, {}, moved("holidays.taken_back"), readAgain);
});

byId("holiday-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { first, last, occasion, ar, en, source } = Object.fromEntries(new FormData(/** @type {any} */ (event.target)));
  const names = Object.fromEntries(Object.entries({ ar, en }).filter(([, text]) => text.trim()));
  const body = { first, last, names, occasion: occasion || null, source };
  if (await doIt("/holidays", body, moved("holidays.entered"), readAgain)) event.target.reset();
});

byId("holiday-form").elements.first.addEventListener("change", ({ target }) => {
  const { last } = byId("holiday-form").elements;
  if (!last.value || last.value < target.value) last.value = target.value;
});

byId("moon-form").addEventListener("submit", (event) => {
  event.preventDefault();
  doIt("/hijri-offset", { days: Number(byId("moon-days").value) }, moved("holidays.moon_set"), readAgain);
});

const readAgain = follow({ read: () => get("/working-days"), paint });
