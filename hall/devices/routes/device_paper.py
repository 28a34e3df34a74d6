"""Paper at a device: what staff did there, how the roll stands, what it printed, and its newest tickets."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.devices.paper import PaperView, PrintedTicket, PrintedTickets
from contracts.queue.bodies import DeviceActRequest, PrintRequest
from hall.devices.commands.act_at_device import ActAtDevice, act_at_device
from hall.devices.commands.record_print import RecordPrint, record_print
from hall.devices.model.print_ports import PrintAttempt
from hall.devices.queries import newest_prints, paper_view
from hall.devices.routes.devices import acting_device, check_known, path_device
from hall.devices.work import DevicesWork
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.security.access import Role, own_device
from hall.platform.web.call import NO_CONTENT, PREFIX, Call, HallRoute, documented, told
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.problems import field_invalid
from hall.queue.model.visit import Visit
from hall.queue.routes.ticket_of_visit import ticket_again

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["devices"])
NEWEST = 12
"""Tickets offered for a reprint: what one screen of a kiosk shows."""
LONGEST_ACT_S = 86_400
LONGEST_TICKET_MM = 1000


@routes.post("/devices/{device}/acts", status_code=204, openapi_extra=documented(DeviceActRequest, status=204))
async def acted(call: Call) -> Response:
    """Take note of what was done at a device, of a change of its paper, or of its start."""
    body = await call.read(DeviceActRequest)
    device = acting_device(call)
    if body.took_s is not None and not 0 <= body.took_s <= LONGEST_ACT_S:
        raise field_invalid("took_s", f"expected seconds from 0 to {LONGEST_ACT_S}")
    command = ActAtDevice(device, body.act, body.by, body.took_s)

    def run(work: DevicesWork, now: Moment) -> Answer:
        check_known(device, work)
        act_at_device(command, work=work, now=now)
        return NO_CONTENT

    return await call.run(run)


@routes.get("/devices/{device}/paper", openapi_extra=documented(answer=PaperView))
async def paper(call: Call) -> Response:
    """Return the roll in the device's printer, and what it is good for."""
    device = path_device(call)
    own_device(call.caller, device)

    def ask(work: DevicesWork, _now: Moment) -> PaperView:
        check_known(device, work)
        return paper_view(device, work=work)

    return told(await call.ask(ask))


@routes.get("/devices/{device}/prints", openapi_extra=documented(answer=PrintedTickets))
async def prints(call: Call) -> Response:
    """Return the device's newest tickets whose visits may still be called, newest first; staff print them again."""
    device = path_device(call)
    own_device(call.caller, device)

    def ask(work: DevicesWork, now: Moment) -> PrintedTickets:
        check_known(device, work)
        found = newest_prints(device, NEWEST, work=work)
        return PrintedTickets(tuple(_printed(visit, one, call.parts, work, now) for visit, one in found))

    return told(await call.ask(ask))


def _printed(visit: Visit, attempt: PrintAttempt, parts: Dependencies, work: DevicesWork, now: Moment) -> PrintedTicket:
    # The code is derived, so the QR is that of the paper before: staff at a kiosk print what did not come out.
    return PrintedTicket(ticket_again(visit, parts, work, now), attempt.state, attempt.at.at)


@routes.post("/visits/{visit}/prints", status_code=204, openapi_extra=documented(PrintRequest, status=204))
async def printed(call: Call) -> Response:
    """Store what is known of an attempt to print the ticket."""
    body = await call.read(PrintRequest)
    if call.caller.role is Role.KIOSK:
        own_device(call.caller, body.device)
    if body.paper_mm is not None and not 0 < body.paper_mm <= LONGEST_TICKET_MM:
        raise field_invalid("paper_mm", f"expected millimetres from 1 to {LONGEST_TICKET_MM}")
    command = RecordPrint(call.visit(), body.attempt, body.state, body.device, body.reason, body.copy, body.paper_mm)

    def run(work: DevicesWork, now: Moment) -> Answer:
        record_print(command, work=work, now=now)
        return NO_CONTENT

    return await call.run(run)
