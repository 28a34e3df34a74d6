// A change of the set-up: the hall says what would differ, a person agrees, and it holds at once; undo puts back what stood before.

import { get, post, Refused } from "../common/api.js";
import { clearMessages, doIt, refuse, tell } from "../common/doing.js";
import { dayAndTime } from "../common/instants.js";
import { fill, make, paintTable } from "../common/parts.js";
import { dayInWords, inDigits, known, named, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
/** Which sentence tells a mistake, by its key in the set-up file: the first that fits. */
const MISTAKES = /** @type {[RegExp, string][]} */ ([
  [/^service$/, "no_service"], [/^counter$/, "no_counter"], [/^service\[\d+\]$/, "unserved"],
  [/^service\[\d+\]\.(numbers|code)/, "prefix_twice"], [/^service\[\d+\]\.prefix/, "prefix"],
  [/^counter\[\d+\]\.number/, "counter_number"], [/^counter\[\d+\]\.services/, "counter_empty"],
  [/^messages/, "message"], [/long_wait/, "long_wait"], [/^(topic|directorate|reason)\[\d+\]\.names\.\w+$/, "name_twice"], [/names/, "names"], [/\.last$/, "last_entry"], [/^(topic|directorate|reason)$/, "none_offered"], [/limit_omr/, "limit_omr"], [/^hours$/, "never_open"], [/^(hours|ramadan)/, "times"], [/^official\[\d+\]\.slot_min/, "slot_min"], [/^official/, "official"],
]);
/** A day's times, in the order of the set-up file. */
export const TIMES = ["doors", "first_ticket", "counters_open", "last_ticket", "closing"];
const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text);
const SHORT_DAY = { day: "numeric", month: "long", year: "numeric" };
const state = { hall: null, view: null, agree: (_yes) => {} };

export const readSettings = () => get("/settings");

/** Return the version that the page shows: a form keeps the one of its opening, as its fields are of that time. */
export const versionShown = () => state.view.version;

/** Return whether the centre locked a part of the set-up: what changes it is not offered then. */
export const isLocked = (section) => state.view.locked.includes(section);

/** Remember what was read; paint the newest changes where the page has a place for them, and what the centre locked. */
export function paintSettings(hall, view) {
  Object.assign(state, { hall, view });
  for (const button of document.querySelectorAll("[data-changes]")) button.toggleAttribute("hidden", isLocked(/** @type {any} */ (button).dataset.changes));
  paintOrigins(view);
  if (!byId("changes")) return;
  const heads = ["when", "who", "what", "do"].map((one) => say(`settings.change_${one}`));
  paintTable("changes", heads, view.changes.map(changeRow), say("settings.no_changes"));
}

/** Say which parts come from the centre, for which this hall keeps its own, and which are locked. */
function paintOrigins(view) {
  const line = (id, parts) => (parts.length ? make("p", {}, say(id, { what: parts.map((one) => say(`settings.locked.${one}`)).join(say("agents.and")) })) : null);
  const free = view.from_centre.filter((one) => !isLocked(one));
  const lines = [line("settings.locked", view.locked), line("settings.from_centre", free), line("settings.own", view.own)].filter(Boolean);
  const origins = /** @type {any} */ (byId("locked"));
  origins.hidden = !lines.length;
  fill(origins, lines);
}

function changeRow(change) {
  const undo = make("button", { type: "button", class: "quiet small", "data-undo": change.version, "data-focus": change.version }, say("act.undo"));
  return make(
    "tr",
    { "data-key": String(change.version) },
    make("th", { scope: "row" }, dayAndTime(state.hall, change.at)),
    make("td", {}, make("bdi", {}, change.by)),
    make("td", { class: "differs" }, list(change.differences)),
    make("td", { class: "do" }, change.can_undo ? undo : null),
  );
}

const list = (differences, items = []) => make("ul", { class: "differences" }, ...differences.map((one) => make("li", {}, sentence(one), ...timesAdded(one, items))));

/** Return the five times of special hours that are added, as they are about to hold. */
function timesAdded({ section, key, act }, items) {
  const { times } = items.find((one) => act === "added" && one.section === section && one.values?.first === key)?.values ?? {};
  if (!times) return [];
  return [make("small", {}, TIMES.map((name, at) => say("settings.time_of_day", { name: say(`hours.${name}`), time: `\u2068${inDigits(times[at])}\u2069` })).join(say("agents.and")))];
}

function sentence({ section, key, names, act, field, before, after }) {
  const what = whatIs(section, key, names);
  if (act !== "changed") return say(`settings.${act}`, { what });
  const times = timesInWords(before, after);
  if (times) return say("settings.changed_times", { what, field: fieldInWords(field), times });
  return say(field ? "settings.changed" : "settings.changed_whole", { what, field: fieldInWords(field), before: valueInWords(before, section, field), after: valueInWords(after, section, field) });
}

/** Return which of a day's five times changed, from what to what; "" for anything else than two days of times. */
function timesInWords(before, after) {
  const [was, is] = [before, after].map((text) => text.split(", "));
  if (![was, is].every((times) => times.length === TIMES.length && times.every((time) => /^\d\d:\d\d$/.test(time)))) return "";
  const changed = TIMES.map((name, at) => ({ name: say(`hours.${name}`), before: `\u2068${inDigits(was[at])}\u2069`, after: `\u2068${inDigits(is[at])}\u2069` }));
  return changed.filter((one) => one.before !== one.after).map((one) => say("settings.one_time", one)).join(say("agents.and"));
}

function whatIs(section, key, names) {
  if (section === "notice" && key) return [say("settings.one_notice"), Object.values(names).map((text) => `\u2068${text}\u2069`).join(" – ")].join(" ");
  const kind = known(`settings.section.${section}`) ? say(`settings.section.${section}`) : section;
  if (!key) return kind;
  const day = isDay(key) ? dayInWords(key, SHORT_DAY) : "";
  return `${kind} \u2068${day || (section === "counter" ? inDigits(key) : named(names) || key)}\u2069`;
}

function fieldInWords(field) {
  const id = `settings.field.${field.replaceAll(".", "_")}`;
  return known(id) ? say(id) : `\u2068${field}\u2069`;
}

/** Return what an entry of a list is called, as the page shows it. */
const nameIn = (section, key) => named(state.view.document[section]?.find((one) => one.code === key)?.names) || key;

/** Return a value of the set-up file as people read it: yes or no, a day, or the text. */
function valueInWords(text, section, field) {
  if (text === "") return say("settings.nothing");
  if (field === "order") return text.split(", ").map((key) => `\u2068${nameIn(section, key)}\u2069`).join(say("agents.and"));
  if (field === "pictogram") return say(`sign.${text}`);
  if (text === "True" || text === "False") return say(text === "True" ? "settings.yes" : "settings.no");
  return `\u2068${isDay(text) ? dayInWords(text, SHORT_DAY) : inDigits(text.replace(/^(\d+)\.0$/, "$1"))}\u2069`;
}

/**
 * Show what the change would make different and store it when a person agrees. Returns whether it was stored; null when the
 * person went back. What was changed since `version` is refused.
 */
export async function change(items, text, readAgain, version = versionShown()) {
  const body = { version, items };
  try {
    const { differences, problems } = await post("/settings/check", body);
    if (problems.length) throw new Refused("settings_invalid", 422, 0, problems);
    if (!differences.length) throw new Refused("already_so");
    if (!(await agreed(differences, items))) return null;
    clearMessages();
    const stored = await post("/settings", body);
    await readAgain(); // or the form that is opened next would begin from what stood before, and be refused
    tell(text, () => undo(stored.version, readAgain));
    return true;
  } catch (refusal) {
    readAgain();
    return refuseChange(refusal);
  }
}

/** Say why the set-up was not changed: a mistake in it at the field that is meant. Returns false. */
export function refuseChange(refusal) {
  if (refusal.code === "settings_invalid") {
    const key = refusal.fields[0]?.field ?? "";
    refusal.code = `settings_${MISTAKES.find(([fits]) => fits.test(key))?.[1] ?? "other"}`;
    refusal.fields = refusal.fields.map((one) => ({ ...one, field: formField(one.field) }));
  }
  return refuse(refusal);
}

/** Return the form's field for a key of the set-up file: a letter is taken where the numbers are. */
const formField = (key) => key.replace(/^service\[\d+\]\.(numbers|code)$/, "prefix").replace(/^[a-z]+(\[\d+\])?\./, "").replace(/^(names|turn|next|called|reply)\./, "");

const undo = (version, readAgain) => doIt(`/settings/${version}/undo`, {}, () => ({ text: say("act.undone") }), readAgain);

function agreed(differences, items) {
  fill(byId("difference-list"), [list(differences, items)]);
  byId("difference-dialog").showModal();
  return new Promise((done) => { state.agree = done; });
}

/** Let the buttons of the dialog and of the newest changes work. */
export function armChanges(readAgain) {
  const dialog = /** @type {any} */ (byId("difference-dialog"));
  byId("difference-save").addEventListener("click", () => { state.agree(true); dialog.close(); });
  dialog.addEventListener("close", () => state.agree(false)); // what was agreed stays agreed
  byId("changes")?.addEventListener("click", ({ target }) => {
    const { undo: version } = /** @type {any} */ (target).dataset;
    if (version) undo(version, readAgain);
  });
}
