// The side sheet: everything that is known of one request, and everything that can be done with it.

import { dayOf } from "./instants.js";
import { make } from "./parts.js";
import { aboutOf, actButton, actsOf, due, inDay } from "./requests_rows.js";
import { becameOfTelling, isUntold } from "./requests_telling.js";
import { clockTime, named, number, say } from "./words.js";

const byId = (id) => document.getElementById(id);
const open = { number: null, painted: "", act: (_what, _number) => {} };

/** Show a request as a whole. */
export function showSheet(seen, one) {
  paintSheet(seen, one);
  byId("sheet").showModal();
}

/** Show in an open sheet what has become of its request meanwhile. */
export function repaintSheet(seen, requests) {
  const one = requests.find((each) => each.number === open.number);
  if (byId("sheet").open && one && JSON.stringify(one) !== open.painted) paintSheet(seen, one);
}

function paintSheet({ hall, role, today }, one) {
  Object.assign(open, { number: one.number, painted: JSON.stringify(one) });
  const urgent = one.urgent ? make("span", { class: "mark-word" }, say("requests.urgent")) : null;
  byId("sheet-title").replaceChildren(make("bdi", { dir: "ltr" }, one.shown), " ", ...(urgent ? [urgent] : []));
  const facts = factsOf(hall, one, today).filter(([, value]) => value);
  byId("sheet-facts").replaceChildren(...facts.flatMap(([name, value]) => [make("dt", {}, say(`requests.${name}`)), make("dd", {}, value)]));
  const { main, others } = actsOf(role, one);
  byId("sheet-acts").replaceChildren(...[main, ...others].filter(Boolean).map((act) => actButton(act, one, act === main ? "small" : "quiet small")));
}

function factsOf(hall, one, today) {
  const answer = one.decision?.text ?? one.reply;
  return [
    ["about", make("span", {}, ...aboutOf(one))],
    ["directorate", named(one.directorate_names)],
    ["state", say(`requests.is_${one.state}`)],
    ["latest", latest(one, today)],
    ["registered_on", `${when(hall, one.registered_at)} · \u2068${one.registered_by}\u2069`],
    ["age", number(one.age_days)],
    ["referred_on", one.referred_at && `${when(hall, one.referred_at)} · \u2068${one.referred_by ?? ""}\u2069`],
    ["decision", one.decision && `${one.decision.by} · ${named(one.decision.power_names)} · ${inDay(one.decision.day)}`],
    ["answer", answer],
    ["telling", answer && make("span", { class: isUntold(one) && one.reply_told ? "late" : null }, becameOfTelling(one, hall.time_zone))],
  ];
}

function latest(one, today) {
  const beside = [
    one.printed_latest === one.latest ? null : say("requests.printed", { day: inDay(one.printed_latest) }),
    one.latest_expected ? say("requests.expected") : null,
  ];
  return make("span", {}, due(one, today), ...beside.filter(Boolean).map((text) => make("small", {}, text)));
}

const when = (hall, at) => `${inDay(dayOf(hall, at))} ${clockTime(new Date(at), hall.time_zone)}`;

/** Make the sheet close and its buttons act: `act(what, number)`. */
export function armSheet(act) {
  open.act = act;
  byId("sheet-close").addEventListener("click", () => byId("sheet").close());
  byId("sheet").addEventListener("click", (event) => {
    const what = event.target.dataset.act;
    if (!what && event.target !== byId("sheet")) return;
    byId("sheet").close(); // also by a press beside it
    if (what) open.act(what, open.number);
  });
}
