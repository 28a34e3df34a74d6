"""Which service day a command belongs to: keep the open one, close one that is over, open a new one by data."""

from __future__ import annotations

from typing import Protocol

from hall.calendar.facts import DayOpened
from hall.calendar.ports import HasDays
from hall.calendar.refusals import DayDoubtfulError, DayNotOpenError
from hall.calendar.service_day import (
    DayState,
    ServiceDay,
    TicketsGiven,
    is_doubtful,
    is_over,
    local,
    tickets_given,
    times_on,
)
from hall.kernel.moment import Moment
from hall.kernel.ports import ChangesSettings, HasSettings, RecordsFacts
from hall.queue.commands.end_day import EndDayWork, close_by_hour
from hall.queue.commands.lapse_arrangements import lapse_arrangements
from hall.queue.model.new_visit import carried_visit
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit

BY_FIRST_COMMAND = "first_command"
"""Who opened a day that nobody opened by hand."""


_WHY_NOT = {
    TicketsGiven.NOT_YET: "the first ticket of today is not given yet",
    TicketsGiven.OVER: "the last ticket of today has been given",
}


class BeginDayWork(ChangesSettings, HasDays, HasSettings, HasVisits, RecordsFacts, Protocol):
    """What beginning a day reads and writes."""


class CurrentDayWork(BeginDayWork, EndDayWork, Protocol):
    """What finding the current day reads and writes: it may close one day and begin the next."""


def current_day(work: CurrentDayWork, now: Moment) -> ServiceDay | None:
    """Return the service day that stands now, or None on a day on which the hall does not open.

    The first command of a new day closes the one before (if nobody did) and opens today's. While the date is doubtful
    the last day stands: who is in the hall is served. Ask before reading a visit or session: both may end here.
    """
    latest = work.days.latest()
    today = local(now, work.settings).date()
    if latest is not None:
        if is_doubtful(latest.day, today, work.settings):
            return latest
        close_if_over(latest, work, now)
        if latest.state is DayState.OPEN or latest.day == today:
            return latest
    if times_on(today, work.settings.hours) is None or work.settings.closure_at(now.at) is not None:
        return None
    return begin_day(ServiceDay(today, DayState.OPEN, now), before=latest, by=BY_FIRST_COMMAND, work=work)


def close_if_over(day: ServiceDay, work: CurrentDayWork, now: Moment) -> None:
    """Close the day when it is open and over; `day` is changed and stored."""
    if day.state is DayState.OPEN and _over(day, work, now):
        close_by_hour(day, work=work, now=now)


def begin_day(day: ServiceDay, *, before: ServiceDay | None, by: str, work: BeginDayWork) -> ServiceDay:
    """Store the opened day and let those whom the day before carried over wait in it.

    `before` is of another date: today's own day is opened again, never begun a second time.
    """
    day.previous_closed_by = before.closed_by if before is not None else None
    work.days.save(day)
    work.record(DayOpened(by))
    lapse_arrangements(day.day, work=work)
    if before is not None:
        for place, old in enumerate(_to_carry(before, day, work)):
            work.visits.add(carried_visit(old, day.day, by=by, place=place, at=day.opened))
    return day


def _to_carry(before: ServiceDay, day: ServiceDay, work: HasVisits) -> list[Visit]:
    """Return the visits that this close of `before` carried over; a day confirmed again may hold older ones."""
    fresh = [
        visit
        for visit in work.visits.carried_over(before.day)
        if visit.stage.ended is not None and visit.stage.ended.at >= before.opened.at
    ]
    return [visit for visit in fresh if not work.visits.number_in_hall(day.day, visit.ticket)]


def day_for_tickets(work: CurrentDayWork, now: Moment) -> ServiceDay:
    """Return the day to which a new ticket belongs; refuse one where tickets are not given now."""
    day = current_day(work, now)
    state = tickets_given(day, local(now, work.settings), work.settings)
    if state is TicketsGiven.DOUBTFUL:
        raise DayDoubtfulError("the clock's date is doubtful; the hall head must confirm it")
    if day is None or state is not TicketsGiven.OPEN:
        raise DayNotOpenError(_WHY_NOT.get(state, "the hall is closed today"))
    return day


def _over(day: ServiceDay, work: CurrentDayWork, now: Moment) -> bool:
    here, hours = local(now, work.settings), work.settings.hours
    if here.date() == day.day and (hours.always_open or here.time() < hours.auto_close):
        return False  # by far the most frequent case, without a question to the store
    return is_over(
        day,
        here,
        hours,
        signed_in=bool(work.sessions.open()),
        somebody_left=work.visits.anybody_in_hall(day.day),
    )
