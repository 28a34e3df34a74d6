// Counters and agents that a week needs: a heat table by half hour and day, and what each service needs of it.

import { get } from "../common/api.js";
import { time, weekdayName } from "./figures_words.js";
import { follow, now } from "../frame/frame.js";
import { fill, make } from "../common/parts.js";
import { counted, dayInWords, inDigits, known, named, number, say } from "../common/words.js";

const KEPT_MS = 300_000; // a plan of past days does not change with every call
const SHADES = [0.25, 0.5, 0.75, 1]; // of the week's most: from where each darker shade begins
const page = { week: new URLSearchParams(location.search).get("week") ?? "", answer: null, read_at: 0, hall: null };
const find = (id) => document.getElementById(id);
const form = find("asked");

async function read() {
  if (page.answer && Date.now() - page.read_at < KEPT_MS) return { ...page.answer, at: new Date(now()).toISOString() };
  page.answer = await get(`/plan${page.week ? `?week=${encodeURIComponent(page.week)}` : ""}`);
  page.read_at = Date.now();
  return page.answer;
}

const weekday = (iso) => new Date(`${iso}T00:00:00Z`).getUTCDay() || 7;
const short = { day: "numeric", month: "long" };
const whole = { day: "numeric", month: "long", year: "numeric" };
const serviceName = (hall, code) => named(hall.services.find((one) => one.code === code)?.names) || code;
const prayerName = (name) => (known(`reason.${name}`) ? say(`reason.${name}`) : name);

function stands({ days, days_needed, weeks, aim, break_share, week }) {
  const few = week.length > 0 && week.every((day) => day.basis === "too_few");
  find("stands").dataset.state = few ? "few" : "enough";
  const parts = { days: counted("span.days", days), needed: number(days_needed), weeks: counted("span.weeks", weeks), aim: number(aim), of: number(100), breaks: number(break_share) };
  const loose = week.filter((day) => day.basis === "all_days").map((day) => weekdayName(weekday(day.day)));
  const names = new Intl.ListFormat(document.documentElement.lang).format(loose);
  const more = loose.length ? ` ${say("plan.loose", { days: names })}` : "";
  return few ? say("plan.too_few", parts) : `${say("plan.stands", parts)}${more}`;
}

function cell(slot, what, most) {
  if (!slot) return make("td", { class: "empty" }, make("span", { class: "unseen" }, say("figures.none")));
  const shade = slot[what] === 0 ? 0 : SHADES.filter((share) => slot[what] >= share * most).length;
  const prayer = slot.prayer ? make("span", { class: "prayer" }, prayerName(slot.prayer)) : null;
  return make("td", { class: `shade${shade}` }, make("b", {}, number(slot[what])), prayer);
}

function paintHeat(week) {
  const what = form.elements.what.value;
  find("heat-title").textContent = say(`plan.${what}`);
  const begins = [...new Set(week.flatMap((day) => day.slots.map((slot) => slot.begins)))].sort();
  const most = Math.max(1, ...week.flatMap((day) => day.slots.map((slot) => slot[what])));
  fill(find("heat-head"), [make("tr", {}, make("th", { scope: "col" }, say("plan.day")), ...begins.map((at) => make("th", { scope: "col" }, inDigits(at))))]);
  const rows = week.map((day) => {
    const at = new Map(day.slots.map((slot) => [slot.begins, slot]));
    const name = make("th", { scope: "row" }, weekdayName(weekday(day.day)), make("small", {}, say("plan.on_days", { date: dayInWords(day.day, short), n: number(day.days) })));
    return make("tr", { "data-day": day.day }, name, ...begins.map((one) => cell(at.get(one), what, most)));
  });
  fill(find("heat"), rows);
}

function paintNeeds(hall, { week, services }) {
  const days = week.filter((day) => day.slots.length);
  fill(find("needs-head"), [make("tr", {}, make("th", { scope: "col" }, say("figures.service")), ...days.map((day) => make("th", { scope: "col" }, weekdayName(weekday(day.day)))))]);
  const rows = services.map((service) => {
    const cells = days.map((day) => {
      const needs = day.slots.flatMap((slot) => slot.needs.filter((need) => need.service === service.service).map((need) => ({ ...need, begins: slot.begins })));
      const most = needs.reduce((best, need) => (best && best.counters >= need.counters ? best : need), null);
      return make("td", {}, most ? say("plan.most_at", { n: number(most.counters), time: inDigits(most.begins) }) : "–");
    });
    return make("tr", { "data-service": service.service }, make("th", { scope: "row" }, serviceName(hall, service.service)), ...cells);
  });
  fill(find("needs"), rows);
}

function paintServing(hall, services) {
  const titles = ["figures.service", "plan.counter_s", "plan.target", "plan.known_from"].map((id) => make("th", { scope: "col" }, say(id)));
  fill(find("serving-head"), [make("tr", {}, ...titles)]);
  const rows = services.map((one) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, serviceName(hall, one.service)),
      make("td", {}, make("bdi", {}, time(one.counter_s))),
      make("td", {}, say("head.minutes", { n: number(Math.round(one.target_s / 60)) })),
      make("td", {}, say(`plan.from_${one.origin}_n`, { n: number(one.stages) })),
    ),
  );
  fill(find("serving"), rows);
}

function paint(hall, view) {
  page.hall = hall;
  find("week").textContent = say("figures.range", { first: dayInWords(view.first, whole), last: dayInWords(view.last, whole) });
  find("stands").textContent = stands(view);
  const planned = view.week.some((day) => day.slots.length);
  find("heat-panel").hidden = find("needs-panel").hidden = !planned;
  if (planned) {
    paintHeat(view.week);
    paintNeeds(hall, view);
  }
  paintServing(hall, view.services);
  find("csv").href = `/api/v1/plan.csv?${new URLSearchParams({ week: view.first, lang: document.documentElement.lang })}`;
}

const again = follow({ read, paint });

for (const [id, step] of /** @type {[string, number][]} */ ([["before", -7], ["after", 7]])) {
  find(id).addEventListener("click", () => {
    if (!page.answer) return;
    const first = new Date(`${page.answer.first}T00:00:00Z`);
    first.setUTCDate(first.getUTCDate() + step);
    page.week = first.toISOString().slice(0, 10);
    page.read_at = 0;
    history.replaceState(null, "", `?week=${page.week}`);
    again();
  });
}
form.elements.what.addEventListener("change", () => page.answer && paintHeat(page.answer.week));
form.addEventListener("submit", (event) => event.preventDefault());
find("do-print").addEventListener("click", () => print());
window.addEventListener("beforeprint", () => {
  page.opened = !find("definitions").open;
  find("definitions").open = true;
});
window.addEventListener("afterprint", () => {
  if (page.opened) find("definitions").open = false;
});
