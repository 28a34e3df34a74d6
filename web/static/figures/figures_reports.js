// The scheduled reports: whether each was delivered, and a button to send one now.

import { get, post } from "../common/api.js";
import { refuse } from "../common/doing.js";
import { fillByKey, make } from "../common/parts.js";
import { counted, dayInWords, say } from "../common/words.js";

const AGAIN_MS = 2000; // while one is about to leave
let zone; // the hall's time zone: days and hours are shown in it, also where the reader's computer has another one
const isolated = (text) => `\u2068${text}\u2069`;
const list = () => document.getElementById("reports");

/** Read and show the reports, again and again while one of them is leaving. */
export async function showReports() {
  zone ??= (await get("/hall").catch(() => null))?.time_zone;
  const answer = zone ? await get("/reports").catch(() => null) : null;
  if (answer) paint(answer);
}

function paint({ reports }) {
  document.getElementById("reports-panel").hidden = reports.length === 0;
  fillByKey(list(), reports.map(item));
  const leaving = reports.some(({ ways }) => ways.some(({ state }) => state === "due" || state === "sending"));
  if (leaving) setTimeout(showReports, AGAIN_MS);
}

function item(report) {
  const name = make("span", { class: "name" }, make("bdi", {}, report.name), ` · ${say(`reports.${report.period}`)} · ${report.formats.map(isolated).join(", ")}`);
  const ways = report.ways.map((way) => line(report, way));
  const row = make("li", { "data-key": report.name }, make("div", {}, name, ...ways));
  if (list().dataset.commands !== "yes") return row;
  const button = make("button", { type: "button", class: "quiet", "data-focus": report.name }, say("reports.send"));
  button.setAttribute("aria-label", `${say("reports.send")}: ${report.name}`);
  button.addEventListener("click", () => send(report.name));
  row.append(button);
  return row;
}

function line(report, way) {
  const where = way.way === "mail" ? say("reports.to", { to: isolated(report.to.join(", ")) }) : say("reports.folder", { folder: isolated(report.folder) });
  return make("p", { "data-state": way.state ?? "never" }, `${where} – ${became(way)}`);
}

function became(way) {
  if (!way.state) return say("reports.never");
  const at = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short", numberingSystem: "latn", timeZone: zone });
  const words = { first: dayInWords(way.first), at: at.format(new Date(way.at)), why: isolated(way.why) };
  return way.state === "failing" ? counted("reports.failing", way.tries, words) : say(`reports.${way.state}`, words);
}

async function send(name) {
  try {
    paint(await post(`/reports/${encodeURIComponent(name)}/send`, {}));
  } catch (refusal) {
    refuse(refusal);
  }
}
