// How right the announced waits were: a sentence, a table by service, a table by day.

import { get } from "../common/api.js";
import { followDays } from "../common/chosen_days.js";
import { make, paintTable } from "../common/parts.js";
import { paintScore } from "./waits_advice.js";
import { dayInWords, minutes, named, number, percentText, say } from "../common/words.js";

const KEPT_MS = 30_000; // figures of days change slowly, and reading many days takes the hall a moment
const AIM = 80;
const SHORT_DAY = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
const COLUMNS = ["told", "held", "later", "error", "width", "untold"];
const find = (id) => document.getElementById(id);

async function ask(days) {
  const [waits, advice] = await Promise.all([get(`/waits${days}`), get(`/outlook/score${days}`)]);
  return { ...waits, advice };
}

const inPercent = (value) => (value === null ? "–" : percentText(value));
const inMinutes = (seconds) => (seconds === null ? "–" : say("head.minutes", { n: number(minutes(seconds)) }));

function held(share) {
  const bar = share === null ? null : make("span", { class: "bar" }, make("span", { class: "full" }));
  if (bar) bar.firstChild.style.inlineSize = `${share}%`; // by script: the policy of the pages allows no style attribute
  return make("td", { class: "held" }, inPercent(share), bar);
}

const cells = {
  told: (figures) => make("td", {}, number(figures.told)),
  held: (figures) => held(figures.held),
  later: (figures) => make("td", {}, inPercent(figures.later)),
  error: (figures) => make("td", {}, inMinutes(figures.error_s)),
  width: (figures) => make("td", {}, inMinutes(figures.width_s)),
  untold: (figures) => make("td", {}, number(figures.untold)),
};

const row = (name, figures) => make("tr", {}, make("th", { scope: "row" }, name), ...COLUMNS.map((column) => cells[column](figures)));

const table = (id, first, rows) => paintTable(id, [first, ...COLUMNS.map((column) => say(`waits.${column}`))], rows, say("waits.none"));

function sentence({ held, called }) {
  if (!called) return say("waits.nothing");
  return say("waits.sentence", { n: number(Math.round(held)), of: number(100), called: number(called) });
}

function paint(hall, { first, last, total, days, services, advice }) {
  paintScore(hall, advice);
  const names = new Map(hall.services.map((service) => [service.code, named(service.names)]));
  find("verdict").textContent = sentence(total);
  const days_told = { first: dayInWords(first), last: dayInWords(last) };
  find("verdict-more").textContent = say("waits.between", { ...days_told, aim: number(AIM), of: number(100) });
  table("services", say("head.service"), services.map((one) => row(names.get(one.service) ?? one.service, one.figures)));
  table("by-day", say("waits.day"), days.map((one) => row(dayInWords(one.service_day, SHORT_DAY), one.figures)).reverse());
}

followDays({ ask, kept_ms: KEPT_MS, paint });
