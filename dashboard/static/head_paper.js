// What the printers ask for: which device is in what trouble since when, and who waits without a sure ticket.

import { clockTime, inDigits, known, number, say } from "./words.js";

const isolated = (text) => `\u2068${text}\u2069`;

/** Return what troubles a device's printer or paper, "" where nothing does. */
export function printerTrouble(device) {
  if (device.fault) return known(`device.fault.${device.fault}`) ? say(`device.fault.${device.fault}`) : say("device.failed");
  if (device.paper === "out") return say("paper.out");
  if (device.paper !== "low") return "";
  if (device.tickets_left === null || device.tickets_left === undefined) return say("paper.low");
  return say("alert.tickets_left", { paper: say("paper.low"), n: number(device.tickets_left) });
}

/** Return a trouble with since when it lasts. */
export function since(text, at, zone) {
  return at ? say("alert.since", { text, time: clockTime(new Date(at), zone) }) : text;
}

/** Return a line for each visitor in the hall whose ticket did not surely come out. */
export function paperlessLines(hall, queues) {
  const names = new Map(queues.devices.map((device) => [device.device, device.name]));
  return (queues.paperless ?? []).map((one) =>
    since(
      say("alert.paperless", {
        ticket: isolated(inDigits(one.ticket)),
        state: say(`alert.print_${one.state}`),
        device: isolated(names.get(one.device) ?? one.device),
      }),
      one.since,
      hall.time_zone,
    ),
  );
}
