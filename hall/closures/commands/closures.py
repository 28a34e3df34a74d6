"""Close the hall suddenly, open it again, and let closures begin and end at their time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from contracts.words.closures import ClosureReason
from contracts.words.hall import VisitState
from hall.appointments.model.ports import HasAppointments
from hall.calendar.service_day import BY_HOUR, DayState, local
from hall.closures.commands.move_bookings import move_back, move_bookings
from hall.closures.model.facts import HallClosed, HallOpenedAgain
from hall.closures.model.refusals import ClosureUnknownError
from hall.kernel.closure import Closure
from hall.kernel.moment import Moment
from hall.queue.commands.current_day import CurrentDayWork
from hall.queue.commands.publish_visit import tell_ended
from hall.queue.queries.left import is_number_taken

LEAVES = frozenset({VisitState.WAITING, VisitState.PARKED})
"""Who is carried over; a visitor who is called or served is served to the end."""


@dataclass(frozen=True)
class CloseHall:
    """Close the hall from `first` until `until` under the new id `closure`; the same id again changes nothing."""

    closure: str
    first: datetime
    until: datetime
    reason: ClosureReason
    by: str
    at: datetime
    texts: Mapping[str, str] = field(default_factory=dict)
    from_centre: bool = False


@dataclass(frozen=True)
class OpenHallAgain:
    """End `closure` before its time."""

    closure: str
    by: str


class ClosureWork(CurrentDayWork, HasAppointments, Protocol):
    """What closing the hall suddenly reads and writes."""


def close_hall(command: CloseHall, *, work: ClosureWork, now: Moment) -> Closure:
    """Let the closure hold, move the bookings of its time and, from its beginning on, carry over who waits."""
    known = next((one for one in work.settings.closures if one.id == command.closure), None)
    if known is not None:
        return known
    made = Closure(
        command.closure, command.first, command.until, command.reason, command.by, command.at, dict(command.texts),
        command.from_centre, now.at if command.from_centre else None,
    )  # fmt: skip
    _keep((*work.settings.closures, made), command.by, work)
    moved = move_bookings(command.first, command.until, by=command.by, work=work, now=now)
    made = replace(made, moved=moved, begun=made.first <= now.at)
    _keep((*work.settings.closures[:-1], made), command.by, work)
    work.record(HallClosed(made.id, made.reason, made.first, made.until, made.by, made.from_centre, len(moved)))
    _carry_over(work, now)
    return made


def open_again(command: OpenHallAgain, *, work: ClosureWork, now: Moment) -> int:
    """End the closure: who was carried over today waits again, bookings get their slots back; return how many these."""
    ended = next((one for one in work.settings.closures if one.id == command.closure), None)
    if ended is None:
        raise ClosureUnknownError(f"no closure {command.closure[:40]} stands")
    _end(ended, command.by, work, now)
    return move_back(ended.moved, by=command.by, work=work, now=now)


def look_at_closures(work: ClosureWork, now: Moment) -> None:
    """End what is over, begin what begins now, and carry over who waits while the hall is closed."""
    for one in work.settings.closures:
        if one.until <= now.at:
            _end(one, BY_HOUR, work, now)
    standing = work.settings.closures
    begun = tuple(replace(one, begun=True) if one.first <= now.at else one for one in standing)
    if begun != standing:
        _keep(begun, BY_HOUR, work)
    _carry_over(work, now)


def _keep(closures: tuple[Closure, ...], by: str, work: ClosureWork) -> None:
    work.change_settings({"closures": closures}, by)


def _end(ended: Closure, by: str, work: ClosureWork, now: Moment) -> None:
    _keep(tuple(one for one in work.settings.closures if one.id != ended.id), by, work)
    work.record(HallOpenedAgain(ended.id, by))
    if not ended.begun:
        return
    next_one = work.settings.closure_at(now.at)
    if next_one is None:
        _bring_back(ended, by, work, now)
        return
    goes_on = replace(next_one, follows_from=min(next_one.closed_since, ended.closed_since))
    _keep(tuple(goes_on if one.id == goes_on.id else one for one in work.settings.closures), by, work)


def _carry_over(work: ClosureWork, now: Moment) -> None:
    """Carry over who waits or is parked while the hall is closed; the day itself goes on for those at counters."""
    day = work.days.latest()
    if work.settings.closure_at(now.at) is None or day is None or day.state is not DayState.OPEN:
        return
    for visit in work.visits.in_hall(day.day):
        if visit.state in LEAVES:
            visit.carry_over(at=now)
            tell_ended(visit, work)


def _bring_back(ended: Closure, by: str, work: ClosureWork, now: Moment) -> None:
    """Let those wait again who were carried over today; those of an earlier day come with the next day."""
    day = work.days.latest()
    if day is None or day.state is not DayState.OPEN or day.day != local(now, work.settings).date():
        return
    for visit in work.visits.carried_over(day.day):
        left = visit.stage.ended
        if left is not None and left.at >= ended.closed_since and not is_number_taken(visit, day, work):
            visit.bring_back(by, at=now)
            work.visits.save(visit)
