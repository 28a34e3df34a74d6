// What is done with a visit of a list: called out of order, resumed, brought back; and somebody without a ticket.

import { reasonName, say } from "../common/words.js";
import { choose } from "./questions.js";
import { command, doing, isSure, ofCounter, serviceOf, state, tell, ticketOf } from "./place.js";

/** Return the hall's reasons for a move out of order. */
const reasons = () => state.hall.reasons.map((code) => ({ code, name: reasonName(state.hall, code) }));

/** Call this visit: at once where it is first, which the hall checks; else ask why, then call it out of order. */
export async function callChosen(visit) {
  const first = state.place.waiting[0];
  if (!first || first.visit !== visit.visit || first.held) return askAndCall(visit);
  let reasonNeeded = false; // somebody else is first by now
  await doing(async () => {
    try {
      await command(ofCounter("call"), { visit: visit.visit, reason: "", sure: isSure(), pressed: true });
      tell("");
    } catch (error) {
      if (error.code !== "reason_unknown") throw error;
      reasonNeeded = true;
    }
  });
  if (reasonNeeded) await askAndCall(visit);
}

async function askAndCall(visit) {
  const called = await choose({
    kind: "call_chosen",
    title: say("counter.ask.call_chosen"),
    about: [ticketOf(visit)],
    choices: reasons(),
    send: (reason) => command(ofCounter("call"), { visit: visit.visit, reason, sure: isSure(), pressed: true }),
  });
  if (called) tell("");
}

export function resume(visit) {
  return doing(async () => {
    await command(ofCounter("resume"), { visit: visit.visit });
    tell("");
  });
}

/** Let a missed visit wait again; past the hall's limit with a reason. */
export function reinstate(visit) {
  return doing(async () => {
    try {
      await command(`/visits/${visit.visit}/reinstate`);
    } catch (error) {
      if (error.code !== "reinstate_limit") throw error;
      state.busy = false;
      const done = await choose({
        kind: "reinstate",
        title: say("counter.ask.reinstate"),
        about: [ticketOf(visit)],
        choices: reasons(),
        send: (reason) => command(`/visits/${visit.visit}/reinstate`, { reason }),
      });
      if (!done) return;
    }
    tell(say("counter.done.reinstate", { ticket: ticketOf(visit) }), "done");
  });
}

/** Serve somebody without a ticket. */
export async function serveWalkUp(service = null) {
  const chosen =
    service ?? (await choose({ kind: "walk_up", title: say("counter.ask.walk_up"), choices: state.place.services.map((code) => ({ code, name: serviceOf(code) })) }));
  if (chosen === null) return;
  const begun = await choose({
    kind: "walk_up_reason",
    title: say("counter.ask.walk_up_reason"),
    about: [serviceOf(chosen)],
    choices: reasons(),
    send: (reason) => command(ofCounter("walk-up"), { service: chosen, reason }),
  });
  if (begun) tell("");
}
