// Texts, numbers and times in the page's language and the hall's digits.

const words = JSON.parse(document.getElementById("words").textContent);
const language = document.documentElement.lang;
let digits = "latn";

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
export const named = (names) => names?.[language] ?? names?.ar ?? Object.values(names ?? {})[0] ?? "";

/** Return a whole number in the hall's digits. */
export const number = (value) => new Intl.NumberFormat(locale(), { useGrouping: false }).format(value);

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

/** Return the word for so many whole minutes, as the language counts them. */
export const minutesWord = (many) => say(`minutes.${new Intl.PluralRules(language).select(many)}`);

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

/**
 * Return a day (YYYY-MM-DD) in words; `parts` as Intl names them.
 * @param {string} iso
 * @param {Record<string, string>} parts
 */
export const dayInWords = (iso, parts = { weekday: "long", day: "numeric", month: "long", year: "numeric" }) =>
  new Intl.DateTimeFormat(`${language === "ar" ? "ar-OM" : "en-GB"}-u-nu-${digits}-ca-gregory`, /** @type {Intl.DateTimeFormatOptions} */ ({ ...parts, timeZone: "UTC" })).format(
    new Date(`${iso}T00:00:00Z`),
  );
