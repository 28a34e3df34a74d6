// The answers of the set-up page, kept over a reload and a change of language; they never leave this machine.

import { requestsAsked, usualRequests } from "./setup_lists.js";

export const catalogue = JSON.parse(document.getElementById("catalogue").textContent);
const KEPT = "dawr.setup";
let afterChange = () => {};

export const form = { ...fresh(), ...kept() };

function fresh() {
  const services = catalogue.services.map((service) => ({ ...service, wanted: true }));
  return {
    hall: { code: "", names: { ar: "", en: "" }, governorate: "muscat", site_kind: "hall", digits: "western" },
    brand: { ministry: { ...catalogue.ministry }, emblem: {} },
    services, numbering: "letters", days: catalogue.days.slice(0, 5), times: [...catalogue.times], priority_min: 20, devices: {},
    kiosk: { long_wait_min: 0, phone: false, appointments: false },
    counters: Array.from({ length: 3 }, (_, at) => newCounter(at + 1, services)),
    agents: [], requests: usualRequests(catalogue),
  };
}

function kept() {
  try { return JSON.parse(sessionStorage.getItem(KEPT)); } catch { return null; }
}

/** Say whether nobody has answered anything. */
export const untouched = () => sessionStorage.getItem(KEPT) === null;

/** Call `act` after each change of an answer. */
export const followChanges = (act) => { afterChange = act; };

/** Keep the answers as they are now; `draw` shows what follows from the change. */
export function changed(draw) {
  sessionStorage.setItem(KEPT, JSON.stringify(form));
  draw?.();
  afterChange();
}

/** Return a counter that offers every service. */
export function newCounter(number, services = form.services) {
  return { number, services: services.map((service) => service.code) };
}

export const wantedServices = () => form.services.filter((service) => service.wanted);

/** Return the first and the last number of a service where the hall numbers by hundreds: 100 to 199, 200 to 299 and so on. */
export function hundreds(at, count) {
  const step = Math.max(100, Math.floor(9 / count) * 100);
  return [100 + at * step, 99 + (at + 1) * step];
}

const numbered = (service, at, count) => (form.numbering === "hundreds" ? { ...service, code: service.prefix, prefix: "", numbers: hundreds(at, count) } : service);
const prefixes = (codes) => codes.map((code) => form.services.find((service) => service.code === code).prefix);

/** Return the answers as the server takes them: ticked services only, counters without what is not ticked. */
export function answers() {
  const wanted = wantedServices();
  const codes = wanted.map((service) => service.code);
  // Enquiries and follow-up come first for an agent who answers for everything.
  const all = [...codes.filter((code) => catalogue.first.includes(code)), ...codes.filter((code) => !catalogue.first.includes(code))];
  return {
    ...form,
    requests: requestsAsked(form.requests, catalogue),
    categories: catalogue.categories.filter((category) => wanted.some((service) => service.category === category.code)),
    services: wanted.map(({ wanted: _, code, ...service }, at) => numbered(service, at, wanted.length)),
    counters: form.counters.map((counter) => ({ ...counter, services: prefixes(counter.services.filter((code) => codes.includes(code))) })),
    agents: form.agents.map((agent) => (agent.all_round ? { ...agent, services: prefixes(all) } : agent)),
  };
}
