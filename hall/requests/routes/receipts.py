"""The receipt of a request: what stands on it, and which kiosk prints it."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.responses import Response

from contracts.queue.queues_view import DeviceNow
from contracts.requests.answers import ReceiptView
from hall.kernel.callers import Answer
from hall.kernel.ids import DeviceId
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts
from hall.kernel.refusals import NoReceiptPrinterError
from hall.kernel.request_settings import names_of
from hall.kernel.settings import HallSettings
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import NO_CONTENT, PREFIX, Call, HallRoute, documented, told
from hall.queue.routes.kiosk_for_paper import best_kiosk, devices_heard
from hall.requests.commands.move_request import find_request
from hall.requests.model.facts import ReceiptAsked
from hall.requests.model.request import Request
from hall.requests.work import RequestsWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["requests"])


@routes.get("/requests/{number:path}/receipt", openapi_extra=documented(answer=ReceiptView))
async def the_receipt(call: Call) -> Response:
    """Return what stands on the receipt."""
    number = call.path_params["number"]
    return told(await call.ask(lambda work, _now: receipt_view(find_request(number, work), work.settings)))


@routes.post("/requests/{number:path}/receipt", status_code=204, openapi_extra=documented(status=204))
async def print_it(call: Call) -> Response:
    """Have a kiosk print the receipt, also once more."""
    await call.read(Nothing)
    number = call.path_params["number"]

    def run(work: RequestsWork, now: Moment) -> Answer:
        if ask_for([find_request(number, work).number], call.caller.name, work, devices_heard(call, work, now)) is None:
            raise NoReceiptPrinterError("no kiosk of this hall can print now; give the number by word or on paper")
        return NO_CONTENT

    return await call.run(run)


def ask_for(numbers: Sequence[str], by: str, work: RecordsFacts, devices: Sequence[DeviceNow]) -> DeviceNow | None:
    """Have the best kiosk print the receipts of these requests; return it, or None where none can."""
    kiosk = best_kiosk(devices)
    if kiosk is not None:
        for number in numbers:
            work.record(ReceiptAsked(number, DeviceId(kiosk.device), by))
    return kiosk


def receipt_view(request: Request, settings: HallSettings) -> ReceiptView:
    """Return what stands on the receipt of a request; a copy says the date that holds now."""
    return ReceiptView(
        shown=request.shown,
        hall_names=dict(settings.names),
        topic_names=names_of(settings.requests.topics, request.topic),
        directorate_names=names_of(settings.requests.directorates, request.directorate),
        registered_at=request.registered,
        latest=request.latest,
        latest_expected=request.latest_expected,
    )
