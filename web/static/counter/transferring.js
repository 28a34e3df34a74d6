// Transferring the visit in hand to a service, a counter or an agent: a digit is enough, details come in a second step.

import { make } from "../common/parts.js";
import { inWestern, named, reasonName, say } from "../common/words.js";
import { DIGITS, digitOf, kbd, opened } from "./questions.js";
import { commandFor, counterName, current, offerUndo, serviceOf, state, tell, ticketOf } from "./place.js";

const POSITIONS = ["first", "by_issue", "last"];

/** Return text as it is searched: without case, Arabic marks and the letters that people write in several ways. */
const folded = (text) =>
  inWestern(text).toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u064b-\u0652\u0670\u0640]/g, "").normalize("NFC").replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");

/** Return all places that this visit can go to, by kind, each with what it is found by. */
function targets(visit) {
  const { services, counters, agents } = state.hall;
  const all = (names) => Object.values(names ?? {}).join(" ");
  const byName = (one, other) => one.name.localeCompare(other.name);
  return [
    ...services.filter((one) => one.code !== visit.service).map((one) => ({ kind: "service", body: { service: one.code }, name: serviceOf(one.code), found: `${one.code} ${all(one.names)}` })),
    ...counters.filter((one) => one.counter !== state.device.counter).map((one) => ({
      kind: "counter",
      body: { counter: one.counter },
      name: named(one.names) ? `${counterName(one.counter)} (${say("counter.number", { n: one.counter })})` : counterName(one.counter),
      found: `${one.counter} counter نافذة ${all(one.names)}`,
    })),
    ...agents
      .filter((one) => one.agent !== state.place.session?.agent)
      .map((one) => ({ kind: "agent", body: { agent: one.agent }, name: named(one.names) || one.agent, found: `${one.agent} ${all(one.names)}` }))
      .sort(byName),
  ];
}

/** Ask where to; Enter or a digit sends it. */
export async function askTransfer() {
  const visit = current();
  const sheet = { visit, rows: targets(visit), chosen: null, sent: null, details: false, position: "by_issue", reason: "", andBack: false };
  const sent = await opened("transfer", say("counter.transfer_where", { ticket: ticketOf(visit) }), (tools) => built(sheet, tools), (event) => sheet.onKey(event));
  if (sent === null) return;
  offerUndo(visit, sent, "waiting");
  tell(say("counter.done.transfer", { ticket: ticketOf(visit), target: `\u2068${sheet.sent.name}\u2069` }), "done");
}

function built(sheet, { send, warn, dialog }) {
  const filter = /** @type {HTMLInputElement} */ (make("input", { id: "target-filter", type: "text", autocomplete: "off", maxlength: "40", placeholder: say("counter.filter"), "aria-label": say("counter.filter"), autofocus: "" }));
  const list = make("div", { class: "targets", role: "listbox", "aria-label": say("counter.transfer"), tabindex: "-1" });
  const first = make("div", { class: "step" }, filter, list);
  const note = /** @type {HTMLTextAreaElement} */ (make("textarea", { id: "transfer-note", rows: "2", maxlength: "200" }));
  const second = make("div", { class: "step", hidden: "" }, ...detailFields(sheet, note, warn));
  const more = make("button", { type: "button", class: "quiet" }, say("counter.details"), " ", kbd(document.documentElement.dir === "rtl" ? "←" : "→"));
  const goText = make("span", {});
  const go = /** @type {HTMLButtonElement} */ (make("button", { type: "button" }, goText, " ", kbd("Enter")));
  let shown = [];

  /** Say on the button what it does, or what must be chosen before it can be pressed. */
  const paintGo = () => {
    go.disabled = sheet.chosen === null;
    goText.textContent = say(go.disabled ? "counter.transfer_first" : "counter.transfer");
  };
  const paint = () => {
    const words = folded(filter.value).split(/\s+/).filter(Boolean);
    shown = sheet.rows.filter((row) => words.every((one) => folded(row.found).includes(one)));
    if (!shown.includes(sheet.chosen)) sheet.chosen = words.length ? shown[0] ?? null : null;
    const nodes = [];
    for (const [at, row] of shown.entries()) {
      if (row.kind !== shown[at - 1]?.kind) nodes.push(make("p", { class: "soft", role: "presentation" }, say(`counter.target.${row.kind}`)));
      const line = make("button", { type: "button", class: "quiet row", role: "option", tabindex: "-1", "aria-selected": String(row === sheet.chosen) }, kbd(DIGITS[at] ?? ""), make("span", {}, row.name));
      line.addEventListener("click", () => {
        sheet.chosen = row;
        paint();
      });
      line.addEventListener("dblclick", () => transfer(row));
      nodes.push(line);
    }
    list.replaceChildren(...(nodes.length ? nodes : [make("p", {}, say("counter.nothing_named"))]));
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
    paintGo();
  };
  const showDetails = (details) => {
    if (details && sheet.chosen === null) return warn(say("counter.choose_target"));
    warn("");
    sheet.details = details;
    first.hidden = details;
    more.hidden = details;
    second.hidden = !details;
    const title = details ? `${say("counter.transfer_details", { ticket: ticketOf(sheet.visit) })} – ${say("counter.to_target", { target: sheet.chosen.name })}` : say("counter.transfer_where", { ticket: ticketOf(sheet.visit) });
    dialog.querySelector("h2").textContent = title;
    (details ? second.querySelector("input:checked") : filter).focus();
    return undefined;
  };
  const transfer = (row) => {
    if (!row) return warn(say("counter.choose_target"));
    if (sheet.position === "first" && !sheet.reason) return warn(say("counter.choose_reason"));
    sheet.sent = row;
    const body = { ...row.body, position: sheet.position, reason: sheet.reason || null, note: note.value.trim() || null, and_back: sheet.andBack };
    return send(() => commandFor(sheet.visit, "transfer", body));
  };
  filter.addEventListener("input", paint);
  more.addEventListener("click", () => showDetails(true));
  go.addEventListener("click", () => transfer(sheet.chosen));
  dialog.addEventListener("cancel", (event) => {
    if (!sheet.details) return;
    event.preventDefault(); // back to the first step
    showDetails(false);
  });
  sheet.onKey = (event) => {
    const typing = event.target === note;
    if (event.key === "Enter" && !event.shiftKey && !event.target.matches("button:not(.row)")) {
      transfer(sheet.chosen);
      return true;
    }
    if (sheet.details) return !typing && pickByDigit(second, event);
    const onward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (event.key === onward && !filter.value) {
      showDetails(true);
      return true;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const at = shown.indexOf(sheet.chosen);
      sheet.chosen = shown[Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), shown.length - 1)] ?? null;
      paint();
      return true;
    }
    const row = shown[DIGITS.indexOf(digitOf(event.key) || "-")];
    if (row) transfer(row);
    return Boolean(digitOf(event.key));
  };
  paint();
  return [first, second, make("div", { class: "actions" }, go, more)];
}

/** Return the fields of the second step: the place in the queue, the reason, whether it comes back, a note. */
function detailFields(sheet, note, warn) {
  let digit = 0;
  const radio = (name, code, text, checked, set) => {
    const input = /** @type {HTMLInputElement} */ (make("input", { type: name === "back" ? "checkbox" : "radio", name, value: code }));
    input.checked = checked;
    input.addEventListener("change", () => {
      warn("");
      set(input.checked);
    });
    return make("label", { class: "tick" }, input, make("span", {}, text), kbd(DIGITS[digit++] ?? ""));
  };
  const places = POSITIONS.map((one) => radio("position", one, say(`counter.position.${one}`), one === sheet.position, () => (sheet.position = one)));
  const back = radio("back", "back", say("counter.and_back"), false, (on) => (sheet.andBack = on));
  const reasons = state.hall.reasons.map((one) => radio("reason", one, reasonName(state.hall, one), false, () => (sheet.reason = one)));
  const group = (title, rows) => make("fieldset", {}, make("legend", {}, title), ...rows);
  return [
    make("div", { class: "halves" }, group(say("counter.place"), [...places, back]), group(say("counter.reason"), reasons)),
    make("label", { for: "transfer-note" }, say("counter.note_for_next")),
    note,
  ];
}

function pickByDigit(step, event) {
  const box = step.querySelectorAll("input")[DIGITS.indexOf(digitOf(event.key) || "-")];
  if (!box) return false;
  box.click();
  return true;
}
