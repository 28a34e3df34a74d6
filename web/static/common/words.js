// Texts, numbers and times in the page's language and the hall's digits.

const words = JSON.parse(document.getElementById("words").textContent);
const language = document.documentElement.lang;
let digits = "latn";
const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;

/** Use the hall's digits (`western` or `arabic`) from now on; they matter in Arabic only. */
export function useDigits(setting) {
  digits = language === "ar" && setting !== "western" ? "arab" : "latn";
}

const locale = () => `${language}-u-nu-${digits}`;

/** Return the text of an id with its {parts} filled in; an unknown id comes back as it is. */
export function say(id, parts = {}) {
  const text = words[id] ?? id;
  return text.replace(/\{(\w+)\}/g, (_, name) => parts[name] ?? "");
}

/** Say whether there is a text of this id. */
export const known = (id) => id in words;

/** Return the hall's own text in the page's language, else in any. */
export const named = (names) => names?.[language] ?? (language === "ar" ? undefined : names?.en) ?? names?.ar ?? Object.values(names ?? {})[0] ?? "";

/** Return what the hall calls a reason for a move out of order; one without a name of the hall's is one of ours. */
export const reasonName = (hall, code) => named(hall.reason_names?.[code]) || (known(`reason.${code}`) ? say(`reason.${code}`) : code.replaceAll("_", " "));

/** Return a whole number in the hall's digits. */
export const number = (value) => new Intl.NumberFormat(locale(), { useGrouping: false }).format(value);

/** Return a share in whole percent; the sign goes with the digits. */
export const percentText = (share) => `${number(Math.round(share))}${digits === "arab" ? "٪" : "%"}`;

/** Return a device's name; one by its kind and number, as most are, in the page's language. */
export function deviceName(name) {
  const [, kind, at] = /^(kiosk|board|counter|tablet|reader)[ -]?(\d{0,3})$/i.exec(name) ?? [];
  return kind ? say(`device.name.${kind.toLowerCase()}`, { n: at && number(Number(at)) }).trim() : name;
}

/** Return digits inside a text (a ticket number, HH:MM) in the hall's digits. */
export const inDigits = (text) => String(text).replace(/[0-9]+/g, (run) => [...run].map((d) => number(Number(d))).join(""));

/** Return what was typed with Western digits, which all programs speak among themselves. */
export const inWestern = (text) => text.replace(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit)));

/** Return whole minutes, at least 1 for any wait at all. */
export const minutes = (seconds) => (seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0);

/**
 * Return a text in the plural form that a whole number asks for (`ID.one`, `ID.few` …), with the number as {n}.
 * @param {string} id
 * @param {number} many
 * @param {Record<string, string>} parts
 */
export const counted = (id, many, parts = {}) => say(`${id}.${new Intl.PluralRules(language).select(many)}`, { n: number(many), ...parts });

/** Return a wait in whole minutes as the kiosk and the ticket say it. */
export const waitText = (low, high) => (low === 0 || low === high ? counted("wait.up_to", high) : counted("wait.between", high, { low: number(low) }));

/** Return how long something lasts in minutes, hours or days; `family` is `count` alone, `span` after a preposition. */
export function lasting(seconds, family = "count") {
  if (seconds < HOUR_S) return counted(`${family}.minutes`, Math.floor(seconds / 60));
  if (seconds < 2 * DAY_S) return counted(`${family}.hours`, Math.floor(seconds / HOUR_S));
  return counted(`${family}.days`, Math.floor(seconds / DAY_S));
}

/** Return the sentence for somebody who asked too often, with the time to wait; null for every other refusal. */
export function waitWords({ code, retryAfter }) {
  if (code !== "too_many_tries" || !(retryAfter > 0) || !known("span.too_many_tries")) return null;
  return say("span.too_many_tries", { time: counted("span.minutes", Math.ceil(retryAfter / 60)) });
}

/** Return a running time as m:ss or h:mm:ss. */
export function running(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return inDigits(shown.map((part, at) => (at ? String(part).padStart(2, "0") : part)).join(":"));
}

/** Return the time of day of an instant in the hall's zone. */
export const clockTime = (instant, zone) =>
  new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: zone }).format(instant);

/** Return the time of day of an instant as visitors read it: twelve hours; staff read 24. */
export const publicTime = (instant, zone) =>
  new Intl.DateTimeFormat(language === "ar" ? locale() : "en-GB", { hour: "numeric", minute: "2-digit", hourCycle: "h12", timeZone: zone }).format(instant);

/**
 * Return a day (YYYY-MM-DD) in words; `parts` as Intl names them.
 * @param {string} iso
 * @param {Record<string, string>} parts
 */
export const dayInWords = (iso, parts = { weekday: "long", day: "numeric", month: "long", year: "numeric" }) =>
  new Intl.DateTimeFormat(`${{ ar: "ar-OM", en: "en-GB" }[language] ?? language}-u-nu-${digits}-ca-gregory`, /** @type {Intl.DateTimeFormatOptions} */ ({ ...parts, timeZone: "UTC" })).format(
    new Date(`${iso}T00:00:00Z`),
  );
