// What the hall head changes for the day: everything he may do on one page, each with a way back.

import { get } from "../common/api.js";
import { armForms } from "./act_forms.js";
import { paintInForce } from "./act_in_force.js";
import { paintLanes } from "./act_lanes.js";
import { armMatrix } from "./act_matrix.js";
import { paintAgents, paintCounters } from "./act_agents_counters.js";
import { armSigningOut } from "./act_signing_out.js";
import { paintServices } from "./act_services.js";
import { follow } from "../frame/frame.js";

const page = { hall: null, led: false };

async function read() {
  const [queues, { arrangements }, lanes] = await Promise.all([get("/queues"), get("/arrangements"), get("/lanes")]);
  return { at: queues.at, queues, arrangements, lanes };
}

function paint(hall, { queues, arrangements, lanes }) {
  page.hall = hall;
  paintInForce(hall, queues, arrangements, readAgain);
  paintServices(hall, queues, readAgain);
  paintAgents(hall, queues, readAgain);
  paintCounters(hall);
  paintLanes(lanes, readAgain);
  if (!page.led) leadTo(location.hash.slice(1));
  page.led = true;
}

/** Show what the address leads to: its row is painted after the browser has looked for it. */
function leadTo(id) {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: "center" });
  place?.focus({ preventScroll: true });
}

const readAgain = follow({ read, paint });
armForms(page, readAgain);
armSigningOut();
armMatrix("agents", page, readAgain);
armMatrix("counters", page, readAgain);
