"""Which day it is, whether it can be believed, when tickets are given, and when it is over."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from hall.calendar.service_day import (
    DayState,
    ServiceDay,
    TicketsGiven,
    is_doubtful,
    is_over,
    local,
    next_open_day,
    tickets_given,
    times_on,
)
from hall.kernel.moment import Moment
from hall.kernel.settings import Holiday
from tests.helpers.example_hall import ALWAYS, HOURS, NATIONAL_DAY, OFFICE, RAMADAN, SETTINGS, TUESDAY
from tests.helpers.replacing import replace

MUSCAT = timedelta(hours=4)


def utc(text: str) -> Moment:
    return Moment(datetime.fromisoformat(text).replace(tzinfo=UTC), 0, "b1")


def here(text: str) -> datetime:
    """A local time of the hall."""
    return local(Moment(datetime.fromisoformat(text).replace(tzinfo=UTC) - MUSCAT, 0, "b1"), SETTINGS)


def day_of(day: date = TUESDAY, state: DayState = DayState.OPEN, **more: bool) -> ServiceDay:
    return ServiceDay(day, state, utc("2026-11-24T03:30"), **more)  # type: ignore[arg-type]  # test shorthand


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-11-24T19:59:59", date(2026, 11, 24)),
        ("2026-11-24T20:00:00", date(2026, 11, 25)),
        ("2026-12-31T19:59:59", date(2026, 12, 31)),
        ("2026-12-31T20:00:00", date(2027, 1, 1)),
        ("2028-02-28T20:00:00", date(2028, 2, 29)),
        ("2028-02-29T20:00:00", date(2028, 3, 1)),
    ],
)
def test_the_day_turns_at_midnight_in_muscat(instant, day):
    assert local(utc(instant), SETTINGS).date() == day


@pytest.mark.parametrize(
    ("day", "times"),
    [
        (TUESDAY, OFFICE),
        (date(2026, 11, 27), None),  # Friday
        (date(2026, 11, 28), None),  # Saturday
        (date(2026, 11, 29), OFFICE),  # Sunday
        (NATIONAL_DAY, None),
        (date(2026, 12, 2), OFFICE),  # expected, not announced
        (date(2027, 2, 7), OFFICE),  # the day before Ramadan
        (date(2027, 2, 8), RAMADAN),
        (date(2027, 2, 12), None),  # a Friday in Ramadan
        (date(2027, 3, 9), RAMADAN),
        (date(2027, 3, 10), OFFICE),
    ],
)
def test_a_day_has_its_five_times_or_is_closed(day, times):
    assert times_on(day, HOURS) == times


def test_a_hall_that_is_always_open_knows_no_friday():
    assert times_on(date(2026, 11, 27), ALWAYS.hours) == times_on(date(2026, 11, 26), ALWAYS.hours)


def test_the_next_working_day_skips_weekend_and_holidays():
    assert next_open_day(date(2026, 11, 25), HOURS) == date(2026, 11, 29)
    assert next_open_day(date(2026, 12, 31), HOURS) == date(2027, 1, 3)


def test_there_may_be_no_next_working_day():
    assert next_open_day(TUESDAY, replace(HOURS, weekly={})) is None


@pytest.mark.parametrize(
    ("today", "doubtful"),
    [
        (date(2000, 1, 1), True),
        (TUESDAY - timedelta(days=1), True),
        (TUESDAY, False),
        (TUESDAY + timedelta(days=14), False),
        (TUESDAY + timedelta(days=15), True),
        (date(2099, 1, 1), True),
    ],
)
def test_a_day_before_the_last_or_two_weeks_after_it_is_doubtful(today, doubtful):
    assert is_doubtful(TUESDAY, today, SETTINGS) is doubtful


def test_a_new_hall_and_the_demo_doubt_nothing():
    assert not is_doubtful(None, date(2000, 1, 1), SETTINGS)
    assert not is_doubtful(TUESDAY, date(2000, 1, 1), ALWAYS)


@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("2026-11-24T00:00:00", TicketsGiven.NOT_YET),
        ("2026-11-24T07:29:59", TicketsGiven.NOT_YET),
        ("2026-11-24T07:30:00", TicketsGiven.OPEN),
        ("2026-11-24T13:30:00", TicketsGiven.OPEN),
        ("2026-11-24T13:30:01", TicketsGiven.OVER),
        ("2026-11-26T10:00:00", TicketsGiven.CLOSED),
        ("2026-11-27T10:00:00", TicketsGiven.CLOSED),
        ("2026-11-23T10:00:00", TicketsGiven.DOUBTFUL),
        ("2000-01-01T10:00:00", TicketsGiven.DOUBTFUL),
        ("2099-01-01T10:00:00", TicketsGiven.DOUBTFUL),
    ],
)
def test_tickets_are_given_between_the_first_and_the_last(at, state):
    assert tickets_given(day_of(), here(at), SETTINGS) is state


def test_in_ramadan_by_the_hours_of_ramadan():
    last = day_of(date(2027, 2, 9))
    assert tickets_given(last, here("2027-02-10T08:59:59"), SETTINGS) is TicketsGiven.NOT_YET
    assert tickets_given(last, here("2027-02-10T12:30:00"), SETTINGS) is TicketsGiven.OPEN
    assert tickets_given(last, here("2027-02-10T12:30:01"), SETTINGS) is TicketsGiven.OVER


def test_a_closed_day_gives_no_tickets_until_it_is_opened_again():
    assert tickets_given(day_of(state=DayState.CLOSED), here("2026-11-24T10:00"), SETTINGS) is TicketsGiven.CLOSED
    assert tickets_given(day_of(state=DayState.CLOSED), here("2026-11-25T10:00"), SETTINGS) is TicketsGiven.OPEN


def test_a_day_opened_by_hand_gives_tickets_early_and_on_a_friday():
    by_hand = day_of(by_hand=True)
    assert tickets_given(by_hand, here("2026-11-24T06:00"), SETTINGS) is TicketsGiven.OPEN
    assert tickets_given(by_hand, here("2026-11-24T13:31"), SETTINGS) is TicketsGiven.OVER
    friday = day_of(date(2026, 11, 27), by_hand=True)
    assert tickets_given(friday, here("2026-11-27T19:00"), SETTINGS) is TicketsGiven.OPEN


@pytest.mark.parametrize(
    ("at", "signed_in", "somebody", "over"),
    [
        ("2026-11-24T14:00", False, True, False),
        ("2026-11-24T23:29:59", False, False, False),
        ("2026-11-24T23:30", False, True, True),
        ("2026-11-24T23:30", True, False, False),
        ("2026-11-25T00:00", True, False, True),
        ("2026-11-25T00:00", False, True, True),
        ("2026-11-25T07:14:59", True, True, False),
        ("2026-11-25T07:15", True, True, True),
        ("2026-11-23T10:00", True, True, False),
        ("2026-11-23T10:00", False, False, True),
    ],
)
def test_a_day_is_over_at_the_set_hour_but_not_under_the_feet_of_those_at_work(at, signed_in, somebody, over):
    assert is_over(day_of(), here(at), HOURS, signed_in=signed_in, somebody_left=somebody) is over


def test_over_a_weekend_a_day_at_work_goes_on_until_the_doors_of_sunday():
    wednesday = day_of(date(2026, 11, 25))
    assert not is_over(wednesday, here("2026-11-29T07:14"), HOURS, signed_in=True, somebody_left=True)
    assert is_over(wednesday, here("2026-11-29T07:15"), HOURS, signed_in=True, somebody_left=True)


def test_without_any_next_working_day_the_set_hour_of_the_morrow_ends_it():
    never = replace(HOURS, weekly={})
    assert not is_over(day_of(), here("2026-11-25T23:29"), never, signed_in=True, somebody_left=True)
    assert is_over(day_of(), here("2026-11-25T23:30"), never, signed_in=True, somebody_left=True)


def test_a_hall_that_never_closes_turns_its_day_when_everybody_has_left():
    for_ever = ALWAYS.hours
    assert not is_over(day_of(), here("2026-11-24T23:59"), for_ever, signed_in=False, somebody_left=False)
    assert is_over(day_of(), here("2026-11-25T00:00"), for_ever, signed_in=True, somebody_left=False)
    assert not is_over(day_of(), here("2026-11-25T12:00"), for_ever, signed_in=True, somebody_left=True)
    assert is_over(day_of(), here("2026-11-25T23:30"), for_ever, signed_in=True, somebody_left=True)


def test_an_announced_holiday_closes_the_day_at_once():
    announced = replace(HOURS, holidays=(Holiday(TUESDAY, {}),))
    assert times_on(TUESDAY, announced) is None
    assert times_on(TUESDAY, replace(HOURS, auto_close=time(22))) == OFFICE
