// The next hour of a service as a small drawing: the range, its middle, the target as a line; from right to left in Arabic.

import { draw, make } from "../common/parts.js";
import { clockTime, minutes, number, say } from "../common/words.js";

const WIDE = 160;
const HIGH = 44;
const EDGE = 3;

/** Return the drawing of a service's next hour, or a dash where nothing honest can be said. */
export function hour(hall, outlook) {
  if (!outlook || outlook.points.length < 2) return make("span", { class: "nothing" }, say("head.no_forecast"));
  const { points, target_s } = outlook;
  const first = Date.parse(points[0].at);
  const span = Date.parse(points.at(-1).at) - first;
  const top = Math.max(1.5 * target_s, ...points.map((point) => point.wait.high_s));
  const right = document.documentElement.dir === "rtl";
  const x = (at) => {
    const along = EDGE + ((WIDE - 2 * EDGE) * (Date.parse(at) - first)) / span;
    return (right ? WIDE - along : along).toFixed(1);
  };
  const y = (wait_s) => (HIGH - EDGE - ((HIGH - 2 * EDGE) * wait_s) / top).toFixed(1);
  const line = (key) => points.map((point) => `${x(point.at)},${y(point.wait[key])}`);
  const target = { x1: 0, x2: WIDE, y1: y(target_s), y2: y(target_s), class: "target" };
  const drawing = draw(
    "svg",
    { viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "none", role: "img", "aria-label": inWords(hall, outlook), class: outlook.passes_at ? "hour over" : "hour" },
    draw("polygon", { points: [...line("high_s"), ...line("low_s").reverse()].join(" "), class: "range" }),
    draw("polyline", { points: line("likely_s").join(" "), class: "likely" }),
    draw("line", target),
  );
  const last = points.at(-1);
  const later = say("head.at_range", { time: clockTime(new Date(last.at), hall.time_zone), range: range(last.wait) });
  return make("span", { class: "hour-cell" }, drawing, make("span", { class: "later", "aria-hidden": "true" }, later));
}

/** Return a wait's range in words; "up to" where it begins with nothing. */
export function range(wait) {
  const [low, high] = [minutes(wait.low_s), minutes(wait.high_s)];
  return low ? say("head.forecast_range", { low: number(low), high: number(high) }) : say("head.up_to", { n: number(high) });
}

const STEADY_S = 180; // nobody acts on a smaller difference

/**
 * Return in words where the wait goes within the hour: the most that is expected then, and an arrow from the most now.
 * Where no wait of now is shown beside it (`isNowShown`), it has no arrow: nobody sees from where.
 */
export function trend(outlook, isNowShown = true) {
  if (!outlook || outlook.points.length < 2) return make("span", { class: "nothing" }, say("head.no_forecast"));
  const [first, last] = [outlook.points[0].wait, outlook.points.at(-1).wait];
  const change_s = last.high_s - first.high_s;
  const way = Math.abs(change_s) < STEADY_S ? "same" : change_s > 0 ? "up" : "down";
  const text = say("head.up_to", { n: number(minutes(last.high_s)) });
  return make(
    "span",
    { class: `trend ${way} ${last.high_s > outlook.target_s ? "over" : ""}` },
    isNowShown ? make("span", { class: "arrow", "aria-hidden": "true" }, { up: "↗", same: "→", down: "↘" }[way]) : null,
    isNowShown ? make("span", { class: "unseen" }, `${say(`trend.${way}`)}: `) : null,
    text,
  );
}

function inWords(hall, { points, target_s }) {
  const each = points.map((point) => say("head.at_range", { time: clockTime(new Date(point.at), hall.time_zone), range: range(point.wait) }));
  return `${say("head.next_hour")}. ${each.join("; ")}. ${say("head.target", { min: number(minutes(target_s)) })}`;
}
