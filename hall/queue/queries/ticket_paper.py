"""Print a visitor's ticket, and reprint a lost one with a new code; the old code is no longer valid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from hall.kernel.ids import DeviceId, VisitId
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts
from hall.queue.model.facts import TicketAsked
from hall.queue.model.ports import HasVisits
from hall.queue.model.refusals import VisitOverError
from hall.queue.model.visit import Visit


@dataclass(frozen=True)
class AskTicket:
    """Have the kiosk `at_device` print the ticket of `visit`, as it is."""

    visit: VisitId
    at_device: DeviceId
    by: str


@dataclass(frozen=True)
class Reprint:
    """Give the ticket another code and have it printed; `seen` is the number of reprints that the caller knows of."""

    visit: VisitId
    code_hash: Callable[[int], str]
    """The hash of the code that goes with a number of reprints."""
    seen: int
    by: str
    at_device: DeviceId | None = None
    """None: nothing is printed, the visitor takes the new code from the screen."""


class TicketPaperWork(HasVisits, RecordsFacts, Protocol):
    """What a second print of a ticket reads and writes."""


def ask_ticket(command: AskTicket, *, work: TicketPaperWork, now: Moment) -> Visit:  # noqa: ARG001 - a use case's shape
    """Ask for the paper; nothing of the visit changes."""
    visit = work.visits.get(command.visit)
    if not visit.holds_ticket:
        raise VisitOverError(f"the visit {visit.ticket or visit.id} is {visit.state.value}; nobody needs its paper")
    work.record(_asked(visit, command.at_device, command.by))
    return visit


def reprint(command: Reprint, *, work: TicketPaperWork, now: Moment) -> Visit:  # noqa: ARG001 - a use case's shape
    """Renew the code; of two who reprint from the same view the second is refused, so that no fresh paper dies."""
    visit = work.visits.get(command.visit)
    visit.renew_code(command.code_hash(visit.reprints + 1), command.by, seen=command.seen)
    work.visits.save(visit)
    if command.at_device is not None:
        work.record(_asked(visit, command.at_device, command.by))
    return visit


def _asked(visit: Visit, device: DeviceId, by: str) -> TicketAsked:
    return TicketAsked(visit.id, visit.ticket, visit.service, device, by)
