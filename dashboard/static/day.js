// The service day: who is left with one choice each, and its close.

import { get } from "./api.js";
import { armClosing, paintClosing } from "./day_closing.js";
import { follow } from "./frame.js";

async function read() {
  const [queues, left] = await Promise.all([get("/queues"), get("/day/left")]);
  return { at: queues.at, day: queues.day, left };
}

const readAgain = follow({ read, paint: (hall, { day, left }) => paintClosing(hall, day, left) });
armClosing(readAgain);
