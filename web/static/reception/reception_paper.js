// Where paper comes from, and the code on the screen for who wants none.

import { draw, fill, make } from "../common/parts.js";
import { deviceName, inDigits, minutes, number, say, waitText } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const KEPT = "dawr_reception_printer";
const SCREEN = "screen";
const QUIET = 4;

/** Offer the kiosks that print and the screen; the choice of this computer stays, also while its kiosk is out of order. */
export function paintPrinters(printers) {
  const select = byId("printer");
  const kept = select.value || localStorage.getItem(KEPT);
  const options = printers.map((one) => {
    const able = ["ok", "degraded"].includes(one.state);
    return make("option", { value: one.device, disabled: able ? null : "" }, able ? deviceName(one.name) : say("reception.printer_out", { name: deviceName(one.name) }));
  });
  fill(select, [...options, make("option", { value: SCREEN }, say("reception.on_screen"))]);
  const there = [...select.options].find((one) => one.value === kept && !one.disabled) ?? [...select.options].find((one) => !one.disabled);
  select.value = there.value;
}

byId("printer")?.addEventListener("change", (event) => localStorage.setItem(KEPT, event.target.value));

/** Return the kiosk that prints, or null for the screen. */
export const choosePaper = () => (byId("printer").value === SCREEN ? null : byId("printer").value || null);

/** Return the name of the kiosk that prints, or null. */
export const paperName = () => (choosePaper() ? byId("printer").selectedOptions[0].textContent : null);

/** Show the ticket large, with the code that a telephone reads. */
export function showTicket({ ticket, qr }) {
  byId("code-title").replaceChildren(make("bdi", { dir: "ltr" }, inDigits(ticket.ticket)));
  byId("code-picture").replaceChildren(picture(qr));
  const high = minutes(ticket.wait?.high_s ?? 0);
  const wait = ticket.wait ? say("reception.wait", { wait: waitText(minutes(ticket.wait.low_s), high) }) : "";
  byId("code-about").textContent = [say("reception.scan"), ticket.people_ahead ? say("reception.ahead", { n: number(ticket.people_ahead) }) : say("reception.next"), wait].filter(Boolean).join(" · ");
  byId("code-dialog").showModal();
  byId("code-dialog").querySelector("button").focus();
}


function picture(rows) {
  const side = rows.length + 2 * QUIET;
  const path = rows.flatMap((row, y) => [...row].map((cell, x) => (cell === "1" ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ""))).join("");
  return draw("svg", { viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": say("reception.code"), "shape-rendering": "crispEdges" }, draw("path", { d: path }));
}
