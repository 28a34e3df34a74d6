"""Open the service day by hand: early, on a day on which the hall is closed, or again after it was closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from hall.calendar.facts import DayOpened
from hall.calendar.refusals import DayDoubtfulError, DayNotOpenError, DayOpenError
from hall.calendar.service_day import DayState, ServiceDay, TicketsGiven, is_doubtful, local, tickets_given
from hall.kernel.moment import Moment
from hall.queue.commands.current_day import BeginDayWork, begin_day
from hall.queue.commands.end_day import EndDayWork, close_by_hour
from hall.queue.commands.reception.bring_back import bring_all_back


@dataclass(frozen=True)
class OpenDay:
    """Open today's service day; `by` is the hall head or administrator.

    With `bring_back` those whom the close of today ended are in the hall again, where they were in the queue.
    """

    by: str
    bring_back: bool = True


class OpenDayWork(BeginDayWork, EndDayWork, Protocol):
    """What opening the day reads and writes."""


def open_day(command: OpenDay, *, work: OpenDayWork, now: Moment) -> ServiceDay:
    """Open today, so that tickets are given from now until the last one; refuse while it is open or its date doubtful.

    A day that its first command opened before the first ticket is opened once more: that lets tickets out early.
    """
    here = local(now, work.settings)
    today = here.date()
    latest = work.days.latest()
    if is_doubtful(latest.day if latest else None, today, work.settings):
        raise DayDoubtfulError("the clock's date is doubtful; confirm it first")
    if work.settings.closure_at(now.at) is not None:
        raise DayNotOpenError("the hall is closed suddenly: end that closure first")
    if latest is not None and latest.day == today:
        if latest.state is DayState.OPEN and tickets_given(latest, here, work.settings) is not TicketsGiven.NOT_YET:
            raise DayOpenError(f"the service day {today} is open already")
        again = replace(latest, state=DayState.OPEN, closed=None, closed_by=None, by_hand=True)
        work.days.save(again)
        work.record(DayOpened(command.by))
        if command.bring_back:
            bring_all_back(latest, command.by, work=work, now=now)
        return again
    if latest is not None and latest.state is DayState.OPEN:
        close_by_hour(latest, work=work, now=now)
    return begin_day(ServiceDay(today, DayState.OPEN, now, by_hand=True), before=latest, by=command.by, work=work)
