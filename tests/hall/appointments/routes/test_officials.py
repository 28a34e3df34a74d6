"""Officials over HTTP: a slot is booked once, moved, read by who may, and called in the official's own room."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hall.composition.housekeeping import erase_phones
from hall.platform.security.access import Role
from tests.hall.settings.setup.test_officials import OFFICE
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, at_ten, good, hall_in_a_thread, refused
from tests.helpers.sse_client import Follower

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


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path, setup=SETUP + OFFICE + OFFICIAL, clock=at_ten()) as running:
        yield running


def slots(hall: RunningHall, state: str = "free") -> list[str]:
    day = good(hall.get("/officials/director/day", "reception"))
    return [slot["slot_at"] for slot in day["slots"] if slot["state"] == state]


def book(hall: RunningHall, slot: str, **more: object) -> dict[str, object]:
    return dict(good(hall.post("/officials/director/appointments", "reception", {"slot_at": slot, **more}), 201))


def phone_of(hall: RunningHall, one: dict[str, object]) -> str:
    return str(good(hall.get(f"/appointments/{one['number']}/phone", "reception"))["phone"])


@pytest.mark.parametrize("role", ["reception", "head", "call_centre"])
def test_each_reading_of_a_number_is_a_fact_that_says_who_read_it_and_not_the_number(
    hall: RunningHall, role: str
) -> None:
    booked = book(hall, slots(hall)[0], phone=NUMBER)
    with Follower(hall.base, hall.tokens["head"]) as link:
        assert link.next().kind == "snapshot"
        answer = hall.get(f"/appointments/{booked['number']}/phone", role)
        fact = link.next().data
    assert good(answer) == {"phone": NUMBER}
    assert answer.headers["cache-control"] == "no-store"
    assert (fact["kind"], fact["detail"]["by"]) == ("appointment_phone_read", role)
    assert "91234567" not in json.dumps(fact)
    assert "91234567" not in hall.get("/officials/director/day", role).text


def test_a_slot_is_booked_moved_and_given_up(hall: RunningHall) -> None:
    first, second, *_ = slots(hall)
    booked = book(hall, first, name="سعيد", purpose="قطعة ١٢", phone="9123 4567")
    assert (booked["state"], booked["has_phone"], booked["name"]) == ("booked", True, "سعيد")
    refused(hall.post("/officials/director/appointments", "head", {"slot_at": first}), "slot_taken", 409)
    assert slots(hall, "taken") == [first]
    moved = good(hall.post(f"/appointments/{booked['number']}/move", "reception", {"slot_at": second}))
    assert (moved["slot_at"], moved["number"], phone_of(hall, moved)) == (second, booked["number"], NUMBER)
    good(hall.post(f"/appointments/{booked['number']}/cancel", "reception"))
    assert slots(hall, "taken") == []
    again = hall.post(f"/appointments/{booked['number']}/move", "reception", {"slot_at": first})
    refused(again, "appointment_cancelled", 409)
    refused(hall.post(f"/appointments/{booked['number']}/undo-cancel", "kiosk"), "role_refused", 403)
    back = good(hall.post(f"/appointments/{booked['number']}/undo-cancel", "reception"))
    assert (back["slot_at"], slots(hall, "taken")) == (second, [second])


def test_a_number_kept_over_midnight_moves_with_its_appointment(hall: RunningHall) -> None:
    first, *_ = slots(hall)
    booked = book(hall, first, phone=NUMBER)
    tomorrow = (datetime.fromisoformat(first) + timedelta(days=1)).isoformat()
    moved = good(hall.post(f"/appointments/{booked['number']}/move", "reception", {"slot_at": tomorrow}))
    assert phone_of(hall, moved) == NUMBER


def test_the_visit_is_called_in_his_room_and_counted_apart(hall: RunningHall) -> None:
    booked = book(hall, slots(hall)[0])
    ticket = good(hall.post(f"/appointments/{booked['number']}/check-in", "kiosk"), 201)
    assert (ticket["ticket"], ticket["lane"]) == ("M001", "appointment")
    salim = hall.sign_in()
    assert hall.post("/counters/1/call-next", salim).status_code == 204
    code, token = hall.hall.enrol("counter", "counter9", 9)
    hall.tokens["counter9"] = token
    assert code
    director = hall.sign_in(9, "director", "515083")
    assert good(hall.post("/counters/9/call-next", director))["visit"] == ticket["visit"]
    (row,) = good(hall.get("/officials/director/day", "reception"))["appointments"]
    assert (row["state"], row["ticket"], row["counter"]) == ("called", "M001", 9)
    assert good(hall.get("/officials/director/day", "reception"))["counts"]["arrived"] == 1


def test_an_official_sees_his_own_day_and_no_telephone(hall: RunningHall) -> None:
    book(hall, slots(hall)[0], phone=NUMBER, purpose="A road")
    token = hall.hall.staff_token(Role.OFFICIAL, "director/salim")
    day = good(hall.get("/officials/director/day", token))
    (row,) = day["appointments"]
    assert (row["purpose"], row["has_phone"]) == ("A road", True)
    refused(hall.get(f"/appointments/{row['number']}/phone", token), "role_refused", 403)
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
    assert erase_phones(hall.hall.store, hall.hall.parts.security.phones) == 1
    day = datetime.fromisoformat(slot).date().isoformat()
    (row,) = good(hall.get(f"/officials/director/day?day={day}", "reception"))["appointments"]
    assert (row["name"], row["has_phone"]) == ("", False)
    refused(hall.get(f"/appointments/{row['number']}/phone", "reception"), "no_phone_left", 404)


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
