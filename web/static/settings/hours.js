// Working hours: the week, and days with special hours as in Ramadan; each change is looked at before it holds.

import { armForm } from "../common/forms.js";
import { fill, make, paintTable } from "../common/parts.js";
import { dayInWords, inDigits, say } from "../common/words.js";
import { follow } from "../frame/frame.js";
import { armChanges, change, isLocked, paintSettings, readSettings, TIMES, versionShown } from "./changing.js";

const byId = (id) => /** @type {any} */ (document.getElementById(id));
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const state = { week: {}, periods: [], day: "", period: null, version: 0 };
const dayName = (day) => say(`settings.field.${day}`);
const heads = (first) => [...first, ...TIMES.map((one) => `hours.${one}`), "setup.do"].map((one) => say(one));
const clock = (time) => make("td", {}, make("bdi", { class: "clock", dir: "ltr" }, inDigits(time)));

function paint(hall, view) {
  paintSettings(hall, view);
  const { hours, ramadan } = view.document;
  Object.assign(state, { week: hours, periods: ramadan });
  byId("always-open").hidden = !hours.always_open;
  paintTable("week", heads(["hours.day"]), DAYS.map(weekRow));
  const byDay = [...ramadan].sort((one, other) => (one.first < other.first ? -1 : 1));
  paintTable("periods", heads(["hours.first", "hours.last"]), byDay.map(periodRow), say("hours.no_periods"));
}

function weekRow(day) {
  const times = state.week[day];
  const button = make("button", { type: "button", class: "quiet small", "data-day": day, "aria-label": `${say("setup.change")}: ${dayName(day)}` }, say("setup.change"));
  const shown = times.length ? times.map(clock) : [make("td", { colspan: "5", class: "soft" }, say("hours.closed"))];
  return make("tr", { "data-key": day }, make("th", { scope: "row" }, dayName(day)), ...shown, make("td", { class: "do" }, isLocked("hours") ? null : button));
}

function periodRow(one) {
  const button = (act) => make("button", { type: "button", "data-act": act, "data-first": one.first }, say(`setup.${act}`));
  const menu = make("details", { class: "menu" }, make("summary", { "aria-label": say("people.more", { name: inWords(one.first) }) }, "⋯"), make("div", {}, button("change"), button("remove")));
  return make("tr", { "data-key": one.first }, make("th", { scope: "row" }, inWords(one.first)), make("td", {}, inWords(one.last)), ...one.times.map(clock), make("td", { class: "do" }, isLocked("ramadan") ? null : menu));
}

const inWords = (day) => dayInWords(day, { day: "numeric", month: "short", year: "numeric" });
const timesOf = (values) => TIMES.map((one) => values[one].slice(0, 5));
const put = (section, key, values) => ({ section, key, values });

/** Return the times of the first open day of the week: what most days have. */
const usualTimes = () => DAYS.map((one) => state.week[one]).find((times) => times.length) ?? [];

function fillTimes(form, times) {
  for (const [at, name] of TIMES.entries()) form.elements[name].value = times[at] ?? "";
}

function offerTimes() {
  const open = byId("day-open").checked;
  byId("day-times").hidden = !open;
  for (const name of TIMES) byId("day-form").elements[name].disabled = !open;
}
byId("day-open").addEventListener("change", offerTimes);

function openDay(day) {
  const form = byId("day-form");
  form.reset();
  Object.assign(state, { day, version: versionShown() });
  byId("day-title").textContent = say("setup.change_title", { name: dayName(day) });
  byId("day-open").checked = state.week[day].length > 0;
  fillTimes(form, state.week[day].length ? state.week[day] : usualTimes());
  const others = DAYS.filter((one) => one !== day);
  fill(byId("day-also"), others.map((one) => make("label", { class: "tick" }, make("input", { type: "checkbox", name: "also", value: one }), make("span", {}, dayName(one)))));
  offerTimes();
  byId("day-dialog").showModal();
}

function openPeriod(period) {
  const form = byId("period-form");
  form.reset();
  Object.assign(state, { period, version: versionShown() });
  byId("period-title").textContent = say(period ? "hours.change_period" : "hours.add_period");
  for (const name of ["first", "last"]) form.elements[name].value = period?.[name] ?? "";
  fillTimes(form, period?.times ?? usualTimes());
  byId("period-dialog").showModal();
}

armForm(byId("day-form"), (values) => {
  const times = byId("day-open").checked ? timesOf(values) : [];
  const days = [state.day, ...[...byId("day-form").querySelectorAll("[name=also]:checked")].map((box) => box.value)];
  return change([put("hours", "", Object.fromEntries(days.map((day) => [day, times])))], say("hours.saved"), readAgain, state.version);
});

armForm(byId("period-form"), (values) =>
  change([put("ramadan", state.period?.first ?? "", { first: values.first, last: values.last, times: timesOf(values) })], say("hours.saved"), readAgain, state.version));

byId("add-period").addEventListener("click", () => openPeriod(null));
byId("week").addEventListener("click", ({ target }) => target.dataset.day && openDay(target.dataset.day));
byId("periods").addEventListener("click", ({ target }) => {
  const { act, first } = target.dataset;
  const period = state.periods.find((one) => one.first === first);
  if (!act || !period) return;
  target.closest(".menu").removeAttribute("open");
  if (act === "change") openPeriod(period);
  else change([put("ramadan", first, null)], say("hours.saved"), readAgain);
});

const readAgain = follow({ read: readSettings, paint });
armChanges(readAgain);
