// Do a command, say that it is done with a way back, or say why not.

import { post } from "./api.js";
import { make } from "./parts.js";
import { known, say } from "./words.js";

const byId = (id) => document.getElementById(id);
let refused = null; // the newest refusal

/** Return a refusal as a sentence. */
export function inWords(refusal) {
  const id = `error.${refusal.code}`;
  return `${say("error.title")} ${known(id) ? say(id) : say("error.other", { code: refusal.code })}`;
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

/** Do a command from an open dialog: it closes when that is done; else what was typed stays, with why not above it. Returns whether it went through. */
export const doInDialog = (dialog, path, body, done, changed) => inForm(dialog.querySelector("form"), () => doIt(path, body, done, changed));

/** Do the work of a form in an open dialog, which may hold several: `does()` says whether it went through, and has told why not. */
export async function inForm(form, does) {
  const dialog = form.closest("dialog");
  if (form.dataset.sending) return false; // a second press while the first is on its way
  form.dataset.sending = "1";
  let went = false;
  try {
    went = await does();
  } finally {
    delete form.dataset.sending; // whatever breaks, the form can be sent again
  }
  if (!dialog.open) return went;
  if (went) dialog.close();
  else sayIn(dialog, form, byId("error").textContent);
  return went;
}

function sayIn(dialog, form, text) {
  for (const old of dialog.querySelectorAll("form .error")) old.remove();
  const note = make("p", { class: "error", role: "alert" }, text);
  (form.querySelector(".actions") ?? form.querySelector("button")).before(note);
  byId("error").hidden = true;
  dialog.addEventListener("close", () => note.remove(), { once: true });
  const wrong = (refused?.fields ?? []).map((one) => form.elements[one.field]).find(Boolean);
  wrong?.setAttribute("aria-invalid", "true");
  wrong?.addEventListener("input", () => wrong.removeAttribute("aria-invalid"), { once: true });
  (wrong ?? form.querySelector("textarea, input:not([type=checkbox])") ?? form.querySelector("button")).focus();
}

/** Say that something is done, with a button that takes it back. */
export function tell(text, undo = null) {
  const button = undo ? make("button", { type: "button", class: "quiet" }, say("act.undo")) : null;
  button?.addEventListener("click", undo);
  byId("done").replaceChildren(make("span", {}, text), ...(button ? [button] : []));
  byId("done").hidden = false;
  byId("error").hidden = true;
}

/** Take away what was said of an earlier command. */
export function clearMessages() {
  byId("done").hidden = true;
  byId("error").hidden = true;
}

/** Say why something was not done. */
export function refuse(refusal) {
  refused = refusal;
  byId("error").textContent = inWords(refusal);
  byId("error").hidden = false;
  byId("done").hidden = true;
}
