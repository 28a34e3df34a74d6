// The lists beside the visit in hand: who waits in the order of calling, who is on hold here, who missed the call.

import { fill, make } from "../common/parts.js";
import { inDigits, number, say } from "../common/words.js";
import { canActOnRow, rowsOf } from "./moves.js";
import { inMinutes, now, secondsSince, serviceOf, state, ticketOf } from "./place.js";

const byId = (id) => document.getElementById(id);
export const LISTS = ["waiting", "parked", "missed"];
const ACTS = { waiting: "counter.call_chosen", parked: "counter.resume", missed: "counter.return" };
const LANES = ["priority", "premium", "appointment", "returning"];

/** `waiting` is only the head of the list; the lanes count all of it. */
export const waitingInAll = () => Math.max(Object.values(state.place?.by_lane ?? {}).reduce((all, n) => all + n, 0), rowsOf("waiting").length);

/** Paint the tabs, the rows of the shown list and its button; what is chosen stays chosen while it is there. */
export function paintLists() {
  if (!rowsOf(state.list).some((one) => one.visit === state.row)) state.row = null;
  const lengths = { waiting: waitingInAll(), parked: rowsOf("parked").length, missed: rowsOf("missed").length };
  for (const [at, list] of LISTS.entries()) {
    const tab = byId(`tab-${list}`);
    tab.setAttribute("aria-pressed", String(list === state.list));
    tab.querySelector("b").textContent = number(lengths[list]);
    tab.querySelector("kbd").textContent = number(at + 1);
  }
  const lanes = LANES.filter((one) => state.place.by_lane[one]);
  fill(byId("lanes"), state.list === "waiting" ? lanes.map((one) => make("span", {}, `${say(`lane.${one}`)} `, make("b", {}, number(state.place.by_lane[one])))) : []);
  const rows = rowsOf(state.list).map((one) => (state.list === "waiting" ? waitingRow(one) : asideRow(one)));
  paintRows(rows.length ? rows : [make("li", { class: "soft none" }, say(`counter.empty.${state.list}`))]);
  byId("row-act").firstElementChild.textContent = say(ACTS[state.list]);
  byId("row-act").disabled = state.busy || state.row === null || !canActOnRow();
}

function paintRows(rows) {
  const focused = document.activeElement?.closest("#rows button")?.getAttribute("data-visit");
  fill(byId("rows"), rows);
  if (focused && document.activeElement === document.body) byId("rows").querySelector(`[data-visit="${CSS.escape(focused)}"]`)?.focus();
}

function row(visit, details, time, note = "") {
  const button = make(
    "button",
    { type: "button", class: "quiet row", "data-visit": visit.visit, "aria-pressed": String(visit.visit === state.row) },
    make("b", {}, ticketOf(visit)),
    make("span", {}, details, note ? make("small", {}, note) : null),
    make("span", { class: "time" }, time),
  );
  return make("li", {}, button);
}

function waitingRow(one) {
  const lane = one.lane === "standard" ? "" : say(`lane.${one.lane}`);
  return row(one, serviceOf(one.service), inMinutes(secondsSince(one.issued_at)), [lane, one.held ? say("counter.postponed") : ""].filter(Boolean).join(" · "));
}

function asideRow(visit) {
  const stage = visit.stages.at(-1);
  const since = stage?.parked_since ?? stage?.ended_at ?? stage?.begun_at ?? stage?.called_at ?? visit.issued_at;
  return row(visit, serviceOf(visit.service), inMinutes(secondsSince(since)), [remindText(stage), inDigits(stage?.note ?? "")].filter(Boolean).join(" · "));
}

function remindText(stage) {
  if (!stage?.remind_at) return "";
  const left = Math.ceil((Date.parse(stage.remind_at) - now()) / 1000);
  return left <= 0 ? say("counter.reminder_due") : say("counter.reminder_in", { time: inMinutes(left) });
}

/** Return the visits on hold whose reminder has come. */
export const due = () => rowsOf("parked").filter((one) => one.stages.at(-1)?.remind_at && Date.parse(one.stages.at(-1).remind_at) <= now());

/** Choose the row `by` places on. */
export function stepRow(by) {
  const rows = rowsOf(state.list);
  const at = rows.findIndex((one) => one.visit === state.row);
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
  state.row = rows[next]?.visit ?? null;
}
