// The agent's own change of the PIN.

import { field, write } from "./questions.js";
import { command, ofCounter, tell } from "./place.js";
import { inWestern, say } from "../common/words.js";

/** Ask for the old PIN and twice for the new one. */
export async function openPin() {
  const secret = { type: "password", inputmode: "numeric", required: "", dir: "ltr", max: 12 };
  const send = Object.assign((values) => command(ofCounter("pin"), { old: inWestern(values.old), new: inWestern(values.new) }).then(() => true), {
    check: (values) => (inWestern(values.new) === inWestern(values.again) ? "" : say("counter.pins_differ")),
  });
  const changed = await write({
    kind: "own_pin",
    title: say("counter.change_pin"),
    about: [say("counter.pin_rule")],
    fields: [field("old", say("counter.old_pin"), secret), field("new", say("counter.new_pin"), { ...secret, max: 6 }), field("again", say("counter.again_pin"), { ...secret, max: 6 })],
    buttons: [{ code: "change", name: say("counter.do_change_pin") }],
    send,
  });
  if (changed) tell(say("counter.pin_changed"), "done");
}
