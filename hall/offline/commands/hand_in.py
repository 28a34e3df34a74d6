"""Store a ticket that a kiosk issued while the hall was away; the number on the paper stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from contracts.words.hall import Outcome, VisitorKind
from hall.calendar.refusals import DayDoubtfulError
from hall.calendar.service_day import BY_HOUR, DayState, ServiceDay, is_doubtful, local
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import TicketTakenError, VisitIdTakenError
from hall.queue.commands.current_day import CurrentDayWork, current_day
from hall.queue.commands.issue_ticket import lane_of
from hall.queue.commands.publish_visit import EndedWork, tell_ended
from hall.queue.model.new_visit import Arrival, Printed, handed_in
from hall.queue.model.numbers.ticket_number import read_ticket
from hall.queue.model.ports import HasBlocks, HasNumbers, HasVisits
from hall.queue.model.stage import IN_HALL
from hall.queue.model.visit import Visit

_NEAR = 100
"""A handed-in number this little above the last one goes on the hall's own line, where it is of no kiosk's block."""


@dataclass(frozen=True)
class HandIn:
    """A visit as it stands on its paper; `by` is the kiosk, `issued_at` by the kiosk's clock.

    With an `outcome` somebody was served meanwhile; `served_by` is who says so.
    """

    visit: VisitId
    ticket: str
    service: ServiceCode
    service_day: date
    issued_at: datetime
    by: str
    code_hash: str = ""
    visitor_kind: VisitorKind | None = None
    priority: bool = False
    language: str | None = None
    outcome: Outcome | None = None
    served_by: str = ""


class HandInWork(CurrentDayWork, HasBlocks, HasNumbers, Protocol):
    """What handing in the visits of a kiosk that was offline reads and writes."""


def hand_in(command: HandIn, *, work: HandInWork, now: Moment) -> Visit:
    """Store the visit, or give a known one the printed number; the same paper again changes nothing.

    One of a day that is over is stored as closed by the day: it happened, and nobody is left to call. Where this
    service was away all that day, the day is filled in, so that figures count who came.
    """
    service = work.settings.service(command.service)
    printed = read_ticket(service, command.ticket)
    day = _open_day(work, now)
    known = work.visits.find(command.visit)
    if known is not None:
        return _reconcile(known, printed, command, work)
    of_day = min(command.service_day, day.day)
    _refuse_taken(work, of_day, printed)
    arrival = Arrival(
        command.visit,
        service.code,
        lane_of(service, priority=command.priority),
        command.by,
        command.visitor_kind,
        command.language,
        command.code_hash,
    )
    visit = handed_in(arrival, printed, of_day, at=_issued(command.issued_at, now))
    work.visits.add(visit)
    _move_line_on(work, of_day, service.code, printed.number)
    if of_day != day.day:
        work.days.fill_in(ServiceDay(of_day, DayState.CLOSED, visit.issued, closed=now, closed_by=BY_HOUR))
    if command.outcome is not None:
        visit.serve_on_paper(command.served_by, command.outcome, at=now)
        tell_ended(visit, work)
    elif of_day != day.day or day.state is DayState.CLOSED:
        visit.close_by_day(at=now)
        tell_ended(visit, work)
    return visit


def _open_day(work: CurrentDayWork, now: Moment) -> ServiceDay:
    """Return the current day; the paper exists, so the hall accepts the ticket even outside its hours."""
    latest = work.days.latest()
    today = local(now, work.settings).date()
    if is_doubtful(latest.day if latest else None, today, work.settings):
        raise DayDoubtfulError("the clock's date is doubtful; hand the ticket in again when it is confirmed")
    return current_day(work, now) or ServiceDay(today, DayState.CLOSED, now)


def _reconcile(known: Visit, printed: Printed, command: HandIn, work: EndedWork) -> Visit:
    if known.stages[0].service != command.service or known.number is None:
        raise VisitIdTakenError(f"visit {command.visit} is another one, of service {known.stages[0].service}")
    if known.ticket == printed.ticket:
        return known
    _refuse_taken(work, known.service_day, printed)
    known.take_printed(printed.ticket, printed.number, device=command.by)
    if known.told and known.state not in IN_HALL:
        tell_ended(known, work)  # the centre knows it under the other number
    else:
        work.visits.save(known)
    return known


def _refuse_taken(work: HasVisits, day: date, printed: Printed) -> None:
    if work.visits.number_in_hall(day, printed.ticket):
        raise TicketTakenError(f"{printed.ticket} is the number of another visit in the hall")


def _move_line_on(work: HandInWork, day: date, service: ServiceCode, number: int) -> None:
    """Move the hall's own number sequence past a number that belongs to it; a number of a kiosk's block does not."""
    kept = any(block.service == service and block.holds(number) for block in work.blocks.all())
    if not kept and 0 < number - (work.numbers.last(day, service) or 0) <= _NEAR:
        work.numbers.set_last(day, service, number)


def _issued(at: datetime, now: Moment) -> Moment:
    """Return the instant of issue on the hall's own clocks; a kiosk whose clock is ahead issued now."""
    ago = max(timedelta(0), now.at - at)
    return Moment(now.at - ago, now.monotonic_ns - int(ago / timedelta(microseconds=1)) * 1000, now.boot)
