// Weekday by hour as a table: the longer the median wait, the darker its cell. Each cell has its number, too: colour alone says nothing.

import { weekdayName } from "./figures_words.js";
import { fill, make } from "../common/parts.js";
import { clockTime, minutes, number, say } from "../common/words.js";

const SHADES_MIN = [5, 10, 20, 30]; // from how many minutes on each darker shade begins
const WEEK = [7, 1, 2, 3, 4, 5, 6]; // Oman's week begins on Sunday
const WORKING = [7, 1, 2, 3, 4];

const shade = (seconds) => SHADES_MIN.filter((from) => seconds >= 60 * from).length;

function cell(one) {
  if (!one) return make("td", { class: "empty" }, make("span", { class: "unseen" }, say("figures.none")));
  const wait = one.median_s === null ? say("figures.none") : say("figures.heat_cell", { wait: number(minutes(one.median_s)) });
  return make("td", { class: `shade${one.median_s === null ? 0 : shade(one.median_s)}` }, make("b", {}, wait), make("small", {}, number(one.came)));
}

/** Return the hours of the columns: the opening hours, and those before and after in which somebody came. */
function hoursOf({ hours }, cells) {
  const found = cells.map((one) => one.hour);
  const { doors, closing } = hours ?? {};
  if (doors && closing && !(doors === "00:00" && closing === "23:59")) found.push(Number(doors.slice(0, 2)), Math.ceil(Number(closing.slice(0, 2)) + Number(closing.slice(3)) / 60) - 1);
  const from = Math.min(...found);
  return Array.from({ length: Math.max(...found) - from + 1 }, (_, more) => from + more);
}

/** Show the cells: all working days and hours, and other days on which somebody came. */
export function heat(head, body, hall, cells) {
  const at = new Map(cells.map((one) => [`${one.weekday} ${one.hour}`, one]));
  const row = hoursOf(hall, cells);
  const days = WEEK.filter((day) => WORKING.includes(day) || cells.some((one) => one.weekday === day));
  const title = (hour) => clockTime(new Date(Date.UTC(2000, 0, 1, hour)), "UTC");
  fill(head, [make("tr", {}, make("th", { scope: "col" }, say("figures.weekday")), ...row.map((hour) => make("th", { scope: "col" }, title(hour))))]);
  fill(body, days.map((day) => make("tr", {}, make("th", { scope: "row" }, weekdayName(day)), ...row.map((hour) => cell(at.get(`${day} ${hour}`))))));
}
