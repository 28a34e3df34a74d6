// Sign an agent out of a counter; where a visitor is still there, ask first what happens to the visit.

import { clearMessages, doIt, lastRefusal } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { make } from "../common/parts.js";
import { inDigits, number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const asked = { send: async (_body) => false };

/** An agent who has gone home signed in keeps the counter from the next one: nothing is lost, he signs in again with his PIN. */
export function signOutButton(agent, name, place, changed) {
  const button = make("button", { type: "button", class: "plain", "data-focus": `out-${agent}`, "aria-label": `${say("act.sign_out")}: ${name}` }, say("act.sign_out"));
  const n = number(place.counter);
  const send = (body) => doIt(`/counters/${place.counter}/sign-out`, body, () => ({ text: say("act.is_signed_out", { agent: name, n }) }), changed);
  button.addEventListener("click", async () => {
    if (isBusy(place)) return ask(name, place, send);
    const done = await send({});
    if (!done && lastRefusal().code === "visit_open") ask(name, place, send);
  });
  return button;
}

const isBusy = ({ state }) => state === "called" || state === "serving";

/** A visit that was only called cannot be finished; one without a ticket cannot be called again. Who came a moment ago is not known yet. */
function ask(agent, place, send) {
  clearMessages();
  asked.send = send;
  const { ticket, state } = place;
  const parts = { agent, n: number(place.counter), ticket: `\u2066${inDigits(ticket ?? "")}\u2069` };
  byId("out-form").reset();
  byId("out-title").textContent = say("act.out_title", parts);
  byId("out-about").textContent = say(ticket ? "act.still_there" : isBusy(place) ? "act.still_there_walk_up" : "error.visit_open", parts);
  const goesBack = Boolean(ticket) || !isBusy(place);
  byId("out-return").hidden = !goesBack;
  byId("out-finish").hidden = state === "called";
  byId("out-form").elements.visit.value = goesBack ? "return" : "finish";
  byId("out-dialog").showModal();
}

/** Make the question's form send. */
export function armSigningOut() {
  armForm(byId("out-form"), ({ visit }) => asked.send({ visit }));
}
