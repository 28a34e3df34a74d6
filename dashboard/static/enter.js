// Turn the token in the address's fragment into the browser's cookie, then go on to the hall head's page.

import { post } from "./api.js";
import { say } from "./words.js";

const sentence = document.getElementById("sentence");
const token = decodeURIComponent(location.hash.slice(1));
// The token leaves the address bar and the history before anything else can read it there.
history.replaceState(null, "", location.pathname + location.search);

if (token) {
  try {
    await post("/session", { token });
    const asked = new URLSearchParams(location.search);
    // A link may lead to another page of the hall head's, and nowhere else.
    const page = /^\/head(\/[a-z]+)?$/.test(asked.get("to") ?? "") ? asked.get("to") : "/head";
    asked.delete("to");
    location.replace(`${page}${asked.size ? `?${asked}` : ""}`);
  } catch (error) {
    sentence.textContent = say(error.status ? "enter.failed" : "error.unreachable");
  }
} else {
  sentence.textContent = say("enter.no_token");
}
