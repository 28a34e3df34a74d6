// Finishing the visit in hand: its outcome, missing documents, requests that it registers, or the visitor's next service.

import { make } from "../common/parts.js";
import { counted, dayInWords, deviceName, inDigits, inWestern, named, number, say } from "../common/words.js";
import { choose, digitOf, DIGITS, field, kbd, show, words, write } from "./questions.js";
import { command, current, ofCounter, offerUndo, serviceOf, state, tell, ticketOf } from "./place.js";

const OUTCOMES = ["completed", "request_registered", "documents_missing", "referred", "cancelled"];
/** Requests that the hall registers with one visit at most. */
const MOST = 10;
const QUANTITY_MAX = 999;

/** Ask how the service ended, and finish, or go on with the visitor's next service. */
export async function askFinish() {
  const visit = current();
  const quantity = quantityRow();
  const finish = (outcome, more = {}) => command(ofCounter("finish"), { outcome, transactions: quantity.done(), ...more });
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

/** Say what was done, and tell the visitor's code or numbers; `after` is the hall's answer, null where nothing was sent. */
async function finished(visit, after) {
  if (after === null) return;
  offerUndo(visit, after, "finished");
  // Sent on from another counter with "return to me": it waits there again.
  tell(say(after.state === "waiting" ? "counter.done.sent_back" : "counter.done_finish", { ticket: ticketOf(visit) }), "done");
  if (after.return_slip) {
    state.paper = { path: `/visits/${visit.visit}/return-slip`, visit: visit.visit };
    await showReturnCode(after);
  } else if (after.requests?.length) {
    state.paper = { path: `/requests/${encodeURIComponent(after.requests.at(-1).number)}/receipt`, visit: visit.visit };
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
      const box = event.target.matches("input[type=text]") && event.target.value ? null : boxes()[DIGITS.indexOf(digitOf(event.key) || "-")];
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
  const { topics, directorates } = state.hall.requests;
  const done = [];
  let phone = "";
  for (;;) {
    const last = done.length ? "no_more" : "no_request";
    const more = moreRow();
    const topic = await choose({
      kind: "request_topic",
      title: say("counter.ask.request_topic"),
      about: [ticketOf(visit), done.length ? counted("counter.drafted", done.length) : ""],
      choices: [...listed(topics), ...words([last])],
      above: more.row,
      onKey: more.onKey,
      mayStay: (code) => code !== last,
      send: () => finish("request_registered", { requests: done, phone: phone || null }),
    });
    if (topic === null || typeof topic !== "string") return topic;
    const subject = topics.find((one) => one.code === topic)?.names.ar ?? topic;
    const asksMore = more.isOn() || done.length > 0;
    const directorate = await choose({
      kind: "request_directorate",
      title: say("counter.ask.request_directorate"),
      about: [ticketOf(visit)],
      choices: listed(directorates),
      mayStay: () => asksMore,
      send: (code) => finish("request_registered", { requests: [{ subject, directorate: code, topic }] }),
    });
    if (directorate === null) continue; // back to the topic
    if (typeof directorate !== "string") return directorate;
    const answer = await askDetails(visit, { subject, directorate, topic }, done, phone, finish);
    if (answer === null) continue;
    if (!answer.another) return answer;
    done.push(answer.request);
    phone = answer.phone;
  }
}

/** Return the switch that asks for more of a request than its topic and directorate. */
function moreRow() {
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
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
  const urgent = make("label", { class: "tick" }, make("input", { type: "checkbox", name: "urgent" }), make("span", {}, say("counter.urgent")));
  const requestOf = (values) => ({
    ...request,
    subject: values.subject.trim() || request.subject,
    external: inWestern(values.external).trim() || null,
    urgent: "urgent" in values,
  });
  const send = async (values, button) => {
    const [one, number_] = [requestOf(values), inWestern(values.phone).trim()];
    if (button === "another") return { another: true, request: one, phone: number_ };
    return finish("request_registered", { requests: [...before, one], phone: number_ || null });
  };
  // Only Latin letters and digits can stand on every receipt.
  send.check = (values) => (/[^\x20-\x7e]/.test(inWestern(values.external).trim()) ? say("counter.write_latin") : !/^[+\d\s-]*$/.test(inWestern(values.phone)) ? say("counter.write_mobile") : "");
  return write({
    kind: "request_details",
    title: say("counter.request_registered"),
    about: [ticketOf(visit), before.length ? `${say("counter.registered_with")} ${before.map((one) => one.subject).join(" · ")}` : ""],
    fields: [
      field("subject", say("counter.subject"), { max: 200 }),
      field("external", say("counter.external"), { max: 64, dir: "ltr" }),
      field("phone", say("counter.reply_phone"), { max: 24, value: phone, dir: "ltr", inputmode: "tel" }),
      urgent,
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
      return command(ofCounter(isHere(code) ? "continue" : "transfer"), body);
    },
  });
  if (after === null) return;
  if (!isHere(service.code)) offerUndo(visit, after, "waiting");
  tell(say(isHere(service.code) ? "counter.done.continue" : "counter.done.transfer", { ticket: ticketOf(visit) }), "done");
}
