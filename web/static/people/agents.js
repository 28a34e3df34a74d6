// Agents and their PINs: who serves at the counters; add one, give a PIN, change names and services, end a leaver's access.

import { get, post } from "../common/api.js";
import { clearMessages, doIt } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { make, paintTable } from "../common/parts.js";
import { inDigits, named, say } from "../common/words.js";
import { armChanges, change, isLocked, paintSettings, readSettings, refuseChange, versionShown } from "../settings/changing.js";

const byId = (id) => /** @type {any} */ (document.getElementById(id));
const state = { agents: [], services: [], chosen: null, version: 0 };

/** Read the agents after the set-up: what a form shows is then never older than the version that it sends. */
export async function readAgents() {
  const settings = await readSettings();
  return { settings, agents: (await get("/agents")).agents };
}

export function paintAgents(hall, { agents, settings }) {
  state.agents = agents;
  paintSettings(hall, settings);
  const names = new Map(settings.document.service.map((one) => [one.code, named(one.names)]));
  state.services = settings.document.service;
  const heads = ["who", "serves", "pin", "signed_in", "what"].map((one) => say(`agents.${one}`));
  paintTable("agents", heads, agents.map((one) => row(one, names)), say("agents.none"));
}

function row(one, names) {
  const button = (act) => make("button", { type: "button", "data-act": act, "data-agent": one.code }, say(`agents.${act}`));
  const menu = make("details", { class: "menu" }, make("summary", { "aria-label": say("people.more", { name: named(one.names) }) }, "⋯"),
    make("div", {}, ...(isLocked("agent") ? ["new_pin"] : ["new_pin", "change", "end"]).map(button)));
  return make(
    "tr",
    { "data-key": one.code },
    make("th", { scope: "row" }, named(one.names), make("small", {}, make("bdi", { dir: "ltr" }, one.code))),
    make("td", { class: "about" }, one.services.length ? one.services.map((code) => names.get(code) ?? code).join(say("agents.and")) : say("agents.all_services")),
    make("td", {}, one.has_pin ? say("agents.has_pin") : make("span", { class: "mark-word" }, say("agents.no_pin"))),
    make("td", {}, one.counter === null ? say("people.nowhere") : say("head.counter", { n: inDigits(one.counter) })),
    make("td", { class: "do" }, menu),
  );
}

/** Show the PIN, which the hall tells this once. */
function showPin(name, pin) {
  clearMessages();
  byId("pin-title").textContent = say("agents.pin_of", { name });
  byId("pin").textContent = pin;
  byId("pin-dialog").showModal();
  byId("pin-title").focus();
}

byId("pin-dialog")?.addEventListener("close", () => { byId("pin").textContent = ""; });

async function pinFrom(path, body, name, readAgain) {
  try {
    const { pin } = await post(path, body);
    setTimeout(() => showPin(name, pin)); // after the dialog of the form has closed
    return true;
  } catch (refusal) {
    return refuseChange(refusal);
  } finally {
    readAgain();
  }
}

function openForm(agent) {
  const form = byId("agent-form");
  form.reset();
  // Not with each reading of the page: what is ticked in the open form stays.
  byId("agent-services").replaceChildren(...state.services.map((one) =>
    make("label", { class: "tick" }, make("input", { type: "checkbox", name: "services", value: one.code }), make("span", {}, named(one.names)))));
  Object.assign(state, { chosen: agent, version: versionShown() });
  byId("agent-title").textContent = agent ? say("agents.change_title", { name: named(agent.names) }) : say("agents.add");
  byId("agent-save").textContent = say(agent ? "agents.save" : "agents.do_add");
  form.elements.code.disabled = Boolean(agent);
  if (agent) {
    Object.assign(form.elements.code, { value: agent.code });
    for (const language of ["ar", "en"]) form.elements[language].value = agent.names[language] ?? "";
    for (const box of form.querySelectorAll("[name=services]")) box.checked = agent.services.includes(box.value);
  }
  byId("agent-dialog").showModal();
}

/** Let the buttons and forms of the agents work. */
export function armAgents(readAgain, askSure) {
  armChanges(readAgain);
  byId("add-agent").addEventListener("click", () => openForm(null));
  armForm(byId("agent-form"), ({ code, ar, en }) => {
    const ticked = [...byId("agent-form").querySelectorAll("[name=services]:checked")].map((box) => box.value);
    const before = state.chosen?.services ?? [];
    const values = { names: { ...state.chosen?.names, ar, en }, services: [...before.filter((one) => ticked.includes(one)), ...ticked.filter((one) => !before.includes(one))] };
    if (!state.chosen) return pinFrom("/agents", { code: code.toLowerCase(), ...values }, named(values.names), readAgain);
    return change([{ section: "agent", key: state.chosen.code, values }], say("agents.changed", { name: named(values.names) }), readAgain, state.version);
  }, ["agent_taken"]);
  byId("agents").addEventListener("click", ({ target }) => {
    const { act, agent: code } = target.dataset;
    const agent = state.agents.find((one) => one.code === code);
    if (!act || !agent) return;
    target.closest(".menu").removeAttribute("open");
    const name = named(agent.names);
    const acts = {
      change: () => openForm(agent),
      new_pin: () => askSure("agents.new_pin", name, () => pinFrom(`/agents/${code}/pin`, {}, name, readAgain)),
      end: () => askSure("agents.end", name, () =>
        doIt(`/agents/${code}/end`, {}, ({ version }) => ({ text: say("agents.ended", { name }), undo: `/settings/${version}/undo` }), readAgain)),
    };
    acts[act]();
  });
}
