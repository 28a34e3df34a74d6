// The hall as it stands now: reads /queues whenever the hall changes and paints it.

import { get, post } from "./api.js";
import { follow, now } from "./frame.js";
import { paintCounters, tickCounters } from "./head_counters.js";
import { paintAlerts, paintDevices } from "./head_side.js";
import { paintFigures, paintServices } from "./head_services.js";
import { armDay, paintDay } from "./head_day.js";

const page = { queues: null };

function paint(hall, queues) {
  page.queues = queues;
  paintFigures(queues);
  paintServices(hall, queues);
  paintCounters(hall, queues);
  paintDay(hall, queues);
  paintAlerts(hall, queues);
  paintDevices(hall, queues, now());
}

const readAgain = follow({ read: () => get("/queues"), paint, tick: tickCounters });
armDay({ page, post, changed: readAgain });
