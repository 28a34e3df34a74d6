"""A doubtful date is reported once and waits for somebody to confirm it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from hall.calendar import refusals as calendar_refusals
from hall.calendar.facts import DateConfirmed, DateDoubted, DayClosed
from hall.calendar.service_day import DayState
from hall.day.commands.close_day import CloseDay, close_day
from hall.day.commands.confirm_date import ConfirmDate, confirm_date, look_at_the_day
from tests.helpers.example_hall import NINE, TUESDAY, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

IN_2099 = datetime(2099, 1, 5, 5, tzinfo=UTC)
MONTH_LATER = datetime(2026, 12, 27, 5, tzinfo=UTC)
CONFIRM = ConfirmDate("head")


def look(hall: MemoryHall) -> None:
    def ask(_command, *, work, now):
        return look_at_the_day(work, now)

    hall.run(ask, None)


def test_a_doubtful_date_is_told_once():
    hall = staffed_hall()
    hall.clock.set_wall(IN_2099)
    look(hall)
    look(hall)
    assert [f for f in hall.facts if isinstance(f, DateDoubted)] == [DateDoubted("2099-01-05", "2026-11-24")]
    assert hall.stored.days[TUESDAY].state is DayState.OPEN


def test_another_doubtful_date_is_told_anew_and_a_mended_clock_ends_the_doubt():
    hall = staffed_hall()
    hall.clock.set_wall(IN_2099)
    look(hall)
    hall.clock.set_wall(datetime(2000, 1, 1, 5, tzinfo=UTC))
    look(hall)
    hall.clock.set_wall(NINE)
    look(hall)
    assert hall.stored.days[TUESDAY].doubted is None
    assert sum(isinstance(f, DateDoubted) for f in hall.facts) == 2


def test_a_confirmed_date_opens_its_day_and_ends_the_old_one():
    hall = staffed_hall()
    take(hall, "v1")
    hall.clock.set_wall(MONTH_LATER)
    look(hall)
    day = hall.run(confirm_date, CONFIRM)
    assert (day.day, day.state) == (date(2026, 12, 27), DayState.OPEN)
    assert hall.stored.days[TUESDAY].state is DayState.CLOSED
    assert hall.visit("v1").state.value == "closed_by_day"
    assert DateConfirmed("2026-12-27", "head") in hall.facts
    assert take(hall, "v2") == "L001"


def test_a_wrong_date_that_was_confirmed_is_mended_by_confirming_the_right_one():
    hall = staffed_hall()
    hall.clock.set_wall(IN_2099)
    hall.run(confirm_date, CONFIRM)
    hall.clock.set_wall(NINE)
    day = hall.run(confirm_date, CONFIRM)
    assert day.day == TUESDAY
    assert hall.work().days.latest() == day
    assert take(hall, "v1") == "L001"


def test_a_date_that_nobody_doubts_is_not_confirmed():
    with pytest.raises(calendar_refusals.DateNotDoubtedError):
        staffed_hall().run(confirm_date, CONFIRM)
    with pytest.raises(calendar_refusals.DateNotDoubtedError):
        new_hall().run(confirm_date, CONFIRM)


def test_looking_closes_a_day_that_is_over_but_opens_none():
    hall = new_hall()
    look(hall)
    assert hall.stored.days == {}
    take(hall, "v1")
    hall.clock.advance(24 * 3600)
    look(hall)
    assert list(hall.stored.days) == [TUESDAY]
    assert hall.facts[-1] == DayClosed("hour", 1)
    look(hall)
    assert sum(isinstance(f, DayClosed) for f in hall.facts) == 1


def test_a_date_is_confirmed_also_after_a_day_that_was_closed_as_it_should():
    hall = staffed_hall()
    hall.run(close_day, CloseDay("head"))
    hall.clock.set_wall(MONTH_LATER)
    assert hall.run(confirm_date, CONFIRM).day == date(2026, 12, 27)
    assert hall.stored.days[TUESDAY].closed_by == "head"
