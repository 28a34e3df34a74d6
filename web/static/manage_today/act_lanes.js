// By how many minutes each lane is ahead of the standard one, changed one at a time with a way back.

import { doIt } from "../common/doing.js";
import { fillByKey, make } from "../common/parts.js";
import { number, say } from "../common/words.js";

const MOST_MIN = 240;
const byId = (id) => document.getElementById(id);

/** Paint the lanes. What somebody is typing stays: a row is painted again only when its figure changed. */
export function paintLanes({ head_starts_min: starts, turns }, changed) {
  byId("lanes-turns").hidden = !Object.keys(turns).length;
  fillByKey(
    byId("act-lanes"),
    Object.entries(starts).filter(([lane]) => lane !== "standard").map(([lane, minutes]) => laneRow(lane, minutes, changed)),
  );
}

function laneRow(lane, minutes, changed) {
  const id = `lane-${lane}`;
  const input = make("input", { id, type: "number", name: "minutes", min: 0, max: MOST_MIN, step: 1, required: "", value: minutes, "data-focus": id });
  const button = make("button", { class: "quiet", "data-focus": `save-${lane}` }, say("act.keep"));
  button.setAttribute("aria-label", `${say("act.keep")}: ${say(`lane.${lane}`)}`);
  const form = make("form", { class: "lane" }, make("label", { for: id }, say(`lane.${lane}`)), input, button);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const path = `/lanes/${lane}/head-start`;
    const text = say("act.lane_kept", { lane: say(`lane.${lane}`), n: number(Number(input.value)) });
    const done = () => ({ text, undo: { path, body: { minutes } } });
    doIt(path, { minutes: Number(input.value) }, done, changed);
  });
  return make("li", { "data-key": `${lane}-${minutes}` }, form);
}
