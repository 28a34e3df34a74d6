// What the check of the set-up file says, in the page's language and by the page's questions instead of the file's keys.

import { make } from "../common/parts.js";
import { inDigits, known, named, say } from "../common/words.js";

/**
 * At which question a key of the set-up file is answered: the first that fits.
 * @type {[RegExp, string][]}
 */
const QUESTIONS = [
  [/^hall\.(names|code)/, "name"], [/^hall\.digits|^service\[\d+\]\.(prefix|numbers|code)$/, "numbers"], [/^hall/, "place"], [/^brand/, "brand"],
  [/^service\[\d+\]$|^counter/, "counters"], [/^(service|category)/, "services"], [/^agent/, "agents"], [/^hours/, "hours"],
  [/^(requests|topic|directorate|power)/, "requests"], [/^kiosk/, "kiosk"],
];
/**
 * Which sentence tells a problem: the first whose key fits, and whose code does where it names one.
 * @type {[RegExp, string, string?][]}
 */
const SENTENCES = [
  [/^hall\.names\.ar$/, "hall_ar"], [/^hall\.names\.en$/, "hall_en"], [/^hall\.code$/, "hall_code"],
  [/^brand\.ministry/, "ministry"], [/^brand\.emblem/, "emblem"],
  [/^service$/, "no_service"], [/^service\[\d+\]$/, "unserved", "unserved"],
  [/^service\[\d+\]\.prefix$/, "reads_like", "reads_like"], [/^service\[\d+\]\.prefix$/, "sounds_like", "sounds_like"],
  [/^service\[\d+\]\.prefix$/, "prefix"], [/^service\[\d+\]\.(numbers|code)$/, "prefix_twice"],
  [/^counter\[\d+\]\.services$/, "counter_empty"],
  [/^agent\[\d+\]\.code$/, "agent_twice", "twice"], [/^agent\[\d+\]\.code$/, "agent_code"], [/^agent\[\d+\]\.names/, "agent_names"],
  [/^hours$/, "never_open"], [/^hours\.\w+$/, "times_missing", "times_missing"], [/^hours\.\w+$/, "times_order", "times_order"],
  [/^requests\.prefix$/, "request_prefix"], [/^(topic|directorate|power)\[\d+\]\.code$/, "entry_twice", "twice"],
  [/^(topic|directorate|power)\[\d+\]\.code$/, "entry_code"], [/^(topic|directorate)\[\d+\]\.names/, "entry_name_twice", "name_twice"], [/^(topic|directorate|power)\[\d+\]\.names/, "entry_names"],
  [/^kiosk\.long_wait_min$/, "long_wait"],
];

/** Return the question of the page at which a key is answered. */
export const questionOf = (key) => QUESTIONS.find(([fits]) => fits.test(key))?.[1] ?? "review";

/** Return the problems as rows, each sentence once; in the summary each names its question and leads there. */
export function problemRows(problems, form, inSummary = false) {
  // A counter's service that is not there follows from the service, of which something is said already.
  const own = problems.filter(({ key }) => !/^counter\[\d+\]\.services\[/.test(key));
  const rows = new Map();
  for (const problem of own.length ? own : problems) {
    const id = questionOf(problem.key);
    const text = inSummary ? `${say(id)}: ${sentence(problem, form)}` : sentence(problem, form);
    rows.set(text, make("li", { class: problem.warning ? "warning" : null }, inSummary ? make("a", { href: `#${id}`, "data-change": "" }, text) : text));
  }
  return [...rows.values()];
}

function sentence({ key, text, code }, form) {
  const id = SENTENCES.find(([fits, , mistake]) => fits.test(key) && (!mistake || mistake === code))?.[1];
  if (!id || !known(`problem.${id}`)) return `\u2068${text} (${key})\u2069`; // a rare rule without a sentence here: shown in the words of the check
  const at = Number(/\[(\d+)\]/.exec(key)?.[1] ?? 0);
  const list = /^(topic|directorate|power)/.exec(key)?.[1];
  return say(`problem.${id}`, {
    n: inDigits(at + 1),
    counter: inDigits(form.counters[at]?.number ?? at + 1),
    agent: `\u2068${form.agents[at]?.code || inDigits(at + 1)}\u2069`,
    service: `\u2068${named(form.services[at]?.names) || inDigits(at + 1)}\u2069`,
    day: say(/^hours\.(\w+)/.exec(key)?.[1] ?? ""),
    list: list ? say(`requests.${list}`) : "",
  });
}
