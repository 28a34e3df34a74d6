// How right the advice was: a summary, and each piece of advice with its prediction and the result after its hour.

import { deed } from "../head/head_advice.js";
import { dayOf } from "../common/instants.js";
import { make, paintTable } from "../common/parts.js";
import { clockTime, dayInWords, number, percentText, say } from "../common/words.js";

const find = (id) => document.getElementById(id);
const points = (value) => (value === null ? "–" : number(Math.round(value)));
const share = (value) => (value === null ? "–" : percentText(value));

function verdict(score) {
  if (!score.given) return say("waits.no_advice");
  const parts = { given: number(score.given), followed: number(score.followed), foretold: points(score.gain_foretold), measured: points(score.gain_measured) };
  const gain = score.gain_foretold === null ? "" : ` ${say("waits.advice_gain", parts)}`;
  const off = score.off_followed ?? score.off_not_followed;
  const error = off === null ? "" : ` ${say("waits.advice_off", { followed: points(score.off_followed), left: points(score.off_not_followed) })}`;
  return `${say("waits.advice_given", parts)}${gain}${error}`;
}

const signed = (points) => `${points < 0 ? "\u2212" : "+"}${number(Math.abs(points))}`;

/** Show the score of the advice. */
export function paintScore(hall, score) {
  find("advice-verdict").textContent = verdict(score);
  const titles = ["advice_when", "advice_what", "advice_foretold", "advice_gained", "advice_brought", "advice_done"].map((one) => say(`waits.${one}`));
  const rows = score.advice.map((one) => {
    const at = new Date(one.at);
    const day = dayOf(hall, at);
    const when = say("trust.at", { day: dayInWords(day, { day: "numeric", month: "long" }), time: clockTime(at, hall.time_zone) });
    const done = one.followed_at ? clockTime(new Date(one.followed_at), hall.time_zone) : say("waits.advice_left");
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, when),
      make("td", {}, deed(hall, one)),
      make("td", {}, share(one.share_without)),
      make("td", {}, make("bdi", {}, signed(one.gain_likely))),
      make("td", {}, share(one.share_measured)),
      make("td", {}, done),
    );
  });
  paintTable("advice", titles, rows);
}
