// The visitor's page: asks for its place with the code of the fragment, more often when the turn is near.

import { get } from "../common/api.js";
import { alertOfCall } from "./phone_alert.js";
import { offerComplaint } from "./phone_complaint.js";
import { offerMoves } from "./phone_moves.js";
import { showProgress } from "./phone_progress.js";
import { showSurvey } from "./phone_survey.js";
import { inDigits, minutes, named, number, publicTime, say, useDigits, waitText } from "../common/words.js";

const OVER = new Set(["finished", "cancelled", "carried_over", "closed_by_day"]);
const CAN_COME_BACK = new Set(["carried_over", "closed_by_day"]); // when the day is opened again
const KEEPS_NUMBER = new Set(["waiting", "parked", "carried_over"]); // while the hall is closed suddenly
const REOPENED_MS = 30000;
const SOON_MS = 6000; // 10 a minute: below the service's 12
const LATER_MS = 12000;
const byId = (id) => document.getElementById(id);
const code = decodeURIComponent(location.hash.slice(1));
const asked = new URLSearchParams(location.search);
const languages = [...document.querySelectorAll(".languages a")];
const title = document.title;
let lastCall = null;
let timer = 0;
let asking = 0; // which question is the newest: an answer to an earlier one is not shown

for (const link of [byId("language"), ...languages]) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(event.currentTarget.getAttribute("href") + location.hash);
  });
}
addEventListener("hashchange", () => location.reload());

function show(place) {
  byId("main").dataset.state = place.state;
  byId("hall-name").textContent = named(place.hall_names);
  for (const name of document.querySelectorAll(".service-name")) name.textContent = named(place.service_names);
  showPictogram(place.pictogram);
  byId("ticket").textContent = inDigits(place.ticket);
  showCall(place);
  showPlace(place);
  byId("sentence").textContent = sentence(place);
  showProgress(place);
  offerMoves(place, code, moved);
  byId("alert").hidden = byId("hint").hidden = place.state !== "waiting";
}

// A move answers with the place: shown at once, and read again when its time comes.
function moved(place) {
  asking += 1;
  clearTimeout(timer);
  show(place);
  timer = setTimeout(follow, SOON_MS);
}

function showPictogram(name) {
  byId("pictogram").toggleAttribute("hidden", !name);
  if (name) byId("pictogram").querySelector("use").setAttribute("href", `/static/common/signs.svg#${name}`);
}

function showCall(place) {
  const here = place.state === "called" || place.state === "serving";
  byId("call").hidden = !here;
  document.title = place.state === "called" ? `${say("phone.now")} · ${say("phone.at_counter", { n: number(place.counter) })}` : title;
  if (!here) {
    lastCall = null;
    return;
  }
  byId("call-word").textContent = place.state === "called" ? say("phone.now") : "";
  byId("call-where").textContent = say(place.state === "called" ? "phone.go_to" : "phone.serving");
  byId("call-counter").textContent = number(place.counter);
  const call = `${place.counter}/${place.recalls}`;
  if (place.state === "called" && lastCall !== call) {
    lastCall = call;
    // Each call and recall vibrates and sounds; the style sheet makes the card pulse.
    alertOfCall(`${inDigits(place.ticket)} · ${say("phone.now")}`, `${say("phone.go_to")} ${number(place.counter)}`);
  }
}

function showPlace(place) {
  byId("place").hidden = place.state !== "waiting";
  byId("ahead").textContent = number(place.people_ahead);
  byId("wait-row").hidden = !place.wait;
  if (!place.wait) return;
  const [low, high] = [minutes(place.wait.low_s), Math.max(minutes(place.wait.high_s), 1)];
  byId("wait").textContent = waitText(low, high);
}

function sentence(place) {
  if (place.closing && KEEPS_NUMBER.has(place.state)) return closedSuddenly(place);
  if (place.state === "waiting") return notServed(place) || say(place.people_ahead ? "phone.waiting" : "phone.next");
  if (place.state === "called" || place.state === "serving") return "";
  return say(`phone.${place.state}`);
}

// Why the hall is closed, what was written about it in this language, and until when the number is kept.
function closedSuddenly({ closing, time_zone: zone }) {
  const until = new Date(closing.until);
  const day = new Intl.DateTimeFormat(document.documentElement.lang === "ar" ? "ar-OM" : "en-GB", { day: "numeric", month: "numeric", timeZone: zone, numberingSystem: "latn" }).format(until);
  const words = closing.texts[document.documentElement.lang] ?? "";
  return [say(`phone.closed_${closing.reason}`), words, say("phone.number_kept", { until: inDigits(`${day} ${publicTime(until, zone)}`) })].filter(Boolean).join(" ");
}

function notServed(place) {
  if (place.begins_at) return say("phone.begins", { time: publicTime(new Date(`2000-01-01T${place.begins_at}Z`), "UTC") });
  return place.staffed === false && !place.wait ? say("phone.no_counter") : "";
}

// The page opens in the ticket's language, unless the visitor has chosen one here or on an earlier visit.
function turnsTo(language) {
  const chosen = asked.has("lang") || asked.has("ticket") || document.cookie.includes("dawr_language=");
  const wanted = languages.some((link) => link.hreflang === language) ? language : "en";
  if (!language || chosen || wanted === document.documentElement.lang) return false;
  location.replace(`?ticket=${wanted}${location.hash}`);
  return true;
}

function status(text, cutOff = false) {
  byId("status").textContent = text;
  byId("status").classList.toggle("cut-off", cutOff);
}

async function follow() {
  let again_ms = SOON_MS;
  const mine = (asking += 1);
  try {
    const place = await get("/place", { "Visit-Code": code });
    if (mine !== asking) return;
    if (turnsTo(place.language)) return;
    useDigits(place.digits);
    show(place);
    if (!place.as_of) offerComplaint(code); // the centre hands on none
    // The hall's own time: the phone may be set to another. The centre says how old its answer is, and when it cannot reach the hall.
    const time = publicTime(new Date(place.as_of ?? place.at), place.time_zone);
    status(say(place.cut_off ? "phone.hall_cut_off" : "phone.updated", { time }), place.cut_off);
    again_ms = place.state === "waiting" && place.people_ahead > 5 ? LATER_MS : SOON_MS;
    if (OVER.has(place.state)) {
      showSurvey(place.survey, code);
      if (!CAN_COME_BACK.has(place.state)) return;
      again_ms = REOPENED_MS;
    }
  } catch (refusal) {
    if (mine !== asking) return;
    if (refusal.code === "code_unknown") {
      byId("sentence").textContent = say("phone.unknown");
      return;
    }
    if (refusal.code === "too_many_tries") {
      again_ms = Math.max(again_ms, 1000 * (refusal.retryAfter || 10));
      status(say("phone.busy"));
    } else status(say("phone.cut_off"), true);
  }
  timer = setTimeout(follow, again_ms);
}

if (code) follow();
else byId("sentence").textContent = say("phone.no_code");
