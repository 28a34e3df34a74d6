"""The hall's service day: stored state, changed by commands and never by a timer.

Pure functions: which day it is here, whether the clock's date is believable, when tickets are given, and whether the
open day is over.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from hall.kernel.moment import Moment
from hall.kernel.settings import FiveTimes, HallSettings, Hours

BY_HOUR = "hour"
"""Who closed a day that nobody closed."""


class DayState(Enum):
    """Where a service day stands."""

    OPEN = "open"
    DOUBTFUL = "doubtful"
    CLOSED = "closed"


@dataclass(slots=True)
class ServiceDay:
    """One service day of the hall."""

    day: date
    state: DayState
    opened: Moment
    closed: Moment | None = None
    closed_by: str | None = None
    previous_closed_by: str | None = None
    """Who closed the service day before this one (`hour` when nobody did)."""
    by_hand: bool = False
    """Opened (again) by a person: tickets are given though the hours alone would not."""
    doubted: date | None = None
    """The clock's day that was marked doubtful and waits for the hall head; `state` stays what it was."""


class TicketsGiven(Enum):
    """Whether tickets are given now; the values are `DayView.state` of the contract."""

    OPEN = "open"
    NOT_YET = "not_yet"
    OVER = "over"
    CLOSED = "closed"
    DOUBTFUL = "doubtful"


ALL_DAY = FiveTimes(time.min, time.min, time.min, time.max, time.max)
_SEARCH_DAYS = 60
"""How far ahead the next working day is looked for: longer than any closing known here."""


def local(now: Moment, settings: HallSettings) -> datetime:
    """Return the hall's local time."""
    return now.at.astimezone(ZoneInfo(settings.time_zone))


def times_on(day: date, hours: Hours) -> FiveTimes | None:
    """Return the five times of a day, or None when the hall is closed all day."""
    if hours.always_open:
        return ALL_DAY
    if any(holiday.day == day for holiday in hours.holidays if not holiday.expected):
        return None
    weekly = hours.weekly.get(day.isoweekday())
    if weekly is None:
        return None
    period = next((period for period in hours.ramadan if period.first <= day <= period.last), None)
    return period.times if period else weekly


def next_open_day(day: date, hours: Hours) -> date | None:
    """Return the first day after `day` on which the hall opens, or None when there is none in the next two months."""
    days = (day + timedelta(days=ahead) for ahead in range(1, _SEARCH_DAYS + 1))
    return next((later for later in days if times_on(later, hours) is not None), None)


def is_doubtful(last: date | None, today: date, settings: HallSettings) -> bool:
    """Return whether the clock's day cannot be believed: before the last service day, or too long after it."""
    if last is None or settings.confirms_date_itself:
        return False
    return not last <= today <= last + timedelta(days=settings.limits.day_gap_max)


def is_over(day: ServiceDay, here: datetime, hours: Hours, *, signed_in: bool, somebody_left: bool) -> bool:
    """Return whether an open day is over at the local time `here`, so that the next command closes it.

    The set hour ends it, or midnight when everybody has left; while an agent is signed in and somebody is still in the
    hall it goes on, at most until the doors of the next working day (for a hall that never closes: the next set hour).
    A clock that runs before the day (and was believed) ends it when everybody has left.
    """
    if here.date() < day.day:
        return not somebody_left
    if signed_in and somebody_left:
        return here.replace(tzinfo=None) >= _at_the_latest(day.day, hours)
    if here.date() > day.day:
        return True
    return not hours.always_open and not signed_in and here.time() >= hours.auto_close


def _at_the_latest(day: date, hours: Hours) -> datetime:
    if hours.always_open:
        return datetime.combine(day + timedelta(days=1), hours.auto_close)
    following = next_open_day(day, hours)
    times = times_on(following, hours) if following else None
    if following is None or times is None:
        return datetime.combine(day + timedelta(days=1), hours.auto_close)
    return datetime.combine(following, times.doors)


def tickets_given(day: ServiceDay | None, here: datetime, settings: HallSettings) -> TicketsGiven:
    """Return whether tickets are given at the local time `here`; `day` is the day that was saved last."""
    if is_doubtful(day.day if day else None, here.date(), settings):
        return TicketsGiven.DOUBTFUL
    today = day if day is not None and day.day == here.date() else None
    if settings.closure_at(here) is not None or (today is not None and today.state is DayState.CLOSED):
        return TicketsGiven.CLOSED
    times = times_on(here.date(), settings.hours)
    by_hand = today is not None and today.by_hand
    if times is None:
        return TicketsGiven.OPEN if by_hand else TicketsGiven.CLOSED
    if here.time() > times.last_ticket:
        return TicketsGiven.OVER
    return TicketsGiven.OPEN if by_hand or here.time() >= times.first_ticket else TicketsGiven.NOT_YET
