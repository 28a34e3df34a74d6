"""Appointments over HTTP: booked at reception, looked up and checked in at the kiosk."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import requests

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


def test_a_slot_takes_as_many_as_its_service_may_have_and_no_more(offering: RunningHall) -> None:
    slot = next_slot(offering)
    for minutes in (0, 14):
        good(ask_for(offering, slot + timedelta(minutes=minutes)), 201)
    for minutes in (0, 7, 14):
        refused(ask_for(offering, slot + timedelta(minutes=minutes)), "appointment_full", 409)
    good(ask_for(offering, slot + timedelta(minutes=15)), 201)
    good(ask_for(offering, slot, service="B"), 201)


def test_a_cancelled_booking_frees_its_place_and_is_not_taken_back_into_a_full_slot(offering: RunningHall) -> None:
    slot = next_slot(offering)
    first, second = (good(ask_for(offering, slot), 201)["number"] for _ in range(2))
    good(offering.post(f"/appointments/{first}/cancel", "reception"))
    good(offering.post(f"/appointments/{first}/undo-cancel", "reception"))
    good(offering.post(f"/appointments/{second}/cancel", "reception"))
    good(ask_for(offering, slot), 201)
    refused(offering.post(f"/appointments/{second}/undo-cancel", "reception"), "appointment_full", 409)


def test_a_booking_that_stands_is_told_again_when_its_slot_is_full(offering: RunningHall) -> None:
    slot = next_slot(offering)
    booked = [good(ask_for(offering, slot, number=number), 201) for number in ("482173", "482174")]
    assert good(ask_for(offering, slot, number="482173"), 201) == booked[0]


def next_slot(hall: RunningHall) -> datetime:
    """Return the beginning of a quarter of an hour that lies ahead."""
    return datetime.fromtimestamp((hall.clock.now().at.timestamp() // 900 + 2) * 900, UTC)


def ask_for(hall: RunningHall, slot: datetime, service: str = "A", **more: Any) -> requests.Response:
    return hall.post("/appointments", "reception", {"service": service, "slot_at": slot.isoformat(), **more})


CLIENT = """
import json, sys, urllib.request, urllib.error
base, token, *slots = sys.argv[1:]
answers = []
for slot in slots:
    body = json.dumps({"service": "A", "slot_at": slot}).encode()
    ask = urllib.request.Request(base + "/api/v1/appointments", body)
    ask.add_header("Authorization", "Bearer " + token)
    try:
        answers.append(json.load(urllib.request.urlopen(ask, timeout=60))["slot_at"])
    except urllib.error.HTTPError as refusal:
        answers.append(json.load(refusal)["code"])
print(json.dumps(answers))
"""


def test_two_programs_that_book_at_once_never_overfill_a_slot(tmp_path: Path, database: str) -> None:
    setup = SETUP.replace('prefix = "A"', 'prefix = "A"\nappointments_per_slot = 3')
    with hall_in_a_thread(tmp_path, setup=setup + "\n[appointments]\noffered = true\n", database=database) as hall:
        slots = [(next_slot(hall) + timedelta(minutes=15 * at)).isoformat() for at in range(20) for _ in range(2)]
        started = [
            subprocess.Popen(
                [sys.executable, "-c", CLIENT, hall.base, hall.tokens[role], *slots], stdout=subprocess.PIPE, text=True
            )
            for role in ("reception", "head")
        ]
        answers = [one for client in started for one in json.loads(client.communicate(timeout=120)[0])]
    by_slot = Counter(datetime.fromisoformat(one) for one in answers if one != "appointment_full")
    assert set(by_slot.values()) == {3}
    assert (len(by_slot), answers.count("appointment_full")) == (20, 20)
