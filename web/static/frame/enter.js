// Sign-in: by a link's token, by name, password and code, or by an invitation, which sets up a new account.

import { post } from "../common/api.js";
import { make } from "../common/parts.js";
import { drawQr } from "../common/qr.js";
import { inWestern, known, say, waitWords } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const title = document.querySelector("h1");
const sentence = byId("sentence");
const SENTENCES = { 0: "error.unreachable", 429: "error.too_many_tries" };
/** Why the ministry's account did not sign in. */
const REFUSED = {
  provider_down: "enter.refused_provider_down",
  group_missing: "enter.refused_group_missing",
  access_ended: "enter.refused_access_ended",
  state_wrong: "enter.refused_state_wrong",
  too_weak: "enter.refused_too_weak",
};
const invited = { name: "", code: "" };
const asked = new URLSearchParams(location.search);

function show(id) {
  for (const part of ["sign-in", "first-password", "first-code", "recovery"]) byId(part).hidden = part !== id;
  byId("other-language").hidden = id !== "sign-in"; // a change of language would lose what was begun
  byId(id)?.querySelector("input:not([hidden])")?.focus();
}

function tell(id) {
  tellText(id ? say(id) : "");
}

function tellText(text) {
  sentence.textContent = text;
  sentence.hidden = !text;
}

/** Tell why a sign-in or a link was refused. */
function tellRefusal(error, id = SENTENCES[error.status]) {
  tellText(waitWords(error) ?? say(id ?? (error.status < 500 ? "enter.failed" : "enter.not_now")));
}

function whyNot(error) {
  const id = `error.${error.code}`;
  tellRefusal(error, known(id) ? id : SENTENCES[error.status]);
}

/** Go on to the page that a link named: the hall head's or reception, and nowhere else. */
function goOn() {
  const page = /^\/(head(\/[a-z]+)?|reception|officials)$/.test(asked.get("to") ?? "") ? asked.get("to") : "/head";
  asked.delete("to");
  asked.delete("out");
  location.replace(`${page}${asked.size ? `?${asked}` : ""}`);
}

async function enter() {
  let fragment = location.hash.slice(1);
  // The secret leaves the address bar and the history before anything else can read it there.
  history.replaceState(null, "", location.pathname + location.search);
  try {
    fragment = decodeURIComponent(fragment);
  } catch {
    fragment = ""; // no address of ours: the page asks who it is
  }
  if (fragment.startsWith("invitation=")) return begin(fragment.slice("invitation=".length));
  if (!fragment) {
    const out = asked.has("out");
    title.textContent = say(out ? "enter.out_title" : "enter.title");
    const refused = asked.get("refused");
    if (refused) tell(REFUSED[refused] ?? "enter.refused_provider_refused");
    else tell(out ? "enter.out" : "");
    asked.delete("refused");
    return show("sign-in");
  }
  try {
    await post("/session", { token: fragment });
  } catch (error) {
    tellRefusal(error);
    return show("sign-in");
  }
  goOn();
}

function begin(invitation) {
  [invited.name, invited.code] = invitation.split(":");
  byId("first-password").elements.username.value = invited.name;
  title.textContent = say("enter.first_title", { name: invited.name });
  tell("");
  show("first-password");
}

/** Let a form send once at a time; what is refused is said above it, and what was typed stays. */
function arm(id, send) {
  const form = /** @type {any} */ (byId(id));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = "1";
    try {
      await send(Object.fromEntries(new FormData(form)));
    } catch (error) {
      whyNot(error);
    } finally {
      delete form.dataset.sending;
    }
  });
}

arm("sign-in", async ({ name, password, code }) => {
  await post("/session/password", { name, password, code: inWestern(code) });
  goOn();
});

arm("first-password", async ({ password, again }) => {
  if (password !== again) return tell("enter.differ");
  const offer = await post("/accounts/first-password", { ...invited, password });
  drawQr(byId("qr"), offer.cells);
  byId("secret").textContent = offer.secret;
  tell("");
  show("first-code");
});

arm("first-code", async ({ shown }) => {
  const { codes } = await post("/accounts/first-code", { ...invited, shown: inWestern(shown) });
  byId("codes").replaceChildren(...codes.map((code) => make("li", {}, code)));
  title.textContent = say("enter.recovery_title");
  tell("");
  show("recovery");
  title.focus();
});

byId("print").addEventListener("click", () => print());
byId("ready").addEventListener("click", goOn);

// A link that is pasted into this tab changes the fragment only: the browser does not load the page again.
addEventListener("hashchange", enter);
await enter();
