// How near the turn is: a row of dots, one for each person ahead, and whose turn it is now in the own service.

import { inDigits, number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const MOST = 12; // dots that fit beside each other on a narrow phone
let most = 0; // the longest line this page has seen: those who have gone stay as filled dots
let wasLate = false; // who is late, or in time again, stands in another line

/** Show the dots of a visit that waits, and hide them else. */
export function showProgress(place) {
  byId("progress").hidden = place.state !== "waiting";
  if (place.state !== "waiting") return;
  most = wasLate === place.late ? Math.max(most, place.people_ahead) : place.people_ahead;
  wasLate = place.late;
  const shown = Math.min(most, MOST);
  const left = most > MOST ? Math.round((place.people_ahead / most) * MOST) : place.people_ahead;
  const dots = Array.from({ length: shown }, (_, at) => (at < shown - left ? "dot gone" : "dot"));
  byId("track").replaceChildren(...[...dots, "dot own"].map(dot));
  byId("track").setAttribute("aria-label", say("phone.progress", { n: number(place.people_ahead) }));
  byId("progress-ahead").textContent = `${say("phone.ahead")}: ${number(place.people_ahead)}`;
  showCalling(place.newest_call);
}

function dot(name) {
  const made = document.createElement("i");
  made.className = name;
  return made;
}

function showCalling(call) {
  byId("calling").hidden = !call;
  if (!call) return;
  byId("calling-word").textContent = say(call.stands ? "phone.calling" : "phone.called_last");
  byId("calling-ticket").textContent = inDigits(call.ticket);
  byId("calling-counter").textContent = say("phone.at_counter", { n: number(call.counter) });
}
