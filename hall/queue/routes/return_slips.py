"""The paper with the code to come back with: what stands on it, and which kiosk prints it."""

from __future__ import annotations

from collections.abc import Sequence

from litestar import Response, Router, get, post
from litestar.di import NamedDependency

from contracts.queue.answers import ReturnView
from contracts.queue.queues_view import DeviceNow
from hall.kernel.callers import Answer
from hall.kernel.ids import DeviceId, VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import NoReceiptPrinterError, ReturnUnknownError
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.queue.model.facts import ReturnSlipAsked
from hall.queue.model.return_slip import ReturnSlip
from hall.queue.routes.endings import slip_view
from hall.queue.routes.kiosk_for_paper import best_kiosk, devices_heard
from hall.queue.work import QueueWork


@get("/visits/{visit:str}/return-slip")
async def show_return_slip(request: HallRequest, visit_id: NamedDependency[VisitId]) -> ReturnView:
    """Return what stands on the slip."""
    return await request.ask(lambda work, now: slip_view(_left_by(visit_id, work), work, now))


@post("/visits/{visit:str}/return-slip", status_code=204)
async def print_return_slip(
    request: HallRequest, visit_id: NamedDependency[VisitId], key: OptionalKey
) -> Response[None]:
    """Have a kiosk print the slip, also once more."""

    def run(work: QueueWork, now: Moment) -> Answer:
        if ask_for_slip(_left_by(visit_id, work), request.caller.name, work, devices_heard(request, work, now)) is None:
            raise NoReceiptPrinterError("no kiosk of this hall can print now; tell the code by word or on paper")
        return NO_CONTENT

    return await request.run(run, key)


def ask_for_slip(slip: ReturnSlip, by: str, work: QueueWork, devices: Sequence[DeviceNow]) -> DeviceNow | None:
    """Have the best kiosk print the slip; return it, or None where none can."""
    kiosk = best_kiosk(devices)
    if kiosk is not None:
        ticket = work.visits.get(slip.visit).ticket
        work.record(ReturnSlipAsked(slip.visit, ticket, slip.service, DeviceId(kiosk.device), by))
    return kiosk


def _left_by(visit: VisitId, work: QueueWork) -> ReturnSlip:
    slip = work.returns.of_visit(work.visits.get(visit).id)
    if slip is None:
        raise ReturnUnknownError("this visit left no code to come back with")
    return slip


routes = Router("/", route_handlers=[show_return_slip, print_return_slip], tags=["visits"])
