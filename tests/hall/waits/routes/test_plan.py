"""The plan of next week over HTTP, from weeks that a hall has lived, and before it has lived any."""

from __future__ import annotations

from datetime import date, timedelta

from hall.waits.queries.plan import next_week
from tests.helpers.hall_in_a_thread import RunningHall, good, refused
from tests.helpers.past_weeks import MUSCAT, store_days

WORKDAYS = (7, 1, 2, 3, 4)


def live_weeks(hall: RunningHall, many: int = 60, weeks: int = 8) -> date:
    """Put weeks of closed working days behind today; return today."""
    today = hall.clock.now().at.astimezone(MUSCAT).date()
    days = [today - timedelta(days=back) for back in range(7 * weeks, 0, -1)]
    days = [day for day in days if day.isoweekday() in WORKDAYS]
    hall.hall.store.commands.run(lambda work, _now: store_days(work.connection, days, many)).result(60)
    return today


def test_the_plan_stands_on_the_halls_own_days(hall: RunningHall) -> None:
    today = live_weeks(hall)
    view = good(hall.get("/plan", "head"))
    assert view["first"] == next_week(today).isoformat()
    assert (view["days"], view["weeks"], view["aim"]) == (40, 8, 80)
    planned = {one["day"]: one for one in view["week"]}
    working = [one for one in planned.values() if date.fromisoformat(one["day"]).isoweekday() in WORKDAYS]
    assert {(one["basis"], one["days"]) for one in working} == {("weekday", 8)}
    assert all(2 <= one["most"] <= 6 for one in working), "sixty visitors of seven minutes in four hours and a half"
    lands = view["services"][0]
    assert (lands["origin"], lands["stages"]) == ("hall", 2400)
    assert 380 < lands["counter_s"] < 500
    again = good(hall.get(f"/plan?week={view['last']}", "analyst"))
    assert again["first"] == view["first"]


def test_a_new_hall_is_told_what_it_lacks(hall: RunningHall) -> None:
    view = good(hall.get("/plan", "head"))
    assert {day["basis"] for day in view["week"]} == {"too_few"}
    assert {one["origin"] for one in view["services"]} == {"setup"}


def test_the_same_leaves_as_a_file(hall: RunningHall) -> None:
    live_weeks(hall, many=20)
    answer = hall.get("/plan.csv?lang=en", "head")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith('attachment; filename="dawr-test-hall-plan-')
    assert "Open counters" in answer.content.decode("utf-8-sig")
    refused(hall.get("/plan?week=soon", "head"), "field_invalid", 422)
