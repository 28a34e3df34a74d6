// The same period a week, a month or a year before, and how far a figure is from it: in words and with an arrow.

import { percent, time } from "./figures_words.js";
import { counted, dayInWords, number, say } from "../common/words.js";

/** Return the first day of the period that a view is compared with; a day is compared with the same weekday of the week before. */
export function dayBefore({ period, first }) {
  const day = new Date(`${first}T00:00:00Z`);
  if (period === "day" || period === "week") day.setUTCDate(day.getUTCDate() - 7);
  else if (period === "month") day.setUTCMonth(day.getUTCMonth() - 1);
  else day.setUTCFullYear(day.getUTCFullYear() - (period === "decade" ? 10 : 1));
  return day.toISOString().slice(0, 10);
}

const WHEN = {
  day: ({ first }) => dayInWords(first, { weekday: "long", day: "numeric", month: "long" }),
  week: () => say("figures.week_before"),
  month: ({ first }) => dayInWords(first, { month: "long" }),
  year: ({ first }) => dayInWords(first, { year: "numeric" }),
  decade: () => say("figures.decade_before"),
};

const points = (many) => counted("points", many);

/** How a difference is said: its size in words, and whether more of it is good (1), bad (-1) or neither (0). */
const KINDS = {
  came: { size: number, good: 0 },
  median: { size: time, good: -1 },
  within: { size: points, good: 1 },
  no_shows: { size: points, good: -1 },
};
const VALUES = {
  came: (total) => total.came,
  median: (total) => total.median_s,
  within: (total) => total.within && Math.round(total.within),
  no_shows: (total) => total.no_show && Math.round(total.no_show),
};
const PLAIN = { came: number, median: time, within: percent, no_shows: percent };

/**
 * Return what to say below a figure: `text`, `arrow`, and whether it is "better", "worse" or neither. A period that still runs has fewer
 * visits than a whole one, so both numbers of visits are shown without a judgement.
 */
export function comparison(column, view, before) {
  const when = WHEN[view.period](before);
  const [now, then] = [VALUES[column](view.total), VALUES[column](before.total)];
  if (then === null || (column === "came" && !then)) return { text: say("figures.nothing_before", { when }), arrow: "", way: "" };
  if (now === null || (column === "came" && view.running)) return { text: say("figures.was_before", { value: PLAIN[column](then), when }), arrow: "", way: "" };
  const difference = now - then;
  if (!difference) return { text: say("figures.as_before", { when }), arrow: "=", way: "" };
  const { size, good } = KINDS[column];
  const text = say(difference > 0 ? "figures.more_than" : "figures.less_than", { size: size(Math.abs(difference)), when });
  const way = good ? (Math.sign(difference) === good ? "better" : "worse") : "";
  return { text, arrow: difference > 0 ? "▲" : "▼", way };
}
