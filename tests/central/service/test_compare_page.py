"""The ranking: the best first, by the direction that is better, and halls without a figure last."""

from __future__ import annotations

from datetime import UTC, datetime

from central.service.compare_page import COLUMNS, ranking
from dashboard.tally import Tally
from tests.central.service.conftest import Caller
from tests.helpers.lived_centre import fill


def figures(*waits_s: int) -> object:
    tally = Tally()
    for wait_s in waits_s:
        tally.add(came=True, waited_s=wait_s, begin_s=5, served_s=300, no_show=False, target_s=900)
    return tally.figures()


def test_the_best_hall_comes_first_whichever_way_is_better() -> None:
    totals = {"slow": figures(1200, 1800), "quick": figures(60), "none": figures()}
    names = {"quick": {"en": "Quick"}}
    by_wait = ranking(totals, names, "p90_s")  # type: ignore[arg-type]
    assert [(one.hall, one.bar) for one in by_wait] == [("quick", 3.3), ("slow", 100.0), ("none", 0.0)]
    assert by_wait[0].names == {"en": "Quick"}
    assert [one.hall for one in ranking(totals, names, "came")] == ["slow", "quick", "none"]  # type: ignore[arg-type]
    assert next(one.hall for one in ranking(totals, names, "within")) == "quick"  # type: ignore[arg-type]


def test_the_page_ranks_by_what_is_asked(hall: Caller) -> None:
    fill(hall.centre.engine, datetime.now(UTC), days=1, many=4)
    for column in COLUMNS:
        page = hall.call("GET", f"/compare?lang=en&by={column}&period=day").text
        assert page.count('<tr><td class="n">') == 22, column
    assert "By 9 of 10 within" in hall.call("GET", "/compare?lang=en&by=nonsense").text
    assert "No visits are recorded" in hall.call("GET", "/compare?lang=en&day=2020-01-01").text
