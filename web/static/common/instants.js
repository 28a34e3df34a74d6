// Times of day as a person types them, the instants that they are in the hall, and instants in words.

import { clockTime, dayInWords } from "./words.js";

/** Return the instant at which the hall's clock shows this time (HH:MM:SS) on this day (YYYY-MM-DD). */
export function instantOn(hall, onDay, time) {
  const guess = Date.parse(`${onDay}T${time}Z`);
  const shown = Date.parse(`${new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone: hall.time_zone }).format(new Date(guess)).replace(" ", "T")}Z`);
  return new Date(guess - (shown - guess)).toISOString();
}

/** Return the day and the time of an instant as the hall's clock shows them. */
export const dayAndTime = (hall, instant) => `${dayInWords(dayOf(hall, instant), { day: "numeric", month: "short" })} ${clockTime(new Date(instant), hall.time_zone)}`;

/** Return the day (YYYY-MM-DD) on which an instant lies in the hall. */
export const dayOf = (hall, instant) => new Intl.DateTimeFormat("sv-SE", { timeZone: hall.time_zone }).format(new Date(instant));
