// The decision of an urgent request in the hall: the delegated power says who may decide, until when and up to which amount.

import { fillOptions, make } from "../common/parts.js";
import { named, number, say } from "../common/words.js";
import { inDay } from "./requests_rows.js";

const byId = (id) => /** @type {any} */ (document.getElementById(id));
const fields = byId("move-form").elements;
const shown = { powers: [], today: "", asked: false };
const chosen = () => shown.powers.find((one) => one.code === byId("move-power").value);

/** Offer the hall's powers. */
export function paintPowers(powers) {
  shown.powers = powers;
  fillOptions(byId("move-power"), powers.map((one) => make("option", { value: one.code }, named(one.names))));
}

/** Show or hide the fields of a decision in the dialog that is open. */
export function askForDecision(asked, today) {
  Object.assign(shown, { today, asked });
  byId("move-decide").hidden = !asked;
  for (const name of ["power", "decided_by", "day"]) fields[name].required = asked;
  byId("move-day").value = byId("move-day").max = today;
  showPower();
}

/** Say what the chosen power allows; where it is one person's, he is who decides. */
function showPower() {
  const power = shown.asked ? chosen() : undefined;
  fields.amount_omr.required = Boolean(power?.limit_omr);
  fields.decided_by.readOnly = Boolean(power?.holder);
  if (power?.holder) fields.decided_by.value = power.holder;
  const until = power?.valid_until && say(power.valid_until < shown.today ? "requests.power_over" : "requests.power_until", { day: inDay(power.valid_until) });
  const limit = power?.limit_omr && say("requests.power_limit", { n: number(power.limit_omr) });
  byId("power-hint").textContent = [power?.decision && say("requests.power_decision", { number: `\u2068${power.decision}\u2069` }), limit, until].filter(Boolean).join(" · ");
}

/** Return what the hall is sent. */
export const decisionOf = ({ text, decided_by, power, day, amount_omr }) => ({ decision: text, decided_by, power, day, amount_omr: amount_omr === "" ? null : Number(amount_omr) });

byId("move-power").addEventListener("change", () => {
  if (fields.decided_by.readOnly) fields.decided_by.value = "";
  showPower();
});
