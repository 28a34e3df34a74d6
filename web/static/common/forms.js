// Forms and dialogs of the staff pages: what is wrong stands at its field, in the page's language; nothing that was typed is lost.

import { lastRefusal, refuse } from "./doing.js";
import { hallShown } from "../frame/frame.js";
import { make } from "./parts.js";
import { say } from "./words.js";

const byId = (id) => document.getElementById(id);
const asked = { send: async (_values) => false };

/**
 * Let a form send: `send(values, submitter)` is called when each field is filled in, once at a time, and says whether it went
 * through; null: the person went back. Then the form is empty again, unless it has `data-keep`, and its dialog closes; else it says why not: at its one text
 * field, if the refusal's code is one of `about`.
 * @param {any} form
 */
export function armForm(form, send, about = []) {
  form.noValidate = true; // the browser would speak its own language
  form.addEventListener("reset", () => clear(form));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const submitter = /** @type {any} */ (event.submitter);
    if (form.dataset.sending || (!submitter?.formNoValidate && !isFilledIn(form))) return;
    form.dataset.sending = "1"; // a second press while the first is on its way sends nothing
    let went = false;
    try {
      const values = Object.fromEntries(new FormData(/** @type {any} */ (form)));
      went = await hallShown().then(() => true, refuse);
      if (went) went = await send(values, submitter);
    } finally {
      delete form.dataset.sending; // whatever breaks, the form can be sent again
    }
    if (went === null) return; // the person looked and went back
    if (!went) return sayWhyNot(form, about);
    if (!("keep" in form.dataset)) form.reset();
    form.closest("dialog")?.close();
  });
}

/** Return whether each field is filled in properly; where one is not, say so at it and go to the first. */
function isFilledIn(form) {
  clear(form);
  const wrong = [...form.elements].filter((field) => !field.matches("[type=date], :disabled") && !field.validity.valid);
  for (const field of wrong) {
    sayAt(field, whatIsWrong(field));
    field.closest("details")?.setAttribute("open", "");
  }
  wrong[0]?.focus();
  return !wrong.length;
}

function whatIsWrong(field) {
  const { customError, patternMismatch, valueMissing, rangeUnderflow, rangeOverflow } = field.validity;
  if (customError) return field.validationMessage;
  if (patternMismatch) return say("form.time", { name: nameOf(field) });
  if (field.type === "checkbox") return say("form.tick");
  const kind = valueMissing ? (field.tagName === "SELECT" ? "choose" : "missing") : rangeUnderflow || rangeOverflow ? "range" : "check";
  return say(`form.${kind}`, { name: nameOf(field), min: field.min, max: field.max });
}

function nameOf(field) {
  const words = [...(field.closest("label")?.childNodes ?? [])].filter((node) => !node.contains(field)).map((node) => node.textContent.trim());
  return `\u2068${field.getAttribute("aria-label") ?? words.join(" ").trim()}\u2069`;
}

/** Say at a field what is wrong with it, until it is changed. */
function sayAt(field, text) {
  const id = `wrong-${[...field.form.elements].indexOf(field)}-${field.form.id}`;
  // Hidden, or it would be part of the field's name; what describes a field is read nevertheless.
  const note = make("span", { class: "field-error", id, "aria-hidden": "true" }, text);
  const hint = field.getAttribute("aria-describedby");
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", hint ? `${id} ${hint}` : id);
  field.closest("label").append(note);
  field.addEventListener("input", () => forget(field, note, hint), { once: true });
  field.form.addEventListener("clear", () => forget(field, note, hint), { once: true });
}

function forget(field, note, hint) {
  note.remove();
  field.removeAttribute("aria-invalid");
  if (hint) field.setAttribute("aria-describedby", hint);
  else field.removeAttribute("aria-describedby");
}

function clear(form) {
  form.dispatchEvent(new Event("clear"));
  for (const note of form.querySelectorAll(".error")) note.remove();
}

/** Say in a form why it was refused: at the field that is meant, else above its button. */
function sayWhyNot(form, about) {
  if (form.closest("dialog:not([open])")) return; // it was left meanwhile: the page says it
  const { code, fields } = lastRefusal();
  byId("error").hidden = true;
  const texts = [...form.querySelectorAll("textarea, input:not([type=checkbox], [type=radio], [type=date], .day-field *)")];
  const wrong = fields.map((one) => form.elements[one.field]).map((one) => (one instanceof RadioNodeList ? one[0] : one)).find(Boolean);
  const meant = wrong ?? (texts.length === 1 && ["field_invalid", ...about].includes(code) ? texts[0] : null);
  const field = meant?.closest(".day-field")?.querySelector("[type=text]") ?? meant;
  // The hall says which field is wrong, the general sentence does not say what of it.
  const text = wrong && code === "field_invalid" ? say("form.check", { name: nameOf(field) }) : byId("error").textContent;
  if (field) sayAt(field, text);
  else (form.querySelector(".actions") ?? form.querySelector("button:not([type=button])")).before(make("p", { class: "error", role: "alert" }, text));
  (field ?? texts[0] ?? form.querySelector("[type=radio]:checked, button")).focus();
}

/** Ask in a dialog for one text; `send(values)` is called when it is written. */
export function askText({ title, label, about = "", value = "", send }) {
  const form = byId("move-form");
  form.reset();
  byId("move-title").textContent = title;
  byId("move-label").textContent = label;
  byId("move-about").textContent = about;
  byId("move-about").hidden = !about;
  form.elements.text.value = value;
  asked.send = send;
  byId("move-dialog").showModal();
}
if (byId("move-form")) armForm(byId("move-form"), (values) => asked.send(values));

/** Forms with `data-asks` in which something was typed and not sent: their dialog asks before it closes. */
const typedIn = new WeakSet();
const isUnsaved = (dialog) => [...dialog.querySelectorAll("form[data-asks]")].some((form) => typedIn.has(form));
document.addEventListener("input", (event) => {
  const { form } = /** @type {any} */ (event.target);
  if (form) typedIn.add(form);
});
document.addEventListener("reset", ({ target }) => typedIn.delete(target));
document.addEventListener("keydown", (event) => {
  const dialog = event.key === "Escape" && /** @type {any} */ (event.target).closest("dialog");
  if (!dialog || !isUnsaved(dialog)) return;
  event.preventDefault();
  askToLeave(dialog);
});

function askToLeave(dialog) {
  const back = make("button", { type: "button" }, say("form.keep_writing"));
  const leave = make("button", { type: "button", class: "quiet" }, say("form.discard"));
  const asking = make("dialog", { "aria-labelledby": "leave-title" }, make("h2", { id: "leave-title" }, say("form.leave")), make("div", { class: "actions" }, back, leave));
  back.addEventListener("click", () => asking.close());
  leave.addEventListener("click", () => {
    asking.close();
    for (const form of dialog.querySelectorAll("form")) form.reset();
    dialog.close();
  });
  asking.addEventListener("close", () => asking.remove());
  document.body.append(asking);
  asking.showModal();
}

// A button with `data-opens` opens that dialog, one with `data-closes` closes its own.
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-opens], [data-closes]");
  const dialog = button?.closest("dialog");
  if (button?.dataset.opens) byId(button.dataset.opens).showModal();
  else if (dialog && isUnsaved(dialog)) askToLeave(dialog);
  else dialog?.close();
});
