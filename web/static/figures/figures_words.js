// How the pages of figures say durations, shares, periods and the names of parts.

import { clockTime, dayInWords, named, number, percentText, say } from "../common/words.js";

const NONE = () => say("figures.none");
const DAY = { day: "numeric", month: "long", year: "numeric" };

/** Return a duration in hours, minutes and seconds with their words: digits with a colon would be read as a time of day. */
export function time(seconds) {
  if (seconds === null) return NONE();
  const whole = Math.round(seconds);
  const parts = { h: Math.floor(whole / 3600), min: Math.floor(whole / 60) % 60, s: whole % 60 };
  if (parts.h) parts.s = 0;
  const said = ["h", "min", "s"].filter((unit) => parts[unit]).map((unit) => say(`figures.unit_${unit}`, { n: number(parts[unit]) }));
  return said.join(" ") || say("figures.unit_s", { n: number(0) });
}

/** Return a share in whole percent. */
export const percent = (share) => (share === null ? NONE() : percentText(share));

/** Return the days that a view is about. */
export function periodInWords({ period, first, last }) {
  if (period === "day") return dayInWords(first);
  if (period === "month") return dayInWords(first, { month: "long", year: "numeric" });
  if (period === "year") return dayInWords(first, { year: "numeric" });
  if (period === "decade") {
    const years = { year: "numeric" };
    return say("figures.range", { first: dayInWords(first, years), last: dayInWords(last, years) });
  }
  return say("figures.range", { first: dayInWords(first, DAY), last: dayInWords(last, DAY) });
}

/** Return the name of a day or, in a year, of a month. */
export const stepName = (period, iso) =>
  period === "decade" ? dayInWords(iso, { year: "numeric" }) : period === "year" ? dayInWords(iso, { month: "long" }) : dayInWords(iso, { weekday: "long", day: "numeric", month: "long" });

/** Return an hour of the day, from its beginning to its end. */
export function hourName(hour) {
  const [from, to] = [hour, (hour + 1) % 24].map((one) => clockTime(new Date(Date.UTC(2000, 0, 1, one)), "UTC"));
  return say("figures.hour_range", { from, to });
}

/** Return the name of a weekday (ISO: Monday 1 to Sunday 7). */
export const weekdayName = (weekday) => dayInWords(`2024-01-${String(weekday).padStart(2, "0")}`, { weekday: "long" });

const nameOf = (all, code) => {
  const found = all.find((one) => one === code || one.code === code);
  return found ? named(found.names) : code;
};

/** How the rows of each table are named, from a key of the answer. */
export const ROWS = {
  steps: (hall, view, key) => stepName(view.period, key),
  services: (hall, view, key) => nameOf(hall.services, key),
  hours: (hall, view, key) => hourName(Number(key)),
  lanes: (hall, view, key) => say(`lane.${key}`),
  visitor_kinds: (hall, view, key) => (key ? say(`visitor.${key}`) : say("figures.no_kind")),
  counters: (hall, view, key) => (key ? say("head.counter", { n: number(Number(key)) }) : say("figures.no_counter")),
};
