// Tickets that kiosks gave while the hall service was away: who was served on paper meanwhile is ticked and is over.

import { get, post } from "../common/api.js";
import { refuse, tell } from "../common/doing.js";
import { follow } from "../frame/frame.js";
import { fillByKey, make } from "../common/parts.js";
import { clockTime, inDigits, named, number, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const boxes = () => [...byId("away-tickets").querySelectorAll("input")];
const ticked = () => boxes().filter((box) => box.checked);

function paint(hall, { tickets }) {
  const names = new Map(hall.services.map((service) => [service.code, named(service.names)]));
  fillByKey(byId("away-tickets"), tickets.map((one) => row(hall, one, names.get(one.service) ?? one.service)));
  byId("away-none").hidden = tickets.length > 0;
  byId("away-all").parentElement.hidden = tickets.length === 0;
  count();
}

function row(hall, one, service) {
  const time = clockTime(new Date(one.issued_at), hall.time_zone);
  return make(
    "li",
    { "data-key": one.visit },
    make("label", {}, make("input", { type: "checkbox", value: one.visit }), make("bdi", { class: "number" }, inDigits(one.ticket)), make("span", { class: "more" }, `${time} · ${service}`)),
  );
}

function count() {
  const chosen = ticked().length;
  byId("away-all").checked = chosen > 0 && chosen === boxes().length;
  byId("away-mark").disabled = chosen === 0;
  byId("away-mark").textContent = say("away.mark", { n: number(chosen) });
}

async function undo(visits) {
  try {
    for (const visit of visits) await post(`/visits/${visit}/undo`, {});
    tell(say("act.undone"));
  } catch (refusal) {
    refuse(refusal);
  }
  readAgain();
}

byId("away-form").addEventListener("change", (event) => {
  if (event.target.id === "away-all") boxes().forEach((box) => (box.checked = event.target.checked));
  count();
});
byId("away-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const { visits } = await post("/visits/served-on-paper", { visits: ticked().map((box) => box.value) });
    tell(say("away.marked", { n: number(visits.length) }), () => undo(visits));
  } catch (refusal) {
    refuse(refusal);
  }
  readAgain();
});
const readAgain = follow({ read: () => get("/visits/handed-in"), paint });
