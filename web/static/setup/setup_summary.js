// The end of the set-up page: each question with its answer in short, and a link that leads back to it.

import { make } from "../common/parts.js";
import { catalogue, form, hundreds, wantedServices } from "./setup_form.js";
import { requestsAsked } from "./setup_lists.js";
import { inDigits, named, say } from "../common/words.js";

const listed = (texts) => texts.filter(Boolean).join(say("list"));
const left = (text) => (text ? `\u2068${text}\u2069` : "");

const ANSWERS = {
  name: ({ hall }) => listed([left(hall.names.ar), left(hall.names.en), left(hall.code)]),
  place: ({ hall }) => listed([say(hall.governorate), say(hall.site_kind)]),
  brand: ({ brand }) => listed([left(named(brand.ministry)), ...Object.keys(brand.emblem).map((ground) => say(`brand.${ground}`))]),
  services: () => listed(wantedServices().map((service) => left(named(service.names)))),
  numbers: () => listed(wantedServices().map((service, at, all) => left(form.numbering === "letters" ? `${service.prefix}001` : hundreds(at, all.length).join("–")))),
  counters: ({ counters }) => say("counters.many", { n: inDigits(counters.length) }),
  agents: ({ agents }) => listed(agents.map((agent) => left(named(agent.names) || agent.code))),
  hours: ({ days, times }) => listed([...days.map((day) => say(day)), left(`${times[0]}–${times.at(-1)}`)]),
  requests: ({ requests }) => {
    const own = Object.keys(requestsAsked(requests, catalogue)).filter((name) => name !== "prefix");
    return listed([left(requests.prefix), ...(own.length ? own.map((name) => say(`requests.${name}`)) : [say("requests.as_usual")])]);
  },
  kiosk: ({ kiosk, devices }) => listed([
    kiosk.long_wait_min ? say("kiosk.asks_after", { n: inDigits(kiosk.long_wait_min) }) : "",
    ...["phone", "appointments"].filter((name) => kiosk[name]).map((name) => say(`kiosk.${name}`)),
    devices.reception ? `${say("kiosk.reception.short")} ${say(`reception.${devices.reception}`)}` : "",
  ]),
  printer: ({ devices }) => (devices.printer ? listed([left(devices.printer), say(`printer.${devices.paper_mm}`)]) : ""),
  voice: ({ devices }) => (devices.sound ? say(`voice.${devices.sound}`) : ""),
  screen: ({ devices }) => (devices.screen_inches ? say("screen.inches", { inches: inDigits(devices.screen_inches) }) : ""),
};
const TRIED = ["printer", "voice", "screen"];

/** The questions in their order. */
export const QUESTIONS = Object.keys(ANSWERS);

/** Return the rows of the summary; `wrong` are the questions with a mistake. */
export const summaryRows = (wrong) => QUESTIONS.map((id) => {
  const answer = ANSWERS[id](form) || say(TRIED.includes(id) ? "not_tried" : "none");
  return make("div", { "data-question": id, class: wrong.has(id) ? "wrong" : null }, make("dt", {}, say(id)), make("dd", {}, answer),
    make("dd", {}, make("a", { href: `#${id}`, "data-change": "" }, say("change"), make("span", { class: "unseen" }, ` ${say(id)}`))));
});
