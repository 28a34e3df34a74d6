// Stages whose times are probably wrong, and the corrections, each with a link to its visit.

import { time } from "../figures/figures_words.js";
import { dayOf } from "../common/instants.js";
import { make, paintTable } from "../common/parts.js";
import { clockTime, dayInWords, inDigits, known, named, number, say } from "../common/words.js";

const serviceName = (hall, code) => named(hall.services.find((one) => one.code === code)?.names) || code;
const agentName = (hall, code) => named(hall.agents.find((one) => one.agent === code)?.names) || code;
const word = (family, code) => (code && known(`${family}.${code}`) ? say(`${family}.${code}`) : (code ?? "–"));

function moment(hall, iso) {
  const at = new Date(iso);
  return say("trust.at", { day: dayInWords(dayOf(hall, at), { day: "numeric", month: "long" }), time: clockTime(at, hall.time_zone) });
}

function visitLink(hall, one, day) {
  const query = new URLSearchParams({ day, visit: one.visit });
  return make("a", { href: `/head/visit?${query}` }, one.ticket ? make("bdi", {}, inDigits(one.ticket)) : say("trust.no_ticket"));
}

/** Show the stages that may need a correction. */
export function paintDoubtful(hall, doubtful) {
  const rows = doubtful.map((one) =>
    make(
      "tr",
      { "data-why": one.why },
      make("td", {}, moment(hall, one.ended_at)),
      make("td", {}, make("bdi", {}, one.agent ? agentName(hall, one.agent) : "–")),
      make("td", {}, visitLink(hall, one, dayOf(hall, one.ended_at))),
      make("td", {}, serviceName(hall, one.service)),
      make("td", {}, make("bdi", {}, time(one.serving_s))),
      make("td", {}, say(`trust.${one.why}`)),
    ),
  );
  paintTable("doubtful", ["when", "who", "ticket", "service", "lasted", "why"].map((one) => say(`trust.${one}`)), rows, say("trust.none"));
}

/** Show who began long after the counters should have been open. */
export function paintLate(hall, late) {
  const rows = late.map((one) =>
    make(
      "tr",
      { "data-agent": one.agent },
      make("td", {}, moment(hall, one.at)),
      make("td", {}, make("bdi", {}, named(one.names) || one.agent)),
      make("td", {}, number(one.counter)),
      make("td", {}, say("trust.minutes", { n: number(Math.round(one.late_s / 60)) })),
    ),
  );
  paintTable("late", ["when", "who", "counter", "late_by"].map((one) => say(`trust.${one}`)), rows, say("trust.none"));
}

function value(hall, values, what) {
  if (what === "begun_at" || what === "ended_at") return values[what] ? clockTime(new Date(values[what]), hall.time_zone) : "–";
  if (what === "service") return serviceName(hall, values.service);
  return word(what, values[what]);
}

function changes(hall, one) {
  const changed = ["service", "outcome", "begun_at", "ended_at"].filter((what) => one.before[what] !== one.after[what]);
  const told = changed.map((what) => say("trust.changed", { what: say(`trust.${what}`), was: value(hall, one.before, what), now: value(hall, one.after, what) }));
  return new Intl.ListFormat(document.documentElement.lang).format(told);
}

/** Show the corrections, with both values and who made them. */
export function paintCorrections(hall, corrections) {
  const rows = corrections.map((one) => {
    const undone = one.taken_back_by ? ` ${say("trust.taken_back", { by: `\u2068${one.taken_back_by}\u2069` })}` : "";
    return make(
      "tr",
      {},
      make("td", {}, moment(hall, one.at)),
      make("td", {}, make("bdi", {}, one.by)),
      make("td", {}, visitLink(hall, one, one.service_day)),
      make("td", {}, `${changes(hall, one)}${undone}`),
      make("td", {}, word("reason", one.reason)),
    );
  });
  paintTable("corrections", ["when", "who", "ticket", "correction", "reason"].map((one) => say(`trust.${one}`)), rows, say("trust.none"));
}
