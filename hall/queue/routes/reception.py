"""Reception: list who is in the hall, find and reprint a lost ticket, and correct wrong entries."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from contracts.queue.answers import VisitView
from contracts.queue.bodies import GroupRequest
from contracts.queue.reception import (
    DeskPrinter,
    FindRequest,
    FoundDesk,
    ReceptionView,
    ServiceChangeRequest,
)
from hall.calendar.shown_day import shown_day
from hall.kernel.callers import Answer
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.platform.web.answers import said
from hall.platform.web.bodies import check_text, given_phone
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.commands.link_group import UnlinkGroup, unlink_group
from hall.queue.commands.reception.change_service import ChangeService, change_service
from hall.queue.queries.find_visits import FindVisits, find_visits
from hall.queue.queries.reception import at_reception, desk_visits
from hall.queue.queries.visit_view import visit_view
from hall.queue.routes.from_other_capabilities import ADDITIONS
from hall.queue.routes.ranking import LARGEST_GROUP
from hall.queue.routes.tickets import visible_view
from hall.queue.work import QueueWork

LONGEST_TICKET = 20


@get("/reception")
async def show_reception(request: HallRequest) -> ReceptionView:
    """Return who is in the hall, and the kiosks that print."""

    def ask(work: QueueWork, now: Moment) -> ReceptionView:
        visits, more = at_reception(work=work, now=now)
        day = shown_day(work, now)
        kiosks = sorted(
            (DeskPrinter(one.device, one.name, one.state) for one in work.identities.devices() if one.kind == "kiosk"),
            key=lambda one: (one.name, one.device),
        )
        return ReceptionView(now.at, day.day if day else None, tuple(visits), more, tuple(kiosks))

    return await request.ask(ask)


# Before the path of one visit, which would take the word for a visit's id. A POST, though it changes nothing: a
# telephone number belongs into no address and no log.
@post("/visits/find", status_code=200)
async def find_visits_of_day(request: HallRequest, data: JSONBody[FindRequest]) -> FoundDesk:
    """Find the visits of the day by what is known of a lost ticket."""
    sought, number, with_number = _sought(data), given_phone(data.phone), request.parts.get(ADDITIONS).with_number

    def ask(work: QueueWork, now: Moment) -> FoundDesk:
        def has_phone(day: date) -> Collection[VisitId]:
            return with_number(number or "", day, work)

        command = sought if number is None else replace(sought, has_phone=has_phone)
        if command.service is not None:
            work.settings.service(command.service)
        return FoundDesk(now.at, desk_visits(find_visits(command, work=work, now=now), work=work, now=now))

    return await request.ask(ask)


@post("/visits/unlink", status_code=200)
async def unlink_visits(
    request: HallRequest, data: JSONBody[GroupRequest], key: OptionalKey
) -> Response[list[VisitView]]:
    """Let visits of a group be on their own again."""
    if not 0 < len(data.visits) <= LARGEST_GROUP:
        raise field_invalid("visits", f"expected 1 to {LARGEST_GROUP} visits")
    names = tuple(VisitId(name[:100].lower()) for name in data.visits)
    command = UnlinkGroup(names, request.caller.name)

    def run(work: QueueWork, now: Moment) -> Answer:
        return said(200, [visit_view(visit, notes=True) for visit in unlink_group(command, work=work, now=now)])

    return await request.run(run, key)


@post("/visits/{visit:str}/service", status_code=200)
async def change_service_of_visit(
    request: HallRequest, data: JSONBody[ServiceChangeRequest], visit_id: NamedDependency[VisitId], key: OptionalKey
) -> Response[VisitView]:
    """Let a waiting visit wait for another service."""
    command = ChangeService(visit_id, ServiceCode(data.service), request.caller.name)
    return await request.run(
        lambda work, now: said(200, visible_view(request, change_service(command, work=work, now=now))), key
    )


def _sought(body: FindRequest) -> FindVisits:
    """Return what is looked for; refuse a question that says nothing."""
    if body == FindRequest():
        raise field_invalid("service", "say at least one of service, since, until, ticket and phone")
    begins = (body.ticket or "").strip().upper()
    if len(begins) > LONGEST_TICKET:
        raise field_invalid("ticket", f"expected a ticket's number of at most {LONGEST_TICKET} letters")
    check_text(begins, "ticket")
    return FindVisits(ServiceCode(body.service) if body.service is not None else None, body.since, body.until, begins)


routes = Router(
    "/", route_handlers=[show_reception, find_visits_of_day, unlink_visits, change_service_of_visit], tags=["reception"]
)
