// The figures as cards and as one table for each way to part them; each heading leads to its definition.

import { percent, periodInWords, ROWS, time } from "./figures_words.js";
import { comparison } from "./figures_compare.js";
import { fill, make } from "../common/parts.js";
import { dayInWords, number, say } from "../common/words.js";

const noShows = ({ no_shows, no_show }) =>
  no_show === null ? number(no_shows) : say("figures.no_shows_of", { n: number(no_shows), share: percent(no_show) });

/** A duration that is kept rounded up says that it is at most this; none is less than nothing. */
const atMost = (seconds) => (!seconds ? time(seconds) : say("figures.at_most", { value: time(seconds) }));

const COLUMNS = {
  came: (one) => number(one.came),
  transactions: (one) => number(one.transactions),
  called: (one) => number(one.called),
  mean: (one) => time(one.mean_s),
  median: (one) => atMost(one.median_s),
  p90: (one) => time(one.p90_s), // its heading says "less than"
  within: (one) => percent(one.within),
  begin: (one) => atMost(one.begin_s),
  serving: (one) => atMost(one.serving_s),
  no_shows: noShows,
};
const FIRST = { steps: "day", services: "service", hours: "hour", lanes: "lane", visitor_kinds: "kind", counters: "counter" };

/** The columns of a view: the centre receives no transactions. */
const columnsOf = (total) => Object.entries(COLUMNS).filter(([column]) => column !== "transactions" || (total.transactions ?? null) !== null);

const meaning = (column) => make("a", { href: `#means-${column}` }, say(`figures.${column}`));

const LARGE = ["came", "within", "median", "no_shows"];

/** Show the four figures that count, each against the period before; one that is no longer as it was closed says what it was. */
export function totals(parent, view, before) {
  fill(parent, LARGE.map((column) => make("div", { class: "figure", "data-figure": column }, make("span", {}, meaning(column)), value(column, view), against(column, view, before), was(column, view))));
}

const value = (column, { total }) => make("b", {}, make("bdi", {}, COLUMNS[column](total)));

function against(column, view, before) {
  if (!before) return null;
  const { text, arrow, way } = comparison(column, view, before);
  return make("small", { class: `against ${way}` }, arrow ? make("span", { "aria-hidden": "true" }, `${arrow} `) : null, text);
}

function was(column, { total, total_closed: closed }) {
  if (!closed || COLUMNS[column](closed) === COLUMNS[column](total)) return null;
  return make("small", { class: "was" }, say("figures.was", { value: `\u2068${COLUMNS[column](closed)}\u2069` }));
}

/** Show the other figures in a table of two rows: this period and the one before. */
export function more(head, body, view, before) {
  const columns = columnsOf(view.total).filter(([column]) => !LARGE.includes(column));
  fill(head, [make("tr", {}, make("th", { scope: "col" }, say("figures.period")), ...columns.map(([column]) => make("th", { scope: "col" }, meaning(column))))]);
  const row = (one, closed) =>
    make("tr", {}, make("th", { scope: "row" }, periodInWords(one)), ...columns.map(([column, cell]) => make("td", { "data-figure": column }, make("bdi", {}, cell(one.total)), closed ? was(column, one) : null)));
  fill(body, before ? [row(view, true), row(before, false)] : [row(view, true)]);
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
  const isEmpty = ({ figures }) => !figures.came && !figures.called;
  const rows = view[name].filter((one) => !isEmpty(one)).map(({ key, figures }) =>
    make(
      "tr",
      { "data-part": key },
      make("th", { scope: "row" }, ROWS[name](hall, view, key)),
      ...columnsOf(view.total).map(([, cell]) => make("td", {}, make("bdi", {}, cell(figures)))),
    ),
  );
  fill(document.getElementById(name), rows);
  const empty = view[name].filter(isEmpty).map(({ key }) => ROWS[name](hall, view, key));
  const note = document.getElementById(`${name}-empty`);
  note.hidden = !empty.length;
  note.textContent = say("figures.without", { names: empty.join(" · ") });
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
