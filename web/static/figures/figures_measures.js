// What is measured besides waits: requests, enquiries, the survey, appointments with officials and the use of kiosks, each as cards and as a table for each way to part them.

import { hourName, percent, time } from "./figures_words.js";
import { fill, make } from "../common/parts.js";
import { dayInWords, deviceName, known, named, number, say } from "../common/words.js";

const days = (value) => (value === null ? say("figures.none") : number(value));
const sayOr = (id, key) => (known(id) ? say(id) : key);
const nameOf = (hall, code) => {
  const found = hall.services.find((one) => one.code === code);
  return found ? named(found.names) : code;
};

/** Each measure: its columns with how a value is said, its parts with how a row is called, and whether there is any. */
const MEASURES = {
  requests: {
    family: "requests_of",
    columns: {
      registered: number, waiting: number, overdue: number, in_time_share: percent, answered: number,
      answer_median_days: days, answer_p90_days: days, withdrawn: number,
    },
    parts: {
      directorates: ["directorate", (_hall, part) => named(part.names)],
      topics: ["topic", (_hall, part) => named(part.names)],
      services: ["service", (hall, part) => (part.key ? nameOf(hall, part.key) : say("requests_of.no_visit"))],
    },
    anything: (total) => total.registered + total.withdrawn > 0,
  },
  enquiries: {
    family: "enquiries_of",
    columns: { received: number, at_once: number, open: number, answered: number, answer_median_s: time, answer_p90_s: time },
    parts: {
      topics: ["topic", (_hall, part) => named(part.names)],
      channels: ["channel", (_hall, part) => say(`enquiries.${part.key}`)],
    },
    anything: (total) => total.received > 0,
  },
  surveys: {
    family: "surveys_of",
    columns: { answers: number, served: days, response_share: percent, satisfied_share: percent, mean: days },
    parts: {
      services: ["service", (hall, part) => nameOf(hall, part.key)],
      hours: ["hour", (_hall, part) => hourName(Number(part.key))],
      steps: ["step", (_hall, part) => dayInWords(part.key, { day: "numeric", month: "long", year: "numeric" })],
    },
    anything: (total) => total.answers > 0,
  },
  officials: {
    family: "officials_of",
    columns: { booked: number, arrived: number, met: number, cancelled: number, no_shows: number, wait_median_s: time, wait_p90_s: time },
    parts: { officials: ["official", (_hall, part) => named(part.names) || part.key] },
    anything: (total) => total.booked > 0,
  },
  kiosks: {
    family: "kiosks_of",
    columns: { started: number, tickets: number, refused: number, abandoned: number, abandoned_share: percent, to_paper_s: time },
    parts: {
      kiosks: ["kiosk", (_hall, part) => deviceName(part.name) || part.key],
      hours: ["hour", (_hall, part) => hourName(Number(part.key))],
      steps: ["step", (_hall, part) => dayInWords(part.key, { day: "numeric", month: "long", year: "numeric" })],
    },
    shares: {
      screens: ["screen", (key) => sayOr(`kiosk_screen.${key}`, key)],
      languages: ["language", (key) => sayOr(`kiosk_language.${key}`, key)],
      helps: ["help", (key) => sayOr(`kiosk_help.${key}`, key)],
    },
    anything: (total) => total.started > 0,
  },
};
/** Columns whose definition stands with another one. */
const SHARED = { answer_p90_days: "answer_median_days", answer_p90_s: "answer_median_s", wait_p90_s: "wait_median_s" };

/** Show each measure that the view tells; one that has counted nothing is left out. */
export function measures(hall, view) {
  for (const [name, measure] of Object.entries(MEASURES)) {
    const panel = document.getElementById(`measure-${name}`);
    const told = view[name] ?? null;
    if (!panel) continue;
    panel.hidden = told === null || !measure.anything(told.total);
    if (!panel.hidden) show(panel, hall, told, measure);
  }
}

function show(panel, hall, told, { family, columns, parts, shares = {} }) {
  const meaning = (column) => make("a", { href: `#means-${family}-${SHARED[column] ?? column}` }, say(`${family}.${column}`));
  const cards = Object.entries(columns).map(([column, cell]) =>
    make("p", { class: "figure", "data-figure": column }, make("b", {}, make("bdi", {}, cell(told.total[column]))), make("span", {}, meaning(column))),
  );
  fill(panel.querySelector(".totals"), cards);
  const tables = Object.entries(parts).map(([name, [part, rowName]]) => table(`${panel.id}-${name}`, say(`${family}.by_${part}`), [
    make("tr", {}, make("th", { scope: "col" }, say(`${family}.${part}`)), ...Object.keys(columns).map((column) => make("th", { scope: "col" }, meaning(column)))),
    ...told[name].map((one) =>
      make("tr", { "data-part": one.key }, make("th", { scope: "row" }, rowName(hall, one)), ...Object.entries(columns).map(([column, cell]) => make("td", {}, make("bdi", {}, cell(one.figures[column]))))),
    ),
  ]));
  const shared = Object.entries(shares).filter(([name]) => told[name].length).map(([name, [part, rowName]]) => table(`${panel.id}-${name}`, say(`${family}.by_${part}`), [
    make("tr", {}, ...[part, "many", "share"].map((head) => make("th", { scope: "col" }, say(`${family}.${head}`)))),
    ...told[name].map((one) =>
      make("tr", { "data-part": one.key }, make("th", { scope: "row" }, rowName(one.key)), ...[number(one.many), percent(one.share)].map((cell) => make("td", {}, make("bdi", {}, cell)))),
    ),
  ]));
  fill(panel.querySelector(".measure-parts"), [...tables, ...shared]);
}

function table(id, title, [head, ...rows]) {
  const heading = make("h3", { id: `${id}-title` }, title);
  return make("div", { class: "part", role: "group", "aria-labelledby": heading.id, tabindex: "0" }, heading, make("table", { class: "data numbers", id }, make("thead", {}, head), make("tbody", {}, ...rows)));
}
