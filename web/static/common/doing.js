// Do a command, say that it is done with a way back, or say why not.

import { post, Refused } from "./api.js";
import { make } from "./parts.js";
import { inDigits, known, say, waitWords } from "./words.js";

const byId = (id) => document.getElementById(id);
let refused = { code: "", fields: [] }; // the newest refusal
let takeBack = null; // what the button in the message does, while there is one

/** Return a refusal as a sentence. */
export function inWords(refusal) {
  const id = `error.${refusal.code}`;
  return `${say("error.title")} ${waitWords(refusal) ?? (known(id) ? inDigits(say(id)) : say("error.other", { code: refusal.code }))}`;
}

/** Send a command; `done(answer)` says what to tell and what takes it back: a path, or a path with a body. Returns whether it went through. */
export async function doIt(path, body, done, changed) {
  try {
    const answer = await post(path, body);
    const { text, undo } = done(answer);
    tell(text, undo && (() => doIt(undo.path ?? undo, undo.body ?? {}, () => ({ text: say("act.undone") }), changed)));
    return true;
  } catch (refusal) {
    refuse(refusal);
    return false;
  } finally {
    changed();
  }
}

/** Say that something is done, with a button that takes it back. */
export function tell(text, undo = null) {
  const key = make("kbd", { "aria-hidden": "true" }, "Ctrl+Z");
  const button = undo ? make("button", { type: "button", class: "quiet", "aria-keyshortcuts": "Control+Z" }, say("act.undo"), " ", key) : null;
  const once = undo && (() => {
    if (takeBack !== once) return; // by button or key it is sent once
    takeBack = null;
    undo();
  });
  button?.addEventListener("click", once);
  const had = byId("done").contains(document.activeElement);
  byId("done").replaceChildren(make("span", {}, text), ...(button ? [button] : []));
  byId("done").hidden = false;
  byId("error").hidden = true;
  takeBack = once;
  if (!had) return;
  byId("done").tabIndex = -1; // the button that was pressed is gone: the next Tab goes on from here
  byId("done").focus();
}

// Far from the message, in a long table, the undo is one key; the key's place counts, as an Arabic keyboard has another letter on it.
document.addEventListener("keydown", (event) => {
  const { target, code, ctrlKey, metaKey, shiftKey, altKey } = /** @type {any} */ (event);
  const writes = target.closest?.("input:not([type=checkbox], [type=radio]), textarea, dialog");
  if (!takeBack || byId("done").hidden || writes || code !== "KeyZ" || !(ctrlKey || metaKey) || shiftKey || altKey) return;
  event.preventDefault();
  takeBack();
});

/** Take away what was said of an earlier command. */
export function clearMessages() {
  byId("done").hidden = true;
  byId("error").hidden = true;
}

byId("hide-message")?.addEventListener("click", () => {
  clearMessages();
  document.querySelector("main").focus({ preventScroll: true }); // its button is gone: the next Tab begins with the page
});

/** Return the newest refusal. */
export const lastRefusal = () => refused;

/** Say why something was not done; an error of our own goes on. Returns false. */
export function refuse(refusal) {
  if (!(refusal instanceof Refused)) throw refusal;
  refused = refusal;
  byId("error").textContent = inWords(refusal);
  byId("error").hidden = false;
  byId("done").hidden = true;
  return false;
}
