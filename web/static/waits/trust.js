// Moves out of order: a sentence, a table by who made them, a table by reason, and each one with the way to its visit.

import { get } from "../common/api.js";
import { followDays } from "../common/chosen_days.js";
import { dayOf } from "../common/instants.js";
import { paintCorrections, paintDoubtful, paintLate } from "./trust_corrections.js";
import { make, paintTable } from "../common/parts.js";
import { clockTime, dayInWords, inDigits, named, number, reasonName, say } from "../common/words.js";
import { armChips } from "../requests/chips.js";

const KEPT_MS = 10_000;
const KINDS = ["call_chosen", "transfer_first", "priority_given", "priority_taken_back", "reinstated_past_limit", "walk_up"];
const find = (id) => document.getElementById(id);

async function ask(days) {
  const [trust, corrections] = await Promise.all([get(`/trust${days}`), get(`/corrections${days}`)]);
  return { ...trust, corrections: corrections.corrections, doubtful: corrections.doubtful };
}

const shown = { hall: null };
const reason = (code) => (code ? reasonName(shown.hall, code) : say("trust.no_reason"));
const cell = (count) => make("td", {}, count ? number(count) : "–");

function byPerson(people) {
  const titles = [say("trust.who"), say("trust.moves"), say("trust.calls"), ...KINDS.map((kind) => say(`trust.${kind}`))];
  const rows = people.map((one) => {
    const of = (kind) => one.counts.filter((count) => count.kind === kind).reduce((sum, count) => sum + count.many, 0);
    const who = make("th", { scope: "row" }, make("bdi", {}, named(one.names) || one.by));
    return make("tr", { "data-by": one.by }, who, make("td", { class: "total" }, number(one.acts)), cell(one.called), ...KINDS.map((kind) => cell(of(kind))));
  });
  paintTable("people", titles, rows, say("trust.none"));
}

function byReason(people) {
  const titles = [say("trust.reason"), say("trust.moves"), ...KINDS.map((kind) => say(`trust.${kind}`))];
  const reasons = new Map();
  for (const { kind, reason: code, many } of people.flatMap((one) => one.counts)) {
    const of = reasons.get(code) ?? {};
    of[kind] = (of[kind] ?? 0) + many;
    reasons.set(code, of);
  }
  const sum = (of) => Object.values(of).reduce((all, many) => all + many, 0);
  const rows = [...reasons]
    .sort(([, one], [, other]) => sum(other) - sum(one))
    .map(([code, of]) => make("tr", {}, make("th", { scope: "row" }, reason(code)), make("td", { class: "total" }, number(sum(of))), ...KINDS.map((kind) => cell(of[kind]))));
  paintTable("reasons", titles, rows, say("trust.none"));
}

function oneByOne(hall, { acts, more, people }) {
  const titles = ["when", "who", "move", "ticket", "service", "reason"].map((one) => say(`trust.${one}`));
  const names = new Map(people.map((one) => [one.by, named(one.names) || one.by]));
  const services = new Map(hall.services.map((one) => [one.code, named(one.names)]));
  const rows = acts.map((act) => {
    const at = new Date(act.at);
    const when = say("trust.at", { day: dayInWords(dayOf(hall, at), { weekday: "long", day: "numeric", month: "long" }), time: clockTime(at, hall.time_zone) });
    const ticket = act.ticket ? make("bdi", {}, inDigits(act.ticket)) : say("trust.no_ticket");
    return make(
      "tr",
      { "data-kind": act.kind },
      make("td", {}, when),
      make("td", {}, make("bdi", {}, names.get(act.by) ?? act.by)),
      make("td", {}, say(`trust.${act.kind}`)),
      make("td", {}, make("a", { href: `/head/visit?visit=${encodeURIComponent(act.visit)}` }, ticket)),
      make("td", {}, services.get(act.service) ?? act.service),
      make("td", {}, reason(act.reason)),
    );
  });
  paintTable("acts", titles, rows, say("trust.none"));
  find("more").hidden = more === 0;
  find("more").textContent = say("trust.more", { n: number(more) });
}

function paint(hall, view) {
  shown.hall = hall;
  const moves = view.people.reduce((sum, one) => sum + one.acts, 0);
  find("verdict").textContent = moves ? say("trust.sentence", { n: number(moves), people: number(view.people.length) }) : say("trust.nothing");
  find("verdict-more").textContent = say("trust.between", { first: dayInWords(view.first), last: dayInWords(view.last) });
  byPerson(view.people);
  byReason(view.people);
  oneByOne(hall, view);
  paintDoubtful(hall, view.doubtful);
  paintLate(hall, view.late);
  paintCorrections(hall, view.corrections);
  const many = { order: moves, doubtful: view.doubtful.length, late: view.late.length, corrections: view.corrections.length };
  for (const [list, n] of Object.entries(many)) find("lists").querySelector(`[data-list=${list}]`).textContent = say("trust.list", { name: say(`trust.${list}`), n: number(n) });
}

armChips("order", (list) => {
  for (const part of document.querySelectorAll("[data-shown]")) part.hidden = part.dataset.shown !== list;
});
followDays({ ask, kept_ms: KEPT_MS, paint });
