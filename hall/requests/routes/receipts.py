"""The receipt of a request: what stands on it, and which kiosk prints it."""

from __future__ import annotations

from collections.abc import Sequence

from litestar import Response, Router, get, post
from litestar.di import NamedDependency

from contracts.queue.queues_view import DeviceNow
from contracts.requests.answers import ReceiptView
from hall.kernel.callers import Answer
from hall.kernel.ids import DeviceId
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts
from hall.kernel.refusals import NoReceiptPrinterError
from hall.kernel.request_settings import names_of
from hall.kernel.settings import HallSettings
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.queue.routes.kiosk_for_paper import best_kiosk, devices_heard
from hall.requests.commands.move_request import find_request
from hall.requests.model.facts import ReceiptAsked
from hall.requests.model.request import Request
from hall.requests.routes.number_in_path import REQUEST_NUMBER
from hall.requests.work import RequestsWork


@get("/requests/{number:str}/receipt")
async def show_receipt(request: HallRequest, request_number: NamedDependency[str]) -> ReceiptView:
    """Return what stands on the receipt."""
    return await request.ask(lambda work, _now: receipt_view(find_request(request_number, work), work.settings))


@post("/requests/{number:str}/receipt", status_code=204)
async def print_receipt(request: HallRequest, request_number: NamedDependency[str], key: OptionalKey) -> Response[None]:
    """Have a kiosk print the receipt, also once more."""

    def run(work: RequestsWork, now: Moment) -> Answer:
        number, devices = find_request(request_number, work).number, devices_heard(request, work, now)
        if ask_for([number], request.caller.name, work, devices) is None:
            raise NoReceiptPrinterError("no kiosk of this hall can print now; give the number by word or on paper")
        return NO_CONTENT

    return await request.run(run, key)


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
        topic_names=names_of(settings.choices.topics, request.topic),
        directorate_names=names_of(settings.choices.directorates, request.directorate),
        registered_at=request.registered,
        latest=request.latest,
        latest_expected=request.latest_expected,
    )


routes = Router("/", route_handlers=[show_receipt, print_receipt], dependencies=REQUEST_NUMBER, tags=["requests"])
