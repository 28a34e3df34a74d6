// Another time for an appointment: the free times of a day that may be changed.

import { get } from "../common/api.js";
import { inWords } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { make } from "../common/parts.js";
import { say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const form = byId("time-form");
const asked = { official: "", at: 0, time: (_instant) => "", send: async (_slot_at) => false };

function offer(slots) {
  const free = slots.filter((slot) => slot.state === "free").map((slot) => make("option", { value: slot.slot_at }, asked.time(slot.slot_at)));
  form.elements.slot_at.replaceChildren(...free);
  byId("time-none").textContent = free.length ? "" : say("officials.no_slots");
}

/** Ask for the day and the time, beginning with the day that is shown; `send(slot_at)` moves the appointment there. */
export function askForTime({ title, view, time, send }) {
  Object.assign(asked, { official: view.official.official, at: asked.at + 1, time, send });
  form.reset();
  byId("time-title").textContent = title;
  form.elements.day.value = view.day;
  offer(view.slots);
  byId("time-dialog").showModal();
}

form.elements.day.addEventListener("change", async () => {
  const day = form.elements.day.value;
  const at = (asked.at += 1);
  form.elements.slot_at.replaceChildren();
  byId("time-none").textContent = "";
  if (!day) return;
  const path = `/officials/${encodeURIComponent(asked.official)}/day?day=${day}`;
  const [slots, refusal] = await get(path).then(({ slots }) => [slots], (refused) => [[], refused]);
  if (at !== asked.at) return; // another day or another appointment was chosen meanwhile
  offer(slots);
  if (refusal) byId("time-none").textContent = inWords(refusal);
});
armForm(form, ({ slot_at }) => asked.send(slot_at));
