"""How right the announced waits were, over HTTP, and by hand-written SQL over the same day."""

from __future__ import annotations

import sqlite3

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused
from tests.helpers.lived_day import live_a_day

BY_HAND = """
WITH outcome AS (
    SELECT service, told_low_s AS low, told_high_s AS high, likely_s AS likely,
           (julianday(first_called_at) - julianday(issued_at)) * 86400 AS waited
    FROM announced_wait
    JOIN (SELECT visit AS of_visit, issued_at, first_called_at FROM stage WHERE position = 0) ON of_visit = visit
)
SELECT count(low),
       count(waited) FILTER (WHERE low IS NOT NULL),
       round(100.0 * avg(waited BETWEEN low AND high) FILTER (WHERE waited IS NOT NULL AND low IS NOT NULL), 1),
       round(100.0 * avg(waited > high) FILTER (WHERE waited IS NOT NULL AND low IS NOT NULL), 1),
       avg(abs(likely - waited)) FILTER (WHERE waited IS NOT NULL AND low IS NOT NULL),
       avg(high - low) FILTER (WHERE waited IS NOT NULL AND low IS NOT NULL),
       count(*) FILTER (WHERE low IS NULL)
FROM outcome WHERE service = ? OR ? = ''
"""


def test_the_figures_of_a_day_are_those_of_hand_written_sql(hall: RunningHall) -> None:
    live_a_day(hall)
    view = good(hall.get("/waits", "head"))
    assert view["total"]["told"] + view["total"]["untold"] == 40
    assert view["total"]["called"] == view["total"]["told"] > 30
    assert view["total"]["held"] >= 70, "the hall's first day: nothing is learnt yet, and most ranges are right"
    assert [day["figures"] for day in view["days"]] == [view["total"]]
    assert {one["service"] for one in view["services"]} == {"A", "B"}
    file = hall.hall.config.data / "hall.sqlite"
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        for service, told in (("", view["total"]), *((one["service"], one["figures"]) for one in view["services"])):
            found = database.execute(BY_HAND, (service, service)).fetchone()
            assert list(told.values()) == [
                *found[:2],
                *(pytest.approx(value, abs=0.1) for value in found[2:6]),
                found[6],
            ]
    database.close()


def test_before_anything_was_told_there_is_nothing_to_say(hall: RunningHall) -> None:
    view = good(hall.get("/waits", "analyst"))
    assert (view["days"], view["services"]) == ([], [])
    assert view["total"]["told"] == 0
    assert view["total"]["held"] is None


def test_the_days_may_be_chosen(hall: RunningHall) -> None:
    view = good(hall.get("/waits?from=2026-01-01&to=2026-01-31", "head"))
    assert (view["first"], view["last"]) == ("2026-01-01", "2026-01-31")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("from=yesterday", "from"),
        ("to=2026-13-01", "to"),
        ("to=0001-01-03", "to"),
        ("from=2026-02-01&to=2026-01-01", "from"),
        ("from=2020-01-01", "from"),
    ],
)
def test_days_that_cannot_be_are_refused(hall: RunningHall, query: str, field: str) -> None:
    problem = refused(hall.get(f"/waits?{query}", "head"), "field_invalid", 422)
    assert [one["field"] for one in problem["fields"]] == [field]


def test_a_kiosk_has_no_business_with_it(hall: RunningHall) -> None:
    assert hall.get("/waits", "kiosk").status_code == 403
