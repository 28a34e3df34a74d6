// What is arranged for the day, each with who and since when and a button that takes it back.

import { doIt } from "../common/doing.js";
import { fillByKey, make } from "../common/parts.js";
import { clockTime, named, number, say } from "../common/words.js";

const isolated = (text) => `\u2068${text}\u2069`;

/** Return an arrangement as a sentence. */
export function sentence(hall, one) {
  const service = (code) => isolated(named(hall.services.find((each) => each.code === code)?.names) || code);
  const list = new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" });
  const services = list.format(one.services.map(service));
  switch (one.kind) {
    case "service_open":
      return say("act.is_open", { service: service(one.service) });
    case "service_closed":
      return say("act.is_closed", { service: service(one.service) });
    case "agent_services":
      return say("act.is_moved", { agent: agentName(hall, one.agent), services });
    case "counter_reserved":
      return say("act.is_reserved", { n: number(one.counter), services });
    default:
      return say("act.is_shown", { text: Object.values(one.texts).map(isolated).join(" · ") });
  }
}

/** Return an agent's name in the page's language. */
export const agentName = (hall, code) => isolated(named(hall.agents.find((each) => each.agent === code)?.names) || code);

let isPainted = false;

/** Paint all that holds, the newest first; nothing at all where nothing was changed today. What is below stays under the pointer. */
export function paintInForce(hall, _queues, arrangements, changed) {
  const panel = document.getElementById("in-force-panel");
  const belowAt = () => panel.nextElementSibling.getBoundingClientRect().top;
  const before = belowAt();
  panel.hidden = arrangements.length === 0;
  fillByKey(document.getElementById("in-force"), arrangements.map((one) => item(hall, one, changed)));
  if (isPainted) scrollBy(0, belowAt() - before);
  isPainted = true;
}

function item(hall, one, changed) {
  const undo = make("button", { type: "button", class: "quiet", "data-focus": `undo-${one.arrangement}` }, say("act.take_back"));
  undo.setAttribute("aria-label", `${say("act.take_back")}: ${sentence(hall, one)}`);
  undo.addEventListener("click", () =>
    doIt(`/arrangements/${one.arrangement}/undo`, {}, () => ({ text: say("act.undone") }), changed),
  );
  const who = say("act.by_since", { by: isolated(one.by), time: clockTime(new Date(one.at), hall.time_zone) });
  return make(
    "li",
    { "data-key": one.arrangement, "data-kind": one.kind },
    make("span", { class: "what" }, sentence(hall, one)),
    make("span", { class: "who" }, who),
    undo,
  );
}
