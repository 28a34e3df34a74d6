"""Who calls a visitor reads the number that was left, one at a time, and the reading is a fact."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hall.kernel.refusals import NoPhoneLeftError, RequestUnknownError
from hall.requests.commands.move_request import LeaveNumber, leave_number
from hall.requests.commands.read_phone import ReadPhone, SealedPhone, read_phone
from hall.requests.model.facts import RequestPhoneRead
from tests.hall.requests.commands.test_register_request import made
from tests.helpers.example_hall import TUESDAY, staffed_hall
from tests.helpers.memory_work import MemoryHall


def read(hall: MemoryHall, number: str) -> SealedPhone:
    return hall.run(lambda command, *, work, now: read_phone(command, work=work), ReadPhone(number, "huda"))


def test_the_reading_is_recorded_with_the_readers_name() -> None:
    hall = staffed_hall()
    number = made(hall).number
    hall.run(leave_number, LeaveNumber(number, lambda _day, _of: b"sealed", "en", "salim"))
    hall.clock.advance(timedelta(minutes=1).total_seconds())
    assert read(hall, number.lower()) == SealedPhone(number, TUESDAY, b"sealed", "en")
    assert hall.facts[-1] == RequestPhoneRead(number, "huda")


def test_where_no_number_was_left_nothing_is_recorded() -> None:
    hall = staffed_hall()
    number, facts = made(hall).number, len(hall.facts)
    with pytest.raises(NoPhoneLeftError, match=number):
        read(hall, number)
    with pytest.raises(RequestUnknownError):
        read(hall, "P-9")
    assert len(hall.facts) == facts
