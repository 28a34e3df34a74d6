"""Let somebody whose documents were missing come back with his code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from contracts.words.hall import Lane
from hall.calendar.service_day import local
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import ReturnUnknownError, VisitIdTakenError
from hall.queue.commands.current_day import CurrentDayWork, day_for_tickets
from hall.queue.commands.issue_ticket import GiveTicketWork, Issued, check_kiosk, give_ticket
from hall.queue.model.facts import ReturnCheckedIn
from hall.queue.model.new_visit import Arrival
from hall.queue.model.ports import HasReturns
from hall.queue.model.return_slip import ReturnSlip
from hall.queue.queries.place import PlaceWork, ahead_of


@dataclass(frozen=True)
class ComeBack:
    """The holder of `code` is there: give the visit `visit` (a new UUIDv7) a ticket of the returning lane."""

    code: str
    visit: VisitId
    by: str
    language: str | None = None
    code_hash: str = ""


class ComeBackWork(CurrentDayWork, GiveTicketWork, PlaceWork, HasReturns, Protocol):
    """What coming back with a return slip reads and writes: the slip, and all that a ticket needs."""


def come_back(command: ComeBack, *, work: ComeBackWork, now: Moment) -> Issued:
    """Give a ticket of the same service; the same visit again (a retry) gets the same one."""
    slip = slip_of(command.code, work=work)
    if slip.used_by is not None and slip.used_by == command.visit:
        known = work.visits.get(slip.used_by)
        return Issued(known, ahead_of(known, work=work, now=now), repeated=True)
    check_kiosk(command.by, work.settings)
    used = slip.use(command.visit, local(now, work.settings).date())
    if work.visits.find(command.visit) is not None:
        raise VisitIdTakenError(f"visit {command.visit} is another one")
    day = day_for_tickets(work, now)
    before = work.visits.get(slip.visit)
    arrival = Arrival(
        command.visit, slip.service, Lane.RETURNING, command.by, before.visitor_kind,
        command.language or before.language, command.code_hash,
    )  # fmt: skip
    issued = give_ticket(arrival, day, work=work, now=now)
    work.returns.save(used)
    visit = issued.visit
    work.record(ReturnCheckedIn(visit.id, visit.ticket, visit.service, slip.visit, command.by))
    return issued


def slip_of(code: str, *, work: HasReturns) -> ReturnSlip:
    """Return the slip with this code; raise ReturnUnknownError."""
    slip = work.returns.find(code)
    if slip is None:
        raise ReturnUnknownError("no return code is this one")
    return slip
