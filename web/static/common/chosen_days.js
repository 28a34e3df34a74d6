// The days that a page tells of: chosen in its form, kept while they are fresh, refused in words; the clock goes on.

import { Refused } from "./api.js";
import { refuse } from "./doing.js";
import { armForm } from "./forms.js";
import { follow, now } from "../frame/frame.js";

const form = document.getElementById("days");

/**
 * Show the answer of `ask` for the chosen days. `ask` gets the days as the query of an address, empty until somebody
 * chooses, and is called again after `kept_ms`. `paint(hall, answer)` shows an answer, which names its `first` and
 * `last` day.
 */
export function followDays({ ask, kept_ms, paint }) {
  const page = { days: "", answer: null, read_at: 0, typed: false };

  const keep = (days, answer) => Object.assign(page, { days, answer, read_at: Date.now() });

  async function read() {
    if (page.answer && Date.now() - page.read_at <= kept_ms) return { ...page.answer, at: new Date(now()).toISOString() };
    const { days } = page;
    const answer = await ask(days);
    if (days === page.days) keep(days, answer); // somebody may have chosen others while the hall answered
    return { ...page.answer, at: answer.at };
  }

  function paintAll(hall, view) {
    paint(hall, view);
    for (const [name, day] of Object.entries({ from: view.first, to: view.last })) {
      if (!page.typed) form.elements[name].value = day; // what somebody types stays while the page reads again
    }
  }

  const readAgain = follow({ read, paint: paintAll });

  form.addEventListener("input", () => { page.typed = true; });

  armForm(form, async (chosen) => {
    try {
      const days = `?${new URLSearchParams(chosen)}`;
      keep(days, await ask(days));
      document.getElementById("error").hidden = true;
      readAgain();
      return true;
    } catch (refusal) {
      if (refusal instanceof Refused && refusal.code === "field_invalid") refusal.code = "days_refused";
      return refuse(refusal);
    }
  });
}
