"""Enquiries over HTTP: counted by topic and channel, or left open until their answer is confirmed."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from starlette.responses import Response

from contracts.enquiries.answers import (
    AnswerRequest,
    EnquiriesView,
    EnquiryPhoneRequest,
    EnquiryPhoneView,
    EnquiryRequest,
    EnquiryView,
    HandOnRequest,
)
from hall.enquiries.commands.call_back import (
    LeaveCallBack,
    ReadCallBack,
    Seal,
    find_enquiry,
    leave_call_back,
    read_call_back,
)
from hall.enquiries.commands.enquiries import (
    Answered,
    Confirm,
    HandOn,
    Receive,
    answer,
    confirm,
    enquiries_view,
    enquiry_view,
    hand_on,
    receive,
)
from hall.enquiries.model.enquiry import Enquiry
from hall.enquiries.work import EnquiriesWork
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.kernel.refusals import NoPhoneLeftError
from hall.platform.web.bodies import Nothing, given_callable
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.platform.web.days_asked import FROM_AND_TO, span_asked
from hall.platform.web.problems import field_invalid

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["enquiries"])
VIEW = documented(answer=EnquiryView)
Move = Callable[[EnquiriesWork, Moment], Enquiry]


@routes.post("/enquiries", status_code=201, openapi_extra=documented(EnquiryRequest, EnquiryView, status=201))
async def come(call: Call) -> Response:
    """Count an enquiry, or leave it open."""
    body = await call.read(EnquiryRequest)
    if body.phone is not None and not (body.question or "").strip():
        raise field_invalid("phone", "a number to call back is kept only with a question that is left open")
    seal = _seal(call, given_callable(body.phone))
    command = Receive(body.topic, body.channel, body.question, call.caller.name, seal)
    return await _moved(call, lambda work, now: receive(command, work=work, now=now), 201, untold="phone")


@routes.get("/enquiries", openapi_extra=documented(answer=EnquiriesView) | FROM_AND_TO)
async def the_enquiries(call: Call) -> Response:
    """Return the open ones and the counts of the days asked for."""
    first, last = span_asked(call)
    own = None if call.partner() is None else call.caller.name
    return told(await call.ask(lambda work, now: enquiries_view(first, last, work=work, now=now, own=own)))


@routes.post("/enquiries/{enquiry}/hand-on", openapi_extra=documented(HandOnRequest, EnquiryView))
async def to_somebody(call: Call) -> Response:
    """Hand it on: a call-back task."""
    body = await call.read(HandOnRequest)
    if not body.to.strip():
        raise field_invalid("to", "expected who finds the answer")
    command = HandOn(_number(call), body.to, call.caller.name)
    return await _moved(call, lambda work, now: hand_on(command, work=work, now=now))


@routes.post("/enquiries/{enquiry}/answer", openapi_extra=documented(AnswerRequest, EnquiryView))
async def has_answer(call: Call) -> Response:
    """Enter the answer."""
    body = await call.read(AnswerRequest)
    if not body.text.strip():
        raise field_invalid("text", "expected the answer")
    command = Answered(_number(call), body.text, call.caller.name)
    return await _moved(call, lambda work, now: answer(command, work=work, now=now))


@routes.post("/enquiries/{enquiry}/confirm", openapi_extra=VIEW)
async def is_confirmed(call: Call) -> Response:
    """Close it: whoever asked has the answer."""
    await call.read(Nothing)
    command = Confirm(_number(call), call.caller.name)
    return await _moved(call, lambda work, now: confirm(command, work=work, now=now))


@routes.post("/enquiries/{enquiry}/phone", openapi_extra=documented(EnquiryPhoneRequest, EnquiryView))
async def call_back_at(call: Call) -> Response:
    """Keep a number to call back, or erase it. The answer repeats nothing of it."""
    body = await call.read(EnquiryPhoneRequest)
    command = LeaveCallBack(_number(call), _seal(call, given_callable(body.phone)), call.caller.name)
    return await _moved(call, lambda work, now: leave_call_back(command, work=work, now=now), untold="phone")


@routes.get("/enquiries/{enquiry}/phone", openapi_extra=documented(answer=EnquiryPhoneView))
async def phone_to_call(call: Call) -> Response:
    """Return the number to whoever is about to call; that it was read is a fact."""
    command = ReadCallBack(_number(call), call.caller.name)

    def run(work: EnquiriesWork, _now: Moment) -> Answer:
        day, sealed = read_call_back(command, work=work)
        phone = call.parts.security.phones.open(day, _sealed_for(command.number), sealed)
        if phone is None:  # the day's key is gone: what is left of the number is noise
            raise NoPhoneLeftError(f"the telephone number of enquiry {command.number} is erased")
        return said(200, EnquiryPhoneView(phone))

    return await call.run_unkept(run)


async def _moved(call: Call, move: Move, status: int = 200, *, untold: str = "") -> Response:
    return await call.run_and_show(lambda work, now: move(work, now).number, _shown, status, untold=untold)


def _shown(number: int, work: EnquiriesWork, now: Moment) -> EnquiryView:
    phone = work.enquiries.phone(number) is not None
    return enquiry_view(find_enquiry(number, work), work.settings, now, phone=phone)


def _seal(call: Call, phone: str | None) -> Seal | None:
    seal = call.parts.security.phones.seal
    return None if phone is None else lambda day, number: seal(day, _sealed_for(number), phone)


def _sealed_for(number: int) -> str:
    return f"enquiry {number}"


def _number(call: Call) -> int:
    text: str = call.path_params["enquiry"]
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise field_invalid("enquiry", f"expected an enquiry's number, got {text[:40]!r}")
    return int(text)
