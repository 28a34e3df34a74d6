"""Paper at a device: what staff did there, how the roll stands, what it printed, and its newest tickets."""

from __future__ import annotations

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from contracts.devices.paper import PaperView, PrintedTicket, PrintedTickets
from contracts.queue.bodies import DeviceActRequest, PrintRequest
from hall.devices.commands.act_at_device import ActAtDevice, act_at_device
from hall.devices.commands.record_print import RecordPrint, record_print
from hall.devices.model.print_ports import PrintAttempt
from hall.devices.queries import newest_prints, paper_view
from hall.devices.routes.devices import DEVICE, check_known
from hall.devices.work import DevicesWork
from hall.kernel.callers import Answer
from hall.kernel.ids import DeviceId, VisitId
from hall.kernel.moment import Moment
from hall.platform.security.access import Role, own_device
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.model.visit import Visit
from hall.queue.routes.ticket_of_visit import ticket_again

NEWEST = 12
"""Tickets offered for a reprint: what one screen of a kiosk shows."""
LONGEST_ACT_S = 86_400
LONGEST_TICKET_MM = 1000


@post("/devices/{device:str}/acts", status_code=204)
async def report_act_at_device(
    request: HallRequest, data: JSONBody[DeviceActRequest], acting_device: NamedDependency[DeviceId], key: OptionalKey
) -> Response[None]:
    """Take note of what was done at a device, of a change of its paper, or of its start."""
    if data.took_s is not None and not 0 <= data.took_s <= LONGEST_ACT_S:
        raise field_invalid("took_s", f"expected seconds from 0 to {LONGEST_ACT_S}")
    command = ActAtDevice(acting_device, data.act, data.by, data.took_s)

    def run(work: DevicesWork, now: Moment) -> Answer:
        check_known(acting_device, work)
        act_at_device(command, work=work, now=now)
        return NO_CONTENT

    return await request.run(run, key)


@get("/devices/{device:str}/paper")
async def show_paper_of_device(request: HallRequest, device_id: NamedDependency[DeviceId]) -> PaperView:
    """Return the roll in the device's printer, and what it is good for."""
    own_device(request.caller, device_id)

    def ask(work: DevicesWork, _now: Moment) -> PaperView:
        check_known(device_id, work)
        return paper_view(device_id, work=work)

    return await request.ask(ask)


@get("/devices/{device:str}/prints")
async def list_prints_of_device(request: HallRequest, device_id: NamedDependency[DeviceId]) -> PrintedTickets:
    """Return the device's newest tickets whose visits may still be called, newest first; staff print them again."""
    own_device(request.caller, device_id)

    def ask(work: DevicesWork, now: Moment) -> PrintedTickets:
        check_known(device_id, work)
        found = newest_prints(device_id, NEWEST, work=work)
        return PrintedTickets(tuple(_printed(visit, one, request.parts, work, now) for visit, one in found))

    return await request.ask(ask)


def _printed(visit: Visit, attempt: PrintAttempt, parts: Dependencies, work: DevicesWork, now: Moment) -> PrintedTicket:
    # The code is derived, so the QR is that of the paper before: staff at a kiosk print what did not come out.
    return PrintedTicket(ticket_again(visit, parts, work, now), attempt.state, attempt.at.at)


@post("/visits/{visit:str}/prints", status_code=204)
async def report_print(
    request: HallRequest, data: JSONBody[PrintRequest], visit_id: NamedDependency[VisitId], key: OptionalKey
) -> Response[None]:
    """Store what is known of an attempt to print the ticket."""
    if request.caller.role is Role.KIOSK:
        own_device(request.caller, data.device)
    if data.paper_mm is not None and not 0 < data.paper_mm <= LONGEST_TICKET_MM:
        raise field_invalid("paper_mm", f"expected millimetres from 1 to {LONGEST_TICKET_MM}")
    command = RecordPrint(visit_id, data.attempt, data.state, data.device, data.reason, data.copy, data.paper_mm)

    def run(work: DevicesWork, now: Moment) -> Answer:
        record_print(command, work=work, now=now)
        return NO_CONTENT

    return await request.run(run, key)


routes = Router(
    "/",
    route_handlers=[report_act_at_device, show_paper_of_device, list_prints_of_device, report_print],
    dependencies=DEVICE,
    tags=["devices"],
)
