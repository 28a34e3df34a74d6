// Figures of a day, week, month or year: what is asked stands in the address, so that it can be kept and sent on.

import { BASE, get, Refused } from "../common/api.js";
import { chart } from "./figures_chart.js";
import { dayBefore } from "./figures_compare.js";
import { heat } from "./figures_heat.js";
import { measures } from "./figures_measures.js";
import { more, parts, revisions, totals } from "./figures_tables.js";
import { showReports } from "./figures_reports.js";
import { periodInWords } from "./figures_words.js";
import { follow, now } from "../frame/frame.js";
import { dayOf } from "../common/instants.js";
import { fill, make } from "../common/parts.js";
import { named, number, say } from "../common/words.js";

const KEPT_MS = { day: 30_000, week: 60_000, month: 300_000, year: 300_000, decade: 300_000 }; // the longer the period, the slower it changes
const PERIODS = ["day", "week", "month", "year", "decade"];
const YEARS = [2000, 2999];
const page = { key: null, answer: null, read_at: 0, today: true }; // `today`: the page goes with the day, until another is chosen
const find = (id) => document.getElementById(id);
const form = find("asked");

function asked() {
  const chosen = [...new FormData(/** @type {any} */ (form))].filter(([name, value]) => value && !(name === "day" && page.today));
  return new URLSearchParams(/** @type {string[][]} */ (chosen)).toString();
}

/** Return the day that many days, months or years away which the period before or after begins with. */
function moved({ first, last }, step) {
  const edge = new Date(`${step < 0 ? first : last}T00:00:00Z`);
  edge.setUTCDate(edge.getUTCDate() + step);
  return edge.toISOString().slice(0, 10);
}


async function read() {
  const key = asked();
  if (key === page.key && Date.now() - page.read_at < KEPT_MS[page.answer.period]) return { ...page.answer, at: new Date(now()).toISOString() };
  try {
    const view = await get(`/figures?${key}`);
    const answer = { ...view, ...(await beside(view)) };
    Object.assign(page, { key, answer, read_at: Date.now() });
    find("error").hidden = true;
    return answer;
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== "field_invalid" || !page.answer) throw error;
    find("error").textContent = say("figures.refused", { first: number(YEARS[0]), last: number(YEARS[1]) });
    find("error").hidden = false;
    return { ...page.answer, at: new Date(now()).toISOString() };
  }
}

/** Return what is shown beside a view: the period before, and for a day the heat map of its whole week. */
async function beside(view) {
  const ask = (more) => get(`/figures?${new URLSearchParams({ ...asOf(view), ...more })}`).catch(() => null);
  const before = await ask({ day: dayBefore(view) });
  const week = view.period === "day" ? await ask({ period: "week" }) : view;
  return { before, week_heat: (week ?? view).heat };
}

/** Return what a view is about as an address asks for it. */
const asOf = ({ period, first, service }) => ({ period, day: first, ...(service === null ? {} : { service }) });

function paintServices(hall, chosen) {
  const choices = hall.services.map((one) => make("option", { value: one.code }, named(one.names)));
  fill(form.elements.service, [make("option", { value: "" }, say("figures.all_services")), ...choices]);
  form.elements.service.value = chosen ?? "";
}

function paint(hall, view) {
  if (document.activeElement !== form.elements.service) paintServices(hall, view.service ?? page.service);
  page.service = null;
  const query = new URLSearchParams({ ...asOf(view), lang: document.documentElement.lang });
  for (const kind of ["csv", "xlsx", "pdf"]) find(kind).href = `${BASE}/figures.${kind}?${query}`;
  if (page.today && document.activeElement !== form.elements.day) form.elements.day.value = dayOf(hall, now());
  find("after").disabled = view.last >= dayOf(hall, now()); // of what has not been there is nothing to tell
  find("period").textContent = periodInWords(view);
  const seen = { ...view, running: view.last >= dayOf(hall, now()) };
  totals(find("totals"), seen, view.before);
  more(find("more-head"), find("more"), seen, view.before);
  find("on-paper").hidden = !view.served_on_paper; // of which most figures say nothing
  if (view.served_on_paper) find("on-paper").textContent = say("figures.on_paper", { n: number(view.served_on_paper) });
  revisions(view.revised ?? []);
  find("chart-panel").hidden = false; // the chart needs its width
  find("chart-panel").hidden = !view.total.called || !chart(find("chart"), view);
  find("heat-panel").hidden = !view.week_heat.length;
  if (view.week_heat.length) heat(find("heat-head"), find("heat"), hall, view.week_heat);
  parts(hall, view);
  measures(hall, view);
}

const again = follow({ read, paint });

function changed() {
  history.replaceState(null, "", `?${asked()}${location.hash}`);
  again();
}

function restore() {
  const before = new URLSearchParams(location.search);
  const period = before.get("period");
  if (PERIODS.includes(period) && form.querySelector(`[name="period"][value="${period}"]`)) form.elements.period.value = period;
  form.elements.day.value = before.get("day") ?? "";
  page.today = !form.elements.day.value;
  page.service = before.get("service");
  if (page.service) form.elements.service.append(make("option", { value: page.service, selected: "" }, page.service));
}

for (const [id, step] of [["before", -1], ["after", 1]]) {
  find(id).addEventListener("click", () => {
    if (!page.answer) return;
    form.elements.day.value = moved(page.answer, step);
    page.today = false;
    changed();
  });
}
form.addEventListener("change", (event) => {
  if (event.target === form.elements.day) page.today = !event.target.value;
  changed();
});
form.addEventListener("submit", (event) => event.preventDefault());
// A definition is one click away, also while the list of them is shut.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#means-']");
  if (!link) return;
  event.preventDefault();
  find("definitions").open = true;
  const meant = document.querySelector(link.getAttribute("href"));
  meant.scrollIntoView({ block: "center" });
  meant.focus();
});
// What leaves on paper carries what it means.
window.addEventListener("beforeprint", () => {
  page.opened = !find("definitions").open;
  find("definitions").open = true;
});
window.addEventListener("afterprint", () => {
  if (page.opened) find("definitions").open = false;
});
restore();
if (find("reports-panel")) showReports();
