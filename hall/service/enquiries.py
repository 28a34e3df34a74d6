"""Enquiries over HTTP: counted by topic and channel, or left open until their answer is confirmed."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from starlette.responses import Response

from contracts.enquiry_answers import AnswerRequest, EnquiriesView, EnquiryRequest, EnquiryView, HandOnRequest
from hall.application.enquiries import (
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
from hall.domain.enquiry import Enquiry
from hall.domain.moment import Moment
from hall.service.bodies import Nothing
from hall.service.call import PREFIX, Call, HallRoute, documented, said, told
from hall.service.days_asked import day_asked
from hall.service.ports import Answer, ServiceWork
from hall.service.problems import field_invalid

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["enquiries"])
VIEW = documented(answer=EnquiryView)
SPAN = 800
_DAY = {"in": "query", "required": False, "schema": {"type": "string", "format": "date"}}
BETWEEN = {"parameters": [_DAY | {"name": "from"}, _DAY | {"name": "to"}]}
Move = Callable[[ServiceWork, Moment], Enquiry]


@routes.post("/enquiries", status_code=201, openapi_extra=documented(EnquiryRequest, EnquiryView, status=201))
async def come(call: Call) -> Response:
    """Count an enquiry, or leave it open."""
    body = await call.read(EnquiryRequest)
    command = Receive(body.topic, body.channel, body.question, call.caller.name)
    return await _moved(call, lambda work, now: receive(command, work=work, now=now), 201)


@routes.get("/enquiries", openapi_extra=documented(answer=EnquiriesView) | BETWEEN)
async def the_enquiries(call: Call) -> Response:
    """Return the open ones and the counts of the days asked for."""
    first, last = day_asked(call, "from"), day_asked(call, "to")
    if first is not None and last is not None and not 0 <= (last - first).days < SPAN:
        raise field_invalid("to", f"expected a day within {SPAN} days of `from`")
    if (first is None) is not (last is None):
        raise field_invalid("to", "expected both `from` and `to`, or neither")
    return told(await call.ask(lambda work, now: enquiries_view(first, last, work=work, now=now)))


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


async def _moved(call: Call, move: Move, status: int = 200) -> Response:
    def run(work: ServiceWork, now: Moment) -> Answer:
        return said(status, enquiry_view(move(work, now), work.settings, now))

    return await call.run(run)


def _number(call: Call) -> int:
    text: str = call.path_params["enquiry"]
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise field_invalid("enquiry", f"expected an enquiry's number, got {text[:40]!r}")
    return int(text)
