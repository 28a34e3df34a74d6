// One clip after the other: read, record, hear what is wrong, go on; what is spoken is kept on this machine at once.

import { openMicrophone } from "./recording_microphone.js";
import { fill, make } from "../common/parts.js";
import { number, say } from "../common/words.js";

const SPOKEN = "spoken";
const ADVANCE = { Enter: "next", KeyP: "play", Space: "record" };
const page = { clips: [], at: 0, microphone: null, recording: false };
const find = (id) => document.getElementById(id);
const path = ({ language, clip }) => `/clips/${language}/${clip}`;
const here = () => page.clips[page.at];

function fail(text) {
  find("error").textContent = text;
  find("error").hidden = !text;
}

async function load() {
  page.clips = await (await fetch("/clips")).json();
  page.at = Math.max(0, page.clips.findIndex((one) => one.state !== SPOKEN));
  paint();
}

function paint() {
  const spoken = page.clips.filter((one) => one.state === SPOKEN).length;
  find("progress").textContent = say("progress", { at: number(page.at + 1), of: number(page.clips.length), spoken: number(spoken) });
  find("done").max = page.clips.length;
  find("done").value = spoken;
  const { text, meaning, language, state, clip } = here();
  const other = language === "ar" ? "en" : "ar";
  for (const [id, words, tongue] of [["text", text, language], ["meaning", meaning, other]]) Object.assign(find(id), { textContent: words, lang: tongue, dir: tongue === "ar" ? "rtl" : "ltr" });
  find("state").textContent = say(`state.${state}`);
  find("state").dataset.state = state;
  find("clip").textContent = `${clip}.wav`;
  find("play").disabled = page.recording || state === "missing";
  find("next").disabled = page.recording;
  fill(find("record"), [say(page.recording ? "stop" : state === SPOKEN ? "again" : "record"), " ", make("kbd", {}, say("space"))]);
  find("record").classList.toggle("danger", page.recording);
  paintList();
}

function paintList() {
  const states = ["spoken", "synthetic", "missing", "unfit"].map((state) => [state, page.clips.filter((one) => one.state === state).length]);
  find("counts").textContent = states.filter(([, many]) => many).map(([state, many]) => say("count", { state: say(`state.${state}`), n: number(many) })).join(" · ");
  const shown = page.clips.map((one, at) => [one, at]).filter(([one, at]) => at === page.at || !find("gaps").checked || one.state !== SPOKEN);
  fill(find("clips"), shown.map(([one, at]) => {
    const button = make("button", { type: "button", class: "quiet small", "data-state": one.state, ...(at === page.at ? { "aria-current": "true" } : {}) }, make("bdi", { lang: one.language }, one.text), make("small", {}, say(`state.${one.state}`)));
    button.addEventListener("click", () => go(at));
    return make("li", {}, button);
  }));
  find("clips").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

function go(at) {
  if (page.recording) return;
  page.at = (at + page.clips.length) % page.clips.length;
  fill(find("verdict"), []);
  paint();
}

/** Go on to the next clip that nobody has spoken, or to the next one where there is none. */
function next() {
  const order = page.clips.map((_, n) => (page.at + 1 + n) % page.clips.length);
  go(order.find((at) => page.clips[at].state !== SPOKEN) ?? order[0]);
}

function heard(peak) {
  find("level").style.setProperty("inline-size", `${Math.round(100 * Math.max(0, 1 + Math.log10(Math.max(peak, 1e-3)) / 3))}%`);
  find("level").dataset.loud = peak > 0.98 ? "yes" : "no";
}

async function record() {
  fail("");
  try {
    page.microphone ??= await openMicrophone(heard);
  } catch (error) {
    fail(say(error.name === "NotAllowedError" ? "no_permission" : "no_microphone"));
    return;
  }
  if (page.recording) {
    await keep(page.microphone.end());
  } else {
    page.microphone.begin();
    page.recording = true;
    fill(find("verdict"), []);
    paint();
  }
}

async function keep(wav) {
  page.recording = false;
  paint();
  const answer = await (await fetch(path(here()), { method: "POST", body: wav })).json();
  if (answer.problem) {
    fail(answer.problem);
    return;
  }
  if (!answer.faults.length) page.clips[page.at].state = SPOKEN;
  paint();
  verdict(answer);
}

function verdict({ faults, level_db: level, peak_db: peak, noise_db: noise, length_s: length }) {
  const measured = [["level", level, "db"], ["peak", peak, "db"], ["noise", noise, "db"], ["length", length, "seconds"]];
  const facts = measured.filter(([, value]) => value !== null).map(([name, value, unit]) => say(`measured.${name}`, { value: `\u2068${say(unit, { n: number(value) })}\u2069` }));
  const said = faults.length ? faults.map((fault) => make("li", {}, say(`fault.${fault}`))) : [make("li", {}, say("kept"))];
  fill(find("verdict"), [make("ul", { class: faults.length ? "wrong" : "right" }, ...said), make("p", {}, facts.join(" · "))]);
}

function play() {
  new Audio(`${path(here())}.wav?at=${Date.now()}`).play().catch(() => fail(say("not_played")));
}

const ACTS = { record, play, next };
for (const [id, act] of Object.entries(ACTS)) find(id).addEventListener("click", act);
find("gaps").addEventListener("change", paintList);
// The keys work wherever the focus is: who speaks does not look for a button.
document.addEventListener("keydown", (event) => {
  const id = ADVANCE[event.code];
  if (!id || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.target.closest("a, summary, input, nav")) return;
  event.preventDefault();
  if (!find(id).disabled) ACTS[id]();
});
document.addEventListener("keyup", (event) => {
  if (event.code === "Space" && event.target.closest("main button")) event.preventDefault();
});
load().catch(() => fail(say("no_answer")));
