// Lists of the set-up: topics, directorates, reasons, delegated powers and officials; each change is looked at before it holds.

import { armForm } from "../common/forms.js";
import { dayOf } from "../common/instants.js";
import { make, paintTable } from "../common/parts.js";
import { dayInWords, inWestern, named, number, say } from "../common/words.js";
import { follow } from "../frame/frame.js";
import { armChips } from "../requests/chips.js";
import { armChanges, change, isLocked, paintSettings, readSettings, versionShown } from "./changing.js";

const byId = (id) => /** @type {any} */ (document.getElementById(id));
const form = byId("entry-form");
const text = (name) => ({ cell: (one) => make("bdi", {}, one[name]), show: (one) => one[name] ?? "", read: (typed) => typed.trim() });
const LIMIT = {
  cell: (one) => (one.limit_omr === null ? say("lists.no_limit") : say("lists.omr", { n: number(one.limit_omr) })),
  show: (one) => one.limit_omr ?? "",
  read: (typed) => (typed === "" ? null : Number(inWestern(typed))),
};
const UNTIL = {
  cell: (one) => (one.valid_until === null ? say("lists.no_end") : isOver(one) ? make("span", { class: "late" }, say("lists.over_since", { day: inDay(one.valid_until) })) : inDay(one.valid_until)),
  show: (one) => one.valid_until ?? "",
  read: (typed) => typed || null,
};
/** A field that names an entry of another part of the set-up: the agent or the service of an official. */
const chosenFrom = (section) => ({ cell: (one) => named(shown.view.document[section].find((each) => each.code === one[section])?.names) || one[section], show: (one) => one[section], read: (typed) => typed });
const SLOT = { cell: (one) => number(one.slot_min), show: (one) => one.slot_min, read: Number };
const inDay = (iso) => dayInWords(iso, { day: "numeric", month: "short", year: "numeric" });
/** The fields of each list besides the names: how a row shows each, and how the form fills it in and reads it. */
const LISTS = {
  topic: {},
  directorate: {},
  reason: {},
  power: { decision: text("decision"), holder: text("holder"), limit_omr: LIMIT, valid_until: UNTIL },
  official: { agent: chosenFrom("agent"), service: chosenFrom("service"), slot_min: SLOT },
};
const hasOffered = () => shown.list !== "official";
const shown = { list: location.hash.slice(1) in LISTS ? location.hash.slice(1) : "topic", hall: null, view: null, today: "", chosen: null, version: 0 };
const entries = () => shown.view.document[shown.list];
const isOver = (one) => one.valid_until < shown.today;

function paint(hall, view) {
  Object.assign(shown, { hall, view, today: dayOf(hall, view.at) });
  paintSettings(hall, view);
  paintList();
}

function paintList() {
  const { list } = shown;
  byId("list-title").textContent = say(`lists.${list}`);
  byId("list-about").textContent = say(`lists.about_${list}`);
  byId("add").textContent = say(`lists.add_${list}`);
  byId("add").hidden = isLocked(list);
  const heads = ["name", ...Object.keys(LISTS[list]), ...(hasOffered() ? ["state"] : []), "do"].map((one) => say(`lists.${one}`));
  paintTable("entries", heads, entries().map(entryRow), say("lists.none"));
}

function entryRow(one) {
  return make(
    "tr",
    { "data-key": `${shown.list} ${one.code}` },
    make("th", { scope: "row" }, named(one.names)),
    ...Object.values(LISTS[shown.list]).map((field) => make("td", {}, field.cell(one))),
    hasOffered() ? make("td", {}, make("span", { class: one.offered ? "soft" : "mark-word" }, say(one.offered ? "lists.is_offered" : "lists.not_offered"))) : null,
    make("td", { class: "do" }, isLocked(shown.list) ? null : menu(one)),
  );
}

function menu(one) {
  const button = (act) => make("button", { type: "button", "data-act": act, "data-of": one.code }, say(`setup.${act}`));
  return make("details", { class: "menu" }, make("summary", { "aria-label": say("people.more", { name: named(one.names) }) }, "⋯"), make("div", {}, button("change"), shown.list === "reason" ? null : button("remove")));
}

function openForm(one) {
  form.reset();
  Object.assign(shown, { chosen: one, version: versionShown() });
  byId("entry-title").textContent = one ? say("setup.change_title", { name: named(one.names) }) : say(`lists.add_${shown.list}`);
  for (const part of form.querySelectorAll("[data-lists]")) {
    part.hidden = !part.dataset.lists.split(" ").includes(shown.list);
    for (const field of part.querySelectorAll("input, select")) field.disabled = part.hidden;
  }
  offerChoices(one);
  for (const language of ["ar", "en"]) form.elements[language].value = one?.names[language] ?? "";
  for (const [name, field] of Object.entries(LISTS[shown.list])) if (one) form.elements[name].value = field.show(one);
  form.elements.offered.checked = one?.offered ?? true;
  byId("entry-dialog").showModal();
}

/** Offer an official the hall's agents, and the services of rooms: of a counter that serves this service alone. */
function offerChoices(one) {
  const { agent, service, counter, official } = shown.view.document;
  const isRoom = (code) => counter.filter((each) => each.services.includes(code)).map((each) => each.services.length).join() === "1";
  const isFree = ({ code }) => code === one?.service || (isRoom(code) && !official.some((each) => each.service === code));
  for (const [name, choices] of Object.entries({ agent, service: service.filter(isFree) })) {
    form.elements[name].replaceChildren(make("option", { value: "" }, say("lists.choose")), ...choices.map((each) => make("option", { value: each.code }, named(each.names))));
  }
  byId("no-room").hidden = service.some(isFree);
}

/** Return what an official needs besides: appointments are offered, and no kiosk gives tickets of his service. */
function besides(official) {
  const { appointments, service } = shown.view.document;
  const isOpen = service.some((one) => one.code === official.service && one.open);
  return [
    ...(appointments.offered ? [] : [{ section: "appointments", values: { offered: true } }]),
    ...(isOpen ? [{ section: "service", key: official.service, values: { open: false } }] : []),
  ];
}

/** Return a code that no entry has yet, of the letters of its English name. */
function freeCode(name) {
  const taken = new Set(entries().map((one) => one.code));
  const base = name.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "").slice(0, 50) || shown.list;
  let code = base;
  for (let at = 2; taken.has(code); at += 1) code = `${base}_${at}`;
  return code;
}

armForm(form, (values) => {
  const { chosen, list } = shown;
  const names = Object.fromEntries(Object.entries({ ...chosen?.names, ar: values.ar, en: values.en }).filter(([, typed]) => typed.trim()));
  const own = Object.fromEntries(Object.entries(LISTS[list]).map(([name, field]) => [name, field.read(values[name])]));
  const entry = { names, ...(hasOffered() ? { offered: form.elements.offered.checked } : {}), ...own };
  const item = { section: list, key: chosen?.code ?? "", values: chosen ? entry : { code: freeCode(values.en), ...entry } };
  return change([item, ...(list === "official" ? besides(own) : [])], say("setup.saved", { name: named(names) }), readAgain, shown.version);
});

byId("add").addEventListener("click", () => openForm(null));
byId("entries").addEventListener("click", ({ target }) => {
  const { act, of } = target.dataset;
  const one = act && entries().find((each) => each.code === of);
  if (!one) return;
  target.closest(".menu").removeAttribute("open");
  if (act === "change") openForm(one);
  else change([{ section: shown.list, key: one.code, values: null }], say("setup.removed", { name: named(one.names) }), readAgain);
});

armChips(shown.list, (list) => {
  shown.list = list;
  history.replaceState(null, "", `#${list}`);
  if (shown.view) paintList();
});

const readAgain = follow({ read: readSettings, paint });
armChanges(readAgain);
