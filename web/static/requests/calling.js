// Calling a visitor: the number that was left, read one at a time, what to say, and a number left, changed or erased.

import { get } from "../common/api.js";
import { inWords } from "../common/doing.js";
import { armForm } from "../common/forms.js";
import { fill, make } from "../common/parts.js";
import { inWestern } from "../common/words.js";

const byId = (id) => document.getElementById(id);
const now = { path: "", confirm: async () => false, send: async (_values) => false, erase: async () => false };

/** Return a telephone number as a link, or why it cannot be read; each reading is recorded. */
async function phoneLink(path) {
  try {
    const { phone } = await get(path);
    return make("a", { href: `tel:${phone}`, dir: "ltr" }, phone);
  } catch (refusal) {
    return inWords(refusal);
  }
}

/** Show the number, asked for now from `path`, else `none`; below it what to say ([what, text]); `confirm` records that it was said. */
export async function showCall({ title, path, none = "", lines, confirm }) {
  Object.assign(now, { path, confirm });
  byId("call-title").textContent = title;
  fill(byId("call-lines"), lines.flatMap(([what, text]) => [make("p", { class: "hint" }, what), ...(text ? [make("blockquote", {}, text)] : [])]));
  byId("call-confirm").hidden = !confirm;
  byId("call-phone").textContent = path ? "…" : none;
  byId("call-dialog").showModal();
  const came = path ? await phoneLink(path) : none;
  // Meanwhile the dialog may have been closed, or opened for somebody else.
  if (now.path === path && byId("call-dialog").open) byId("call-phone").replaceChildren(came);
}

/** Ask for the number to call, with consent: `send(values)` keeps it, `erase` removes the one that is kept. */
export function askForPhone({ title, send, erase = null }) {
  Object.assign(now, { send, erase });
  byId("phone-title").textContent = title;
  byId("phone-erase").hidden = !erase;
  byId("phone-dialog").showModal();
}

armForm(byId("call-form"), () => now.confirm());
byId("call-dialog").addEventListener("close", () => byId("call-phone").replaceChildren()); // no number stays in the page
if (byId("phone-form")) {
  armForm(byId("phone-form"), (values, button) => (button?.id === "phone-erase" ? now.erase() : now.send({ ...values, phone: inWestern(values.phone) })));
  byId("phone-dialog").addEventListener("close", () => byId("phone-form").reset());
}
