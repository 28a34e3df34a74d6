// The hall as it stands now: reads /queues whenever the hall changes and paints it; the next hour follows a little later.

import { get, post } from "../common/api.js";
import { follow, now } from "../frame/frame.js";
import { paintAdvice } from "./head_advice.js";
import { paintCounters, tickCounters } from "./head_counters.js";
import { paintAlerts } from "./head_alerts.js";
import { paintDevices } from "./head_side.js";
import { paintFigures, paintServices } from "./head_services.js";
import { armDay, paintDay } from "./head_day.js";

const HOUR_MS = 10000; // as long as the hall keeps an outlook
const page = { hall: null, queues: null, outlook: null, outlook_ms: 0 };

function paint(hall, queues) {
  page.queues = queues;
  // Another hall was read: something was set or arranged, and the outlook is another one too.
  if (page.hall !== hall) page.outlook_ms = 0;
  page.hall = hall;
  paintFigures(queues);
  paintServices(hall, queues, page.outlook);
  paintCounters(hall, queues);
  paintDay(hall, queues);
  if (page.outlook) paintAdvice(hall, queues, page.outlook, readAgain); // what was done since it was read is advised no more
  if (queues.day.state === "closed") document.getElementById("advice").hidden = true; // a closed hall can follow no advice
  paintAlerts(hall, queues, page.outlook, readAgain);
  paintDevices(hall, queues, now());
  readOutlook();
}

async function readOutlook() {
  if (performance.now() - page.outlook_ms < HOUR_MS && page.outlook_ms) return;
  page.outlook_ms = performance.now();
  // Without an outlook the page is still true; the next reading tries again.
  page.outlook = await get("/outlook").catch(() => null);
  paintServices(page.hall, page.queues, page.outlook);
  paintAlerts(page.hall, page.queues, page.outlook, readAgain);
  paintAdvice(page.hall, page.queues, page.outlook, readAgain);
}

const readAgain = follow({ read: () => get("/queues"), paint, tick: tickCounters });
armDay({ page, post, changed: readAgain });
