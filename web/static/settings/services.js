// Services and counters: add, change and remove them while the hall works; each change is looked at before it holds.

import { armForm } from "../common/forms.js";
import { make, paintTable } from "../common/parts.js";
import { inDigits, named, number, say } from "../common/words.js";
import { follow } from "../frame/frame.js";
import { armChanges, change, isLocked, paintSettings, readSettings, versionShown } from "./changing.js";

const byId = (id) => /** @type {any} */ (document.getElementById(id));
const state = { services: [], counters: [], agents: [], chosen: null, version: 0 };
const KEY = { service: "code", counter: "number" };
const titled = { service: (one) => named(one.names), counter: (one) => say("head.counter", { n: inDigits(one.number) }) };
const withPartner = (one) => (one.partner ? say("setup.counter_of", { counter: titled.counter(one), partner: one.partner }) : titled.counter(one));
/** Whether a service is a partner's alone: at a counter of the ministry it would open the ministry's visits to the partner's people. */
const isPartners = (service) => {
  const at = state.counters.filter((one) => one.services.includes(service.code));
  return at.length > 0 && at.every((one) => one.partner);
};
const listOf = (section) => (section === "service" ? state.services : state.counters);

function paint(hall, view) {
  paintSettings(hall, view);
  const { service, counter, agent } = view.document;
  Object.assign(state, { services: service, counters: counter, agents: agent });
  const heads = (...names) => names.map((one) => say(`setup.${one}`));
  paintTable("service-rows", heads("service", "prefix", "served_at", "target_wait", "do"), service.map(serviceRow));
  paintTable("counter-rows", heads("counter", "serves", "do"), counter.map(counterRow));
}

/** Offer what there is now; the page is painted again while the form is open, and what was ticked stays. */
function offerChoices() {
  const box = (name, value, text) => make("label", { class: "tick" }, make("input", { type: "checkbox", name, value }), make("span", {}, text));
  byId("service-counters").replaceChildren(...state.counters.map((one) => box("counters", one.number, withPartner(one))));
  const partners = new Set(state.counters.map((one) => one.partner).filter(Boolean));
  byId("partners").replaceChildren(...[...partners].map((value) => make("option", { value })));
  byId("counter-services").replaceChildren(...state.services.map((one) => box("services", one.code, titled.service(one))));
}

function serviceRow(one) {
  const at = state.counters.filter((counter) => counter.services.includes(one.code)).map((counter) => inDigits(counter.number));
  return make(
    "tr",
    { "data-key": one.code },
    make("th", { scope: "row" }, named(one.names)),
    make("td", {}, make("bdi", {}, one.prefix || "–")),
    make("td", {}, at.join(say("agents.and"))),
    make("td", {}, number(one.target_wait_min)),
    make("td", { class: "do" }, isLocked("service") ? null : menu("service", one)),
  );
}

function counterRow(one) {
  const names = state.services.filter((service) => one.services.includes(service.code)).map(titled.service);
  return make(
    "tr",
    { "data-key": String(one.number) },
    make("th", { scope: "row" }, withPartner(one), make("small", {}, named(one.names) ?? "")),
    make("td", { class: "about" }, names.join(say("agents.and"))),
    make("td", { class: "do" }, isLocked("counter") ? null : menu("counter", one)),
  );
}

function menu(section, one) {
  const button = (act) => make("button", { type: "button", "data-act": act, "data-section": section, "data-of": one[KEY[section]] }, say(`setup.${act}`));
  return make("details", { class: "menu" }, make("summary", { "aria-label": say("people.more", { name: titled[section](one) }) }, "⋯"),
    make("div", {}, button("change"), button("remove")));
}

function openForm(section, one) {
  const form = byId(`${section}-form`);
  form.reset();
  offerChoices();
  Object.assign(state, { chosen: one, version: versionShown() });
  byId(`${section}-title`).textContent = one ? say("setup.change_title", { name: titled[section](one) }) : say(`setup.${section}_add`);
  if (one) {
    for (const name of ["prefix", "number", "target_wait_min", "expected_serving_min"]) if (form.elements[name]) form.elements[name].value = one[name];
    for (const language of ["ar", "en"]) form.elements[language].value = one.names[language] ?? "";
  }
  if (section === "counter") form.elements.partner.value = one?.partner ?? "";
  if (section === "service") form.elements.prefix.required = !one || one.prefix !== ""; // a service may have none
  const counters = state.counters.filter((counter) => (one ? counter.services.includes(one.code) : !counter.partner));
  for (const box of form.querySelectorAll("[name=counters]")) box.checked = counters.some((counter) => String(counter.number) === box.value);
  const services = state.services.filter((service) => (one ? one.services?.includes(service.code) : !isPartners(service)));
  for (const box of form.querySelectorAll("[name=services]")) box.checked = services.some((service) => service.code === box.value);
  byId(`${section}-dialog`).showModal();
}

const ticked = (form, name) => [...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value);
/** Return the names of an entry with those of the form: the names in other languages stay. */
const namesOf = ({ ar, en }) => Object.fromEntries(Object.entries({ ...state.chosen?.names, ar, en }).filter(([, text]) => text.trim()));
const put = (section, key, values) => ({ section, key: String(key), values });

/** Return what a service's counters serve after the change, as far as it differs. */
function atCounters(code, numbers) {
  return state.counters
    .filter((one) => one.services.includes(code) !== numbers.includes(String(one.number)))
    .map((one) => put("counter", one.number, { services: one.services.includes(code) ? one.services.filter((other) => other !== code) : [...one.services, code] }));
}

function freeCode(prefix) {
  const taken = new Set(state.services.map((one) => one.code));
  let code = prefix;
  for (let at = 2; taken.has(code); at += 1) code = `${prefix}${at}`;
  return code;
}

armForm(byId("service-form"), (values) => {
  const prefix = values.prefix.toUpperCase();
  const code = state.chosen?.code ?? freeCode(prefix);
  const own = { names: namesOf(values), ...(prefix === state.chosen?.prefix ? {} : { prefix }), target_wait_min: Number(values.target_wait_min), expected_serving_min: Number(values.expected_serving_min) };
  const item = put("service", state.chosen?.code ?? "", state.chosen ? own : { code, ...own });
  return change([item, ...atCounters(code, ticked(byId("service-form"), "counters"))], say("setup.saved", { name: named(own.names) }), readAgain, state.version);
});

armForm(byId("counter-form"), (values) => {
  const chosen = ticked(byId("counter-form"), "services");
  const before = state.chosen?.services ?? [];
  const services = [...before.filter((one) => chosen.includes(one)), ...chosen.filter((one) => !before.includes(one))];
  const partner = values.partner.trim() || null;
  const item = put("counter", state.chosen?.number ?? "", { number: Number(values.number), names: namesOf(values), services, partner });
  return change([item], say("setup.saved", { name: titled.counter({ number: values.number }) }), readAgain, state.version);
});

/** Remove an entry; what names a removed service no longer does. */
function remove(section, one) {
  const items = [put(section, one[KEY[section]], null)];
  if (section === "service") {
    items.push(...atCounters(one.code, []));
    const without = ({ services, levels }) => ({ services: services.filter((code) => code !== one.code), levels: Object.fromEntries(Object.entries(levels).filter(([code]) => code !== one.code)) });
    const knows = state.agents.filter(({ services, levels }) => services.includes(one.code) || one.code in levels);
    items.push(...knows.map((agent) => put("agent", agent.code, without(agent))));
  }
  return change(items, say("setup.removed", { name: titled[section](one) }), readAgain);
}

document.addEventListener("click", ({ target }) => {
  const { act, section, of, add } = /** @type {any} */ (target).dataset;
  if (add) openForm(add, null);
  const one = section && listOf(section).find((each) => String(each[KEY[section]]) === of);
  if (!one) return;
  /** @type {any} */ (target).closest(".menu").removeAttribute("open");
  if (act === "change") openForm(section, one);
  else remove(section, one);
});

const readAgain = follow({ read: readSettings, paint });
armChanges(readAgain);
