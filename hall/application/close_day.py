"""Close the service day: by the hall head from a page of who is left, or by the set hour when nobody did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from contracts.hall_words import VisitState
from hall.application.correction_ports import HasClosedDays
from hall.application.day_ports import HasDays
from hall.application.ended import tell_ended
from hall.application.fact_ports import RecordsFacts
from hall.application.outbox_ports import HasOutbox
from hall.application.session_ports import HasSessions
from hall.application.settings_ports import HasSettings
from hall.application.visit_ports import HasVisits
from hall.application.wait_ports import HasWaits
from hall.domain.day_errors import AgentsServingError, DayClosedError
from hall.domain.day_events import DayClosed
from hall.domain.ids import VisitId
from hall.domain.moment import Moment
from hall.domain.service_day import DayState, ServiceDay
from hall.domain.stage import AT_COUNTER
from hall.domain.visit import Visit

BY_HOUR = "hour"
"""Who closed a day that nobody closed."""


class Leaving(Enum):
    """What becomes of a visit that still waits or is parked at the close of the day."""

    CARRIED_OVER = "carried_over"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class CloseDay:
    """Close the day; `choices` by visit, `waiting` for all others who wait or are parked."""

    by: str
    waiting: Leaving = Leaving.CARRIED_OVER
    choices: Mapping[VisitId, Leaving] = field(default_factory=dict)
    end_serving: bool = False
    """It is meant that visits at a counter end too: called ones as missed, served ones closed by the day."""


class CloseDayWork(
    HasClosedDays, HasDays, HasOutbox, HasSessions, HasSettings, HasVisits, HasWaits, RecordsFacts, Protocol
):
    """What closing the day reads and writes."""


def close_day(command: CloseDay, *, work: CloseDayWork, now: Moment) -> ServiceDay:
    """Close the newest day; refuse while a visit is at a counter, unless `end_serving`."""
    day = work.days.latest()
    if day is None or day.state is DayState.CLOSED:
        raise DayClosedError("there is no open service day")
    left = work.visits.in_hall(day.day)
    busy = [visit.ticket or "a walk-up" for visit in left if visit.state in AT_COUNTER]
    if busy and not command.end_serving:
        raise AgentsServingError(f"still at a counter: {', '.join(busy)}")
    for visit in left:
        if visit.state in AT_COUNTER:
            _end_at_counter(visit, now)
        elif command.choices.get(visit.id, command.waiting) is Leaving.CANCELLED:
            visit.cancel_at_close(command.by, at=now)
        else:
            visit.carry_over(at=now)
    _close(day, left, by=command.by, work=work, now=now)
    return day


def close_by_hour(day: ServiceDay, *, work: CloseDayWork, now: Moment) -> None:
    """Close a day that nobody closed: who was left in the hall has gone home, so the day ends their visits."""
    left = work.visits.in_hall(day.day)
    for visit in left:
        if visit.state is VisitState.CALLED:
            visit.mark_no_show(at=now)
        else:
            visit.close_by_day(at=now)
    _close(day, left, by=BY_HOUR, work=work, now=now)


def _end_at_counter(visit: Visit, now: Moment) -> None:
    if visit.state is VisitState.CALLED:
        visit.mark_no_show(at=now)
    else:
        visit.close_by_day(at=now)


def _close(day: ServiceDay, left: Sequence[Visit], *, by: str, work: CloseDayWork, now: Moment) -> None:
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


def _sign_out_all(by: str, work: CloseDayWork, now: Moment) -> None:
    """Close every session; in a hall that never closes agents stay signed in from one day to the next."""
    if work.settings.hours.always_open:
        return
    for session in work.sessions.open():
        session.sign_out(by, at=now)
        work.sessions.save(session)
