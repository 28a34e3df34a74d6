"""The ranking: the best first, by the direction that is better, and halls without a figure last."""

from __future__ import annotations

from datetime import UTC, datetime

from central.figures.visit_stages import HELD, TOLD
from central.requests.request_figures import Referred
from central.web.pages.compare import BETTER_WHEN_MORE, COLUMNS, Columns, columns_of, ranking
from figures.slices import Slice
from figures.stage_rows import StageRow
from tests.central.web.conftest import Caller
from tests.helpers.lived_centre import fill


def figures(*waits_s: int) -> Columns:
    found = Slice()
    for wait_s in waits_s:
        found.total.add(StageRow("A", "standard", "", 1, 9, True, wait_s, 5, 300, False), 900)
    return columns_of(found, Referred())


def test_the_best_hall_comes_first_whichever_way_is_better() -> None:
    totals = {"slow": figures(1200, 1800), "quick": figures(60), "none": figures()}
    names = {"quick": {"en": "Quick"}}
    by_wait = ranking(totals, names, "p90_s")
    assert [(one.hall, one.bar) for one in by_wait] == [("quick", 3.3), ("slow", 100.0), ("none", 0.0)]
    assert by_wait[0].names == {"en": "Quick"}
    assert [one.hall for one in ranking(totals, names, "came")] == ["slow", "quick", "none"]
    assert next(one.hall for one in ranking(totals, names, "within")) == "quick"


def test_the_page_ranks_by_what_is_asked(hall: Caller) -> None:
    fill(hall.centre.engine, datetime.now(UTC), days=1, many=4)
    for column in COLUMNS:
        page = hall.call("GET", f"/compare?lang=en&by={column}&period=day").text
        assert page.count('<tr><td class="n">') == 22, column
    assert "By “90% waited less than”" in hall.call("GET", "/compare?lang=en&by=nonsense").text
    assert "No visits in this period" in hall.call("GET", "/compare?lang=en&day=2020-01-01").text


def test_kept_promises_are_columns_of_their_own_and_more_of_them_is_better() -> None:
    found = Slice()
    found.count(TOLD, 8)
    found.count(HELD, 6)
    columns = columns_of(found, Referred(came=4, settled=2, on_time=2, overdue=2))
    assert (columns["held"], columns["on_time"], columns["median_s"]) == (75.0, 50.0, None)
    assert set(columns) == set(COLUMNS)
    assert {"held", "on_time"} < BETTER_WHEN_MORE
    totals = {"breaks": {**columns, "held": 20.0}, "keeps": columns}
    assert [one.hall for one in ranking(totals, {}, "held")] == ["keeps", "breaks"]
