"""The hall head changes when an official receives, over HTTP."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.hall.appointments.routes.test_officials import book, hall, slots  # noqa: F401 - a fixture
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

pytestmark = pytest.mark.one_hall

NOON = {"first": "12:00", "last": "13:00"}


def test_his_week_is_changed_and_who_is_booked_outside_is_counted(hall: RunningHall) -> None:  # noqa: F811
    book(hall, slots(hall)[0])
    weekly = {str(day): [NOON] for day in range(1, 8)}
    view = good(hall.post("/officials/director/hours", "head", {"weekly": weekly, "slot_min": 30}))
    assert (view["outside"], view["slot_min"], view["weekly"]["1"]) == (1, 30, [NOON])
    assert len(slots(hall)) == 2
    (one,) = good(hall.get("/officials", "reception"))["officials"]
    assert one["outside"] == 1


def test_away_and_back(hall: RunningHall) -> None:  # noqa: F811
    today = datetime.fromisoformat(slots(hall)[0]).date().isoformat()
    good(hall.post("/officials/director/away", "head", {"first": today, "last": today}))
    assert slots(hall) == []
    refused(hall.post("/officials/director/away/2020-01-01/take-back", "head"), "absence_unknown", 404)
    refused(hall.post("/officials/director/away/soon/take-back", "head"), "field_invalid", 422)
    assert good(hall.post(f"/officials/director/away/{today}/take-back", "head"))["away"] == []
    assert slots(hall)


def test_hours_that_cannot_be_are_refused(hall: RunningHall) -> None:  # noqa: F811
    for weekly, slot_min in (
        ({"8": [NOON]}, 20),
        ({"1": [{"first": "noon", "last": "13:00"}]}, 20),
        ({"1": [{"first": "13:00", "last": "12:00"}]}, 20),
        ({"1": [NOON, {"first": "12:30", "last": "14:00"}]}, 20),
        ({"1": [NOON]}, 4),
    ):
        body = {"weekly": weekly, "slot_min": slot_min}
        refused(hall.post("/officials/director/hours", "head", body), "field_invalid", 422)
    body = {"first": "2026-12-05", "last": "2026-12-01"}
    refused(hall.post("/officials/director/away", "head", body), "field_invalid", 422)
