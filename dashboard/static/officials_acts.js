// What is done with one appointment: its holder has arrived, it is moved, or given up.

import { dayField } from "./day_fields.js";
import { get } from "./api.js";
import { doIt, inForm, inWords } from "./doing.js";
import { make } from "./parts.js";
import { dayInWords, inDigits, named, say } from "./words.js";

const byId = (id) => document.getElementById(id);

/** Open the appointment's dialog; `arrives` gives its ticket and says whether it did (null: not here), `calls` says whether who looks may call its holder, `changed` is called after whatever was done. */
export function openAppointment({ one, view, time, arrives, calls, changed }) {
  const number = inDigits(one.number);
  const over = Date.parse(one.slot_at) <= Date.parse(view.at);
  byId("visit-title").textContent = `${time(one.slot_at)} · ${one.name || say("officials.no_name")}`;
  byId("visit-about").textContent = [named(view.official.names), dayInWords(view.day), say("officials.number", { number })].join(" · ");
  const forms = [
    arrives && one.state === "booked" ? form("arrive", say("officials.arrive_about"), say("officials.arrive"), arrives, false) : null,
    calls && one.has_phone ? phoneForm(one) : null,
    moveForm({ one, view, time, changed, number }),
    form("give-up", say("officials.cancel_about"), say("officials.cancel"), () =>
      doIt(`/appointments/${one.number}/cancel`, {}, () => ({ text: say("officials.cancelled", { number }), undo: over ? null : `/appointments/${one.number}/undo-cancel` }), changed)),
  ];
  byId("acts").replaceChildren(...forms.filter(Boolean));
  byId("visit-dialog").showModal();
  byId("acts").querySelector("button").focus();
}

byId("visit-back").addEventListener("click", () => byId("visit-dialog").close());
byId("visit-dialog").addEventListener("close", () => byId("phone-shown")?.replaceChildren()); // no number stays in the page

function form(id, about, button, does, quiet = true) {
  const made = make("form", { id: `do-${id}` }, about instanceof Node ? about : make("p", {}, about), make("button", { class: quiet ? "quiet" : null }, button));
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    inForm(made, () => does(Object.fromEntries(new FormData(/** @type {any} */ (made)))));
  });
  return made;
}

/** Show the telephone number when it is asked for: each reading is recorded. */
function phoneForm(one) {
  const number = make("p", { id: "phone-shown", "aria-live": "polite" });
  const about = make("div", {}, make("p", {}, say("officials.phone_about")), number);
  const made = make("form", { id: "do-phone" }, about, make("button", { class: "quiet" }, say("officials.phone_show")));
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const { phone } = await get(`/appointments/${one.number}/phone`);
      number.replaceChildren(make("a", { href: `tel:${phone}`, dir: "ltr" }, phone));
    } catch (refusal) {
      number.textContent = inWords(refusal);
    }
  });
  return made;
}

/** Offer the free slots of a day that may be changed. */
function moveForm({ one, view, time, changed, number }) {
  const slots = make("select", { name: "slot_at", required: "" });
  const day = make("input", { type: "date", name: "day", value: view.day, required: "" });
  const offer = (of) => slots.replaceChildren(...of.slots.filter((slot) => slot.state === "free").map((slot) => make("option", { value: slot.slot_at }, time(slot.slot_at))));
  offer(view);
  day.addEventListener("change", async () => {
    if (day.value) offer(await get(`/officials/${encodeURIComponent(view.official.official)}/day?day=${day.value}`).catch(() => ({ slots: [] })));
  });
  const about = make("div", { class: "both" }, make("label", {}, say("officials.move_day"), " ", dayField(day)), make("label", {}, say("officials.move_slot"), " ", slots));
  // Back to where nobody may book any more there is no way.
  const lost = one.outside || Date.parse(one.slot_at) <= Date.parse(view.at);
  const back = lost ? null : { path: `/appointments/${one.number}/move`, body: { slot_at: one.slot_at } };
  return form("move", about, say("officials.move"), ({ slot_at }) =>
    doIt(`/appointments/${one.number}/move`, { slot_at }, () => ({ text: say("officials.moved", { number, time: time(slot_at) }), undo: back }), changed));
}
