// What the printers ask for: which device is in what trouble since when, and who waits without a sure ticket.

import { clockTime, counted, deviceName, inDigits, known, say } from "../common/words.js";

const isolated = (text) => `\u2068${text}\u2069`;

/** Return what troubles a device's printer or paper, "" where nothing does. */
export function printerTrouble(device) {
  if (device.fault) return known(`device.fault.${device.fault}`) ? say(`device.fault.${device.fault}`) : say("device.failed");
  if (device.paper === "out") return say("paper.out");
  if (device.paper !== "low") return "";
  if (device.tickets_left === null || device.tickets_left === undefined) return say("paper.low");
  return counted("alert.tickets_left", device.tickets_left, { paper: say("paper.low") });
}

/** Return a trouble with since when it lasts. */
export function since(text, at, zone) {
  return at ? say("alert.since", { text, time: clockTime(new Date(at), zone) }) : text;
}

/** Return the line of a visitor in the hall whose ticket did not surely come out. */
export function paperlessLine(hall, queues, ticket) {
  const one = queues.paperless.find((each) => each.ticket === ticket);
  const device = deviceName(queues.devices.find((each) => each.device === one.device)?.name ?? one.device);
  const parts = { ticket: isolated(inDigits(one.ticket)), state: say(`alert.print_${one.state}`), device: isolated(device) };
  return since(say("alert.paperless", parts), one.since, hall.time_zone);
}
