// The service day: yesterday in a few lines, the check before the opening, who is left, and the close.

import { get } from "../common/api.js";
import { armClosing, paintClosing } from "./day_closing.js";
import { armNote, paintNote } from "./day_note.js";
import { armMoon, paintMoon } from "./day_moon.js";
import { armClosures, paintClosures } from "./day_suddenly.js";
import { armOpening, paintOpening, tickOpening } from "./day_opening.js";
import { follow } from "../frame/frame.js";

async function read() {
  const [queues, left, { note }, opening, closures, moon] = await Promise.all([get("/queues"), get("/day/left"), get("/day/note"), get("/opening"), get("/closures"), get("/moon")]);
  return { at: queues.at, day: queues.day, left, note, opening, closures, moon };
}

function paint(hall, { day, left, note, opening, closures, moon }) {
  paintNote(hall, note);
  paintOpening(hall, opening);
  paintClosing(hall, day, left);
  paintClosures(hall, closures);
  paintMoon(hall, moon);
}

const readAgain = follow({ read, paint, tick: tickOpening });
armClosing(readAgain);
armOpening(readAgain);
armClosures(readAgain);
armMoon(readAgain);
armNote();
