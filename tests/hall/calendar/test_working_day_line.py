"""Working days along a line are those that are counted day by day."""

from __future__ import annotations

from datetime import date, timedelta

from hall.calendar.working_day_line import WorkingDayLine
from hall.calendar.working_days import Calendar, Holiday
from hall.requests.queries.requests import working_days_between

FIRST = date(2026, 11, 22)
CALENDAR = Calendar(own=(Holiday(date(2026, 11, 24), {"en": "Storm"}),))


def test_every_span_is_counted_as_day_by_day_whatever_was_asked_before() -> None:
    line = WorkingDayLine(CALENDAR, FIRST)
    for start in (5, 0, 40, -3):
        for length in (0, 1, 2, 9, 30):
            first = FIRST + timedelta(days=start)
            last = first + timedelta(days=length)
            assert line.between(first, last) == working_days_between(first, last, CALENDAR), (first, last)


def test_what_ends_before_it_begins_is_none() -> None:
    assert WorkingDayLine(CALENDAR, FIRST).between(FIRST, FIRST - timedelta(days=9)) == 0
