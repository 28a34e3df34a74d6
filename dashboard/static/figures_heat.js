// Weekday by hour as a table: the longer the median wait, the darker its cell; the figure is in it, nothing is told by colour alone.

import { weekdayName } from "./figures_words.js";
import { fill, make } from "./parts.js";
import { minutes, number, say } from "./words.js";

const SHADES_MIN = [5, 10, 20, 30]; // from how many minutes on each darker shade begins
const WEEK = [7, 1, 2, 3, 4, 5, 6]; // Oman's week begins on Sunday

const shade = (seconds) => SHADES_MIN.filter((from) => seconds >= 60 * from).length;

function cell(one) {
  if (!one) return make("td", { class: "empty" }, make("span", { class: "unseen" }, say("figures.none")));
  const wait = one.median_s === null ? say("figures.none") : say("figures.heat_cell", { wait: number(minutes(one.median_s)) });
  return make("td", { class: `shade${one.median_s === null ? 0 : shade(one.median_s)}` }, make("b", {}, wait), make("small", {}, number(one.came)));
}

/** Show the cells of a view: the hours from the first to the last, the weekdays on which somebody came. */
export function heat(head, body, cells) {
  const at = new Map(cells.map((one) => [`${one.weekday} ${one.hour}`, one]));
  const hours = cells.map((one) => one.hour);
  const from = Math.min(...hours);
  const row = Array.from({ length: Math.max(...hours) - from + 1 }, (_, more) => from + more);
  const days = WEEK.filter((day) => cells.some((one) => one.weekday === day));
  fill(head, [make("tr", {}, make("th", { scope: "col" }, say("figures.weekday")), ...row.map((hour) => make("th", { scope: "col" }, number(hour))))]);
  fill(body, days.map((day) => make("tr", {}, make("th", { scope: "row" }, weekdayName(day)), ...row.map((hour) => cell(at.get(`${day} ${hour}`))))));
}
