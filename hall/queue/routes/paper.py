"""A ticket on paper or on a screen: for the kiosk that prints it, and reprinted for a visitor who lost it."""

from __future__ import annotations

from collections.abc import Sequence

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from common.qr import qr_rows
from contracts.codec.message import replace
from contracts.queue.queues_view import DeviceNow
from contracts.queue.reception import TicketRequest, TicketShown
from hall.kernel.ids import DeviceId, VisitId
from hall.kernel.moment import Moment
from hall.platform.refusals import DeviceUnknownError
from hall.platform.security.access import Role
from hall.platform.security.visit_code import code_hash, visit_code
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.queue.model.refusals import PrinterUnableError, VisitOverError
from hall.queue.model.visit import Visit
from hall.queue.queries.ticket_paper import AskTicket, Reprint, ask_ticket, reprint
from hall.queue.routes.kiosk_for_paper import IN_ORDER
from hall.queue.routes.ticket_of_visit import ticket_again
from hall.queue.work import QueueWork
from web.service.openapi import refusals


@get("/visits/{visit:str}/ticket", responses=refusals(409))
async def show_ticket(request: HallRequest, visit_id: NamedDependency[VisitId]) -> TicketShown:
    """Return what stands on the ticket of a visit that may still be called."""
    with_qr = request.caller.role is not Role.KIOSK

    def ask(work: QueueWork, now: Moment) -> TicketShown:
        found = work.visits.get(visit_id)
        if not found.holds_ticket:
            raise VisitOverError(f"the visit of {found.ticket or found.id} is {found.state.value}")
        return ticket_shown(found, request.parts, work, now, with_qr=with_qr)

    return await request.ask(ask)


@post("/visits/{visit:str}/ticket", status_code=200)
async def reprint_ticket(
    request: HallRequest, data: JSONBody[TicketRequest], visit_id: NamedDependency[VisitId], key: OptionalKey
) -> Response[TicketShown]:
    """Have the ticket printed or shown; with `reprints` under another code, so that a lost one is worth nothing."""
    by, parts = request.caller.name, request.parts
    device = None if data.at_device is None else DeviceId(data.at_device)

    def run(work: QueueWork, now: Moment) -> str:
        if device is not None:
            check_prints(device, work.identities.devices())
        if data.reprints is not None:
            hashed = lambda many: code_hash(visit_code(parts.security.secret, visit_id, many))  # noqa: E731 - one use
            found = reprint(Reprint(visit_id, hashed, data.reprints, by, device), work=work, now=now)
        elif device is not None:
            found = ask_ticket(AskTicket(visit_id, device, by), work=work, now=now)
        else:
            found = work.visits.get(visit_id)
        return found.id

    def show(found: str, work: QueueWork, now: Moment) -> TicketShown:
        shown = ticket_shown(work.visits.get(VisitId(found)), parts, work, now, with_qr=True)
        return replace(shown, at_device=data.at_device)

    return await request.run_and_show(run, show, key)


def check_prints(device: DeviceId, devices: Sequence[DeviceNow]) -> None:
    """Refuse a kiosk that is not there, or that said it cannot print."""
    known = next((one for one in devices if one.device == device and one.kind == "kiosk"), None)
    if known is None:
        raise DeviceUnknownError(f"no kiosk {device[:40]!r} is enrolled in this hall")
    if known.state not in IN_ORDER:
        raise PrinterUnableError(f"{known.name} is out of order; choose another kiosk, or show the code")


def ticket_shown(visit: Visit, parts: Dependencies, work: QueueWork, now: Moment, *, with_qr: bool) -> TicketShown:
    """Return the ticket with the code that holds now and the place that its visitor has."""
    ticket = ticket_again(visit, parts, work, now)
    return TicketShown(ticket, visit.reprints, visit.language, _drawn(ticket.status_url) if with_qr else ())


def _drawn(text: str) -> tuple[str, ...]:
    """Return the rows of a QR code as a page draws them: 1 is dark, 0 is not."""
    return tuple("".join("1" if dark else "0" for dark in row) for row in qr_rows(text))


routes = Router("/", route_handlers=[show_ticket, reprint_ticket], tags=["reception"])
