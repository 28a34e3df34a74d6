"""Days, numbers and print attempts; `test_sql_work` compares them with the memory work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from hall.calendar.service_day import DayState, ServiceDay
from hall.composition.sql_work import SqlWork
from hall.kernel.ids import ServiceCode
from tests.hall.queue.store.test_visit_rows import at
from tests.helpers.example_hall import TUESDAY
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import SETTINGS

L = ServiceCode("L")


@pytest.fixture
def work(engine: Engine) -> Iterator[SqlWork]:
    with engine.begin() as connection:
        yield SqlWork(connection, at(0), SETTINGS)


def unremembered(work: SqlWork) -> SqlWork:
    """Return a work on the same transaction that has to ask the database."""
    return SqlWork(work.connection, at(0), SETTINGS)


def test_a_day_comes_back_with_every_field(work: SqlWork) -> None:
    day = ServiceDay(TUESDAY, DayState.CLOSED, at(1), at(2), "head", by_hand=True, doubted=TUESDAY + timedelta(days=99))
    assert work.days.latest() is work.days.latest_date() is None
    work.days.save(day)
    assert work.days.latest() == unremembered(work).days.latest() == day
    assert work.days.latest_date() == unremembered(work).days.latest_date() == day.day


def test_the_day_saved_last_is_the_halls_even_when_it_is_an_earlier_one(work: SqlWork) -> None:
    late, early = (ServiceDay(TUESDAY + timedelta(days=gap), DayState.OPEN, at(1)) for gap in (400, 0))
    work.days.save(late)
    work.days.save(early)
    assert unremembered(work).days.latest() == early
    work.days.save(replace(late, state=DayState.CLOSED, closed=at(3)))
    assert unremembered(work).days.latest() == replace(late, state=DayState.CLOSED, closed=at(3))


def test_a_day_that_is_filled_in_is_not_the_halls_and_changes_none_that_is_there(work: SqlWork) -> None:
    today = ServiceDay(TUESDAY, DayState.OPEN, at(1))
    missed = [ServiceDay(TUESDAY - timedelta(days=gap), DayState.CLOSED, at(2), at(2), "hour") for gap in (1, 2)]
    work.days.save(today)
    for day in (*missed, replace(missed[0], closed_by="somebody else"), replace(today, state=DayState.CLOSED)):
        work.days.fill_in(day)
    assert unremembered(work).days.latest() == today
    assert work.past_days.before(TUESDAY) == (missed[0].day, "hour")
    assert work.past_days.before(missed[0].day) == (missed[1].day, "hour")


def test_changing_a_day_that_was_read_changes_nothing_until_it_is_saved(work: SqlWork) -> None:
    work.days.save(ServiceDay(TUESDAY, DayState.OPEN, at(1)))
    mine = work.days.latest()
    assert mine is not None
    mine.state = DayState.CLOSED
    latest = work.days.latest()
    assert latest is not None
    assert latest.state is DayState.OPEN


def test_each_day_and_service_has_its_own_numbers(work: SqlWork) -> None:
    tomorrow = TUESDAY + timedelta(days=1)
    work.numbers.set_last(TUESDAY, L, 999)
    work.numbers.set_last(TUESDAY, L, 1)
    work.numbers.set_last(tomorrow, L, 5)
    for store in (work.numbers, unremembered(work).numbers):
        assert [store.last(TUESDAY, L), store.last(tomorrow, L), store.last(TUESDAY, ServiceCode("H"))] == [1, 5, None]


def test_calls_are_counted_by_day_and_service(work: SqlWork) -> None:
    for service in ("L", "L", "H"):
        work.numbers.count_call(TUESDAY, ServiceCode(service))
    assert work.numbers.calls(TUESDAY) == {"L": 2, "H": 1}
    assert work.numbers.calls(TUESDAY + timedelta(days=1)) == {}
