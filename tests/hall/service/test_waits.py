"""How right the announced waits were, over HTTP, and by hand-written SQL over the same day."""

from __future__ import annotations

import heapq
import random
import sqlite3

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

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


def live_a_day(hall: RunningHall, many: int = 40) -> None:
    """Let visitors come every three minutes to two counters that take seven for each: the waits grow."""
    chance = random.Random(4)
    seats = {1: hall.sign_in(), 2: hall.sign_in(2, "maryam", "8029")}
    events: list[tuple[float, int, str, int]] = [(3.0 * n, n, "issue", 0) for n in range(many)]
    events += [(3.0 * many + 90 * chance.random(), many + n, "free", n) for n in (1, 2)]
    events += [(0.5 + n, 1000 + n, "free", n) for n in (1, 2)]
    heapq.heapify(events)
    now = 0.0
    while events:
        at, order, what, counter = heapq.heappop(events)
        hall.clock.move_on(minutes=at - now)
        now = at
        if what == "issue":
            hall.hall.estimator.compute()
            hall.issue("A" if order % 3 else "B", **({} if order % 3 else {"visitor_kind": "citizen"}))
        elif hall.post(f"/counters/{counter}/call-next", seats[counter]).status_code == 200:
            good(hall.post(f"/counters/{counter}/begin", seats[counter]))
            heapq.heappush(events, (at + chance.uniform(3, 11), order + 2000, "finish", counter))
        if what == "finish":
            good(hall.post(f"/counters/{counter}/finish", seats[counter], {"outcome": "completed"}))
            heapq.heappush(events, (at, order + 2000, "free", counter))


def test_the_figures_of_a_day_are_those_of_hand_written_sql(hall: RunningHall) -> None:
    live_a_day(hall)
    view = good(hall.get("/waits", "head"))
    assert view["total"]["told"] > 20
    assert view["total"]["called"] > 15
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
        ("from=2026-02-01&to=2026-01-01", "from"),
        ("from=2020-01-01", "from"),
    ],
)
def test_days_that_cannot_be_are_refused(hall: RunningHall, query: str, field: str) -> None:
    problem = refused(hall.get(f"/waits?{query}", "head"), "field_invalid", 422)
    assert [one["field"] for one in problem["fields"]] == [field]


def test_a_kiosk_has_no_business_with_it(hall: RunningHall) -> None:
    assert hall.get("/waits", "kiosk").status_code == 403
