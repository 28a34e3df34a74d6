"""Working days over HTTP: one action, and every open request has its new date beside the printed one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.hall.requests.routes.test_requests import take_in
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

pytestmark = pytest.mark.one_hall


def test_a_sudden_holiday_moves_the_date_and_the_printed_one_stays(hall: RunningHall) -> None:
    one = take_in(hall)
    due = date.fromisoformat(one["latest"])
    body = {"first": one["latest"], "last": one["latest"], "names": {"ar": "إجازة", "en": "Holiday"}, "source": "ONA"}
    told = good(hall.post("/holidays", "head", body), 201)
    assert told["moved"] == 1
    assert date.fromisoformat(told["due"]) > due
    (now,) = good(hall.get("/requests", "head"))
    assert now["printed_latest"] == one["latest"]
    assert date.fromisoformat(now["latest"]) > due
    entered = next(day for day in told["days_off"] if day["day"] == one["latest"])
    assert (entered["own"], entered["expected"], entered["source"]) == (True, False, "ONA")
    back = good(hall.post(f"/holidays/{one['latest']}/take-back", "head"))
    assert (back["moved"], back["due"]) == (1, one["latest"])
    refused(hall.post(f"/holidays/{one['latest']}/take-back", "head"), "holiday_unknown", 404)


def test_the_moon_is_set_within_two_days(hall: RunningHall) -> None:
    assert good(hall.post("/hijri-offset", "head", {"days": -1}))["hijri_offset_days"] == -1
    refused(hall.post("/hijri-offset", "head", {"days": -1}), "already_so", 409)
    refused(hall.post("/hijri-offset", "head", {"days": 3}), "field_invalid", 422)


def test_a_span_is_told_to_whoever_follows_requests_up(hall: RunningHall) -> None:
    told = good(hall.get("/working-days?from=2025-06-01&to=2025-06-30", "call_centre"))
    assert [day["day"][-2:] for day in told["days_off"]] == ["05", "06", "07", "08", "09", "29"]


@pytest.mark.parametrize("query", ["from=2026-01-01", "from=2026-02-01&to=2026-01-01", "from=2020-01-01&to=2026-01-01"])
def test_a_span_that_is_none_is_refused(hall: RunningHall, query: str) -> None:
    refused(hall.get(f"/working-days?{query}", "head"), "field_invalid", 422)


@pytest.mark.parametrize(
    "change",
    [{"last": "2026-11-01"}, {"last": "2027-11-01"}, {"names": {"ar": " "}}, {"occasion": "birthday"}],
    ids=["backwards", "a year", "nameless", "occasion"],
)
def test_a_holiday_with_a_slip_is_refused_with_its_field(hall: RunningHall, change: dict[str, object]) -> None:
    body = {"first": "2026-12-01", "last": "2026-12-01", "names": {"en": "x"}}
    problem = refused(hall.post("/holidays", "head", {**body, **change}), "field_invalid", 422)
    assert problem["fields"][0]["field"] in change
    day = (date(2026, 12, 1) + timedelta(days=1)).isoformat()
    refused(hall.post(f"/holidays/{day}x/take-back", "head"), "field_invalid", 422)
