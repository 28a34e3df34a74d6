// What the set-up page asks about the hall, one drawing for each question.

import { draw, make } from "../common/parts.js";
import { catalogue, changed, form, hundreds, newCounter, wantedServices } from "./setup_form.js";
import { box, button, choice, field, on, segments, tick } from "./setup_parts.js";
import { timeField, timeOf } from "../common/time_fields.js";
import { inDigits, named, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const pair = (names) => [field(say("in_ar"), names.ar, (text) => { names.ar = text; }, { dir: "rtl", lang: "ar" }),
  field(say("in_en"), names.en, (text) => { names.en = text; }, { dir: "ltr", lang: "en" })];
const mostlyLatin = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40);

export function drawName() {
  const { hall } = form;
  const code = field(say("name.code"), hall.code, (text) => { hall.code = text.trim(); }, { dir: "ltr", "aria-describedby": "code-hint" });
  const [ar, en] = pair(hall.names);
  // The code follows the English name until somebody writes another.
  const follow = (event) => {
    if (hall.code !== mostlyLatin(hall.names.en)) return;
    code.querySelector("input").value = hall.code = mostlyLatin(event.target.value);
  };
  en.querySelector("input").addEventListener("input", follow, { capture: true });
  byId("name-fields").replaceChildren(ar, en, code);
}

export function drawPlace() {
  const { hall } = form;
  byId("place-fields").replaceChildren(
    choice(say("place.governorate"), catalogue.governorates, hall.governorate, (text) => { hall.governorate = text; }),
    choice(say("place.kind"), catalogue.site_kinds, hall.site_kind, (text) => { hall.site_kind = text; }));
}

/** Ask for the ministry's name and its emblem's files; a file goes into the set-up file whole. */
export function drawBrand() {
  const { ministry, emblem } = form.brand;
  const take = (ground) => (event) => {
    const file = event.target.files[0];
    if (!file) return;
    if (file.size > catalogue.emblem_bytes) return void (byId("emblem-refused").textContent = say("problem.emblem"));
    const reader = new FileReader();
    reader.addEventListener("load", () => { emblem[ground] = reader.result; changed(drawBrand); });
    reader.readAsDataURL(file);
  };
  const fields = pair(ministry);
  for (const one of fields) one.addEventListener("input", () => byId("emblems").querySelectorAll("bdi").forEach((name) => { name.textContent = named(ministry); }));
  byId("brand-fields").replaceChildren(...fields);
  byId("emblem-refused").textContent = "";
  byId("emblems").replaceChildren(...["light", "dark", "paper"].map((ground) => make("div", { class: "emblem" },
    make("div", { class: `ground ${ground}` }, preview(ground, emblem), make("bdi", {}, named(ministry))),
    make("label", {}, say(`brand.${ground}`), on(make("input", { type: "file", class: "unseen", accept: "image/svg+xml,image/png" }), "change", take(ground)), make("span", { class: "pick-file" }, say("brand.choose"))),
    emblem[ground] ? button(say("remove"), () => { delete emblem[ground]; changed(drawBrand); }, { "aria-label": `${say("remove")}: ${say(`brand.${ground}`)}` }) : null)));
}

/** Return the emblem as the ground shows it: on green the light one on a card where there is no other, on paper black or white. */
function preview(ground, emblem) {
  const src = emblem[ground] ?? (ground === "dark" ? emblem.light : undefined);
  if (!src) return null;
  const image = /** @type {any} */ (make("img", { src, alt: say(`brand.${ground}`), class: emblem[ground] ? null : "on-card" }));
  if (ground === "paper") image.addEventListener("load", () => image.replaceWith(oneBit(image)), { once: true });
  return image;
}

function oneBit(image) {
  const canvas = /** @type {any} */ (make("canvas", { role: "img", "aria-label": image.alt }));
  canvas.height = 96;
  canvas.width = Math.max(1, Math.round((96 * image.naturalWidth) / image.naturalHeight));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const dots = pen.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < dots.data.length; at += 4) {
    const grey = dots.data[at] * 0.299 + dots.data[at + 1] * 0.587 + dots.data[at + 2] * 0.114;
    dots.data.fill(grey < 128 ? 0 : 255, at, at + 3);
  }
  pen.putImageData(dots, 0, 0);
  return canvas;
}

/** Return the drawn sign of a service. */
export const sign = (name) => draw("svg", { class: "sign", "aria-hidden": "true" }, draw("use", { href: `/static/common/signs.svg#${name}` }));

export function drawServices() {
  byId("services-list").replaceChildren(...form.services.map((service) => {
    const signs = [["", service.prefix || "–", say("sign.none")], ...catalogue.pictograms.map((name) => [name, sign(name), say(`sign.${name}`)])];
    const other = Object.values(service.names).find((text) => text !== named(service.names));
    const pictures = segments(`${say("services.sign")}: ${named(service.names)}`, `sign-${service.code}`, signs, service.pictogram ?? "", (name) => { service.pictogram = name; changed(); });
    pictures.hidden = !service.wanted;
    return make("li", {}, tick(service.wanted, named(service.names), other, (ticked) => { service.wanted = ticked; pictures.hidden = !ticked; changed(drawFollowing); }), pictures);
  }));
}

/** Draw what lists the services. */
function drawFollowing() {
  drawNumbers();
  drawCounters();
}

export function drawNumbers() {
  const wanted = wantedServices();
  const digits = (text) => (form.hall.digits === "western" ? text : String(text).replace(/\d/g, (one) => "٠١٢٣٤٥٦٧٨٩"[one]));
  const range = (at) => hundreds(at, wanted.length).map(digits).join("–");
  byId("numbers-way").replaceChildren(
    segments(say("numbers.way"), "numbering", ["letters", "hundreds"].map((way) => [way, say(way)]), form.numbering, (way) => { form.numbering = way; changed(drawNumbers); }),
    segments(say("numbers.digits"), "digits", ["western", "arabic_indic"].map((way) => [way, say(way)]), form.hall.digits, (way) => { form.hall.digits = way; changed(drawNumbers); }));
  byId("numbers-hint").textContent = say(`${form.numbering}.hint`);
  byId("numbers-list").replaceChildren(...wanted.map((service, at) => {
    const example = make("bdi", { dir: "ltr", class: "example" }, form.numbering === "letters" ? digits(`${service.prefix}001`) : range(at));
    const letter = (event) => {
      service.prefix = event.target.value.toUpperCase();
      example.textContent = digits(`${service.prefix}001`);
      changed(drawCounters);
    };
    const input = make("input", { maxlength: "1", value: service.prefix, "aria-label": `${say("numbers.letter")}: ${named(service.names)}`, "data-prefix": service.code });
    return make("tr", {}, make("th", { scope: "row" }, named(service.names)), form.numbering === "letters" ? make("td", {}, on(input, "input", letter)) : null, make("td", { class: "n" }, example));
  }));
}

export function drawCounters() {
  const wanted = wantedServices();
  byId("counter-count").value = form.counters.length;
  byId("counters-grid").replaceChildren(
    make("thead", {}, make("tr", {}, make("td", {}), ...wanted.map((service) => make("th", { scope: "col" }, `${service.prefix} · ${named(service.names)}`)))),
    make("tbody", {}, ...form.counters.map((counter) => {
      const name = say("counters.one", { number: inDigits(counter.number) });
      const set = (code) => (ticked) => {
        counter.services = counter.services.filter((one) => one !== code);
        if (ticked) counter.services.push(code);
        changed();
      };
      return make("tr", {}, make("th", { scope: "row" }, name), ...wanted.map(({ code, names }) =>
        make("td", {}, box(counter.services.includes(code), set(code), { "aria-label": `${name}: ${named(names)}` }))));
    })));
}

byId("counter-count").addEventListener("change", (event) => {
  const count = Math.min(40, Math.max(1, Number(event.target.value) || 1));
  form.counters = Array.from({ length: count }, (_, at) => form.counters[at] ?? newCounter(at + 1));
  changed(drawCounters);
});

export function drawAgents() {
  byId("agents-list").replaceChildren(...form.agents.map((agent, at) => {
    const remove = () => { form.agents.splice(at, 1); changed(drawAgents); byId("add-agent").focus(); };
    return make("fieldset", { class: "fields agent" }, make("legend", {}, say("agents.one", { n: inDigits(at + 1) })),
      field(say("agents.code"), agent.code, (text) => { agent.code = text.trim(); }, { dir: "ltr", autocapitalize: "none" }),
      ...pair(agent.names),
      tick(agent.all_round, say("agents.all_round"), "", (ticked) => { agent.all_round = ticked; changed(); }),
      button(say("remove"), remove, { "aria-label": `${say("remove")}: ${say("agents.one", { n: inDigits(at + 1) })}` }));
  }));
}

byId("add-agent").addEventListener("click", () => {
  form.agents.push({ code: "", names: { ar: "", en: "" } });
  changed(drawAgents);
  byId("agents-list").lastElementChild.querySelector("input").focus();
});

export function drawHours() {
  byId("days").replaceChildren(...catalogue.days.map((day) => tick(form.days.includes(day), say(day), "", (ticked) => {
    form.days = catalogue.days.filter((name) => (name === day ? ticked : form.days.includes(name)));
    changed();
  })));
  byId("times").replaceChildren(...form.times.map((time, at) => field(say(`time.${at}`), time, (text) => { form.times[at] = timeOf(text) ?? ""; }, { type: "time" })));
  for (const input of byId("times").querySelectorAll("input")) timeField(input);
}

const TOWARDS = ["left", "ahead", "right", "behind"];

export function drawKiosk() {
  const { kiosk, devices } = form;
  byId("kiosk-asks").replaceChildren(field(say("kiosk.long_wait"), kiosk.long_wait_min,
    (text) => { kiosk.long_wait_min = Number(text) || 0; }, { type: "number", min: "0", max: "240" }));
  byId("kiosk-ticks").replaceChildren(...["phone", "appointments"].map((name) => tick(kiosk[name], say(`kiosk.${name}`), say(`kiosk.${name}.why`),
    (ticked) => { kiosk[name] = ticked; changed(); }, { id: `kiosk-${name}` })));
  const arrows = TOWARDS.map((towards) => [towards, sign(towards), say(`reception.${towards}`)]);
  byId("kiosk-reception").replaceChildren(make("p", { class: "label" }, say("kiosk.reception")),
    segments(say("kiosk.reception"), "reception", [["", say("reception.none")], ...arrows], devices.reception ?? "", (towards) => { devices.reception = towards; changed(); }));
}

