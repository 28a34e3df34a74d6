"""Officials over HTTP: a slot is booked once, moved, read by who may, and called in the official's own room."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from hall.adapters.tables import fact
from hall.housekeeping import erase_phones
from hall.service.access import Role
from tests.hall.adapters.test_setup_officials import OFFICE
from tests.helpers.hall_in_a_thread import SETUP, HandClock, RunningHall, good, hall_in_a_thread, refused

DAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
OFFICIAL = """
[[official]]
code = "director"
names = {ar = "المدير", en = "Director"}
agent = "director"
service = "M"
slot_min = 20
""" + "\n".join(f'{day} = ["09:00-20:00"]' for day in DAYS)
NUMBER = "+96891234567"


def at_ten() -> HandClock:
    """Return a clock at which it is ten in Muscat, tomorrow: the official receives, and midnight is far."""
    clock = HandClock()
    now = datetime.now(UTC)
    ten = (now + timedelta(days=1)).replace(hour=6, minute=0, second=0, microsecond=0)
    clock.move_on(seconds=(ten - now).total_seconds())
    return clock


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path, setup=SETUP + OFFICE + OFFICIAL, clock=at_ten()) as running:
        yield running


def slots(hall: RunningHall, state: str = "free") -> list[str]:
    day = good(hall.get("/officials/director/day", "reception"))
    return [slot["slot_at"] for slot in day["slots"] if slot["state"] == state]


def book(hall: RunningHall, slot: str, **more: object) -> dict[str, object]:
    return dict(good(hall.post("/officials/director/appointments", "reception", {"slot_at": slot, **more}), 201))


def test_a_slot_is_booked_moved_and_given_up(hall: RunningHall) -> None:
    first, second, *_ = slots(hall)
    booked = book(hall, first, name="سعيد", purpose="قطعة ١٢", phone="9123 4567")
    assert (booked["state"], booked["phone"], booked["name"]) == ("booked", NUMBER, "سعيد")
    refused(hall.post("/officials/director/appointments", "head", {"slot_at": first}), "slot_taken", 409)
    assert slots(hall, "taken") == [first]
    moved = good(hall.post(f"/appointments/{booked['number']}/move", "reception", {"slot_at": second}))
    assert (moved["slot_at"], moved["number"], moved["phone"]) == (second, booked["number"], NUMBER)
    good(hall.post(f"/appointments/{booked['number']}/cancel", "reception"))
    assert slots(hall, "taken") == []
    again = hall.post(f"/appointments/{booked['number']}/move", "reception", {"slot_at": first})
    refused(again, "appointment_cancelled", 409)
    refused(hall.post(f"/appointments/{booked['number']}/undo-cancel", "kiosk"), "role_refused", 403)
    back = good(hall.post(f"/appointments/{booked['number']}/undo-cancel", "reception"))
    assert (back["slot_at"], slots(hall, "taken")) == (second, [second])


def test_that_the_numbers_of_a_day_were_read_is_a_fact_once_in_a_while(hall: RunningHall) -> None:
    first, *_ = slots(hall)
    book(hall, first, phone=NUMBER)
    for role in ("reception", "reception", "official", "head"):
        hall.get("/officials/director/day", role)
    assert _readers(hall) == ["reception", "head"]
    hall.clock.move_on(minutes=11)
    good(hall.get("/officials/director/day", "reception"))
    assert _readers(hall) == ["reception", "head", "reception"]


def _readers(hall: RunningHall) -> list[str]:
    with hall.hall.store.engine.connect() as connection:
        found = select(fact.c.body).where(fact.c.kind == "appointment_phones_read").order_by(fact.c.seq)
        return [json.loads(body)["detail"]["by"] for body in connection.execute(found).scalars()]


def test_a_number_kept_over_midnight_moves_with_its_appointment(hall: RunningHall) -> None:
    first, *_ = slots(hall)
    booked = book(hall, first, phone=NUMBER)
    tomorrow = (datetime.fromisoformat(first) + timedelta(days=1)).isoformat()
    moved = good(hall.post(f"/appointments/{booked['number']}/move", "reception", {"slot_at": tomorrow}))
    assert moved["phone"] == NUMBER


def test_the_visit_is_called_in_his_room_and_counted_apart(hall: RunningHall) -> None:
    booked = book(hall, slots(hall)[0])
    ticket = good(hall.post(f"/appointments/{booked['number']}/check-in", "kiosk"), 201)
    assert (ticket["ticket"], ticket["lane"]) == ("M001", "appointment")
    salim = hall.sign_in()
    assert hall.post("/counters/1/call-next", salim).status_code == 204
    code, token = hall.hall.enrol("counter", "counter9", 9)
    hall.tokens["counter9"] = token
    assert code
    director = hall.sign_in(9, "director", "5150")
    assert good(hall.post("/counters/9/call-next", director))["visit"] == ticket["visit"]
    (row,) = good(hall.get("/officials/director/day", "reception"))["appointments"]
    assert (row["state"], row["ticket"], row["counter"]) == ("called", "M001", 9)
    assert good(hall.get("/officials/director/day", "reception"))["counts"]["arrived"] == 1


def test_an_official_sees_his_own_day_and_no_telephone(hall: RunningHall) -> None:
    book(hall, slots(hall)[0], phone=NUMBER, purpose="A road")
    token = hall.hall.staff_token(Role.OFFICIAL, "director/salim")
    day = good(hall.get("/officials/director/day", token))
    (row,) = day["appointments"]
    assert (row["purpose"], row["phone"], row["has_phone"]) == ("A road", None, True)
    assert [one["official"] for one in good(hall.get("/officials", token))["officials"]] == ["director"]
    other = hall.hall.staff_token(Role.OFFICIAL, "deputy")
    assert good(hall.get("/officials", other))["officials"] == []
    refused(hall.get("/officials/director/day", other), "role_refused", 403)
    refused(hall.get("/officials/nobody/day", "head"), "official_unknown", 404)


def test_who_came_is_forgotten_a_day_after_the_slot(hall: RunningHall, tmp_path: Path) -> None:
    slot = slots(hall)[0]
    book(hall, slot, name="Said", phone=NUMBER)
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert b"91234567" not in file.read_bytes(), file
    hall.clock.move_on(days=2)
    assert erase_phones(hall.hall.store, hall.hall.parts.phones) == 1
    day = datetime.fromisoformat(slot).date().isoformat()
    (row,) = good(hall.get(f"/officials/director/day?day={day}", "reception"))["appointments"]
    assert (row["name"], row["phone"], row["has_phone"]) == ("", None, False)


def test_what_is_too_long_or_no_number_is_refused(hall: RunningHall) -> None:
    slot = slots(hall)[0]
    for wrong in ({"name": "x" * 121}, {"phone": "24123456"}, {"number": "12"}):
        answer = hall.post("/officials/director/appointments", "reception", {"slot_at": slot, **wrong})
        refused(answer, "field_invalid", 422)
    assert slots(hall)[0] == slot


CLIENT = """
import json, sys, urllib.request, urllib.error
base, token, *slots = sys.argv[1:]
told = []
for slot in slots:
    body = json.dumps({"slot_at": slot}).encode()
    ask = urllib.request.Request(base + "/api/v1/officials/director/appointments", body)
    ask.add_header("Authorization", "Bearer " + token)
    try:
        told.append(json.load(urllib.request.urlopen(ask, timeout=60))["slot_at"])
    except urllib.error.HTTPError as refusal:
        told.append(json.load(refusal)["code"])
print(json.dumps(told))
"""


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> str:
    return "" if request.param == "sqlite" else str(request.getfixturevalue("postgres_url")())


def test_of_two_receptions_that_book_one_slot_at_once_one_has_it(tmp_path: Path, database: str) -> None:
    with hall_in_a_thread(tmp_path, setup=SETUP + OFFICE + OFFICIAL, clock=at_ten(), database=database) as hall:
        free = slots(hall)[:28]
        started = [
            subprocess.Popen(
                [sys.executable, "-c", CLIENT, hall.base, hall.tokens[role], *free], stdout=subprocess.PIPE, text=True
            )
            for role in ("reception", "head")
        ]
        told = [json.loads(client.communicate(timeout=120)[0]) for client in started]
        for slot, one, other in zip(free, *told, strict=True):
            assert sorted([one, other]) == sorted([slot, "slot_taken"])
        assert slots(hall, "taken") == free
