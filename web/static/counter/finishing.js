// Finishing the visit in hand: its outcome, missing documents, requests that it registers, or the visitor's next service.

import { make } from "../common/parts.js";
import { counted, dayInWords, deviceName, inDigits, inWestern, named, number, say } from "../common/words.js";
import { choose, digitOf, DIGITS, field, kbd, show, words, write } from "./questions.js";
import { command, commandFor, current, offerUndo, remember, serviceOf, state, tell, ticketOf } from "./place.js";

const OUTCOMES = ["completed", "request_registered", "documents_missing", "referred", "cancelled"];
/** Requests that the hall registers with one visit at most. */
const MOST = 10;
const QUANTITY_MAX = 999;

/** Ask how the service ended, and finish, or go on with the visitor's next service. */
export async function askFinish() {
  const visit = current();
  const quantity = quantityRow();
  const finish = finishOf(visit, quantity.done);
  const asksOn = (code) => ["next_service", "documents_missing"].includes(code) || (code === "request_registered" && state.hall.requests !== null);
  const outcome = await choose({
    kind: "outcome",
    title: say("counter.outcome"),
    about: [ticketOf(visit)],
    choices: words([...OUTCOMES, "next_service"]),
    first: true,
    above: quantity.row,
    onKey: quantity.onKey,
    mayStay: asksOn,
    send: (code) => finish(code),
  });
  if (outcome === null) return;
  if (outcome === "next_service") return goOn(visit, quantity);
  if (outcome === "documents_missing") return finished(visit, await askMissing(visit, finish));
  if (outcome === "request_registered") return finished(visit, await register(visit, finish));
  return finished(visit, outcome);
}

/** Register a request of the visitor in hand; the visit is finished with it. */
export async function registerRequest() {
  const visit = current();
  return finished(visit, await register(visit, finishOf(visit, () => [])));
}

const finishOf = (visit, transactions) => (outcome, more = {}) => commandFor(visit, "finish", { outcome, transactions: transactions(), ...more });

/** Say what was done, and tell the visitor's code or numbers; `after` is the hall's answer, null where nothing was sent. */
async function finished(visit, after) {
  if (after === null) return;
  offerUndo(visit, after, "finished");
  // Sent on from another counter with "return to me": it waits there again.
  tell(say(after.state === "waiting" ? "counter.done.sent_back" : "counter.done_finish", { ticket: ticketOf(visit) }), "done");
  if (after.return_slip) {
    remember({ paper: { path: `/visits/${visit.visit}/return-slip`, visit: visit.visit } });
    await showReturnCode(after);
  } else if (after.requests?.length) {
    remember({ paper: { path: `/requests/${encodeURIComponent(after.requests.at(-1).number)}/receipt`, visit: visit.visit } });
    await showRegistered(after);
  }
}

/** Return a row that counts transactions: its element, what it counts for the hall, and its keys. */
function quantityRow() {
  let many = 1;
  const text = make("span", { role: "status" });
  const less = make("button", { type: "button", class: "quiet", "aria-label": say("counter.fewer") }, "−");
  const more = make("button", { type: "button", class: "quiet", "aria-label": say("counter.plus") }, "+");
  const count = (by) => {
    many = Math.min(Math.max(many + by, 1), QUANTITY_MAX);
    text.textContent = say("counter.transactions", { n: number(many) });
    less.disabled = many === 1;
  };
  less.addEventListener("click", () => count(-1));
  more.addEventListener("click", () => count(1));
  count(0);
  const onward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  return {
    row: make("div", { class: "quantity" }, text, less, more),
    done: () => (many > 1 ? [{ quantity: many }] : []),
    onKey: (event) => {
      if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return false;
      count(event.key === onward ? 1 : -1);
      return true;
    },
  };
}

/** Ask which documents are missing, and finish with them. */
function askMissing(visit, finish) {
  const listed = state.hall.services.find((one) => one.code === visit.service)?.information?.documents ?? [];
  const ticks = listed.map((names, at) =>
    make("label", { class: "tick" }, make("input", { type: "checkbox", name: "missing", value: names.ar ?? named(names) }), make("span", {}, named(names)), kbd(DIGITS[at] ?? "")),
  );
  const send = async (_values) => finish("documents_missing", { missing: chosen() });
  const boxes = () => ticks.map((one) => /** @type {any} */ (one.querySelector("input")));
  const other = field("other", say("counter.another_document"), { max: 100, hint: say("counter.as_printed") });
  const chosen = () => [...boxes().filter((one) => one.checked).map((one) => one.value), ...[/** @type {any} */ (other.querySelector("input")).value.trim()].filter(Boolean)];
  send.check = () => (chosen().length || !listed.length ? "" : say("counter.choose_missing"));
  return write({
    kind: "missing",
    title: say("counter.which_missing"),
    about: [ticketOf(visit)],
    fields: [...ticks, other],
    buttons: [{ code: "finish", name: say("counter.finish_with_code") }],
    send,
    onKey: (event) => {
      const box = event.target.matches("input[type=text]") ? null : boxes()[DIGITS.indexOf(digitOf(event.key) || "-")];
      if (!box) return false;
      box.checked = !box.checked;
      return true;
    },
  });
}

function showReturnCode({ return_slip: slip, slip_at: at }) {
  const code = inDigits(`${slip.code.slice(0, 4)} ${slip.code.slice(4)}`);
  return show({
    kind: "return_code",
    title: say("counter.code_title"),
    big: [`\u2066${code}\u2069`],
    lines: [
      say("counter.valid_until", { day: dayInWords(slip.last_day) }),
      slip.missing.length ? say("counter.missing_are", { documents: slip.missing.map((one) => documentName(slip.service, one)).join(" · ") }) : "",
      at ? say("counter.code_printed", { kiosk: deviceName(at) }) : say("counter.code_not_printed"),
    ],
    buttons: at ? [again()] : [],
  });
}

function documentName(service, arabic) {
  const listed = state.hall.services.find((one) => one.code === service)?.information?.documents ?? [];
  return named(listed.find((one) => one.ar === arabic)) || arabic;
}

const again = () => ({ name: say("counter.reprint"), work: () => reprint() });

/** Let a kiosk print the newest paper of this counter once more. */
export async function reprint() {
  await command(state.paper.path);
  tell(say("counter.done.reprint"), "done");
}

function showRegistered({ requests, receipt_at: at }) {
  return show({
    kind: "registered",
    title: counted("counter.registered", requests.length),
    big: requests.map((one) => `\u2066${inDigits(one.shown)}\u2069`),
    lines: [
      say("counter.refer_by", { day: dayInWords(requests[0].latest) }),
      requests[0].latest_expected ? say("counter.may_change") : "",
      at ? say("counter.receipt_printed", { kiosk: deviceName(at) }) : say("counter.receipt_not_printed"),
    ],
    buttons: at ? [again()] : [],
  });
}

const listed = (entries) => entries.map((one) => ({ code: one.code, name: named(one.names) }));

/** Ask what is registered, one request after the other, and finish with all of them; null where the agent goes back. */
async function register(visit, finish) {
  const done = [];
  let phone = "";
  let asksMore = false; // once details were asked for, they are asked for again after a step back
  for (;;) {
    const topic = await askTopic(visit, done, phone, asksMore, finish);
    if (topic === null && !done.length) return null;
    if (topic !== null && topic.code === undefined) return topic; // finished without another request
    let request = topic === null ? done.pop() : null; // back from the next topic: to the request before
    if (topic !== null) {
      asksMore ||= topic.more || done.length > 0;
      const directorate = await askDirectorate(visit, topic.code, asksMore, finish);
      if (directorate === null) continue; // back to the topic
      if (typeof directorate !== "string") return directorate;
      request = { subject: "", directorate, topic: topic.code };
    }
    const answer = await askDetails(visit, request, done, phone, finish);
    if (answer === null) continue;
    if (!answer.another) return answer;
    done.push(answer.request);
    phone = answer.phone;
  }
}

/** A request without words is named after its topic, in Arabic as it is filed. */
const filedAs = (topic) => state.hall.requests.topics.find((one) => one.code === topic)?.names.ar ?? topic;
const withSubject = (request) => ({ ...request, subject: request.subject || filedAs(request.topic) });

/** Ask for the topic: {code, more}, or the hall's answer where the visit was finished without another request. */
async function askTopic(visit, done, phone, asksMore, finish) {
  const last = done.length ? "no_more" : "no_request";
  const more = moreRow(asksMore);
  const answer = await choose({
    kind: "request_topic",
    title: say("counter.ask.request_topic"),
    about: [ticketOf(visit), done.length ? counted("counter.drafted", done.length) : ""],
    choices: [...listed(state.hall.requests.topics), ...words([last])],
    above: more.row,
    onKey: more.onKey,
    mayStay: (code) => code !== last,
    send: () => finish("request_registered", { requests: done.map(withSubject), phone: phone || null }),
  });
  return typeof answer === "string" ? { code: answer, more: more.isOn() } : answer;
}

/** Ask who decides it; without details the visit is finished with it. */
function askDirectorate(visit, topic, asksMore, finish) {
  return choose({
    kind: "request_directorate",
    title: say("counter.ask.request_directorate"),
    about: [ticketOf(visit)],
    choices: listed(state.hall.requests.directorates),
    mayStay: () => asksMore,
    send: (directorate) => finish("request_registered", { requests: [withSubject({ subject: "", directorate, topic })] }),
  });
}

/** Return the switch that asks for more of a request than its topic and directorate. */
function moreRow(on) {
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
  box.checked = on;
  return {
    row: make("label", { class: "tick" }, box, make("span", {}, say("counter.more_of_request")), kbd("0")),
    isOn: () => box.checked,
    onKey: (event) => {
      if (digitOf(event.key) !== "0") return false;
      box.checked = !box.checked;
      return true;
    },
  };
}

function askDetails(visit, request, before, phone, finish) {
  const urgent = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", name: "urgent" }));
  urgent.checked = Boolean(request.urgent);
  const requestOf = (values) => ({ ...request, subject: values.subject.trim(), external: inWestern(values.external).trim() || null, urgent: "urgent" in values });
  const send = async (values, button) => {
    const [one, dialled] = [requestOf(values), inWestern(values.phone).trim()];
    if (button === "another") return { another: true, request: one, phone: dialled };
    return finish("request_registered", { requests: [...before, one].map(withSubject), phone: dialled || null });
  };
  // Only Latin letters and digits can stand on every receipt.
  send.check = (values) => {
    if (/[^\x20-\x7e]/.test(inWestern(values.external).trim())) return say("counter.write_latin");
    return /^[+\d\s-]*$/.test(inWestern(values.phone)) ? "" : say("counter.write_mobile");
  };
  return write({
    kind: "request_details",
    title: say("counter.request_title"),
    about: [ticketOf(visit), before.length ? `${say("counter.registered_with")} ${before.map((one) => withSubject(one).subject).join(" · ")}` : ""],
    fields: [
      field("subject", say("counter.subject"), { max: 200, value: request.subject }),
      field("external", say("counter.external"), { max: 64, dir: "ltr", value: request.external ?? "" }),
      field("phone", say("counter.reply_phone"), { max: 24, value: phone, dir: "ltr", inputmode: "tel" }),
      make("label", { class: "tick" }, urgent, make("span", {}, say("counter.urgent"))),
    ],
    buttons: [{ code: "register", name: say("counter.register") }, ...(before.length + 1 < MOST ? [{ code: "another", name: say("counter.another_request") }] : [])],
    send,
  });
}

/** End this service and begin the visitor's next one, here or, after another wait, elsewhere. */
async function goOn(visit, quantity) {
  const here = state.place.services;
  const codes = [...here, ...state.hall.services.map((one) => one.code).filter((code) => !here.includes(code))].filter((code) => code !== visit.service);
  const isHere = (code) => here.includes(code);
  const service = { code: "" };
  const after = await choose({
    kind: "next_service",
    title: say("counter.ask.next_service"),
    about: [ticketOf(visit)],
    choices: codes.map((code) => ({ code, name: isHere(code) ? serviceOf(code) : say("counter.elsewhere", { service: serviceOf(code) }) })),
    send: (code) => {
      service.code = code;
      const body = { service: code, outcome: "completed", transactions: quantity.done() };
      return commandFor(visit, isHere(code) ? "continue" : "transfer", body);
    },
  });
  if (after === null) return;
  if (!isHere(service.code)) offerUndo(visit, after, "waiting");
  tell(say(isHere(service.code) ? "counter.done.continue" : "counter.done.transfer", { ticket: ticketOf(visit), target: `\u2068${serviceOf(service.code)}\u2069` }), "done");
}
