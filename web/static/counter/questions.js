// The dialogs of the counter page: one question with its answers, or a form. What is typed stays until the hall has taken it.

import { make } from "../common/parts.js";
import { inDigits, number, say } from "../common/words.js";
import { current, noted, state } from "./place.js";

/** A question is open this long before it takes an answer: the second half of a double press gives none. */
const QUESTION_MS = 400;
export const DIGITS = "123456789";

/** Return the digit that was typed, in whichever script, "" for anything else. */
export const digitOf = (key) => (/^[0-9]$/.test(key) ? key : key.length === 1 ? ["٠١٢٣٤٥٦٧٨٩".indexOf(key)].filter((at) => at >= 0).join("") : "");

export const kbd = (name) => (name ? make("kbd", {}, inDigits(name)) : null);

/**
 * Open a dialog and return what it was closed with, null where the agent went back.
 * `build(close, send)` returns what stands in it; `send(work)` closes it with what `work` returns, or says why not
 * and stays; it stays also where `work` returns undefined.
 */
export function opened(kind, title, build, onKey = (_event) => false) {
  return new Promise((done) => {
    const error = make("p", { class: "refusal", role: "alert", hidden: "" });
    const dialog = /** @type {HTMLDialogElement} */ (make("dialog", { id: "question", "data-kind": kind, "aria-labelledby": "question-title" }));
    const at = performance.now();
    const early = () => performance.now() - at < QUESTION_MS;
    let answer = null;
    const close = (value) => {
      if (early()) return;
      answer = value;
      dialog.close();
    };
    let sending = false;
    const send = async (work) => {
      if (state.busy || early()) return;
      state.busy = sending = true;
      error.hidden = true;
      try {
        const value = await work();
        if (value === undefined) return; // it goes on in the same dialog
        answer = value;
        dialog.close();
      } catch (refusal) {
        if (!refusal.code) throw refusal;
        error.textContent = noted(refusal);
        error.hidden = !error.textContent;
      } finally {
        state.busy = sending = false;
      }
    };
    const warn = (text) => {
      error.textContent = text;
      error.hidden = !text;
    };
    const back = make("button", { type: "button", class: "quiet back" }, say("counter.back"), " ", kbd("Esc"));
    back.addEventListener("click", () => dialog.dispatchEvent(new Event("cancel", { cancelable: true })) && dialog.close());
    dialog.append(make("h2", { id: "question-title" }, title), ...build({ close, send, warn, dialog }).filter(Boolean), error, back);
    let fresh = false;
    dialog.addEventListener("keydown", (event) => {
      fresh ||= !event.repeat;
      // A key that is held down answers nothing, and one from before the dialog types nothing.
      const holds = event.repeat && (!fresh || [" ", "Enter"].includes(event.key));
      // What is on its way is waited for: its answer may be a number that the visitor needs.
      const waits = sending && event.key === "Escape";
      if (holds || waits || (!event.repeat && !state.busy && onKey(event))) event.preventDefault();
    });
    dialog.addEventListener("cancel", (event) => sending && event.preventDefault());
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    dialog.tabIndex = -1; // a list that comes later gets the keys as well
    (dialog.querySelector("[autofocus]") ?? dialog.querySelector("button:not(.back, [hidden])") ?? dialog).focus();
  });
}

/**
 * Ask one question. A choice is {code, name, hint, keys, usual}; without `keys` its digit chooses it. Space takes the usual
 * one where `first` is: the first, unless another one says that it is usual.
 * `send(code)` does what the answer asks for: the dialog stays where the hall refuses it. Returns the code, or what `send` returned.
 */
export function choose({ kind, title, about = [], choices, first = false, send = null, above = null, onKey = (_event) => false, mayStay = (_code) => false }) {
  const buttons = [];
  const usual = Math.max(0, choices.findIndex((one) => one.usual));
  const press = (at) => buttons[at] && !buttons[at].disabled && buttons[at].click();
  return opened(
    kind,
    title,
    ({ close, send: sends }) => {
      for (const [at, one] of choices.entries()) {
        const key = one.key ?? DIGITS[at] ?? "";
        const button = make("button", { type: "button", class: "quiet choice", "data-code": one.code }, make("span", {}, one.name), one.hint ? make("small", {}, one.hint) : null, kbd(key));
        button.disabled = Boolean(one.disabled);
        if (!button.disabled && (usual ? at === usual : !buttons.some((before) => !before.disabled))) button.setAttribute("autofocus", "");
        button.addEventListener("click", () => (send && !mayStay(one.code) ? sends(() => send(one.code)) : close(one.code)));
        buttons.push(button);
      }
      return [...about.filter(Boolean).map((text) => make("p", { class: "soft" }, text)), above, make("div", { class: choices.length > 6 ? "choices two" : "choices" }, ...buttons)];
    },
    (event) => {
      if (onKey(event)) return true;
      if (event.target.matches("input:not([type=checkbox]), textarea")) return false;
      const focused = buttons.indexOf(/** @type {any} */ (document.activeElement));
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        buttons[Math.min(Math.max(focused + (event.key === "ArrowDown" ? 1 : -1), 0), buttons.length - 1)]?.focus();
        return true;
      }
      if (event.key === " ") {
        if (first && focused === usual) press(usual);
        // Space on another button that has the focus presses that button; a list without a usual answer waits for a digit.
        return focused === usual || focused < 0;
      }
      const byKey = choices.findIndex((one) => one.keys?.includes(event.code));
      const at = byKey >= 0 ? byKey : choices.some((one) => one.keys) ? -1 : DIGITS.indexOf(digitOf(event.key) || "-");
      if (at < 0) return false;
      press(at);
      return true;
    },
  );
}

/**
 * Return a labelled field of a form; its name is the key of what is typed.
 * @param {string} name
 * @param {string} label
 * @param {Record<string, any>} settings `rows` of a text area, `max` letters, `hint`, `value`, and attributes of the input
 */
export function field(name, label, { rows = 0, max = 200, hint = "", value = "", ...more } = {}) {
  const id = `field-${name}`;
  const described = hint ? { "aria-describedby": `${id}-hint` } : {};
  const input = make(rows ? "textarea" : "input", { id, name, maxlength: String(max), autocomplete: "off", ...(rows ? { rows: String(rows) } : { type: "text" }), ...described, ...more });
  input.value = value;
  return make("div", { class: "field" }, make("label", { for: id }, label), hint ? make("p", { class: "soft", id: `${id}-hint` }, hint) : null, input);
}

/** What was typed in forms that were left, by what they were about: it is there again when the same form is opened. */
const drafts = new Map();

/** Fill a form with what was typed before it was left; return a function that keeps what it has now, or forgets it. */
function drafted(form, key) {
  const fields = [...form.querySelectorAll("input:not([type=password]), textarea")];
  for (const [at, { value, checked }] of (drafts.get(key) ?? []).entries()) Object.assign(fields[at] ?? {}, { value, checked });
  return (done) => (done ? drafts.delete(key) : drafts.set(key, fields.map(({ value, checked }) => ({ value, checked }))));
}

/** Ask in a form; `send(values, button)` returns what the dialog is closed with, `send.check(values)` a text that says what is missing. */
export async function write({ kind, title, about = [], fields, buttons, send, onKey = (_event) => false }) {
  const names = buttons.map((one, at) => make("button", { value: one.code, class: at ? "quiet" : "" }, one.name, " ", at ? null : kbd("Enter")));
  const form = /** @type {HTMLFormElement} */ (make("form", { novalidate: "" }, ...about.filter(Boolean).map((text) => make("p", { class: "soft" }, text)), ...fields, make("div", { class: "actions" }, ...names)));
  const keep = drafted(form, [kind, state.place?.session?.agent, current()?.visit, ...about].join("|"));
  form.querySelector("input, textarea")?.setAttribute("autofocus", "");
  form.addEventListener("keydown", (event) => {
    // Enter sends from a text area too; a new line is Shift and Enter.
    if (event.key !== "Enter" || event.shiftKey || event.repeat || !(/** @type {any} */ (event.target).matches("textarea"))) return;
    event.preventDefault();
    form.requestSubmit(/** @type {any} */ (names[0]));
  });
  const build = ({ send: sends, warn }) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      warn("");
      const values = Object.fromEntries(new FormData(form));
      const wrong = send.check?.(values) ?? "";
      if (wrong) return warn(wrong);
      return sends(() => send(values, /** @type {any} */ (event.submitter)?.value ?? buttons[0].code));
    });
    return [form];
  };
  const answer = await opened(kind, title, build, onKey);
  keep(answer !== null);
  return answer;
}

/** Tell something that the agent says to the visitor, until the agent goes on. */
export function show({ kind, title, lines, big = [], buttons = [] }) {
  return opened(
    kind,
    title,
    ({ close, send }) => {
      const go = make("button", { type: "button", autofocus: "" }, say("counter.continue"), " ", kbd(say("counter.space")));
      go.addEventListener("click", () => close("continue"));
      const more = buttons.map(({ name, work }) => {
        const button = make("button", { type: "button", class: "quiet" }, name, " ", kbd("1"));
        button.addEventListener("click", () => send(work));
        return button;
      });
      return [...big.map((text) => make("p", { class: "big" }, text)), ...lines.filter(Boolean).map((text) => make("p", {}, text)), make("div", { class: "actions" }, go, ...more)];
    },
    (event) => {
      if (digitOf(event.key) !== "1") return false;
      event.currentTarget.querySelector(".actions button:nth-child(2)")?.click();
      return true;
    },
  );
}

/** Return a word for minutes or for a reason; a hall's own reason without a text is shown as it stands. */
export function word(code) {
  if (/^\d+$/.test(code)) return say("counter.minutes", { n: number(Number(code)) });
  for (const id of [`counter.word.${code}`, `reason.${code}`, `counter.${code}`]) if (say(id) !== id) return say(id);
  return code.replaceAll("_", " ");
}

/** Return answers that are words of ours. */
export const words = (codes) => codes.map((code) => ({ code, name: word(code) }));
