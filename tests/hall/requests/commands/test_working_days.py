"""One action moves the dates of all open requests, and the printed ones stay beside them."""

from __future__ import annotations

from datetime import date

import pytest

from hall.calendar.service_day import times_on
from hall.kernel.refusals import AlreadySoError
from hall.requests.commands.move_request import Refer, refer
from hall.requests.commands.working_days import (
    AnnounceHoliday,
    SetHijriOffset,
    TakeHolidayBack,
    announce_holiday,
    recompute,
    set_hijri_offset,
    take_holiday_back,
)
from hall.requests.model.facts import HijriOffsetSet, HolidayAnnounced, HolidayTakenBack, RequestDateMoved
from hall.requests.model.refusals import HolidayUnknownError
from tests.hall.requests.commands.test_register_request import made
from tests.helpers.example_hall import staffed_hall

STORM = AnnounceHoliday(date(2026, 11, 29), date(2026, 11, 30), {"en": "Storm"}, None, "ONA", "head")


def test_a_sudden_holiday_moves_open_requests_and_no_others() -> None:
    hall = staffed_hall()
    waits, gone = made(hall), made(hall)
    hall.run(refer, Refer(gone.number, None, "said"))
    assert hall.run(announce_holiday, STORM) == 1
    moved, stayed = (hall.work().requests.find(one.number) for one in (waits, gone))
    assert moved is not None
    assert stayed is not None
    assert (moved.printed_latest, moved.latest) == (date(2026, 12, 1), date(2026, 12, 6))
    assert stayed.latest == date(2026, 12, 1)
    told = [fact for fact in hall.facts if isinstance(fact, RequestDateMoved)]
    assert told == [RequestDateMoved(waits.number, date(2026, 12, 1), date(2026, 12, 1), date(2026, 12, 6))]
    assert hall.facts[-1] == HolidayAnnounced(date(2026, 11, 29), date(2026, 11, 30), None, "head", 1)
    assert hall.stored.told_requests[-1].latest == date(2026, 12, 6)
    assert times_on(date(2026, 11, 29), hall.settings.hours) is None, "and the hall is closed"


def test_taken_back_the_printed_date_holds_again() -> None:
    hall = staffed_hall()
    one = made(hall)
    hall.run(announce_holiday, STORM)
    assert hall.run(take_holiday_back, TakeHolidayBack(date(2026, 11, 29), "head")) == 1
    assert hall.run(take_holiday_back, TakeHolidayBack(date(2026, 11, 30), "head")) == 1
    assert isinstance(hall.facts[-1], HolidayTakenBack)
    again = hall.work().requests.find(one.number)
    assert again is not None
    assert again.latest == again.printed_latest
    with pytest.raises(HolidayUnknownError):
        hall.run(take_holiday_back, TakeHolidayBack(date(2026, 11, 30), "head"))


def test_the_moons_offset_is_set_once() -> None:
    hall = staffed_hall()
    assert hall.run(set_hijri_offset, SetHijriOffset(-1, "head")) == 0
    assert hall.settings.hijri_offset_days == -1
    assert hall.facts[-1] == HijriOffsetSet(-1, "head", 0)
    with pytest.raises(AlreadySoError):
        hall.run(set_hijri_offset, SetHijriOffset(-1, "head"))


def test_where_nothing_moves_nothing_is_told() -> None:
    hall = staffed_hall()
    made(hall)
    work = hall.work()
    assert recompute(work) == 0
    assert len(work.stored.told_requests) == 1
