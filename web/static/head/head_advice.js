// One sentence on top: what will hurt, what to do about it, and the button that does it.

import { agentName, sentence } from "../manage_today/act_in_force.js";
import { doIt } from "../common/doing.js";
import { worstFirst } from "./head_services.js";
import { fill, make } from "../common/parts.js";
import { clockTime, counted, minutes, named, number, say } from "../common/words.js";

const SOON_MS = 60_000;
const MOST_NAMED = 2;
const byId = (id) => document.getElementById(id);
const isolated = (text) => `\u2068${text}\u2069`;
const mayDo = () => document.querySelector("main").dataset.commands === "yes";

/** Paint the sentence, what to do about it with its button, and on demand what else would help; without an outlook, that there is none now. */
export function paintAdvice(hall, queues, read, changed) {
  const outlook = read && { ...read, advice: read.advice.filter((one) => canBeDone(queues, one)) };
  const inTable = orderOf(hall, queues);
  const worst = outlook && worstOf(outlook, inTable);
  const [first, ...others] = outlook?.advice ?? [];
  byId("advice").hidden = queues.day?.state === "closed";
  byId("advice").dataset.state = worst ? "act" : outlook ? "calm" : "unknown";
  setText(byId("advice-text"), sentenceOf(hall, queues, outlook, worst));
  const none = worst && read.advice.length === 0; // what was just done is no sign that nothing helps: the next outlook says what does
  setText(byId("advice-deed"), first ? inWords(hall, first) : none ? say("advice.none") : "");
  setText(byId("advice-why"), worst ? why(hall, queues, outlook.advice, worst, inTable) : "");
  refill(byId("advice-do"), first ? [button(hall, first, true, changed)] : []);
  refill(byId("advice-list"), others.map((one) => make("li", {}, make("span", {}, inWords(hall, one)), button(hall, one, false, changed))));
  paintMore(others.length);
  keepRoom();
}

/** Whether advice can still be followed: since it was computed somebody may have signed in there, gone on a break or gone home. */
function canBeDone(queues, one) {
  const counter = queues.counters?.find((each) => each.counter === one.counter);
  if (!counter) return true;
  return one.kind === "open_counter" ? counter.state === "closed" : counter.agent === one.agent && counter.state !== "on_break";
}

/** A longer text moves what is below once: the room that it took stays, so that the next one comes under no finger. */
function keepRoom() {
  const advice = byId("advice");
  if (advice.offsetHeight && byId("advice-list").hidden) advice.style.minBlockSize = `${advice.offsetHeight}px`;
}

function sentenceOf(hall, queues, outlook, worst) {
  if (!outlook) return say("advice.unavailable");
  return worst ? trouble(hall, queues, outlook, worst) : say("advice.calm");
}

function inWords(hall, one) {
  const gain = one.gain_likely > 0 && one.gain_low >= 0 ? gainOf(one) : "";
  return [deed(hall, one), gain].filter(Boolean).join(" ");
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text; // a status is read aloud when it changes
}

function paintMore(many) {
  const more = byId("advice-more");
  more.hidden = many === 0;
  setText(more, say("advice.more", { n: number(many) }));
  more.onclick = () => {
    const isOpen = more.getAttribute("aria-expanded") === "true";
    more.setAttribute("aria-expanded", String(!isOpen));
    byId("advice-list").hidden = isOpen;
  };
  if (many === 0) byId("advice-list").hidden = true;
}

/** Whether nobody is expected to wait too long. */
export const isCalm = (outlook) => !outlook.services.some((one) => one.passes_at);

/** Return the codes of the services as the table below has them, the one that needs the head most first. */
function orderOf(hall, queues) {
  const now = new Map(queues.services.map((service) => [service.service, service]));
  return worstFirst(hall.services.filter((service) => now.has(service.code)), now).map((service) => service.code);
}

// What is painted again loses its listeners, so it is only painted when its text has changed.
function refill(list, items) {
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  fill(list, items);
  if (focused && document.activeElement === document.body) list.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
}

// The service that the best change helps; where no change helps, the first one of the table that will wait too long.
function worstOf(outlook, inTable) {
  const passing = outlook.services.filter((one) => one.passes_at);
  const helped = passing.find((one) => one.service === outlook.advice[0]?.service);
  return helped ?? passing.sort((one, other) => inTable.indexOf(one.service) - inTable.indexOf(other.service))[0] ?? null;
}

/** Return why the sentence is about this service, which need not be the first one of the table. */
function why(hall, queues, advice, worst, inTable) {
  const now = queues.services.find((each) => each.service === worst.service);
  if (now?.waiting && now.counters_open === 0) return ""; // the sentence says it
  const [first, ...others] = advice;
  if (first?.service === worst.service) {
    const most = first.gain_likely > 0 && others.every((one) => one.gain_likely <= first.gain_likely);
    return most ? say("advice.why_gain") : "";
  }
  const [longest, next] = inTable.map((code) => shareOf(hall, queues, code));
  return say(inTable[0] === worst.service && longest > (next ?? 0) ? "advice.why_longest" : "advice.why_next");
}

/** Return the longest wait at a service as a share of its target. */
function shareOf(hall, queues, code) {
  const { target_wait_s } = hall.services.find((one) => one.code === code);
  return queues.services.find((one) => one.service === code).longest_wait_s / target_wait_s;
}

function trouble(hall, queues, outlook, one) {
  const now = queues.services.find((each) => each.service === one.service);
  const parts = {
    n: number(now?.waiting ?? 0),
    service: isolated(named(hall.services.find((each) => each.code === one.service)?.names) || one.service),
    minutes: counted("span.minutes", minutes(one.target_s)),
    time: clockTime(nearest(new Date(one.passes_at)), hall.time_zone),
  };
  if (now?.waiting && now.counters_open === 0) return say("advice.unserved", parts);
  const already = Date.parse(one.passes_at) - Date.parse(outlook.at) < SOON_MS;
  return say(already ? "advice.has_passed" : "advice.will_pass", parts);
}

// "About 10:40": told to five minutes, as surely as it is known.
const nearest = (at) => new Date(Math.round(at.getTime() / 300_000) * 300_000);

/** Return what to do as a sentence; of an agent who keeps many services only the one that now comes first is named. */
export function deed(hall, one) {
  const names = one.services.map((code) => isolated(named(hall.services.find((each) => each.code === code)?.names) || code));
  const services = new Intl.ListFormat(document.documentElement.lang).format(names);
  const many = one.kind === "move_agent" && names.length > MOST_NAMED;
  const parts = { agent: one.agent && agentName(hall, one.agent), n: number(one.counter), services, service: names[0] };
  return say(many ? "advice.take_first" : `advice.${one.kind}`, parts);
}

const gainOf = (one) =>
  say("advice.gain", { likely: number(one.gain_likely), low: number(one.gain_low), high: number(one.gain_high), minutes: counted("span.minutes", one.within_min) });

function button(hall, one, first, changed) {
  if (one.kind !== "move_agent" || !mayDo()) return null;
  const made = make("button", { type: "button", class: first ? "small" : "quiet small", "data-focus": `move-${one.agent}` }, say("advice.do_it"));
  made.setAttribute("aria-label", `${say("advice.do_it")}: ${deed(hall, one)}`);
  made.addEventListener("click", async () => {
    made.disabled = true;
    const done = (answer) => ({ text: sentence(hall, answer), undo: `/arrangements/${answer.arrangement}/undo` });
    await doIt(`/agents/${encodeURIComponent(one.agent)}/services`, { services: one.services }, done, changed);
    made.disabled = false;
  });
  return made;
}
