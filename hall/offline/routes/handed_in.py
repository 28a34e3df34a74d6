"""Tickets that kiosks gave while this service was away: take them in, who still waits, and who was served on paper."""

from __future__ import annotations

from litestar import Response, Router, get, post
from litestar.params import JSONBody

from contracts.offline import KioskTicket, KioskTickets, MarkedServed, ServedOnPaperRequest
from contracts.queue.answers import VisitView
from contracts.queue.bodies import HandInRequest
from hall.kernel.callers import Answer
from hall.kernel.ids import ServiceCode
from hall.kernel.moment import Moment
from hall.offline.commands.hand_in import HandIn, hand_in
from hall.offline.commands.served_on_paper import MarkServed, mark_served, waiting_from_kiosks
from hall.offline.work import OfflineWork
from hall.platform.security.visit_code import code_hash
from hall.platform.web.answers import said
from hall.platform.web.fresh_ids import visit_id
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.model.visit import Visit
from hall.queue.routes.tickets import visible_view

MOST = 1000


@post("/visits/hand-in")
async def hand_in_visit(request: HallRequest, data: JSONBody[HandInRequest], key: OptionalKey) -> Response[VisitView]:
    """Store the tickets that a kiosk issued while the hall was away; their printed numbers stay."""
    command = HandIn(
        visit_id(data.visit, data.issued_at), data.ticket, ServiceCode(data.service), data.service_day, data.issued_at,
        request.caller.name, code_hash(data.code), data.visitor_kind, data.priority, data.language,
    )  # fmt: skip
    return await request.run(
        lambda work, now: said(201, visible_view(request, hand_in(command, work=work, now=now))), key
    )


@get("/visits/handed-in")
async def list_handed_in_visits(request: HallRequest) -> KioskTickets:
    """Return who waits with a ticket that a kiosk gave while the hall was away."""
    scope = request.partner()

    def ask(work: OfflineWork, now: Moment) -> KioskTickets:
        waiting = waiting_from_kiosks(work=work)
        seen = [one for one in waiting if scope is None or scope.sees_stage(one.stage)]
        return KioskTickets(tuple(map(_ticket, seen)), now.at)

    return await request.ask(ask)


@post("/visits/served-on-paper", status_code=200)
async def mark_visits_served_on_paper(
    request: HallRequest, data: JSONBody[ServedOnPaperRequest], key: OptionalKey
) -> Response[MarkedServed]:
    """End the visits of those who were served on paper meanwhile."""
    if not 0 < len(data.visits) <= MOST:
        raise field_invalid("visits", f"expected 1 to {MOST} visits")
    at = request.parts.clock.now().at
    command = MarkServed(tuple(visit_id(visit, at) for visit in data.visits), request.caller.name, data.outcome)

    def run(work: OfflineWork, now: Moment) -> Answer:
        return said(200, MarkedServed(tuple(visit.id for visit in mark_served(command, work=work, now=now))))

    return await request.run(run, key)


def _ticket(visit: Visit) -> KioskTicket:
    return KioskTicket(visit.id, visit.ticket, visit.service, visit.issued_by, visit.issued.at)


routes = Router(
    "/", route_handlers=[hand_in_visit, list_handed_in_visits, mark_visits_served_on_paper], tags=["visits"]
)
