"""Tickets: issue, look up, cancel, reinstate and priority."""

from __future__ import annotations

import json
from dataclasses import replace

from fastapi import APIRouter
from starlette.responses import Response

from contracts.queue.answers import IssuedTicket, ScannedVisit, VisitView
from contracts.queue.bodies import IssueRequest, LaneRequest, ReinstateRequest
from contracts.words.hall import Lane
from hall.kernel.callers import Answer
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.partner import PartnerScope
from hall.kernel.refusals import TicketUnknownError
from hall.platform.live.audience import bare_visit
from hall.platform.live.sse import json_line
from hall.platform.security.access import Role
from hall.platform.security.secret import HallSecret
from hall.platform.security.visit_code import code_hash, visit_code
from hall.platform.web.bodies import Nothing, check_text, given_phone
from hall.platform.web.call import PREFIX, Call, HallRoute, answered, documented, said, told
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.fresh_ids import visit_id
from hall.platform.web.problems import field_invalid
from hall.queue.commands.issue_ticket import Issued, IssueTicket, issue_ticket
from hall.queue.commands.reception.bring_back import BringBack, bring_back
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.commands.reception.change_lane import ChangeLane, change_lane
from hall.queue.commands.reception.reinstate import Reinstate, reinstate
from hall.queue.model.numbers.ticket_number import as_printed
from hall.queue.model.visit import Visit
from hall.queue.queries.staffing import staffing_of
from hall.queue.queries.visit_view import visit_view
from hall.queue.routes.board import CODE_HEADER, given_code, of_code
from hall.queue.routes.from_other_capabilities import ADDITIONS
from hall.queue.work import QueueWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["visits"])
PUBLIC = frozenset({Role.KIOSK, Role.AUDITOR})
"""Roles that read a visit without agents."""
STAFF = frozenset({Role.AGENT, Role.HEAD})
"""Roles that read the notes agents leave each other."""
TICKET_QUERY = [{"name": "ticket", "in": "query", "required": True, "schema": {"type": "string", "maxLength": 20}}]


def visible_view(call: Call, visit: Visit) -> VisitView:
    """Return a visit as the caller may see it."""
    view = visit_view(visit, notes=call.caller.role in STAFF)
    return bare_visit(view) if call.caller.role in PUBLIC else view


@routes.post("/visits", status_code=201, openapi_extra=documented(IssueRequest, IssuedTicket, status=201))
async def issue(call: Call) -> Response:
    """Give out a ticket."""
    body = await call.read(IssueRequest)
    parts = call.parts
    visit = visit_id(body.visit, parts.clock.now().at)
    command = IssueTicket(
        visit,
        ServiceCode(body.service),
        call.caller.name,
        body.visitor_kind,
        body.priority,
        body.language,
        code_hash(visit_code(parts.security.secret, visit)),
    )
    number = given_phone(body.phone)

    def run(work: QueueWork, now: Moment) -> Answer:
        issued = issue_ticket(command, work=work, now=now)
        known = issued.visit
        # A retry finds the number kept already, or taken back since.
        if number is not None and work.settings.kiosk.phone and not issued.repeated:
            parts.get(ADDITIONS).keep_number(known.id, number, call.caller.name, work, now)
        return said(201, issued_ticket(issued, parts, work, now))

    return answered(with_code(await call.answer_of(run, untold="phone"), parts.security.secret))


def issued_ticket(issued: Issued, parts: Dependencies, work: QueueWork, now: Moment) -> IssuedTicket:
    """Return the ticket of a visit given out just now, and keep what it tells of the wait.

    In the code's place its address has the number of reprints, from which `with_code` makes it: no table holds a code.
    """
    known = issued.visit
    wait = parts.get(ADDITIONS).announce_wait(issued, work)
    staffing = staffing_of(known.service, work=work, now=now)
    return IssuedTicket(
        known.id, known.ticket, known.service, known.lane, known.issued.at, issued.people_ahead, wait,
        f"{parts.public_url}/t#{known.reprints}", staffing.open, staffing.begins_at,
    )  # fmt: skip


def with_code(stored: Answer, secret: HallSecret) -> Answer:
    """Return the stored answer of a ticket given out with the code that opens the visitor's page."""
    ticket = json.loads(stored.body)
    page, _, reprints = ticket["status_url"].rpartition("#")
    ticket["status_url"] = f"{page}#{visit_code(secret, VisitId(ticket['visit']), int(reprints))}"
    return replace(stored, body=json_line(ticket))


@routes.get("/visits", openapi_extra=documented(answer=VisitView) | {"parameters": TICKET_QUERY})
async def by_ticket(call: Call) -> Response:
    """Find a visit of the service day by the number on its ticket."""
    ticket = call.query_params.get("ticket")
    if not ticket or len(ticket) > 20:
        raise field_invalid("ticket", "expected a ticket's number, as in ?ticket=A047")
    check_text(ticket, "ticket")
    scope = call.partner()
    return told(await call.ask(lambda work, _now: visible_view(call, _found(work, ticket, scope))))


def _found(work: QueueWork, ticket: str, scope: PartnerScope | None) -> Visit:
    day = work.days.latest()
    visit = work.visits.by_ticket(day.day, as_printed(ticket)) if day else None
    if visit is None or (scope is not None and not scope.sees_stage(visit.stage)):
        raise TicketUnknownError(f"no visit of this service day has the number {ticket}")
    return visit


# Before the path of one visit: a device that has read a ticket knows its code and not its visit.
@routes.get("/visits/by-code", openapi_extra=documented(answer=ScannedVisit) | {"parameters": CODE_HEADER})
async def by_code(call: Call) -> Response:
    """Find a visit of the service day by the code in its ticket's QR, for devices in the hall: no limit of tries."""
    hashed, parts = code_hash(given_code(call)), call.parts
    return told(await call.ask(lambda work, now: of_code(hashed, work, now, parts)))


@routes.get("/visits/{visit}", openapi_extra=documented(answer=VisitView))
async def one_visit(call: Call) -> Response:
    """Return one visit."""
    visit = call.visit()
    return told(await call.ask(lambda work, _now: visible_view(call, work.visits.get(visit))))


@routes.post("/visits/{visit}/cancel", openapi_extra=documented(answer=VisitView))
async def give_up(call: Call) -> Response:
    """Cancel a waiting visit."""
    await call.read(Nothing)
    command = Cancel(call.visit(), call.caller.name)
    return await call.run(lambda work, now: said(200, visible_view(call, cancel(command, work=work, now=now))))


@routes.post("/visits/{visit}/reinstate", openapi_extra=documented(ReinstateRequest, VisitView))
async def let_wait_again(call: Call) -> Response:
    """Let a missed visit wait again."""
    body = await call.read(ReinstateRequest)
    command = Reinstate(call.visit(), call.caller.name, body.reason)
    return await call.run(lambda work, now: said(200, visible_view(call, reinstate(command, work=work, now=now))))


@routes.post("/visits/{visit}/bring-back", openapi_extra=documented(answer=VisitView))
async def back_into_today(call: Call) -> Response:
    """Let a visit that the close of the day ended wait again today."""
    await call.read(Nothing)
    command = BringBack(call.visit(), call.caller.name)
    return await call.run(lambda work, now: said(200, visible_view(call, bring_back(command, work=work, now=now))))


@routes.post("/visits/{visit}/lane", openapi_extra=documented(LaneRequest, VisitView))
async def give_priority(call: Call) -> Response:
    """Give a waiting visit priority, or take it back."""
    body = await call.read(LaneRequest)
    if body.lane not in {Lane.PRIORITY, Lane.STANDARD}:
        raise field_invalid("lane", "expected priority, or standard to take it back")
    command = ChangeLane(call.visit(), body.lane is Lane.PRIORITY, call.caller.name, body.reason)
    return await call.run(lambda work, now: said(200, visible_view(call, change_lane(command, work=work, now=now))))
