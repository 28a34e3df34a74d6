// What the visitor may do with the own turn: report to be late and in time again, cancel (asked once) and take it back.

import { post } from "../common/api.js";
import { known, running, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
let code = "";
let follow = (_place) => {};
let undoUntil = 0;
let ticking = 0;

/** Offer what this place allows; `again` reads the place again after a move. */
export function offerMoves(place, codeOfVisit, again) {
  [code, follow] = [codeOfVisit, again];
  const waits = place.state === "waiting";
  byId("moves").hidden = !waits;
  byId("late").hidden = byId("late-means").hidden = place.late;
  byId("in-time").hidden = byId("late-now").hidden = !place.late;
  if (!waits) ask(false);
  byId("cancelled").hidden = place.state !== "cancelled";
  undoUntil = Date.now() + 1000 * (place.undo_s ?? 0);
  tick();
}

function tick() {
  clearTimeout(ticking);
  const left_s = Math.ceil((undoUntil - Date.now()) / 1000);
  byId("undo-cancel").hidden = left_s <= 0;
  byId("undo-left").textContent = running(left_s);
  if (left_s > 0 && !byId("cancelled").hidden) ticking = setTimeout(tick, 1000);
}

function ask(open) {
  byId("cancel-ask").hidden = !open;
  byId("cancel").setAttribute("aria-expanded", String(open));
}

async function move(what, button) {
  button.disabled = true;
  byId("moved").textContent = "";
  try {
    const place = await post(`/place/${what}`, {}, { "Visit-Code": code });
    ask(false);
    follow(place);
    if (place.asked) byId("moved").textContent = say("phone.asked"); // through the centre: the hall hears it soon
  } catch (refusal) {
    const id = `error.${refusal.code}`;
    byId("moved").textContent = say(known(id) ? id : "phone.not_done");
  } finally {
    button.disabled = false;
  }
}

for (const [id, what] of [["late", "late"], ["in-time", "in-time"], ["cancel-yes", "cancel"], ["undo-cancel", "undo-cancel"]]) {
  byId(id).addEventListener("click", (event) => move(what, event.currentTarget));
}
byId("cancel").addEventListener("click", () => {
  ask(byId("cancel-ask").hidden);
  if (!byId("cancel-ask").hidden) byId("cancel-yes").focus();
});
byId("cancel-no").addEventListener("click", () => {
  ask(false);
  byId("cancel").focus();
});
