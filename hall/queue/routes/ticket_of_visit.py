"""The ticket of a visit that has one already, as it would be issued now."""

from __future__ import annotations

from contracts.queue.answers import IssuedTicket
from hall.kernel.moment import Moment
from hall.platform.security.visit_code import visit_code
from hall.platform.web.dependencies import Dependencies
from hall.queue.model.visit import Visit
from hall.queue.queries.place import ahead_of
from hall.queue.queries.staffing import staffing_of
from hall.queue.routes.from_other_capabilities import EXPECTED_WAITS
from hall.queue.work import QueueWork


def ticket_again(visit: Visit, parts: Dependencies, work: QueueWork, now: Moment) -> IssuedTicket:
    """Return the ticket with the code that is valid now and the visitor's place; the code is derived, not stored."""
    ahead = ahead_of(visit, work=work, now=now)
    wait = parts.get(EXPECTED_WAITS).newest(visit.service, ahead)
    staffing = staffing_of(visit.service, work=work, now=now)
    url = f"{parts.public_url}/t#{visit_code(parts.security.secret, visit.id, visit.reprints)}"
    return IssuedTicket(
        visit.id, visit.ticket, visit.service, visit.lane, visit.issued.at, ahead, wait, url,
        staffing.open, staffing.begins_at,
    )  # fmt: skip
