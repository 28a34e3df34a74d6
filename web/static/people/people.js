// People and access: who may sign in and where somebody is signed in; invite, change the role, end, the own password.

import { get, post } from "../common/api.js";
import { clearMessages, doIt, refuse, tell } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { follow } from "../frame/frame.js";
import { dayAndTime, dayOf } from "../common/instants.js";
import { fillOptions, make, paintTable } from "../common/parts.js";
import { armAgents, paintAgents, readAgents } from "./agents.js";
import { counted, dayInWords, known, named, say } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const MANAGES = document.querySelector("main").dataset.commands === "yes";
const WITH_UNIT = ["directorate", "official"];
const state = { hall: null, accounts: [], units: { directorate: [], official: [] }, name: "", sure: async () => false };

async function read() {
  const [accounts, sessions, officials, agents] = await Promise.all([
    MANAGES ? get("/accounts") : null,
    get("/sessions"),
    MANAGES ? get("/officials").catch(() => null) : null,
    MANAGES ? readAgents() : null,
  ]);
  return { at: sessions.at, accounts, sessions: sessions.sessions, officials: officials?.officials ?? [], agents };
}

function paint(hall, { accounts, sessions, officials, agents }) {
  const when = (instant) => dayAndTime(hall, instant);
  state.hall = hall;
  byId("own").hidden = !sessions.some((one) => one.own && one.acted_at && !one.name.includes("@"));
  const titles = ["who", "role", "since", "last", "what"].map((one) => say(`people.${one}`));
  paintTable("sessions", titles, sessions.map((one) => sessionRow(one, when)), say("people.no_sessions"));
  if (!accounts) return;
  paintAgents(hall, agents);
  state.accounts = accounts.accounts;
  state.units = { directorate: hall.requests?.directorates ?? [], official: officials };
  for (const id of ["invite-role", "new-role"]) {
    fillOptions(byId(id), accounts.roles.map((role) => make("option", { value: role }, say(`people.role.${role}`))));
    offerUnits(byId(id));
  }
  const heads = ["who", "role", "state", "signed_in", "what"].map((one) => say(`people.${one}`));
  paintTable("rows", heads, accounts.accounts.map((one) => accountRow(one, accounts.roles)), say("people.none"));
}

function accountRow(one, roles) {
  const may = roles.includes(one.role);
  return make(
    "tr",
    { "data-key": one.name, class: one.state === "ended" ? "ended" : null },
    make("th", { scope: "row" }, one.full_name, make("small", {}, make("bdi", { dir: "ltr" }, one.name), one.of_centre ? ` · ${say("people.of_centre")}` : "")),
    make("td", {}, roleInWords(one)),
    make("td", {}, stateInWords(one)),
    make("td", {}, one.sessions ? counted("people.browsers", one.sessions) : say("people.nowhere")),
    make("td", { class: "do" }, may ? acts(one) : null),
  );
}

function acts(one) {
  const button = (act) => make("button", { type: "button", "data-act": act, "data-name": one.name }, say(`people.${act}`));
  const ofMinistry = one.state === "ended" ? ["let_in_again"] : ["end"];
  const ofCentre = one.state === "ended" ? [] : [one.state === "locked_here" ? "unlock" : "lock"];
  const offered = one.of_centre ? ofCentre : one.of_ministry ? ofMinistry : one.state === "ended" ? ["invite_again"] : ["invite_again", "change_role", "end"];
  if (!offered.length) return null;
  return make("details", { class: "menu" }, make("summary", { "aria-label": say("people.more", { name: one.full_name }) }, "⋯"), make("div", {}, ...offered.map(button)));
}

function stateInWords(one) {
  if (one.of_ministry && one.state === "ready") return say("people.of_ministry");
  if (one.locked_until) return make("span", { class: "mark-word" }, say("people.state.locked"));
  if (one.state === "ready" && one.recovery_codes_left < 3) return `${say("people.state.ready")} ${counted("people.codes_left", one.recovery_codes_left)}`;
  if (["locked_here", "unconfirmed", "unit_unknown"].includes(one.state)) return make("span", { class: "mark-word" }, say(`people.state.${one.state}`));
  if (one.of_centre && one.state === "ready") return `${say("people.state.ready")} · ${say("people.confirmed_until", { day: dayInWords(dayOf(state.hall, one.confirmed_until)) })}`;
  return say(`people.state.${one.state}`);
}

function roleInWords(one) {
  const id = `people.role.${one.role}`;
  const role = known(id) ? say(id) : one.role;
  const unit = one.unit && (state.units[one.role] ?? []).find((other) => other.code === one.unit);
  return unit ? `${role}: ${named(unit.names)}` : role;
}

function sessionRow(one, when) {
  const end = make("button", { type: "button", class: "quiet small", "data-session": one.id, "data-focus": one.id }, say("people.sign_out"));
  return make(
    "tr",
    { "data-key": one.id },
    make("th", { scope: "row" }, one.name, one.own ? make("span", { class: "mark-word" }, say("people.this_browser")) : null),
    make("td", {}, roleInWords({ role: one.role, unit: "" })),
    make("td", {}, when(one.begun_at)),
    make("td", {}, one.acted_at ? when(one.acted_at) : "–"),
    make("td", { class: "do" }, one.own ? null : end),
  );
}

/** Show the choice of directorates or officials where the chosen role works for one. */
function offerUnits(select) {
  const place = byId(select.id === "invite-role" ? "invite-unit" : "new-unit");
  const list = place.querySelector("select");
  place.hidden = !WITH_UNIT.includes(select.value);
  list.required = !place.hidden;
  list.disabled = place.hidden;
  if (!place.hidden) fillOptions(list, state.units[select.value].map((one) => make("option", { value: one.code }, named(one.names))));
}
for (const id of ["invite-role", "new-role"]) byId(id)?.addEventListener("change", ({ target }) => offerUnits(target));

function showInvitation(answer) {
  clearMessages();
  byId("invitation-title").textContent = say("people.invited", { name: answer.name });
  byId("invitation-link").textContent = answer.url;
  byId("invitation-until").textContent = say("people.good_until", { day: dayInWords(dayOf(state.hall, answer.good_until)) });
  byId("invitation-copied").textContent = "";
  byId("invitation-dialog").showModal();
  byId("invitation-title").focus();
}

byId("invitation-copy")?.addEventListener("click", async () => {
  // Over plain HTTP a browser has no clipboard for pages: the link is selected and copied the old way.
  const range = document.createRange();
  range.selectNodeContents(byId("invitation-link"));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const copied = navigator.clipboard ? await navigator.clipboard.writeText(byId("invitation-link").textContent).then(() => true, () => false) : document.execCommand("copy");
  byId("invitation-copied").textContent = say(copied ? "people.copied" : "people.copy_by_hand");
});

async function invited(path, body) {
  try {
    const answer = await post(path, body);
    setTimeout(() => showInvitation(answer)); // after the dialog of the form has closed
    return true;
  } catch (refusal) {
    return refuse(refusal);
  } finally {
    readAgain();
  }
}

if (MANAGES) {
  armForm(byId("invite-form"), ({ full_name, name, role, unit = "" }) => invited("/accounts", { full_name, name: name.toLowerCase(), role, unit }), ["account_taken"]);
  armForm(byId("role-form"), ({ role, unit = "" }) =>
    doIt(`/accounts/${state.name}/role`, { role, unit }, () => ({ text: say("people.role_changed", { name: state.name }) }), readAgain));
  armForm(byId("sure-form"), () => state.sure());
}

function askSure(text, name, send) {
  state.sure = send;
  byId("sure-title").textContent = say(`${text}_title`, { name });
  byId("sure-about").textContent = say(`${text}_about`);
  byId("sure-do").textContent = say(text);
  byId("sure-dialog").showModal();
}

byId("rows")?.addEventListener("click", ({ target }) => {
  const { act, name } = /** @type {any} */ (target).dataset;
  const account = state.accounts.find((one) => one.name === name);
  if (!act || !account) return;
  target.closest(".menu").removeAttribute("open");
  state.name = name;
  if (act === "change_role") {
    byId("role-title").textContent = say("people.change_role_title", { name: account.full_name });
    byId("new-role").value = account.role;
    offerUnits(byId("new-role"));
    if (account.unit) byId("new-unit").querySelector("select").value = account.unit;
    byId("role-dialog").showModal();
  } else if (act === "end") {
    askSure("people.end", account.full_name, () => doIt(`/accounts/${name}/end`, {}, () => ({ text: say("people.ended", { name: account.full_name }) }), readAgain));
  } else if (act === "lock") {
    askSure("people.lock", account.full_name, () => doIt(`/accounts/${name}/end`, {}, () => ({ text: say("people.locked", { name: account.full_name }) }), readAgain));
  } else if (act === "let_in_again" || act === "unlock") {
    doIt(`/accounts/${name}/invite-again`, {}, () => ({ text: say("people.let_in", { name: account.full_name }) }), readAgain);
  } else {
    askSure("people.invite_again", account.full_name, () => invited(`/accounts/${name}/invite-again`, {}));
  }
});

byId("sessions").addEventListener("click", ({ target }) => {
  const { session } = /** @type {any} */ (target).dataset;
  if (session) doIt(`/sessions/${session}/end`, {}, () => ({ text: say("people.signed_out") }), readAgain);
});

armForm(byId("password-form"), async (values) => {
  try {
    await post("/accounts/me/password", { old: values.old, new: values.new, code: values.code });
    tell(say("people.password_changed"));
    return true;
  } catch (refusal) {
    return refuse(refusal);
  }
});

const readAgain = follow({ read, paint, live: false });
if (MANAGES) armAgents(readAgain, askSure);
