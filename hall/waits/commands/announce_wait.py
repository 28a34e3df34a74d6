"""Give a new ticket its expected wait, and store that range with the visit, so that it can be scored later."""

from __future__ import annotations

from typing import Protocol

from contracts.queue.answers import WaitRange
from contracts.words.hall import Lane
from hall.kernel.ids import ServiceCode
from hall.queue.commands.issue_ticket import Issued
from hall.waits.model.wait_ports import AnnouncedWait, HasWaits
from hall.waits.model.waiting_time import Announced
from hall.waits.queries.forecast import as_wait_range


class TicketEstimates(Protocol):
    """The newest expected waits, at once and without computing."""

    def for_ticket(self, service: ServiceCode, lane: Lane) -> tuple[Announced, int] | None:
        """Return the estimate for who joins in this lane now, and the local hour it was made in."""
        ...

    def newest(self, service: ServiceCode, people_ahead: int) -> WaitRange | None:
        """Return the newest estimate for a place with `people_ahead` people ahead."""
        ...


def announce(issued: Issued, estimates: TicketEstimates, work: HasWaits) -> WaitRange | None:
    """Return the range that the ticket carries and keep it, in the transaction of the ticket.

    A retry of the same ticket gets the range that holds now; the first range stays the one that is scored.
    """
    visit = issued.visit
    if issued.repeated:
        return estimates.newest(visit.service, issued.people_ahead)
    found = estimates.for_ticket(visit.service, visit.lane)
    if found is None:
        return None
    announced, hour = found
    work.waits.announce(AnnouncedWait(visit.id, visit.service_day, visit.service, visit.lane, hour, announced))
    return None if announced.told is None else as_wait_range(announced.told)
