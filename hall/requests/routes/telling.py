"""Calling a visitor with the reply to a request: store the number, read it for the call, mark the visitor informed."""

from __future__ import annotations

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from contracts.requests.answers import RequestPhoneView, RequestView
from contracts.requests.bodies import RequestPhoneRequest
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.kernel.refusals import NoPhoneLeftError
from hall.platform.web.answers import NO_CONTENT, said
from hall.platform.web.bodies import given_phone
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.requests.commands.move_request import LeaveNumber, Tell, leave_number, note_told
from hall.requests.commands.read_phone import ReadPhone, read_phone
from hall.requests.routes.number_in_path import REQUEST_NUMBER
from hall.requests.routes.requests import moved
from hall.requests.work import RequestsWork


@post("/requests/{number:str}/phone", status_code=204, unstored_field="phone")
async def set_phone_of_request(
    request: HallRequest, data: JSONBody[RequestPhoneRequest], request_number: NamedDependency[str], key: OptionalKey
) -> Response[None]:
    """Store a telephone number for the reply. The answer does not repeat it."""
    phone, seal = given_phone(data.phone) or "", request.parts.security.phones.seal

    def run(work: RequestsWork, now: Moment) -> Answer:
        sealed = LeaveNumber(request_number, lambda day, of: seal(day, of, phone), data.language, request.caller.name)
        leave_number(sealed, work=work, now=now)
        return NO_CONTENT

    return await request.run(run, key)


@get("/requests/{number:str}/phone")
async def show_phone_of_request(
    request: HallRequest, request_number: NamedDependency[str]
) -> Response[RequestPhoneView]:
    """Return the number to the agent who is about to call; the reading is recorded as a fact."""
    command = ReadPhone(request_number, request.caller.name)

    def run(work: RequestsWork, _now: Moment) -> Answer:
        kept = read_phone(command, work=work)
        phone = request.parts.security.phones.open(kept.day, kept.number, kept.sealed)
        if phone is None:  # the day's key is gone: what is left of the number is noise
            raise NoPhoneLeftError(f"the telephone number of request {kept.number} is erased")
        return said(200, RequestPhoneView(phone, kept.language))

    return await request.run(run, None)


@post("/requests/{number:str}/told", status_code=200)
async def mark_request_told(
    request: HallRequest, request_number: NamedDependency[str], key: OptionalKey
) -> Response[RequestView]:
    """Mark that an agent has called the visitor with the reply."""
    command = Tell(request_number, request.caller.name)
    return await moved(request, key, lambda work, now: note_told(command, work=work, now=now))


routes = Router(
    "/",
    route_handlers=[set_phone_of_request, show_phone_of_request, mark_request_told],
    dependencies=REQUEST_NUMBER,
    tags=["requests"],
)
