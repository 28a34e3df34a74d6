// Refresh the figures in place, and say when the centre does not answer any more.
"use strict";
const EVERY_MS = 10_000;
const PATIENCE_MS = 5_000; // a centre that hangs is noticed within EVERY_MS + PATIENCE_MS
const badge = document.getElementById("link");

/** Show fresh figures where the old ones stand; keep the focus and how far tables were moved. */
function replaceFigures(fresh) {
  const shown = document.getElementById("main");
  const focused = shown.contains(document.activeElement) ? document.activeElement : null;
  const moved = [...shown.querySelectorAll(".table-box")].map((one) => one.scrollLeft);
  shown.replaceWith(fresh);
  [...fresh.querySelectorAll(".table-box")].forEach((one, at) => { one.scrollLeft = moved[at] ?? 0; });
  for (const name of ["href", "aria-label"]) {
    const value = focused?.getAttribute(name);
    if (value) return fresh.querySelector(`[${name}="${CSS.escape(value)}"]`)?.focus({ preventScroll: true });
  }
}

function showLink(state) {
  document.getElementById("main").classList.toggle("stale", state === "cut_off");
  if (badge.dataset.state === state) return; // a status is read aloud when it changes
  badge.dataset.state = state;
  badge.textContent = badge.dataset[state === "live" ? "live" : "cutOff"].replace("{time}", document.getElementById("as-of").textContent);
}

async function refresh() {
  if (document.hidden) return;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(location.href, { cache: "no-store", redirect: "manual", signal: patience.signal });
    if (answer.type === "opaqueredirect") return location.reload(); // the session has ended: the sign-in page says so
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
    if (!answer.ok || !fresh) throw new Error(`status ${answer.status}`);
    replaceFigures(fresh);
    showLink("live");
  } catch {
    showLink("cut_off"); // what is shown stays, marked as old
  } finally {
    clearTimeout(timer);
  }
}

if (badge) {
  setInterval(refresh, EVERY_MS);
  document.addEventListener("visibilitychange", refresh);
}
