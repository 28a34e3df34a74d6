// Ask first, before an act that no undo takes back.

import { make } from "./parts.js";
import { say } from "./words.js";

/** Ask in a dialog and return whether the person agreed; `yes` is the word on the button that agrees. */
export function isSure({ title, about, yes }) {
  return new Promise((done) => {
    const back = make("button", { type: "button", class: "quiet", autofocus: "" }, say("act.back"));
    const agree = make("button", { type: "button" }, yes);
    const parts = [make("h2", { id: "sure-title" }, title), make("p", {}, about), make("div", { class: "actions" }, agree, back)];
    const dialog = /** @type {HTMLDialogElement} */ (make("dialog", { "aria-labelledby": "sure-title" }, ...parts));
    back.addEventListener("click", () => dialog.close());
    agree.addEventListener("click", () => dialog.close("yes"));
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
