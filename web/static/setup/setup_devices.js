// The questions of the set-up page that try this machine's devices out: printer, voice and screen.

import { make } from "../common/parts.js";
import { changed, form } from "./setup_form.js";
import { button, on } from "./setup_parts.js";
import { inDigits, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const PAPERS = ["80", "58"];
const CARD_MM = [85.6, 53.98]; // a bank card everywhere

/** Send a question of the page to its program and return the answer. */
export async function ask(what, body) {
  const answer = await fetch(`/ask/${what}`, { method: "POST", body: JSON.stringify(body) });
  return answer.json();
}

/** Return a place for a result, and what writes it there. */
function result() {
  const place = make("p", { role: "status" });
  return { place, write: (good, text) => { place.className = good ? "good" : "bad"; place.textContent = text; } };
}

export async function drawPrinter() {
  const { printers } = await ask("printers", {}).catch(() => ({ printers: [] }));
  const url = make("input", { value: form.devices.printer ?? printers[0]?.url ?? "", placeholder: "serial:///dev/ttyUSB0", dir: "ltr", list: "printers-found" });
  const paper = make("select", {}, ...PAPERS.map((mm) => make("option", { value: mm, selected: mm === String(form.devices.paper_mm) ? "" : null }, say(`printer.${mm}`))));
  const { place, write } = result();
  const print = async () => {
    write(true, say("printer.printing"));
    const answer = await ask("sample", { url: url.value, paper_mm: Number(paper.value) });
    const good = ["confirmed", "unverified"].includes(answer.state);
    write(good, answer.problem ?? say(`printer.${answer.state}`));
    if (good) { Object.assign(form.devices, { printer: url.value, paper_mm: Number(paper.value) }); changed(); }
  };
  byId("printer-try").replaceChildren(
    make("p", { class: "hint" }, printers.length ? say("printer.found", { count: inDigits(printers.length) }) : say("printer.none")),
    make("datalist", { id: "printers-found" }, ...printers.map((one) => make("option", { value: one.url }, one.name))),
    make("div", { class: "fields" }, make("label", {}, say("printer.url"), url), make("label", {}, say("printer.paper"), paper), button(say("printer.print"), print)), place);
}

export function drawVoice() {
  const { place, write } = result();
  const heard = (sound) => () => { form.devices.sound = sound; write(sound === "heard", say(sound === "heard" ? "voice.good" : "voice.bad")); changed(); };
  const play = (language) => () => { new Audio(`/voice.wav?lang=${language}`).play().catch(() => write(false, say("voice.missing"))); };
  byId("voice-try").replaceChildren(
    make("div", { class: "actions" }, button(say("voice.play_ar"), play("ar")), button(say("voice.play_en"), play("en"))),
    make("div", { class: "actions" }, button(say("voice.heard"), heard("heard")), button(say("voice.not_heard"), heard("not_heard"))), place);
}

/** Ask for the screen's size by a card held against it: it tells how many pixels a millimetre has. */
export function drawScreen() {
  const diagonal_px = Math.hypot(screen.width, screen.height);
  const card = make("div", { class: "card-size" }, say("screen.card"));
  const shown = make("output", {});
  const show = (width_px) => {
    const inches = Math.round((diagonal_px / (width_px / CARD_MM[0]) / 25.4) * 10) / 10;
    card.style.inlineSize = `${width_px}px`;
    card.style.blockSize = `${(width_px * CARD_MM[1]) / CARD_MM[0]}px`;
    shown.textContent = say("screen.inches", { inches: inDigits(inches) });
    return inches;
  };
  const start = form.devices.screen_inches ? (diagonal_px / 25.4 / form.devices.screen_inches) * CARD_MM[0] : 330;
  const slider = make("input", { type: "range", min: "150", max: "700", value: String(Math.round(start)), "aria-label": say("screen.slider") });
  byId("screen-try").replaceChildren(make("div", { class: "actions" }, on(slider, "input", (event) => { form.devices.screen_inches = show(Number(event.target.value)); changed(); }), shown), card);
  show(start);
}
