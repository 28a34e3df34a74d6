"""Telling a visitor the reply to a request by a call: the number that was left, who reads it, and that it was told."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.requests.answers import RequestPhoneView, RequestView
from contracts.requests.bodies import RequestPhoneRequest
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.kernel.refusals import NoPhoneLeftError
from hall.platform.web.bodies import Nothing, given_phone
from hall.platform.web.call import NO_CONTENT, PREFIX, Call, HallRoute, documented, said
from hall.requests.commands.move_request import LeaveNumber, Tell, leave_number, note_told
from hall.requests.commands.read_phone import ReadPhone, read_phone
from hall.requests.routes.requests import moved
from hall.requests.work import RequestsWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["requests"])


@routes.post(
    "/requests/{number:path}/phone", status_code=204, openapi_extra=documented(RequestPhoneRequest, status=204)
)
async def leave_phone(call: Call) -> Response:
    """Keep a number to which the reply is told. The answer repeats nothing of it."""
    body = await call.read(RequestPhoneRequest)
    phone, seal = given_phone(body.phone) or "", call.parts.security.phones.seal
    number = call.path_params["number"]

    def run(work: RequestsWork, now: Moment) -> Answer:
        leave_number(LeaveNumber(number, lambda day, of: seal(day, of, phone), body.language), work=work, now=now)
        return NO_CONTENT

    return await call.run(run, untold="phone")


@routes.get("/requests/{number:path}/phone", openapi_extra=documented(answer=RequestPhoneView))
async def phone_to_call(call: Call) -> Response:
    """Return the number to whoever is about to call; that it was read is a fact."""
    command = ReadPhone(call.path_params["number"], call.caller.name)

    def run(work: RequestsWork, _now: Moment) -> Answer:
        kept = read_phone(command, work=work)
        phone = call.parts.security.phones.open(kept.day, kept.number, kept.sealed)
        if phone is None:  # the day's key is gone: what is left of the number is noise
            raise NoPhoneLeftError(f"the telephone number of request {kept.number} is erased")
        return said(200, RequestPhoneView(phone, kept.language))

    return await call.run_unkept(run)


@routes.post("/requests/{number:path}/told", openapi_extra=documented(answer=RequestView))
async def has_told(call: Call) -> Response:
    """Say that the visitor was told by whoever called him."""
    await call.read(Nothing)
    command = Tell(call.path_params["number"], call.caller.name)
    return await moved(call, lambda work, now: note_told(command, work=work, now=now))
