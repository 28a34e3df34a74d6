// The set-up page: one question a page, checked by the server after each change, and a summary to save at the end.

import { make } from "../common/parts.js";
import { ask, drawPrinter, drawScreen, drawVoice } from "./setup_devices.js";
import { answers, catalogue, changed, followChanges, form, untouched, wantedServices } from "./setup_form.js";
import { drawLists } from "./setup_lists.js";
import { problemRows, questionOf } from "./setup_problems.js";
import { drawAgents, drawBrand, drawCounters, drawHours, drawKiosk, drawName, drawNumbers, drawPlace, drawServices } from "./setup_questions.js";
import { QUESTIONS, summaryRows } from "./setup_summary.js";
import { inDigits, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const PAGES = [...QUESTIONS, "review"];
const CHECK_AFTER_MS = 250;
const page = { shown: "", timer: 0, checks: 0, problems: [], passed: new Set(), toSummary: false };

const named = () => location.hash.slice(1);
const mistakes = () => page.problems.filter((problem) => !problem.warning);

/** Show the question that the address names; the reader of a screen hears it first. */
function turn() {
  const first = page.shown === "";
  if (!first && !PAGES.includes(named())) return; // the skip link leads into the question that is open
  page.shown = PAGES.includes(named()) ? named() : PAGES[0];
  const at = PAGES.indexOf(page.shown);
  if (page.shown === "review") page.toSummary = false;
  for (const id of PAGES) byId(id).hidden = id !== page.shown;
  byId("language").setAttribute("href", `${byId("language").getAttribute("href").split("#")[0]}#${page.shown}`);
  byId("back").hidden = at === 0;
  byId("back").setAttribute("href", `#${page.toSummary ? "review" : PAGES[at - 1] ?? ""}`);
  byId("progress").hidden = byId("go-on").hidden = page.shown === "review";
  byId("progress-words").textContent = page.shown === "review" ? "" : say("progress", { n: inDigits(at + 1), all: inDigits(QUESTIONS.length) });
  Object.assign(byId("progress-bar"), { max: QUESTIONS.length, value: at + 1 });
  byId("go-on").textContent = say(page.toSummary ? "to_summary" : "go_on");
  paint();
  if (first) return;
  byId(page.shown).querySelector("h2").focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** Show what the last check found: at a question its own, mistakes only once somebody wanted to go on from it. */
function paint() {
  const shown = { ...form, services: wantedServices() };
  const own = page.problems.filter((problem) => questionOf(problem.key) === page.shown && (problem.warning || page.passed.has(page.shown)));
  byId("found-rows").replaceChildren(...problemRows(own, shown));
  byId("found").hidden = !own.length;
  if (page.shown !== "review") return;
  byId("summary").replaceChildren(...summaryRows(new Set(mistakes().map((problem) => questionOf(problem.key)))));
  const rows = problemRows(page.problems, shown, true);
  if (untouched() && rows.length) rows.unshift(make("li", { class: "open" }, say("review.begin")));
  byId("problem-rows").replaceChildren(...(rows.length ? rows : [make("li", { class: "fine" }, say("review.fine"))]));
  byId("save-why").textContent = mistakes().length ? say("save.why") : "";
}

async function check() {
  clearTimeout(page.timer);
  const mine = (page.checks += 1);
  const answer = await ask("check", answers()).catch(() => null);
  // A later change is being looked at already; or the page is being left and what is shown stays as it was.
  if (mine !== page.checks || !answer) return;
  page.problems = answer.problems;
  byId("toml").textContent = answer.toml;
  paint();
}

async function goOn(event) {
  event.preventDefault();
  if (page.shown === "review") return;
  page.passed.add(page.shown);
  changed();
  await check();
  if (mistakes().some((problem) => questionOf(problem.key) === page.shown)) return byId("found").focus();
  location.hash = page.toSummary ? "review" : PAGES[PAGES.indexOf(page.shown) + 1];
}

async function save() {
  await check();
  if (mistakes().length) return byId("problems").focus();
  const answer = await ask("save", answers());
  byId("saved").className = answer.problem ? "bad" : "good";
  byId("saved").textContent = answer.problem ?? say("saved", { path: `\u2066${answer.path}\u2069` });
  byId("next").replaceChildren(...(answer.next ? [make("p", {}, say("next")), make("pre", { dir: "ltr", tabindex: "0" }, answer.next.join("\n"))] : []));
}

followChanges(() => {
  clearTimeout(page.timer);
  page.timer = setTimeout(check, CHECK_AFTER_MS);
});
byId("question").addEventListener("submit", goOn);
byId("review").addEventListener("click", (event) => { page.toSummary = event.target.closest("[data-change]") !== null; });
byId("save").addEventListener("click", save);
addEventListener("hashchange", turn);
const drawRequests = () => drawLists(byId("requests-lists"), form.requests, catalogue, changed);
for (const draw of [drawName, drawPlace, drawBrand, drawServices, drawNumbers, drawCounters, drawAgents, drawHours, drawRequests, drawKiosk, drawVoice, drawScreen, turn]) draw();
drawPrinter();
check();
