// The figures as cards and as one table for each way to part them; each heading leads to its definition.

import { percent, ROWS, time } from "./figures_words.js";
import { fill, make } from "./parts.js";
import { dayInWords, number, say } from "./words.js";

const noShows = ({ no_shows, no_show }) =>
  no_show === null ? number(no_shows) : say("figures.no_shows_of", { n: number(no_shows), share: percent(no_show) });

/** A duration that is kept rounded up says that it is at most this. */
const atMost = (seconds) => (seconds === null ? time(null) : say("figures.at_most", { value: time(seconds) }));

const COLUMNS = {
  came: (one) => number(one.came),
  transactions: (one) => number(one.transactions),
  called: (one) => number(one.called),
  mean: (one) => time(one.mean_s),
  median: (one) => atMost(one.median_s),
  p90: (one) => atMost(one.p90_s),
  within: (one) => percent(one.within),
  begin: (one) => atMost(one.begin_s),
  serving: (one) => atMost(one.serving_s),
  no_shows: noShows,
};
const FIRST = { steps: "day", services: "service", hours: "hour", lanes: "lane", visitor_kinds: "kind", counters: "counter" };

/** The columns of a view: the centre is told no transactions. */
const columnsOf = (total) => Object.entries(COLUMNS).filter(([column]) => column !== "transactions" || (total.transactions ?? null) !== null);

const meaning = (column) => make("a", { href: `#means-${column}` }, say(`figures.${column}`));

/** Show the whole period as cards; one that is no longer as it was closed says what it was. */
export function totals(parent, total, closed = null) {
  const cards = columnsOf(total).map(([column, cell]) => {
    const was = closed && cell(closed) !== cell(total) ? make("small", { class: "was" }, say("figures.was", { value: `\u2068${cell(closed)}\u2069` })) : null;
    return make("p", { class: "figure", "data-figure": column }, make("b", {}, make("bdi", {}, cell(total))), make("span", {}, meaning(column)), was);
  });
  fill(parent, cards);
}

/** Show each day that changed after its close, as it was and as it is. */
export function revisions(revised) {
  document.getElementById("revised-panel").hidden = revised.length === 0;
  const titles = [say("figures.day"), "", ...Object.keys(COLUMNS).map((one) => say(`figures.${one}`))];
  fill(document.getElementById("revised-head"), [make("tr", {}, ...titles.map((title) => (title ? make("th", { scope: "col" }, title) : make("td", {}))))]);
  const rows = revised.flatMap((day) =>
    ["closed", "now"].map((which) =>
      make(
        "tr",
        { "data-which": which },
        make("th", { scope: "row" }, dayInWords(day.service_day)),
        make("td", {}, say(which === "closed" ? "figures.at_close" : "figures.as_now")),
        ...Object.values(COLUMNS).map((cell) => {
          const other = cell(day[which === "closed" ? "now" : "closed"]);
          const own = cell(day[which]);
          return make("td", { class: own === other ? null : "changed" }, make("bdi", {}, own));
        }),
      ),
    ),
  );
  fill(document.getElementById("revised"), rows);
}

function table(name, hall, view) {
  const first = name === "steps" && view.period === "decade" ? "year" : name === "steps" && view.period === "year" ? "month" : FIRST[name];
  const titles = [make("th", { scope: "col" }, say(`figures.${first}`)), ...columnsOf(view.total).map(([one]) => make("th", { scope: "col" }, meaning(one)))];
  document.getElementById(`${name}-title`).textContent = say(`figures.by_${first}`);
  fill(document.getElementById(`${name}-head`), [make("tr", {}, ...titles)]);
  const rows = view[name].map(({ key, figures }) =>
    make(
      "tr",
      { "data-part": key },
      make("th", { scope: "row" }, ROWS[name](hall, view, key)),
      ...columnsOf(view.total).map(([, cell]) => make("td", {}, make("bdi", {}, cell(figures)))),
    ),
  );
  fill(document.getElementById(name), rows);
}

/** Show each way to part the period; one that would say nothing more than the cards is left out. */
export function parts(hall, view) {
  for (const name of Object.keys(FIRST)) {
    const rows = view[name];
    const silent = !rows.length || (rows.length === 1 && !rows[0].key) || (name === "steps" && view.period === "day");
    document.getElementById(`${name}-panel`).hidden = silent;
    if (!silent) table(name, hall, view);
  }
}
