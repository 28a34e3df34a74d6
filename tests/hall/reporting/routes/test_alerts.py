"""An alert is acknowledged by name over HTTP."""

from __future__ import annotations

from typing import Any

from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def standing(hall: RunningHall, role: str = "head") -> list[tuple[str, Any]]:
    return [(one["alert"], one["seen_by"]) for one in good(hall.get("/queues", role))["standing"]]


def test_who_has_seen_it_first_stands_beside_it(hall: RunningHall) -> None:
    hall.issue()
    assert standing(hall) == [("no_counter:A", None)]
    for role in ("admin", "head"):
        told = good(hall.post("/alerts/acknowledge", role, {"alert": "no_counter:A"}))
        assert told["standing"][0]["seen_by"] == "admin"
    assert standing(hall, "analyst") == [("no_counter:A", "admin")]
    assert standing(hall, "kiosk") == []


def test_what_does_not_stand_is_refused(hall: RunningHall) -> None:
    refused(hall.post("/alerts/acknowledge", "head", {"alert": "no_counter:A"}), "alert_over", 409)
