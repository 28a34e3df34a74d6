// Refresh the figures in place, so that neither scroll position nor focus is lost; a page of a past day stays as it is.
"use strict";
async function refresh() {
  if (document.hidden || !document.querySelector(".day small")) return;
  try {
    const answer = await fetch(location.href, {cache: "no-store", redirect: "error"});
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
    const shown = document.getElementById("main");
    if (fresh && !shown.contains(document.activeElement)) shown.replaceWith(fresh);
  } catch { /* The centre is away: what is shown stays, the next turn asks again. */ }
}
setInterval(refresh, 15000);
