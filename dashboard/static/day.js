// The service day: yesterday in a few lines, who is left with one choice each, and the close.

import { get } from "./api.js";
import { armClosing, paintClosing } from "./day_closing.js";
import { armNote, paintNote } from "./day_note.js";
import { follow } from "./frame.js";

async function read() {
  const [queues, left, { note }] = await Promise.all([get("/queues"), get("/day/left"), get("/day/note")]);
  return { at: queues.at, day: queues.day, left, note };
}

function paint(hall, { day, left, note }) {
  paintNote(hall, note);
  paintClosing(hall, day, left);
}

const readAgain = follow({ read, paint });
armClosing(readAgain);
armNote();
