// Do a command, say that it is done with a way back, or say why not.

import { post, Refused } from "./api.js";
import { make } from "./parts.js";
import { inDigits, known, say } from "./words.js";

const byId = (id) => document.getElementById(id);
let refused = { code: "", fields: [] }; // the newest refusal

/** Return a refusal as a sentence. */
export function inWords(refusal) {
  const id = `error.${refusal.code}`;
  return `${say("error.title")} ${known(id) ? inDigits(say(id)) : say("error.other", { code: refusal.code })}`;
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
