"""Notice a doubtful date, and let somebody confirm it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hall.calendar.facts import DateConfirmed, DateDoubted
from hall.calendar.refusals import DateNotDoubtedError
from hall.calendar.service_day import DayState, ServiceDay, is_doubtful, local
from hall.kernel.moment import Moment
from hall.queue.commands.current_day import CurrentDayWork, begin_day, close_if_over
from hall.queue.commands.end_day import close_by_hour


@dataclass(frozen=True)
class ConfirmDate:
    """Today's date on the clock is right; `by` is the hall head or administrator."""

    by: str


class ConfirmDateWork(CurrentDayWork, Protocol):
    """What confirming the date reads and writes."""


def confirm_date(command: ConfirmDate, *, work: ConfirmDateWork, now: Moment) -> ServiceDay:
    """Open the clock's day, whatever the last one was; refuse when its date is not doubtful."""
    today = local(now, work.settings).date()
    latest = work.days.latest()
    if latest is None or not is_doubtful(latest.day, today, work.settings):
        raise DateNotDoubtedError(f"the date {today} is not doubted")
    if latest.state is DayState.OPEN:
        close_by_hour(latest, work=work, now=now)
    latest.doubted = None
    work.days.save(latest)
    work.record(DateConfirmed(today.isoformat(), command.by))
    return begin_day(ServiceDay(today, DayState.OPEN, now), before=latest, by=command.by, work=work)


def look_at_the_day(work: ConfirmDateWork, now: Moment) -> ServiceDay | None:
    """Close a day that is over, and tell once that the clock's date is doubtful; open nothing. Asked once a minute."""
    latest = work.days.latest()
    if latest is None:
        return None
    today = local(now, work.settings).date()
    if is_doubtful(latest.day, today, work.settings):
        if latest.doubted != today:
            latest.doubted = today
            work.days.save(latest)
            work.record(DateDoubted(today.isoformat(), latest.day.isoformat()))
        return latest
    if latest.doubted is not None:
        latest.doubted = None
        work.days.save(latest)
    close_if_over(latest, work, now)
    return latest
