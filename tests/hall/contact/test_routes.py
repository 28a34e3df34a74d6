"""A number is left over HTTP, is in no answer, fact or plain row, and goes by the clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hall.composition.housekeeping import erase_phones
from hall.kernel.ids import VisitId
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread, refused

pytestmark = pytest.mark.one_hall

NUMBER = "+96891234567"


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path, setup=SETUP + "\n[kiosk]\nphone = true\n") as running:
        yield running


def kept(hall: RunningHall, visit: str) -> str | None:
    """Return the number that a message would go to."""
    found = hall.hall.store.reads.read(lambda work, _now: work.phones.sealed(VisitId(visit))).result()
    return None if found is None else hall.hall.parts.security.phones.open(found[0], visit, found[1])


@pytest.mark.parametrize("role", ["kiosk", "reception"])
def test_a_number_is_left_and_taken_back(asking: RunningHall, role: str) -> None:
    visit = asking.issue()["visit"]
    good(asking.post(f"/visits/{visit}/phone", role, {"phone": "9123 4567"}), 204)
    assert kept(asking, visit) == NUMBER
    good(asking.post(f"/visits/{visit}/phone", role, {"phone": None}), 204)
    assert kept(asking, visit) is None


def test_it_may_come_with_the_ticket(asking: RunningHall) -> None:
    visit = asking.issue(phone=NUMBER)["visit"]
    assert kept(asking, visit) == NUMBER


def test_a_ticket_asked_for_again_brings_back_no_number_that_was_taken_back(asking: RunningHall) -> None:
    visit = asking.issue(phone=NUMBER)["visit"]
    good(asking.post(f"/visits/{visit}/phone", "kiosk", {"phone": None}), 204)
    assert asking.issue(visit=visit, phone=NUMBER)["visit"] == visit
    assert kept(asking, visit) is None
    good(asking.post(f"/visits/{visit}/cancel", "kiosk"))
    assert asking.issue(visit=visit, phone=NUMBER)["ticket"] == "A001", "a visit that is over still has its ticket"


def test_the_number_is_in_no_answer_and_nowhere_on_the_disk_in_plain(asking: RunningHall, tmp_path: Path) -> None:
    visit = asking.issue(phone=NUMBER)["visit"]
    for path in (f"/visits/{visit}", "/visits?ticket=A001", "/queues", "/hall"):
        assert "91234567" not in asking.get(path, "head").text
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert b"91234567" not in file.read_bytes(), file


def test_no_digest_of_a_request_tells_its_number_by_trying(asking: RunningHall) -> None:
    """A person with an old copy of the database and the hall's key could try every number against such a digest."""
    key = {"Idempotency-Key": "k1"}
    bodies = [{"service": "A", "phone": number} for number in (NUMBER, "99999999")]
    first, other = (good(asking.post("/visits", "kiosk", body, headers=key), 201) for body in bodies)
    assert first == other
    assert kept(asking, first["visit"]) == NUMBER
    path = f"/visits/{first['visit']}/phone"
    for number in (NUMBER, "99999999"):
        good(asking.post(path, "kiosk", {"phone": number}, headers={"Idempotency-Key": "k2"}), 204)
    assert kept(asking, first["visit"]) == NUMBER


def test_what_is_no_number_is_named_and_not_repeated(asking: RunningHall) -> None:
    visit = asking.issue()["visit"]
    answer = asking.post(f"/visits/{visit}/phone", "kiosk", {"phone": "24123456"})
    assert [field["field"] for field in refused(answer, "field_invalid", 422)["fields"]] == ["phone"]
    assert "24123456" not in answer.text
    refused(asking.post("/visits", "kiosk", {"service": "A", "phone": "1"}), "field_invalid", 422)
    assert asking.issue()["ticket"] == "A002", "a refused number gave no ticket"


def test_a_hall_that_keeps_none_says_so_and_gives_the_ticket_all_the_same(hall: RunningHall) -> None:
    visit = hall.issue(phone=NUMBER)["visit"]
    assert kept(hall, visit) is None
    refused(hall.post(f"/visits/{visit}/phone", "kiosk", {"phone": NUMBER}), "phone_not_kept", 409)
    good(hall.post(f"/visits/{visit}/phone", "kiosk", {}), 204)


def test_it_goes_by_the_clock_and_no_copy_of_the_database_can_be_read_afterwards(asking: RunningHall) -> None:
    store, seal = asking.hall.store, asking.hall.parts.security.phones
    visit = asking.issue(phone=NUMBER)["visit"]
    day, sealed = store.reads.read(lambda work, _now: work.phones.sealed(VisitId(visit))).result()
    assert erase_phones(store, seal) == 0
    asking.clock.move_on(hours=23.5)
    asking.issue()  # the hall goes on: another day may have begun
    assert erase_phones(store, seal) == 1
    asking.clock.move_on(hours=12)
    asking.issue()
    erase_phones(store, seal)
    assert kept(asking, visit) is None
    assert seal.open(day, visit, sealed) is None
