// The set-up page: one object of answers, drawn into the sections, checked by the server after each change.

import { drawLists, requestsAsked, usualRequests } from "./setup_lists.js";
import { problemRows, stepOf } from "./setup_problems.js";
import { say, named, inDigits } from "./words.js";

const catalogue = JSON.parse(document.getElementById("catalogue").textContent);
const byId = (id) => document.getElementById(id);
const KEPT = "dawr.setup";
const form = { ...fresh(), ...kept() };
let timer = 0;
let checks = 0;
let wrongSteps = null; // the steps that the last check found a mistake in; null before the first change

function fresh() {
  const services = catalogue.services.map((service) => ({ ...service, wanted: true }));
  return {
    hall: { code: "", names: { ar: "", en: "" }, governorate: "muscat", site_kind: "hall", digits: "western" },
    brand: { ministry: { ...catalogue.ministry }, emblem: {} },
    services, days: catalogue.days.slice(0, 5), times: [...catalogue.times], priority_min: 20, devices: {},
    kiosk: { long_wait_min: 0, phone: false, appointments: false },
    counters: Array.from({ length: 3 }, (_, at) => ({ number: at + 1, services: services.map((s) => s.code) })),
    agents: [], requests: usualRequests(catalogue),
  };
}

// What was typed survives a change of language and a reload; it never leaves this machine.
function kept() {
  try { return JSON.parse(sessionStorage.getItem(KEPT)); } catch { return null; }
}

function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (typeof value === "boolean") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...inside);
  return element;
}

async function ask(what, body) {
  const answer = await fetch(`/ask/${what}`, { method: "POST", body: JSON.stringify(body) });
  return answer.json();
}

function changed(draw) {
  sessionStorage.setItem(KEPT, JSON.stringify(form));
  if (draw) draw();
  drawSteps();
  clearTimeout(timer);
  timer = setTimeout(check, 250);
}

const wantedServices = () => form.services.filter((service) => service.wanted);

/** Return the answers as the server takes them: ticked services only, counters without what is not ticked. */
function answers() {
  const codes = wantedServices().map((service) => service.code);
  const used = new Set(wantedServices().map((service) => service.category));
  const all = codes;
  return {
    ...form,
    requests: requestsAsked(form.requests, catalogue),
    categories: catalogue.categories.filter((category) => used.has(category.code)),
    services: wantedServices().map(({ wanted, code, ...service }, at, list) => numbered(service, at, list.length)),
    counters: form.counters.map((counter) => ({
      ...counter, services: prefixes(counter.services.filter((code) => codes.includes(code))),
    })),
    agents: form.agents.map((agent) => (agent.all_round ? { ...agent, services: prefixes(allRoundOrder(all)) } : agent)),
  };
}

/** Return a service with its letter, or by the hall's choice with hundreds of its own: 100 to 199, 200 to 299 and so on. */
function numbered(service, at, count) {
  if (form.numbering !== "hundreds") return service;
  const step = Math.max(100, Math.floor(9 / count) * 100);
  const first = 100 + at * step;
  return { ...service, code: service.prefix, prefix: "", numbers: [first, first + step - 1] };
}

const prefixes = (codes) => codes.map((code) => form.services.find((service) => service.code === code).prefix);

/** Enquiries and follow-up come first for an agent who answers for everything. */
const allRoundOrder = (codes) => [...codes.filter((c) => catalogue.first.includes(c)), ...codes.filter((c) => !catalogue.first.includes(c))];

function field(label, value, set, attributes = {}) {
  return make("label", {}, label, make("input", { value, oninput: (event) => { set(event.target.value); changed(); }, ...attributes }));
}

function choice(label, options, value, set) {
  const select = make("select", { onchange: (event) => { set(event.target.value); changed(); } });
  select.append(...options.map((option) => make("option", { value: option, selected: option === value }, say(option))));
  return make("label", {}, label, select);
}

function drawHall() {
  const hall = form.hall;
  byId("hall-fields").replaceChildren(
    field(say("hall.ar"), hall.names.ar, (text) => { hall.names.ar = text; }, { dir: "rtl", lang: "ar" }),
    field(say("hall.en"), hall.names.en, (text) => { hall.names.en = text; }, { dir: "ltr", lang: "en" }),
    field(say("hall.code"), hall.code, (text) => { hall.code = text.trim(); }, { dir: "ltr", placeholder: "nizwa-1" }),
    choice(say("hall.governorate"), catalogue.governorates, hall.governorate, (text) => { hall.governorate = text; }),
    choice(say("hall.kind"), catalogue.site_kinds, hall.site_kind, (text) => { hall.site_kind = text; }),
    choice(say("hall.digits"), ["western", "arabic_indic"], hall.digits, (text) => { hall.digits = text; }),
  );
}

/** Ask for the ministry's name and its emblem's files; a file goes into the set-up file whole. */
function drawBrand() {
  const { ministry, emblem } = form.brand;
  const read = (ground) => (event) => {
    const file = event.target.files[0];
    if (!file) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => { emblem[ground] = reader.result; changed(drawBrand); });
    reader.readAsDataURL(file);
  };
  const picture = (ground) => make("div", { class: `emblem ${ground}` },
    make("label", {}, say(`brand.${ground}`), make("input", { type: "file", accept: "image/svg+xml,image/png", onchange: read(ground) })),
    ...(emblem[ground] ? [make("img", { src: emblem[ground], alt: say(`brand.${ground}`) }),
      make("button", { type: "button", class: "quiet", onclick: () => { delete emblem[ground]; changed(drawBrand); } }, say("remove"))] : []));
  byId("brand-fields").replaceChildren(
    field(say("brand.ar"), ministry.ar, (text) => { ministry.ar = text; }, { dir: "rtl", lang: "ar" }),
    field(say("brand.en"), ministry.en, (text) => { ministry.en = text; }, { dir: "ltr", lang: "en" }),
    ...["light", "dark", "paper"].map(picture),
  );
}

function drawServices() {
  byId("services-numbering").replaceChildren(choice(say("services.numbering"), ["letters", "hundreds"], form.numbering ?? "letters",
    (text) => { form.numbering = text; }));
  byId("services-list").replaceChildren(...form.services.map((service) => make("label", { class: "tick" },
    make("input", { type: "checkbox", checked: service.wanted, onchange: (event) => { service.wanted = event.target.checked; changed(drawCounters); } }),
    make("span", {}, named(service.names), make("small", {}, Object.values(service.names).find((text) => text !== named(service.names)) ?? "")),
    make("input", { type: "text", maxlength: "1", value: service.prefix, "aria-label": say("services.prefix"), oninput: (event) => { service.prefix = event.target.value.toUpperCase(); changed(drawCounters); } }),
  )));
}

function drawCounters() {
  byId("counter-count").value = form.counters.length;
  const services = wantedServices();
  const head = make("tr", {}, make("th", {}, ""), ...services.map((service) => make("th", { scope: "col" }, `${service.prefix} · ${named(service.names)}`)));
  const rows = form.counters.map((counter) => make("tr", {},
    make("th", { scope: "row" }, say("counters.one", { number: inDigits(counter.number) })),
    ...services.map((service) => make("td", {}, make("input", {
      type: "checkbox", checked: counter.services.includes(service.code),
      "aria-label": `${say("counters.one", { number: counter.number })}: ${named(service.names)}`,
      onchange: (event) => {
        counter.services = counter.services.filter((code) => code !== service.code);
        if (event.target.checked) counter.services.push(service.code);
        changed();
      },
    })))));
  byId("counters-grid").replaceChildren(make("thead", {}, head), make("tbody", {}, ...rows));
}

function drawAgents() {
  byId("agents-list").replaceChildren(...form.agents.map((agent, at) => make("div", { class: "agent" },
    make("input", { value: agent.code, placeholder: say("agents.code"), "aria-label": say("agents.code"), dir: "ltr", oninput: (e) => { agent.code = e.target.value.trim(); changed(); } }),
    make("input", { value: agent.names.ar, placeholder: say("agents.ar"), "aria-label": say("agents.ar"), dir: "rtl", oninput: (e) => { agent.names.ar = e.target.value; changed(); } }),
    make("input", { value: agent.names.en, placeholder: say("agents.en"), "aria-label": say("agents.en"), dir: "ltr", oninput: (e) => { agent.names.en = e.target.value; changed(); } }),
    make("label", {}, make("input", { type: "checkbox", checked: Boolean(agent.all_round), onchange: (e) => { agent.all_round = e.target.checked; changed(); } }), say("agents.all_round")),
    make("button", { type: "button", class: "quiet", onclick: () => { form.agents.splice(at, 1); changed(drawAgents); } }, say("remove")),
  )));
}

function drawHours() {
  byId("days").replaceChildren(...catalogue.days.map((day) => make("label", { class: "tick" },
    make("input", { type: "checkbox", checked: form.days.includes(day), onchange: (event) => {
      form.days = catalogue.days.filter((name) => (name === day ? event.target.checked : form.days.includes(name)));
      changed();
    } }), make("span", {}, say(day)))));
  byId("times").replaceChildren(...form.times.map((time, at) => field(say(`time.${at}`), time, (text) => { form.times[at] = text; }, { type: "time" })));
}

const drawRequests = () => drawLists(byId("requests-lists"), form.requests, catalogue, changed);

function drawKiosk() {
  const kiosk = form.kiosk;
  byId("kiosk-asks").replaceChildren(field(say("kiosk.long_wait"), kiosk.long_wait_min,
    (text) => { kiosk.long_wait_min = Number(text) || 0; }, { type: "number", min: "0", max: "240" }));
  byId("kiosk-ticks").replaceChildren(...["phone", "appointments"].map((name) => make("label", { class: "tick" },
    make("input", { type: "checkbox", id: `kiosk-${name}`, checked: kiosk[name], onchange: (event) => { kiosk[name] = event.target.checked; changed(); } }),
    make("span", {}, say(`kiosk.${name}`), make("small", {}, say(`kiosk.${name}.why`))))));
}

async function drawPrinter() {
  const found = (await ask("printers", {})).printers;
  const url = make("input", { value: form.devices.printer ?? found[0]?.url ?? "", placeholder: "serial:///dev/ttyUSB0", dir: "ltr", list: "found", "aria-label": say("printer.url") });
  const paper = make("select", { "aria-label": say("printer.paper") }, make("option", { value: "80" }, say("printer.80")), make("option", { value: "58" }, say("printer.58")));
  const said = make("span", { role: "status" });
  const list = make("datalist", { id: "found" }, ...found.map((one) => make("option", { value: one.url }, one.name)));
  const print = async () => {
    said.className = ""; said.textContent = say("printer.printing");
    const answer = await ask("sample", { url: url.value, paper_mm: Number(paper.value) });
    const good = ["confirmed", "unverified"].includes(answer.state);
    said.className = good ? "good" : "bad";
    said.textContent = answer.problem ?? say(`printer.${answer.state}`);
    if (good) { form.devices = { ...form.devices, printer: url.value, paper_mm: Number(paper.value) }; changed(); }
  };
  byId("printer").replaceChildren(
    make("p", {}, found.length ? say("printer.found", { count: inDigits(found.length) }) : say("printer.none")), list,
    make("div", { class: "row" }, url, paper, make("button", { type: "button", onclick: print }, say("printer.print")), said));
}

function drawVoice() {
  const said = make("span", { role: "status" });
  const heard = (good) => {
    form.devices = { ...form.devices, sound: good ? "heard" : "not_heard" };
    said.className = good ? "good" : "bad"; said.textContent = say(good ? "voice.good" : "voice.bad"); changed();
  };
  const play = (language) => { new Audio(`/voice.wav?lang=${language}`).play().catch(() => { said.className = "bad"; said.textContent = say("voice.missing"); }); };
  byId("voice").replaceChildren(make("div", { class: "row" },
    make("button", { type: "button", onclick: () => play("ar") }, say("voice.play_ar")),
    make("button", { type: "button", onclick: () => play("en") }, say("voice.play_en")),
    make("button", { type: "button", class: "quiet", onclick: () => heard(true) }, say("voice.heard")),
    make("button", { type: "button", class: "quiet", onclick: () => heard(false) }, say("voice.not_heard")), said));
}

// A bank card is 85.6 mm wide everywhere: matched on the glass, it tells how many pixels a millimetre has.
function drawScreen() {
  const diagonal_px = Math.hypot(screen.width, screen.height);
  const card = make("div", { class: "card-size" }, say("screen.card"));
  const said = make("b", {});
  const set = (width_px, told) => {
    const inches = Math.round((diagonal_px / (width_px / 85.6) / 25.4) * 10) / 10;
    card.style.inlineSize = `${width_px}px`; card.style.blockSize = `${(width_px * 53.98) / 85.6}px`;
    said.textContent = say("screen.inches", { inches: inDigits(inches) });
    if (told) { form.devices = { ...form.devices, screen_inches: inches }; changed(); }
  };
  const start = form.devices.screen_inches ? (diagonal_px / 25.4 / form.devices.screen_inches) * 85.6 : 330;
  const slider = make("input", { type: "range", min: "150", max: "700", value: String(Math.round(start)), "aria-label": say("screen"), oninput: (event) => set(Number(event.target.value), true) });
  byId("screen").replaceChildren(make("div", { class: "row" }, slider, said), card);
  set(start, false);
}

function drawSteps() {
  const filled = {
    hall: true, services: true, counters: true, agents: form.agents.length > 0, hours: true, requests: true, kiosk: true,
    devices: Boolean(form.devices.printer), review: byId("saved").className === "good",
  };
  // A tick is a promise: only for what was checked and has no mistake.
  const done = (id) => wrongSteps !== null && filled[id] && !wrongSteps.has(id);
  const mark = (id) => (wrongSteps?.has(id) ? "wrong" : done(id) ? "done" : "");
  byId("steps").replaceChildren(...Object.keys(filled).map((id) => make("li", {}, make("a", { href: `#${id}`, class: mark(id) }, say(id)))));
}

async function check() {
  const mine = (checks += 1);
  const answer = await ask("check", answers()).catch(() => null);
  if (mine !== checks) return; // a later change is being looked at already
  if (!answer) return; // the page is being left, or its program has ended: what is shown stays as it was
  const { toml, problems } = answer;
  byId("toml").textContent = toml;
  const untouched = sessionStorage.getItem(KEPT) === null;
  const mistakes = problems.filter((problem) => !problem.warning);
  wrongSteps = untouched ? null : new Set(mistakes.map((problem) => stepOf(problem.key)));
  const rows = problemRows(problems, { ...form, services: wantedServices() }, untouched);
  if (untouched && rows.length) rows.unshift(make("li", { class: "open" }, say("review.begin")));
  byId("problems").replaceChildren(...(rows.length ? rows : [make("li", { class: "fine" }, say("review.fine"))]));
  byId("save").disabled = mistakes.length > 0;
  byId("save-why").textContent = mistakes.length ? say("save.why") : "";
  drawSteps();
}

async function save() {
  const answer = await ask("save", answers());
  byId("saved").className = answer.problem ? "bad" : "good";
  byId("saved").textContent = answer.problem ?? say("saved", { path: `\u2066${answer.path}\u2069` });
  byId("next").replaceChildren(...(answer.next ? [make("p", {}, say("next")), make("pre", { dir: "ltr" }, answer.next.join("\n"))] : []));
  drawSteps();
}

byId("counter-count").addEventListener("change", (event) => {
  const count = Math.min(40, Math.max(1, Number(event.target.value) || 1));
  const codes = form.services.map((service) => service.code);
  form.counters = Array.from({ length: count }, (_, at) => form.counters[at] ?? { number: at + 1, services: [...codes] });
  changed(drawCounters);
});
byId("add-agent").addEventListener("click", () => { form.agents.push({ code: "", names: { ar: "", en: "" } }); changed(drawAgents); });
byId("save").addEventListener("click", save);
for (const draw of [drawHall, drawBrand, drawServices, drawCounters, drawAgents, drawHours, drawRequests, drawKiosk, drawVoice, drawScreen, drawSteps]) draw();
drawPrinter();
check();
