// How many things wait for the hall head, as a number beside the page and the place in the menu where they are dealt with.

import { groupOf } from "./alert_groups.js";
import { get } from "../common/api.js";
import { make } from "../common/parts.js";
import { number, say } from "../common/words.js";

const EVERY_MS = 10000;
const isComplaint = (alert) => alert.kind === "complaint";
const COUNTED = {
  "/head": (alerts) => new Set(alerts.filter((alert) => !isComplaint(alert)).map(groupOf)).size,
  "/head/complaints": (alerts) => alerts.filter(isComplaint).length,
};
let read_ms = -Infinity;

/** Show the numbers, read at most every ten seconds, or at once where `now` says that they have changed. */
export async function paintMenuCounts(now = false) {
  if (!now && performance.now() - read_ms < EVERY_MS) return;
  read_ms = performance.now();
  const queues = await get("/queues").catch(() => null); // the page itself says that the hall is away
  if (!queues) return;
  const unseen = queues.standing.filter((alert) => !alert.seen_by);
  const many = Object.fromEntries(Object.entries(COUNTED).map(([path, counts]) => [path, counts(unseen)]));
  for (const link of document.querySelectorAll("[data-paths]")) {
    show(link, link.dataset.paths.split(" ").reduce((sum, path) => sum + (many[path] ?? 0), 0));
  }
}

function show(link, many) {
  const shown = link.querySelector(".count");
  if ((shown?.dataset.many ?? "0") === String(many)) return;
  shown?.remove();
  if (!many) return;
  const count = make("span", { class: "count", "data-many": many, "aria-label": say("nav.count", { n: number(many) }), role: "img" }, number(many));
  link.append(count);
}
