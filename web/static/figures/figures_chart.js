// The median wait and the wait of nine in ten over the hours of a day, the days of a week or month, or the months of a year.

import uPlot from "../vendor/uplot/uPlot.esm.js";
import { clockTime, dayInWords, number } from "../common/words.js";

const HIGH = 260;
const LEAST = 5; // calls: the median of fewer says nothing
const LINE_FROM = 3; // points: a line through two would claim a course
const RIGHT_TO_LEFT = document.documentElement.dir === "rtl";
const INK = getComputedStyle(document.documentElement);
const colour = (name) => INK.getPropertyValue(name).trim();
const FONT = "13px Plex, sans-serif";
let shown = null;

function daysBetween(first, last) {
  const days = [];
  for (const day = new Date(`${first}T00:00:00Z`); days.at(-1) !== last; day.setUTCDate(day.getUTCDate() + 1)) days.push(day.toISOString().slice(0, 10));
  return days;
}

/** Return the keys along the axis, also those without a figure: a gap stays visible as a gap. */
function along(view) {
  if (view.period === "year") return Array.from({ length: 12 }, (_, at) => `${view.first.slice(0, 4)}-${String(at + 1).padStart(2, "0")}-01`);
  if (view.period !== "day") return daysBetween(view.first, view.last);
  const hours = view.hours.map((part) => Number(part.key));
  const [from, to] = [Math.min(...hours), Math.max(...hours)];
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
}

const SHORT = {
  day: (key) => clockTime(new Date(Date.UTC(2000, 0, 1, Number(key))), "UTC"),
  week: (key) => dayInWords(key, { weekday: "short" }),
  month: (key) => dayInWords(key, { day: "numeric" }),
  year: (key) => dayInWords(key, { month: "short" }),
};

function options(view, keys, wide, lines) {
  const edge = keys.length > 1 ? 0.5 : 1;
  const grid = { stroke: colour("--line"), width: 1 };
  const axis = { stroke: colour("--ink-soft"), font: FONT, grid, ticks: grid };
  const line = (stroke, dash) => ({ stroke, width: lines ? 2.5 : 0, dash, points: { show: true, size: 8, fill: stroke }, spanGaps: false });
  return {
    width: wide,
    height: HIGH,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, dir: RIGHT_TO_LEFT ? -1 : 1, range: [-edge, keys.length - 1 + edge] },
      y: { range: (_, low, high) => [0, Math.max(5, Math.ceil((high ?? 0) * 1.1))] },
    },
    axes: [
      { ...axis, incrs: [1, 2, 5, 7], space: 34, values: (_, splits) => splits.map((at) => (keys[at] === undefined ? "" : SHORT[view.period](keys[at]))) },
      { ...axis, side: RIGHT_TO_LEFT ? 1 : 3, size: 52, values: (_, splits) => splits.map((one) => number(one)) },
    ],
    series: [{}, line(colour("--primary")), line(colour("--accent"), [8, 5])],
  };
}

/** Draw the chart of a view into `parent`, as wide as there is room, now and whenever that changes; return whether there is a point to draw. */
export function chart(parent, view) {
  const keys = along(view);
  const figures = new Map((view.period === "day" ? view.hours : view.steps).map((part) => [part.key, part.figures]));
  const counts = (key) => (figures.get(key)?.called ?? 0) >= LEAST;
  const minutes = (name) => keys.map((key) => (counts(key) && figures.get(key)[name] !== null ? figures.get(key)[name] / 60 : null));
  const points = keys.filter(counts).length;
  parent.dataset.points = String(points);
  if (!points) return false;
  const told = JSON.stringify([keys, minutes("median_s"), minutes("p90_s")]);
  if (shown?.told === told) return true;
  shown?.plot.destroy();
  const data = [keys.map((_, at) => at), minutes("median_s"), minutes("p90_s")];
  shown = { told, plot: new uPlot(options(view, keys, parent.clientWidth, points >= LINE_FROM), data, parent) };
  return true;
}

new ResizeObserver(([{ contentRect }]) => {
  if (shown && contentRect.width && contentRect.width !== shown.plot.width) shown.plot.setSize({ width: contentRect.width, height: HIGH });
}).observe(document.getElementById("chart"));
