// A table of ticks, one row an agent or a counter and one column a service, with one button that saves all changed rows.

import { sentence } from "./act_in_force.js";
import { post } from "../common/api.js";
import { clearMessages, refuse, tell } from "../common/doing.js";
import { fill, fillByKey, make } from "../common/parts.js";
import { named, number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const shown = { agents: [], counters: [] }; // the rows of each table as they were painted last

/**
 * Paint a table of ticks. Each row: `key`, `id` (where an address leads to it), `name` (plain text for screen readers), `head` (elements that name it), `offered` and `served` (codes of
 * services), `order` (in which the ticked ones are sent), `path` (where they are sent), `end` (an element or null).
 */
export function paintMatrix(kind, hall, rows) {
  const titles = hall.services.map((service) => {
    const prefix = service.prefix ? make("bdi", { class: "prefix" }, service.prefix) : null;
    return make("th", { scope: "col" }, prefix, make("span", {}, named(service.names)), kind === "agents" ? countersOf(hall, service) : null);
  });
  fill(byId(`${kind}-head`), [make("tr", {}, make("td"), ...titles, make("td"))]);
  fillByKey(byId(`act-${kind}`), rows.map((row) => matrixRow(hall, row)));
  shown[kind] = rows;
  paintCount(kind);
}

/** Return the counters that have a service: an agent signs in at one of them to cover it. Nothing where all have it. */
function countersOf(hall, service) {
  const having = hall.counters.filter((each) => each.services.includes(service.code)).map((each) => number(each.counter));
  if (having.length === hall.counters.length) return null;
  return make("small", { class: "at" }, having.length ? say("act.at_counters", { list: having.join("\u00a0· ") }) : say("act.at_no_counter"));
}

function matrixRow(hall, row) {
  const cells = hall.services.map((service) => {
    if (!row.offered.includes(service.code)) return make("td", { class: "no" }, make("span", { class: "unseen" }, say("act.not_offered")));
    const was = row.served.includes(service.code) ? "yes" : "no";
    const box = make("input", {
      type: "checkbox", class: "tick-box", value: service.code, checked: was === "yes" ? "" : null, "data-was": was,
      "aria-label": `${row.name}: ${named(service.names)}`, "data-focus": `${row.key}-${service.code}`,
    });
    return make("td", {}, make("label", {}, box));
  });
  return make("tr", { "data-key": row.key, id: row.id, tabindex: row.id ? "-1" : null, class: row.away ? "away-row" : null }, make("th", { scope: "row" }, ...row.head), ...cells, make("td", { class: "end" }, row.end));
}

const isChanged = (box) => box.checked !== (box.dataset.was === "yes");

function changedRows(kind) {
  const lines = [...byId(`act-${kind}`).children].filter((line) => [...line.querySelectorAll("input")].some(isChanged));
  return lines.map((line) => {
    const row = shown[kind].find((each) => each.key === line.dataset.key);
    const ticked = new Set([...line.querySelectorAll("input:checked")].map((box) => box.value));
    return { ...row, services: row.order.filter((code) => ticked.has(code)) };
  });
}

function paintCount(kind) {
  const many = changedRows(kind).length;
  byId(`${kind}-count`).textContent = many ? say("act.unsaved", { n: number(many) }) : "";
}

/** Make the form save; `page.hall` is the hall as it was read last. */
export function armMatrix(kind, page, changed) {
  const form = byId(`${kind}-form`);
  form.addEventListener("change", () => paintCount(kind));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const rows = changedRows(kind);
    if (!rows.length) return void (byId(`${kind}-count`).textContent = say("act.nothing_changed"));
    const empty = rows.find((row) => !row.services.length);
    if (empty) return void (byId(`${kind}-count`).textContent = say("act.none_ticked", { name: empty.name }));
    await save(page.hall, rows, changed);
  });
}

async function save(hall, rows, changed) {
  clearMessages();
  const made = [];
  try {
    for (const { path, services } of rows) made.push(await post(path, { services }));
    const text = made.length === 1 ? sentence(hall, made[0]) : say("act.saved", { n: number(made.length) });
    tell(text, () => undo(made, changed));
  } catch (refusal) {
    refuse(refusal);
  } finally {
    changed();
  }
}

async function undo(made, changed) {
  try {
    for (const { arrangement } of [...made].reverse()) await post(`/arrangements/${arrangement}/undo`, {});
    tell(say("act.undone"));
  } catch (refusal) {
    refuse(refusal);
  } finally {
    changed();
  }
}
