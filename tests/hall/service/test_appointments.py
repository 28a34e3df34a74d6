"""Appointments over HTTP: booked at reception, looked up and checked in at the kiosk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread, refused

VISIT = "01a21000-8800-7438-96ab-ab4dab87baef"


@pytest.fixture
def offering(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path, setup=SETUP + "\n[appointments]\noffered = true\n") as running:
        if running.clock.now().at.astimezone(ZoneInfo("Asia/Muscat")).hour >= 21:
            running.clock.move_on(hours=4)  # no slot of these tests lies beyond midnight
        yield running


def book(hall: RunningHall, minutes: float = 10, role: str = "reception", **more: Any) -> dict[str, Any]:
    slot = hall.clock.now().at + timedelta(minutes=minutes)
    return good(hall.post("/appointments", role, {"service": "A", "slot_at": slot.isoformat(), **more}), 201)


@pytest.mark.parametrize("role", ["reception", "head", "admin", "call_centre"])
def test_a_slot_is_booked_under_a_number_of_the_halls_own(offering: RunningHall, role: str) -> None:
    booked = book(offering, role=role)
    assert len(booked["number"]) == 8
    assert booked["number"].isdigit()
    assert (booked["service"], booked["check_in"], booked["visit"]) == ("A", "open", None)


def test_a_booking_of_elsewhere_keeps_its_number(offering: RunningHall) -> None:
    booked = book(offering, number="482173")
    assert good(offering.get("/appointments/482173", "kiosk")) == booked
    listed = good(offering.get(f"/appointments?day={booked['service_day']}", "reception"))
    assert listed == [booked] == good(offering.get("/appointments", "head"))


def test_its_holder_checks_in_and_a_lost_answer_is_asked_for_again(offering: RunningHall) -> None:
    number = book(offering)["number"]
    tickets = [
        good(offering.post(f"/appointments/{number}/check-in", "kiosk", {"visit": VISIT, "language": "ar"}), 201)
        for _ in range(2)
    ]
    assert (tickets[0]["ticket"], tickets[0]["lane"], tickets[0]["visit"]) == ("A001", "appointment", VISIT)
    assert tickets[1]["ticket"] == "A001"
    assert tickets[0]["status_url"] == tickets[1]["status_url"]
    assert good(offering.get(f"/appointments/{number}", "kiosk"))["check_in"] == "used"
    refused(offering.post(f"/appointments/{number}/check-in", "kiosk"), "appointment_used", 409)


@pytest.mark.parametrize(("minutes", "word"), [(45, "early"), (10, "open")])
def test_whether_one_may_come_in_is_told_before_it_is_tried(offering: RunningHall, minutes: int, word: str) -> None:
    number = book(offering, minutes)["number"]
    assert good(offering.get(f"/appointments/{number}", "kiosk"))["check_in"] == word
    if word == "early":
        refused(offering.post(f"/appointments/{number}/check-in", "kiosk"), "appointment_early", 409)
        offering.clock.move_on(minutes=61)
        refused(offering.post(f"/appointments/{number}/check-in", "kiosk"), "appointment_late", 409)


def test_a_slot_that_was_given_up_lets_nobody_in(offering: RunningHall) -> None:
    number = book(offering)["number"]
    assert good(offering.post(f"/appointments/{number}/cancel", "reception"))["check_in"] == "cancelled"
    refused(offering.post(f"/appointments/{number}/check-in", "kiosk"), "appointment_cancelled", 409)


def test_what_cannot_be_is_named(offering: RunningHall) -> None:
    past = (offering.clock.now().at - timedelta(minutes=1)).isoformat()
    refused(offering.post("/appointments", "head", {"service": "A", "slot_at": past}), "appointment_slot", 409)
    soon = (offering.clock.now().at + timedelta(minutes=1)).isoformat()
    refused(offering.post("/appointments", "head", {"service": "Z", "slot_at": soon}), "service_unknown", 404)
    wrong = {"service": "A", "slot_at": soon, "number": "12-34"}
    assert (
        refused(offering.post("/appointments", "head", wrong), "field_invalid", 422)["fields"][0]["field"] == "number"
    )
    for never in ("9999-12-31T23:00:00Z", "0001-01-01T00:00:00Z"):
        refused(offering.post("/appointments", "head", {"service": "A", "slot_at": never}), "field_invalid", 422)
    refused(offering.get("/appointments/12345678", "kiosk"), "appointment_unknown", 404)
    refused(offering.get("/appointments/abc", "kiosk"), "field_invalid", 422)
    refused(offering.get("/appointments?day=tomorrow", "head"), "field_invalid", 422)
    refused(offering.get("/appointments", "kiosk"), "role_refused", 403)


def test_a_hall_without_appointments_books_none(hall: RunningHall) -> None:
    soon = (hall.clock.now().at + timedelta(minutes=1)).isoformat()
    refused(hall.post("/appointments", "head", {"service": "A", "slot_at": soon}), "appointments_not_offered", 409)
