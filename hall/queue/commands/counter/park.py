"""Set a visit aside at a counter, and remind the counter of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from contracts.words.hall import VisitState
from hall.calendar.ports import HasDays
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.kernel.refusals import RemindAtError
from hall.queue.commands.counter.at_counter import VisitInHandWork, leave_counter, session_and_visit
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit

LONGEST_MIN = 720
"""A reminder lies at most this many minutes ahead: within the day."""


@dataclass(frozen=True)
class Park:
    """Set the visit at `counter` aside; remind the agent after `remind_in_min` minutes, 1 to 720."""

    counter: CounterId
    remind_in_min: int | None = None
    note: str | None = None


class ParkWork(VisitInHandWork, Protocol):
    """What parking a visit reads and writes."""


def park(command: Park, *, work: ParkWork, now: Moment) -> Visit:
    """Set the visit aside, so that the counter is free; `resume_visit` calls it again."""
    session, visit = session_and_visit(work, command.counter)
    visit.park(at=now, remind_at=_remind_at(command, now), note=command.note)
    work.visits.save(visit)
    leave_counter(work, session, now)
    return visit


class RemindWork(HasDays, HasVisits, Protocol):
    """What reminding of parked visits reads and writes."""


def due_reminders(*, work: RemindWork, now: Moment) -> list[Visit]:
    """Return the parked visits of which their counters are to be reminded now."""
    day = work.days.latest()
    attended = work.visits.attended(day.day) if day else ()
    return [v for v in attended if v.state is VisitState.PARKED and _due(v.stage.remind_at, now)]


def remind(*, work: RemindWork, now: Moment) -> None:
    """Tell the counters of the parked visits whose time has come, once each."""
    for visit in due_reminders(work=work, now=now):
        visit.remind()
        work.visits.save(visit)


def _due(remind_at: datetime | None, now: Moment) -> bool:
    return remind_at is not None and remind_at <= now.at


def _remind_at(command: Park, now: Moment) -> datetime | None:
    if command.remind_in_min is None:
        return None
    if not 1 <= command.remind_in_min <= LONGEST_MIN:
        raise RemindAtError(f"a reminder comes after 1 to {LONGEST_MIN} minutes, got {command.remind_in_min}")
    return now.at + timedelta(minutes=command.remind_in_min)
