// How many things wait for the hall head, as a number beside the page in the menu where they are dealt with.

import { get } from "./api.js";
import { make } from "./parts.js";
import { number, say } from "./words.js";

const EVERY_MS = 10000;
const COUNTED = { "/head": (alert) => alert.kind !== "complaint", "/head/complaints": (alert) => alert.kind === "complaint" };
let read_ms = -Infinity;

/** Show the numbers, read at most every ten seconds, or at once where `now` says that they have changed. */
export async function paintMenuCounts(now = false) {
  if (!now && performance.now() - read_ms < EVERY_MS) return;
  read_ms = performance.now();
  const queues = await get("/queues").catch(() => null); // the page itself says that the hall is away
  if (!queues) return;
  const unseen = queues.standing.filter((alert) => !alert.seen_by);
  for (const [path, counts] of Object.entries(COUNTED)) show(path, unseen.filter(counts).length);
}

function show(path, many) {
  const link = document.querySelector(`.pages a[href="${path}"]`);
  const shown = link?.querySelector(".count");
  if (!link || (shown?.dataset.many ?? "0") === String(many)) return;
  shown?.remove();
  if (!many) return;
  const count = make("span", { class: "count", "data-many": many, "aria-label": say("nav.count", { n: number(many) }), role: "img" }, number(many));
  link.append(count);
}
