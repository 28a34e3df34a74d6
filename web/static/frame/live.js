// The live link as pages use it: one for all tabs of a browser, by a shared worker; where there is none, one for each page.

import { openLive } from "./live_link.js";

/** Call `heard({event, kind})` for each snapshot, fact and error of the live link from now on. */
export function listenLive(heard) {
  let own = false;
  const alone = () => {
    if (own) return;
    own = true;
    openLive(heard);
  };
  try {
    const worker = new SharedWorker("/static/frame/live_worker.js", { type: "module" });
    worker.addEventListener("error", alone); // the browser could not load or run it
    worker.port.addEventListener("message", ({ data }) => own || heard(data));
    worker.port.start();
    // A page that is kept for "back" leaves as well, and returns.
    addEventListener("pagehide", () => worker.port.postMessage("leave"));
    addEventListener("pageshow", ({ persisted }) => persisted && worker.port.postMessage("join"));
  } catch {
    alone();
  }
}
