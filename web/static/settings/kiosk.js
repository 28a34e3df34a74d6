// What kiosks show: the tiles in their order, each with its picture, the questions, the notices and the line on the ticket; looked at before it holds.

import { armForm } from "../common/forms.js";
import { fill, make } from "../common/parts.js";
import { named, number, say } from "../common/words.js";
import { follow } from "../frame/frame.js";
import { armChanges, change, isLocked, paintSettings, readSettings, versionShown } from "./changing.js";

const byId = (id) => /** @type {any} */ (document.getElementById(id));
const SIGNS = ["house", "plot", "deed", "phone", "folder", "speech", "official"];
/** `draft`: the services as they would stand, with what somebody moved; null while nothing was touched. */
const shown = { hall: null, document: null, draft: null, at: null, version: 0 };
const services = () => shown.draft ?? shown.document.service;

function paint(hall, view) {
  paintSettings(hall, view);
  Object.assign(shown, { hall, document: view.document });
  paintTiles();
  paintAsked();
  paintNotices();
}

function paintTiles() {
  const locked = isLocked("service");
  const tiles = services();
  fill(byId("tiles"), tiles.map((one, at) => tile(one, at, tiles.length, locked)));
  byId("order-acts").hidden = !shown.draft;
}

function tile(one, at, many, locked) {
  const move = (step, word) =>
    make("button", { type: "button", class: "quiet small", "data-code": one.code, "data-step": String(step), "data-focus": `${one.code} ${step}`, disabled: at + step < 0 || at + step >= many ? "" : null, "aria-label": say(`kiosk.${word}_name`, { name: named(one.names) }) }, say(`kiosk.${word}`));
  const category = shown.document.category.find((each) => each.code === one.category);
  const about = [category && named(category.names), one.zone && say("kiosk.in_zone"), !one.open && say("kiosk.no_tickets")].filter(Boolean);
  const option = (value) => make("option", { value, selected: value === (one.pictogram ?? "") ? "" : null }, say(value ? `sign.${value}` : "sign.none"));
  return make(
    "li",
    { "data-key": one.code, class: one.open ? "tile" : "tile closed" },
    make("strong", {}, named(one.names)),
    about.length ? make("small", {}, about.join(" · ")) : null,
    make("label", {}, make("span", { class: "unseen" }, say("kiosk.sign_of", { name: named(one.names) })), make("select", { "data-sign": one.code, disabled: locked ? "" : null }, option(""), ...SIGNS.map(option))),
    locked ? null : make("div", { class: "actions" }, move(-1, "up"), move(1, "down")),
  );
}

function touch() {
  if (shown.draft) return;
  Object.assign(shown, { draft: shown.document.service.map((one) => ({ ...one })), version: versionShown() });
}

function leave() {
  shown.draft = null;
  paintTiles();
}

byId("tiles").addEventListener("click", ({ target }) => {
  const { code, step } = target.dataset;
  if (!code) return;
  touch();
  const at = shown.draft.findIndex((one) => one.code === code);
  const [moved] = shown.draft.splice(at, 1);
  shown.draft.splice(at + Number(step), 0, moved);
  paintTiles();
  (byId("tiles").querySelector(`[data-code="${CSS.escape(code)}"][data-step="${step}"]:not(:disabled)`) ?? byId("tiles").querySelector(`[data-code="${CSS.escape(code)}"]:not(:disabled)`))?.focus();
});
byId("tiles").addEventListener("change", ({ target }) => {
  touch();
  shown.draft.find((one) => one.code === target.dataset.sign).pictogram = target.value || null;
  paintTiles();
});
byId("order-back").addEventListener("click", leave);
// What was moved and not saved: the browser asks before the page is left.
addEventListener("beforeunload", (event) => shown.draft && event.preventDefault());
byId("order-save").addEventListener("click", async () => {
  const before = new Map(shown.document.service.map((one) => [one.code, one.pictogram]));
  const items = shown.draft.map(({ code, pictogram }) => ({ section: "service", key: code, values: before.get(code) === pictogram ? {} : { pictogram }, last: true }));
  if (await change(items, say("kiosk.saved"), readAgain, shown.version)) leave();
});

function paintAsked() {
  const { kiosk, ticket_notice } = shown.document;
  const facts = [
    ["long_wait", kiosk.long_wait_min ? number(kiosk.long_wait_min) : say("kiosk.never")],
    ["phone", say(kiosk.phone ? "settings.yes" : "settings.no")],
    ["notice", named(ticket_notice) || say("settings.nothing")],
  ];
  fill(byId("asked"), facts.flatMap(([name, value]) => [make("dt", {}, say(`kiosk.${name}`)), make("dd", {}, make("bdi", {}, value))]));
  byId("change-asked").hidden = isLocked("kiosk") || isLocked("ticket_notice");
}

function paintNotices() {
  const { notice } = shown.document;
  const locked = isLocked("notice");
  const button = (act, at) => make("button", { type: "button", class: "quiet small", "data-act": act, "data-at": String(at), "data-focus": `${act} ${at}`, "aria-label": say(`kiosk.${act}_notice`, { text: named(notice[at]) }) }, say(`setup.${act}`));
  const row = (one, at) => make("li", {}, ...["ar", "en"].filter((tag) => one[tag]).map((tag) => make("p", { lang: tag, dir: "auto" }, one[tag])), locked ? null : make("div", { class: "actions" }, button("change", at), button("remove", at)));
  fill(byId("notices"), notice.length ? notice.map(row) : [make("li", {}, say("kiosk.no_notices"))]);
  byId("add-notice").hidden = locked;
}

const changeNotices = (texts, version) => change([{ section: "notice", values: { texts } }], say("kiosk.saved"), readAgain, version);
const noticeForm = byId("notice-form");

function openNotice(at) {
  noticeForm.reset();
  Object.assign(shown, { at, version: versionShown() });
  byId("notice-title").textContent = say(at === null ? "kiosk.add_notice" : "kiosk.notice_form");
  for (const tag of ["ar", "en"]) noticeForm.elements[tag].value = shown.document.notice[at]?.[tag] ?? "";
  byId("notice-dialog").showModal();
}
byId("add-notice").addEventListener("click", () => openNotice(null));
byId("notices").addEventListener("click", ({ target }) => {
  const { act, at } = target.dataset;
  if (act === "change") openNotice(Number(at));
  if (act === "remove") changeNotices(shown.document.notice.filter((_one, other) => other !== Number(at)), versionShown());
});
armForm(noticeForm, ({ ar, en }) => {
  const { notice } = shown.document;
  const texts = { ...notice[shown.at], ar: ar.trim(), en: en.trim() };
  return changeNotices(shown.at === null ? [...notice, texts] : notice.map((one, other) => (other === shown.at ? texts : one)), shown.version);
});

const form = byId("asked-form");
byId("change-asked").addEventListener("click", () => {
  form.reset();
  shown.version = versionShown();
  const { kiosk, ticket_notice } = shown.document;
  form.elements.long_wait_min.value = kiosk.long_wait_min;
  form.elements.phone.checked = kiosk.phone;
  for (const language of ["ar", "en"]) form.elements[language].value = ticket_notice[language] ?? "";
  byId("asked-dialog").showModal();
});
armForm(form, ({ long_wait_min, ar, en }) =>
  change(
    [
      { section: "kiosk", values: { long_wait_min: Number(long_wait_min), phone: form.elements.phone.checked } },
      { section: "ticket_notice", values: { ar: ar.trim(), en: en.trim() } },
    ],
    say("kiosk.saved"),
    readAgain,
    shown.version,
  ));

const readAgain = follow({ read: readSettings, paint });
armChanges(readAgain);
