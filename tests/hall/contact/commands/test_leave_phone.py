"""A number is kept for a turn only, and erased at a word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hall.calendar.refusals import DayOverError
from hall.contact.commands.leave_phone import KEPT, LeavePhone, leave_phone
from hall.kernel.facts import PhoneErased, PhoneLeft
from hall.kernel.ids import VisitId
from hall.kernel.kiosk_settings import KioskSettings
from hall.kernel.refusals import PhoneNotKeptError, VisitUnknownError
from hall.queue.commands.reception.cancel import Cancel, cancel
from tests.helpers.example_hall import LANDS, SETTINGS, TUESDAY, new_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

V1 = VisitId("v1")


def hall_that_asks() -> MemoryHall:
    hall = new_hall(replace(SETTINGS, kiosk=KioskSettings(phone=True)))
    take(hall, "v1")
    return hall


def sealed(day: date) -> bytes:
    return f"sealed on {day}".encode()


def leave(hall: MemoryHall, visit: str = "v1") -> None:
    hall.run(leave_phone, LeavePhone(VisitId(visit), sealed, "kiosk-1"))


def test_a_number_is_kept_under_its_service_day_and_told_without_it():
    hall = hall_that_asks()
    leave(hall)
    assert hall.work().phones.sealed(V1) == (TUESDAY, b"sealed on 2026-11-24")
    assert hall.facts[-1] == PhoneLeft(V1, "L001", LANDS, "kiosk-1")
    assert hall.work().phones.days() == {TUESDAY}


def test_it_is_erased_at_a_word_and_only_once():
    hall = hall_that_asks()
    leave(hall)
    for _ in range(2):
        hall.run(leave_phone, LeavePhone(V1, None, "kiosk-1"))
    assert hall.work().phones.sealed(V1) is None
    assert [fact for fact in hall.facts if isinstance(fact, PhoneErased)] == [PhoneErased(V1, "L001", LANDS, "kiosk-1")]


def test_it_is_gone_within_a_day_of_the_ticket():
    hall = hall_that_asks()
    leave(hall)
    issued = hall.visit("v1").issued.at
    work = hall.work()
    assert work.phones.erase_until(issued + KEPT - timedelta(seconds=1)) == 0
    assert work.phones.erase_until(issued + KEPT) == 1
    assert timedelta(hours=24) - KEPT >= timedelta(minutes=30), "the task comes each quarter of an hour"


def test_a_hall_that_sends_no_messages_keeps_none_and_a_visit_that_is_over_neither():
    hall = new_hall()
    take(hall, "v1")
    with pytest.raises(PhoneNotKeptError):
        leave(hall)
    hall = hall_that_asks()
    hall.run(cancel, Cancel(V1, "kiosk-1"))
    with pytest.raises(DayOverError):
        leave(hall)
    with pytest.raises(VisitUnknownError):
        leave(hall, "nobody")
    hall.run(leave_phone, LeavePhone(V1, None, "kiosk-1"))
