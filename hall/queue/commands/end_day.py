"""End a service day: the visits that are left in the hall, the sessions, and what is kept of how it stood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from contracts.words.hall import VisitState
from hall.calendar.facts import DayClosed
from hall.calendar.ports import HasDays
from hall.calendar.service_day import BY_HOUR, DayState, ServiceDay
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts
from hall.queue.commands.publish_visit import EndedWork, tell_ended
from hall.queue.model.corrections.ports import HasClosedDays
from hall.queue.model.ports import HasSessions
from hall.queue.model.visit import Visit


class EndDayWork(HasClosedDays, HasDays, HasSessions, EndedWork, RecordsFacts, Protocol):
    """What ending a day reads and writes."""


def close_by_hour(day: ServiceDay, *, work: EndDayWork, now: Moment) -> None:
    """Close a day that nobody closed: who was left in the hall has gone home, so the day ends their visits."""
    left = work.visits.in_hall(day.day)
    for visit in left:
        end_by_day(visit, now)
    end_day(day, left, by=BY_HOUR, work=work, now=now)


def end_by_day(visit: Visit, now: Moment) -> None:
    """End a visit with its day: one that is called has missed its call."""
    if visit.state is VisitState.CALLED:
        visit.mark_no_show(at=now)
    else:
        visit.close_by_day(at=now)


def end_day(day: ServiceDay, left: Sequence[Visit], *, by: str, work: EndDayWork, now: Moment) -> None:
    """Store the visits that ended with the day, sign everybody out and close the day."""
    missed = work.visits.missed(day.day)
    for visit in missed:
        visit.previous_state = None
    for visit in (*left, *missed):
        tell_ended(visit, work)
    _sign_out_all(by, work, now)
    day.state, day.closed, day.closed_by, day.by_hand = DayState.CLOSED, now, by, False
    work.days.save(day)
    work.record(DayClosed(by, len(left)))
    work.closed_days.keep(day.day, now.at)


def _sign_out_all(by: str, work: EndDayWork, now: Moment) -> None:
    """Close every session; in a hall that never closes agents stay signed in from one day to the next."""
    if work.settings.hours.always_open:
        return
    for session in work.sessions.open():
        session.sign_out(by, at=now)
        work.sessions.save(session)
