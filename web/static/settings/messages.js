// Messages to visitors' telephones: the hall's own words, with a preview; each change is looked at before it holds.

import { armForm } from "../common/forms.js";
import { make, paintTable } from "../common/parts.js";
import { inDigits, say } from "../common/words.js";
import { follow } from "../frame/frame.js";
import { armChanges, change, isLocked, paintSettings, readSettings, versionShown } from "./changing.js";

const byId = (id) => /** @type {any} */ (document.getElementById(id));
const form = byId("message-form");
const PLACEHOLDERS = { turn: ["hall", "ticket", "ahead"], next: ["hall", "ticket"], called: ["hall", "ticket", "counter"], reply: ["hall", "number", "text"] };
const LANGUAGES = ["ar", "en"];
const shown = { hall: null, messages: {}, chosen: "", version: 0 };

function paint(hall, view) {
  paintSettings(hall, view);
  Object.assign(shown, { hall, messages: view.document.messages });
  paintTable("messages", ["when", "text", "do"].map((one) => say(`messages.${one}`)), Object.keys(PLACEHOLDERS).map(messageRow));
}

function messageRow(name) {
  const button = make("button", { type: "button", class: "quiet small", "data-message": name, "data-focus": name, "aria-label": say("setup.change_title", { name: say(`messages.${name}`) }) }, say("setup.change"));
  return make(
    "tr",
    { "data-key": name },
    make("th", { scope: "row" }, say(`messages.${name}`)),
    make("td", { class: "about differs" }, ...LANGUAGES.map((language) => make("p", { lang: language, dir: "auto" }, inWords(shown.messages[name][language], name, language)))),
    make("td", { class: "do" }, isLocked("messages") ? null : button),
  );
}

/** Return a text as a visitor would read it, with examples in the places of the names in braces. */
function inWords(text, name, language) {
  const hall = shown.hall.names[language] ?? Object.values(shown.hall.names)[0];
  const examples = { hall, ticket: "A047", ahead: "3", counter: "2", number: `${shown.hall.hall.toUpperCase()}-26-000019`, text: "…" };
  return PLACEHOLDERS[name].reduce((read, one) => read.replaceAll(`{${one}}`, language === "ar" ? inDigits(examples[one]) : examples[one]), text);
}

/** Return what is wrong with the names in braces of a text; "" for nothing. */
function wrongNames(text, name) {
  const known = PLACEHOLDERS[name].map((one) => `\u2066{${one}}\u2069`);
  const found = [...text.matchAll(/\{([^{}]*)\}/g)].map((one) => one[1]);
  const unknown = found.find((one) => !PLACEHOLDERS[name].includes(one));
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ""))) return say("messages.lone_brace", { name: known[0] });
  return unknown === undefined ? "" : say("messages.unknown_name", { name: `\u2066{${unknown}}\u2069`, known: known.join(say("agents.and")) });
}

function preview() {
  for (const language of LANGUAGES) {
    const text = form.elements[language].value.trim();
    const wrong = wrongNames(text, shown.chosen);
    form.elements[language].setCustomValidity(wrong);
    byId(`preview-${language}`).classList.toggle("wrong", Boolean(wrong));
    byId(`preview-${language}`).textContent = wrong || (text === "" ? say("messages.usual") : inWords(text, shown.chosen, language));
  }
}

function openForm(name) {
  form.reset();
  Object.assign(shown, { chosen: name, version: versionShown() });
  byId("message-title").textContent = say("setup.change_title", { name: say(`messages.${name}`) });
  byId("placeholders").replaceChildren(...PLACEHOLDERS[name].map((one) => make("li", {}, make("code", { dir: "ltr" }, `{${one}}`), ` ${say(`messages.is_${one}`)}`)));
  for (const language of LANGUAGES) form.elements[language].value = shown.messages[name][language];
  preview();
  byId("message-dialog").showModal();
}

armForm(form, ({ ar, en }) =>
  change([{ section: "messages", values: { [shown.chosen]: { ar: ar.trim(), en: en.trim() } } }], say("setup.saved", { name: say(`messages.${shown.chosen}`) }), readAgain, shown.version));
form.addEventListener("input", preview);
byId("usual").addEventListener("click", () => {
  for (const language of LANGUAGES) form.elements[language].value = "";
  preview();
});
byId("messages").addEventListener("click", ({ target }) => target.dataset.message && openForm(target.dataset.message));

const readAgain = follow({ read: readSettings, paint });
armChanges(readAgain);
