// Enquiries: count one by topic and channel, or leave it open; the open ones are answered, forwarded and closed here.

import { make } from "../common/parts.js";
import { inDigits, inWestern, named, number, say } from "../common/words.js";
import { choose, digitOf, field, kbd, opened, word, words, write } from "./questions.js";
import { ask, command, inMinutes, secondsSince, state, tell } from "./place.js";

const CHANNELS = ["hall", "call_centre", "email", "platform", "social"];
/** By which channel most enquiries come, by the kind of site. */
const USUAL = { call_centre: "call_centre", social_desk: "social" };
const PHONE = /^[+\d\s-]*$/;

/** Count an enquiry, or leave it open with its question. */
export async function recordEnquiry() {
  const topic = await choose({
    kind: "enquiry_topic",
    title: say("counter.ask.enquiry_topic"),
    choices: state.hall.requests.topics.map((one) => ({ code: one.code, name: named(one.names) })),
  });
  if (topic === null) return undefined;
  const usual = USUAL[state.hall.site_kind] ?? "hall";
  const channels = [usual, ...CHANNELS.filter((one) => one !== usual)];
  const channel = await choose({
    kind: "enquiry_channel",
    title: say("counter.ask.enquiry_channel"),
    choices: words([...channels, "leave_open"]),
    first: true,
    mayStay: (code) => code === "leave_open",
    send: (code) => command("/enquiries", { topic, channel: code }),
  });
  if (channel === null) return undefined;
  if (channel !== "leave_open") tell(say("counter.done.enquiry"), "done");
  else if (await leaveOpen(topic, channels)) tell(say("counter.done.left_open"), "done");
  else return undefined;
  // Where enquiries are all that is done, the next one is asked for.
  return USUAL[state.hall.site_kind] ? recordEnquiry() : undefined;
}

async function leaveOpen(topic, channels) {
  const channel = await choose({ kind: "enquiry_open", title: say("counter.ask.enquiry_open"), choices: words(channels), first: true });
  if (channel === null) return null;
  const send = (values) => command("/enquiries", { topic, channel, question: values.text.trim(), phone: inWestern(values.phone).trim() || null });
  send.check = (values) => (!values.text.trim() ? say("counter.write_text") : PHONE.test(inWestern(values.phone)) ? "" : say("counter.write_phone"));
  return write({
    kind: "enquiry_question",
    title: say("counter.question_title"),
    fields: [
      field("text", say("counter.question_title"), { rows: 3, max: 500, hint: say("counter.briefly") }),
      field("phone", say("counter.phone_back"), { max: 24, dir: "ltr", inputmode: "tel", hint: say("counter.phone_consent") }),
    ],
    buttons: [{ code: "save", name: say("counter.save_open") }],
    send,
  });
}

/** Show the open enquiries, and do what comes next with the chosen one. */
export async function openEnquiries() {
  let chosen = null;
  for (;;) {
    const step = await listed(chosen);
    if (step === null) return;
    chosen = step.one.number;
    await STEPS[step.what](step.one);
  }
}

function listed(before) {
  const sheet = { rows: [], chosen: null, phone: "" };
  return opened(
    "enquiries",
    say("counter.enquiries"),
    ({ close, warn }) => {
      const list = make("div", { class: "targets", "aria-live": "polite" }, make("p", {}, say("counter.searching")));
      const text = make("div", { class: "about" });
      const buttons = ["next", "other", "phone"].map((what, at) => {
        const button = /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: at ? "quiet" : "", hidden: "" }));
        button.addEventListener("click", () => act(what));
        return button;
      });
      const act = async (what) => {
        const one = sheet.chosen;
        if (!one) return;
        if (what !== "phone") close({ one, what: stepOf(one, what) });
        else if (one.phone) {
          try {
            sheet.phone = (await ask(`/enquiries/${one.number}/phone`)).phone;
          } catch (error) {
            if (error.code !== "no_phone_left") return warn(say("counter.no_answer"));
            sheet.phone = "";
          }
          sheet.asked = one.number;
          paint();
        }
      };
      const paint = () => {
        list.replaceChildren(
          ...(sheet.rows.length
            ? sheet.rows.map((one) => {
                const line = make("button", { type: "button", class: "quiet row", "aria-pressed": String(one === sheet.chosen) }, make("span", {}, inDigits(`${one.number} · `), summary(one)));
                line.addEventListener("click", () => pick(one));
                return line;
              })
            : [make("p", {}, say("counter.no_enquiries"))]),
        );
        const one = sheet.chosen;
        text.replaceChildren(...(one ? described(one, sheet) : []));
        const labels = one ? [say(`counter.${stepOf(one, "next")}`), say(one.state === "answered" ? "counter.correct_answer" : "counter.hand_on"), say("counter.show_phone")] : [];
        for (const [at, button] of buttons.entries()) {
          button.hidden = !one || (at === 2 && !one.phone);
          button.replaceChildren(labels[at] ?? "", " ", kbd(["Enter", "1", "2"][at]));
        }
      };
      const pick = (one) => {
        sheet.chosen = one;
        sheet.asked = null; // only the number of the person who is called stays on the screen
        paint();
      };
      ask("/enquiries").then(
        (view) => {
          sheet.rows = [...view.open].reverse();
          pick(sheet.rows.find((one) => one.number === before) ?? sheet.rows[0] ?? null);
        },
        () => {
          list.replaceChildren();
          warn(say("counter.no_answer"));
        },
      );
      sheet.act = act;
      sheet.step = (by) => pick(sheet.rows[Math.min(Math.max(sheet.rows.indexOf(sheet.chosen) + by, 0), sheet.rows.length - 1)] ?? null);
      return [list, text, make("div", { class: "actions" }, ...buttons)];
    },
    (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") sheet.step(event.key === "ArrowDown" ? 1 : -1);
      else if (event.key === "Enter" && !event.target.matches(".actions button, .back")) sheet.act("next");
      else if (digitOf(event.key) === "1") sheet.act("other");
      else if (digitOf(event.key) === "2") sheet.act("phone");
      else return false;
      return true;
    },
  );
}

const summary = (one) => say("counter.enquiry_at", { topic: named(one.topic_names), channel: word(one.channel), time: inMinutes(secondsSince(one.received_at)) });

function described(one, sheet) {
  const phone = sheet.asked === one.number ? (sheet.phone ? say("counter.call_back", { phone: `\u2066${inDigits(sheet.phone)}\u2069` }) : say("counter.no_phone")) : "";
  const lines = [
    one.question && say("counter.question", { text: one.question }),
    one.handed_to && say("counter.enquiry_with", { to: one.handed_to }),
    one.answer && say("counter.answered", { text: one.answer }),
    phone,
  ];
  return lines.filter(Boolean).map((text) => make("p", {}, text));
}

const stepOf = (one, what) => (what === "next" ? (one.state === "answered" ? "close" : "answer") : one.state === "answered" ? "answer" : "hand_on");

const STEPS = { answer: writeAnswer, hand_on: forward, close: confirm };

async function writeAnswer(one) {
  const done = await writeText({ kind: "answer", title: say("counter.answer_title"), one, hint: say("counter.as_heard"), value: one.answer ?? "", button: say("counter.save_answer"), send: (text) => command(`/enquiries/${one.number}/answer`, { text }) });
  if (done) tell(say("counter.done.answer"), "done");
}

async function forward(one) {
  const done = await writeText({ kind: "hand_on", title: say("counter.who_answers"), one, hint: say("counter.colleague"), value: one.handed_to ?? "", button: say("counter.hand_on"), send: (to) => command(`/enquiries/${one.number}/hand-on`, { to }) });
  if (done) tell(say("counter.done.hand_on"), "done");
}

function writeText({ kind, title, one, hint, value, button, send }) {
  return write({
    kind,
    title,
    about: [one.question ? say("counter.question", { text: one.question }) : `${named(one.topic_names)} ${number(one.number)}`],
    fields: [field("text", title, { rows: 4, max: 500, hint, value })],
    buttons: [{ code: "save", name: button }],
    send: Object.assign((values) => send(values.text.trim()), { check: (values) => (values.text.trim() ? "" : say("counter.write_text")) }),
  });
}

async function confirm(one) {
  const done = await choose({
    kind: "enquiry_confirm",
    title: say("counter.ask.enquiry_confirm"),
    about: [one.answer ? say("counter.answered", { text: one.answer }) : ""],
    choices: words(["confirm_enquiry"]),
    first: true,
    send: () => command(`/enquiries/${one.number}/confirm`),
  });
  if (done) tell(say("counter.done.confirm"), "done");
}
