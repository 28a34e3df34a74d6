// After a pause a session only looks: before it acts again its owner types the password.

import { make } from "./parts.js";
import { known, say, waitWords } from "./words.js";

let asking = null; // one dialog for all that was pressed meanwhile

/** Ask for the password until it is right; `send(password)` tries it. Returns whether it was confirmed. */
export function confirmPassword(send) {
  asking ??= ask(send).finally(() => (asking = null));
  return asking;
}

function ask(send) {
  return new Promise((done) => {
    const wrong = make("p", { class: "error", role: "alert", hidden: "" });
    const password = make("input", { type: "password", required: "", maxlength: "200", autocomplete: "current-password" });
    const back = make("button", { type: "button", class: "quiet" }, say("act.back"));
    const form = make(
      "form",
      { class: "stack" },
      make("h2", { id: "confirm-title" }, say("confirm.title")),
      make("p", {}, say("confirm.about")),
      make("label", {}, say("confirm.password"), " ", password),
      wrong,
      make("div", { class: "actions" }, make("button", {}, say("confirm.do")), back),
    );
    const dialog = /** @type {HTMLDialogElement} */ (make("dialog", { "aria-labelledby": "confirm-title" }, form));
    let confirmed = false;
    back.addEventListener("click", () => dialog.close());
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (form.dataset.sending) return; // a second press is no second try
      form.dataset.sending = "1";
      try {
        await send(password.value);
        confirmed = true;
        dialog.close();
      } catch (error) {
        const id = `error.${error.code}`;
        wrong.textContent = waitWords(error) ?? say(known(id) ? id : "error.unreachable");
        wrong.hidden = false;
        password.focus();
      } finally {
        delete form.dataset.sending;
      }
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(confirmed);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** The ministry's account has no password here: its owner signs in again beside this page, which stays as it is. */
export function signInAgain() {
  return new Promise((done) => {
    const back = make("button", { type: "button", class: "quiet" }, say("act.back"));
    const link = make("a", { class: "button", href: "/sign-in/ministry", target: "_blank", rel: "noopener" }, say("confirm.ministry"));
    const parts = [make("h2", { id: "confirm-title" }, say("confirm.title")), make("p", {}, say("confirm.about_ministry")), make("div", { class: "actions" }, link, back)];
    const dialog = /** @type {HTMLDialogElement} */ (make("dialog", { "aria-labelledby": "confirm-title" }, ...parts));
    back.addEventListener("click", () => dialog.close());
    link.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      done();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
