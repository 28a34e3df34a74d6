"""A ticket on paper or on a screen: shown to kiosks that print it, and printed anew for whoever lost it."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.responses import Response

from common.qr import qr_rows
from contracts.codec.message import replace
from contracts.queue.queues_view import DeviceNow
from contracts.queue.reception import TicketRequest, TicketShown
from hall.kernel.ids import DeviceId, VisitId
from hall.kernel.moment import Moment
from hall.platform.refusals import DeviceUnknownError
from hall.platform.security.access import Role
from hall.platform.security.visit_code import code_hash, visit_code
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, told
from hall.platform.web.dependencies import Dependencies
from hall.queue.model.refusals import PrinterUnableError, VisitOverError
from hall.queue.model.visit import Visit
from hall.queue.queries.ticket_paper import AskTicket, Reprint, ask_ticket, reprint
from hall.queue.routes.kiosk_for_paper import IN_ORDER
from hall.queue.routes.ticket_of_visit import ticket_again
from hall.queue.work import QueueWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["reception"])


@routes.get("/visits/{visit}/ticket", openapi_extra=documented(answer=TicketShown))
async def the_ticket(call: Call) -> Response:
    """Return what stands on the ticket of a visit that may still be called."""
    visit, with_qr = call.visit(), call.caller.role is not Role.KIOSK

    def ask(work: QueueWork, now: Moment) -> TicketShown:
        found = work.visits.get(visit)
        if not found.holds_ticket:
            raise VisitOverError(f"the visit of {found.ticket or found.id} is {found.state.value}")
        return ticket_shown(found, call.parts, work, now, with_qr=with_qr)

    return told(await call.ask(ask))


@routes.post("/visits/{visit}/ticket", openapi_extra=documented(TicketRequest, TicketShown))
async def give_paper(call: Call) -> Response:
    """Have the ticket printed or shown; with `reprints` under another code, so that a lost one is worth nothing."""
    body = await call.read(TicketRequest)
    visit, by, parts = call.visit(), call.caller.name, call.parts
    device = None if body.at_device is None else DeviceId(body.at_device)

    def run(work: QueueWork, now: Moment) -> str:
        if device is not None:
            check_prints(device, work.identities.devices())
        if body.reprints is not None:
            hashed = lambda many: code_hash(visit_code(parts.security.secret, visit, many))  # noqa: E731 - one use
            found = reprint(Reprint(visit, hashed, body.reprints, by, device), work=work, now=now)
        elif device is not None:
            found = ask_ticket(AskTicket(visit, device, by), work=work, now=now)
        else:
            found = work.visits.get(visit)
        return found.id

    def show(found: str, work: QueueWork, now: Moment) -> TicketShown:
        shown = ticket_shown(work.visits.get(VisitId(found)), parts, work, now, with_qr=True)
        return replace(shown, at_device=body.at_device)

    return await call.run_and_show(run, show)


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
