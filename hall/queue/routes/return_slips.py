"""The paper with the code to come back with: what stands on it, and which kiosk prints it."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.responses import Response

from contracts.queue.answers import ReturnView
from contracts.queue.queues_view import DeviceNow
from hall.kernel.callers import Answer
from hall.kernel.ids import DeviceId, VisitId
from hall.kernel.moment import Moment
from hall.kernel.refusals import NoReceiptPrinterError, ReturnUnknownError
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import NO_CONTENT, PREFIX, Call, HallRoute, documented, told
from hall.queue.model.facts import ReturnSlipAsked
from hall.queue.model.return_slip import ReturnSlip
from hall.queue.routes.endings import slip_view
from hall.queue.routes.kiosk_for_paper import best_kiosk, devices_heard
from hall.queue.work import QueueWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["visits"])


@routes.get("/visits/{visit}/return-slip", openapi_extra=documented(answer=ReturnView))
async def the_slip(call: Call) -> Response:
    """Return what stands on the slip."""
    visit = call.visit()
    return told(await call.ask(lambda work, now: slip_view(_left_by(visit, work), work, now)))


@routes.post("/visits/{visit}/return-slip", status_code=204, openapi_extra=documented(status=204))
async def print_it(call: Call) -> Response:
    """Have a kiosk print the slip, also once more."""
    await call.read(Nothing)
    visit = call.visit()

    def run(work: QueueWork, now: Moment) -> Answer:
        if ask_for_slip(_left_by(visit, work), call.caller.name, work, devices_heard(call, work, now)) is None:
            raise NoReceiptPrinterError("no kiosk of this hall can print now; tell the code by word or on paper")
        return NO_CONTENT

    return await call.run(run)


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
