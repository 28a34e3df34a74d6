// Turn the token in the address's fragment into the browser's session, then go on to the hall's pages.

import { post } from "../common/api.js";
import { say } from "../common/words.js";

const title = document.querySelector("h1");
const sentence = document.getElementById("sentence");
const SENTENCES = { 0: "error.unreachable", 429: "error.too_many_tries" };

async function enter() {
  const token = decodeURIComponent(location.hash.slice(1));
  // The token leaves the address bar and the history before anything else can read it there.
  history.replaceState(null, "", location.pathname + location.search);
  const asked = new URLSearchParams(location.search);
  if (!token) {
    const out = asked.has("out");
    if (out) title.textContent = say("enter.out_title");
    sentence.textContent = say(out ? "enter.out" : "enter.no_token");
    return;
  }
  try {
    await post("/session", { token });
  } catch (error) {
    sentence.textContent = say(SENTENCES[error.status] ?? (error.status < 500 ? "enter.failed" : "enter.not_now"));
    return;
  }
  // A link may lead to another page of the hall head's or to reception, and nowhere else.
  const page = /^\/(head(\/[a-z]+)?|reception)$/.test(asked.get("to") ?? "") ? asked.get("to") : "/head";
  asked.delete("to");
  asked.delete("out");
  location.replace(`${page}${asked.size ? `?${asked}` : ""}`);
}

// A link that is pasted into this tab changes the fragment only: the browser does not load the page again.
addEventListener("hashchange", enter);
await enter();
