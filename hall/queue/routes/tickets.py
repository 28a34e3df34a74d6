"""Tickets: issue, look up, cancel, reinstate and priority."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, QueryParameter

from contracts.queue.answers import IssuedTicket, ScannedVisit, VisitView
from contracts.queue.bodies import IssueRequest, LaneRequest, ReinstateRequest
from contracts.words.hall import Lane
from hall.kernel.callers import Answer
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.partner import PartnerScope
from hall.kernel.refusals import TicketUnknownError
from hall.platform.live.audience import bare_visit, without_notes
from hall.platform.live.sse import json_line
from hall.platform.security.access import Caller, Role
from hall.platform.security.secret import HallSecret
from hall.platform.security.visit_code import code_hash, visit_code
from hall.platform.web.answers import said, stored_answer
from hall.platform.web.bodies import check_text, given_phone
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.fresh_ids import visit_id
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.commands import issue_ticket as commands
from hall.queue.commands.issue_ticket import Issued, IssueTicket
from hall.queue.commands.reception.bring_back import BringBack, bring_back
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.commands.reception.change_lane import ChangeLane, change_lane
from hall.queue.commands.reception.reinstate import Reinstate, reinstate
from hall.queue.model.numbers.ticket_number import as_printed
from hall.queue.model.visit import Visit
from hall.queue.queries.staffing import staffing_of
from hall.queue.queries.visit_view import visit_view
from hall.queue.routes.board import of_code
from hall.queue.routes.from_other_capabilities import ADDITIONS
from hall.queue.work import QueueWork

PUBLIC = frozenset({Role.KIOSK, Role.AUDITOR})
"""Roles that read a visit without agents."""
STAFF = frozenset({Role.AGENT, Role.HEAD})
"""Roles that read the notes agents leave each other."""


def visible_view(request: HallRequest, visit: Visit) -> VisitView:
    """Return a visit as the caller may see it."""
    return shown_to(request.caller, visit_view(visit, notes=request.caller.role in STAFF))


def shown_to(caller: Caller, view: VisitView) -> VisitView:
    """Return what the caller may see of a view: an agent reads the notes of visits at his own counter alone."""
    if caller.role in PUBLIC:
        return bare_visit(view)
    elsewhere = caller.role is Role.AGENT and view.counter != caller.counter
    return without_notes(view) if elsewhere else view


@post("/visits", unstored_field="phone")
async def issue_ticket(request: HallRequest, data: JSONBody[IssueRequest], key: OptionalKey) -> Response[IssuedTicket]:
    """Give out a ticket."""
    parts = request.parts
    visit = visit_id(data.visit, parts.clock.now().at)
    command = IssueTicket(
        visit,
        ServiceCode(data.service),
        request.caller.name,
        data.visitor_kind,
        data.priority,
        data.language,
        code_hash(visit_code(parts.security.secret, visit)),
    )
    number = given_phone(data.phone)

    def run(work: QueueWork, now: Moment) -> Answer:
        issued = commands.issue_ticket(command, work=work, now=now)
        known = issued.visit
        # A retry finds the number kept already, or taken back since.
        if number is not None and work.settings.kiosk.phone and not issued.repeated:
            parts.get(ADDITIONS).keep_number(known.id, number, request.caller.name, work, now)
        return said(201, issued_ticket(issued, parts, work, now))

    return stored_answer(with_code(await request.answer_of(run, key), parts.security.secret))


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


@get("/visits")
async def find_visit_by_ticket(
    request: HallRequest, ticket: Annotated[str, QueryParameter(description="As printed, A047.")]
) -> VisitView:
    """Find a visit of the service day by the number on its ticket."""
    if not ticket or len(ticket) > 20:
        raise field_invalid("ticket", "expected a ticket's number, as in ?ticket=A047")
    check_text(ticket, "ticket")
    scope = request.partner()
    return await request.ask(lambda work, _now: visible_view(request, _found(work, ticket, scope)))


def _found(work: QueueWork, ticket: str, scope: PartnerScope | None) -> Visit:
    day = work.days.latest()
    visit = work.visits.by_ticket(day.day, as_printed(ticket)) if day else None
    if visit is None or (scope is not None and not scope.sees_stage(visit.stage)):
        raise TicketUnknownError(f"no visit of this service day has the number {ticket}")
    return visit


@get("/visits/by-code")
async def find_visit_by_code(request: HallRequest, given_code: NamedDependency[str]) -> ScannedVisit:
    """Find a visit of the service day by the code in its ticket's QR, for devices in the hall: no limit of tries."""
    hashed, parts = code_hash(given_code), request.parts
    return await request.ask(lambda work, now: of_code(hashed, work, now, parts))


@get("/visits/{visit:str}")
async def show_visit(request: HallRequest, visit_id: NamedDependency[VisitId]) -> VisitView:
    """Return one visit."""
    return await request.ask(lambda work, _now: visible_view(request, work.visits.get(visit_id)))


@post("/visits/{visit:str}/cancel", status_code=200)
async def cancel_visit(
    request: HallRequest, visit_id: NamedDependency[VisitId], key: OptionalKey
) -> Response[VisitView]:
    """Cancel a waiting visit."""
    command = Cancel(visit_id, request.caller.name)
    return await request.run(
        lambda work, now: said(200, visible_view(request, cancel(command, work=work, now=now))), key
    )


@post("/visits/{visit:str}/reinstate", status_code=200)
async def reinstate_visit(
    request: HallRequest, data: JSONBody[ReinstateRequest], visit_id: NamedDependency[VisitId], key: OptionalKey
) -> Response[VisitView]:
    """Let a missed visit wait again."""
    command = Reinstate(visit_id, request.caller.name, data.reason)
    return await request.run(
        lambda work, now: said(200, visible_view(request, reinstate(command, work=work, now=now))), key
    )


@post("/visits/{visit:str}/bring-back", status_code=200)
async def bring_visit_back(
    request: HallRequest, visit_id: NamedDependency[VisitId], key: OptionalKey
) -> Response[VisitView]:
    """Let a visit that the close of the day ended wait again today."""
    command = BringBack(visit_id, request.caller.name)
    return await request.run(
        lambda work, now: said(200, visible_view(request, bring_back(command, work=work, now=now))), key
    )


@post("/visits/{visit:str}/lane", status_code=200)
async def set_lane_of_visit(
    request: HallRequest, data: JSONBody[LaneRequest], visit_id: NamedDependency[VisitId], key: OptionalKey
) -> Response[VisitView]:
    """Give a waiting visit priority, or take it back."""
    if data.lane not in {Lane.PRIORITY, Lane.STANDARD}:
        raise field_invalid("lane", "expected priority, or standard to take it back")
    command = ChangeLane(visit_id, data.lane is Lane.PRIORITY, request.caller.name, data.reason)
    return await request.run(
        lambda work, now: said(200, visible_view(request, change_lane(command, work=work, now=now))), key
    )


routes = Router(
    "/",
    route_handlers=[
        issue_ticket,
        find_visit_by_ticket,
        find_visit_by_code,
        show_visit,
        cancel_visit,
        reinstate_visit,
        bring_visit_back,
        set_lane_of_visit,
    ],
    tags=["visits"],
)
