"""Tickets that kiosks gave while this service was away: take them in, who still waits, and who was served on paper."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

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
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.platform.web.fresh_ids import visit_id
from hall.platform.web.problems import field_invalid
from hall.queue.model.visit import Visit
from hall.queue.routes.tickets import visible_view

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["visits"])
MOST = 1000


@routes.post("/visits/hand-in", status_code=201, openapi_extra=documented(HandInRequest, VisitView, status=201))
async def take_in(call: Call) -> Response:
    """Take in what a kiosk issued while the hall was away; the paper wins."""
    body = await call.read(HandInRequest)
    command = HandIn(
        visit_id(body.visit, body.issued_at), body.ticket, ServiceCode(body.service), body.service_day, body.issued_at,
        call.caller.name, code_hash(body.code), body.visitor_kind, body.priority, body.language,
    )  # fmt: skip
    return await call.run(lambda work, now: said(201, visible_view(call, hand_in(command, work=work, now=now))))


@routes.get("/visits/handed-in", openapi_extra=documented(answer=KioskTickets))
async def handed_in(call: Call) -> Response:
    """Return who waits with a ticket that a kiosk gave while the hall was away."""
    scope = call.partner()

    def ask(work: OfflineWork, now: Moment) -> KioskTickets:
        waiting = waiting_from_kiosks(work=work)
        seen = [one for one in waiting if scope is None or scope.sees_stage(one.stage)]
        return KioskTickets(tuple(map(_ticket, seen)), now.at)

    return told(await call.ask(ask))


@routes.post("/visits/served-on-paper", openapi_extra=documented(ServedOnPaperRequest, MarkedServed))
async def served_on_paper(call: Call) -> Response:
    """End the visits of those who were served on paper meanwhile."""
    body = await call.read(ServedOnPaperRequest)
    if not 0 < len(body.visits) <= MOST:
        raise field_invalid("visits", f"expected 1 to {MOST} visits")
    at = call.parts.clock.now().at
    command = MarkServed(tuple(visit_id(visit, at) for visit in body.visits), call.caller.name, body.outcome)

    def run(work: OfflineWork, now: Moment) -> Answer:
        return said(200, MarkedServed(tuple(visit.id for visit in mark_served(command, work=work, now=now))))

    return await call.run(run)


def _ticket(visit: Visit) -> KioskTicket:
    return KioskTicket(visit.id, visit.ticket, visit.service, visit.issued_by, visit.issued.at)
