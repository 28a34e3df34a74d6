"""Enquiries over HTTP: counted by topic and channel, or left open until their answer is confirmed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody, PathParameter

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
from hall.kernel.callers import Answer, Key
from hall.kernel.moment import Moment
from hall.kernel.refusals import NoPhoneLeftError
from hall.platform.web.answers import said
from hall.platform.web.bodies import given_callable
from hall.platform.web.days_asked import span_between
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest

Move = Callable[[EnquiriesWork, Moment], Enquiry]


@post("/enquiries", unstored_field="phone")
async def register_enquiry(
    request: HallRequest, data: JSONBody[EnquiryRequest], key: OptionalKey
) -> Response[EnquiryView]:
    """Count an enquiry, or leave it open."""
    if data.phone is not None and not (data.question or "").strip():
        raise field_invalid("phone", "a number to call back is kept only with a question that is left open")
    seal = _seal(request, given_callable(data.phone))
    command = Receive(data.topic, data.channel, data.question, request.caller.name, seal)
    return await _moved(request, key, lambda work, now: receive(command, work=work, now=now), 201)


@get("/enquiries")
async def list_enquiries(
    request: HallRequest, first_day: NamedDependency[date | None], last_day: NamedDependency[date | None]
) -> EnquiriesView:
    """Return the open ones and the counts of the days asked for."""
    first, last = span_between(first_day, last_day)
    own = None if request.partner() is None else request.caller.name
    return await request.ask(lambda work, now: enquiries_view(first, last, work=work, now=now, own=own))


@post("/enquiries/{enquiry:str}/hand-on", status_code=200)
async def assign_enquiry(
    request: HallRequest, data: JSONBody[HandOnRequest], enquiry_number: NamedDependency[int], key: OptionalKey
) -> Response[EnquiryView]:
    """Hand it on: a call-back task."""
    if not data.to.strip():
        raise field_invalid("to", "expected who finds the answer")
    command = HandOn(enquiry_number, data.to, request.caller.name)
    return await _moved(request, key, lambda work, now: hand_on(command, work=work, now=now))


@post("/enquiries/{enquiry:str}/answer", status_code=200)
async def answer_enquiry(
    request: HallRequest, data: JSONBody[AnswerRequest], enquiry_number: NamedDependency[int], key: OptionalKey
) -> Response[EnquiryView]:
    """Enter the answer."""
    if not data.text.strip():
        raise field_invalid("text", "expected the answer")
    command = Answered(enquiry_number, data.text, request.caller.name)
    return await _moved(request, key, lambda work, now: answer(command, work=work, now=now))


@post("/enquiries/{enquiry:str}/confirm", status_code=200)
async def confirm_enquiry(
    request: HallRequest, enquiry_number: NamedDependency[int], key: OptionalKey
) -> Response[EnquiryView]:
    """Close it: the person who asked has the answer."""
    command = Confirm(enquiry_number, request.caller.name)
    return await _moved(request, key, lambda work, now: confirm(command, work=work, now=now))


@post("/enquiries/{enquiry:str}/phone", status_code=200, unstored_field="phone")
async def set_phone_of_enquiry(
    request: HallRequest, data: JSONBody[EnquiryPhoneRequest], enquiry_number: NamedDependency[int], key: OptionalKey
) -> Response[EnquiryView]:
    """Store a number to call back, or erase it. The answer does not repeat it."""
    command = LeaveCallBack(enquiry_number, _seal(request, given_callable(data.phone)), request.caller.name)
    return await _moved(request, key, lambda work, now: leave_call_back(command, work=work, now=now))


@get("/enquiries/{enquiry:str}/phone")
async def show_phone_of_enquiry(
    request: HallRequest, enquiry_number: NamedDependency[int]
) -> Response[EnquiryPhoneView]:
    """Return the number to the agent who is about to call; the reading is recorded as a fact."""
    command = ReadCallBack(enquiry_number, request.caller.name)

    def run(work: EnquiriesWork, _now: Moment) -> Answer:
        day, sealed = read_call_back(command, work=work)
        phone = request.parts.security.phones.open(day, _sealed_for(command.number), sealed)
        if phone is None:  # the day's key is gone: what is left of the number is noise
            raise NoPhoneLeftError(f"the telephone number of enquiry {command.number} is erased")
        return said(200, EnquiryPhoneView(phone))

    return await request.run(run, None)


async def _moved(request: HallRequest, key: Key | None, move: Move, status: int = 200) -> Response[Any]:
    return await request.run_and_show(lambda work, now: move(work, now).number, _shown, key, status)


def _shown(number: int, work: EnquiriesWork, now: Moment) -> EnquiryView:
    phone = work.enquiries.phone(number) is not None
    return enquiry_view(find_enquiry(number, work), work.settings, now, phone=phone)


def _seal(request: HallRequest, phone: str | None) -> Seal | None:
    seal = request.parts.security.phones.seal
    return None if phone is None else lambda day, number: seal(day, _sealed_for(number), phone)


def _sealed_for(number: int) -> str:
    return f"enquiry {number}"


def enquiry_number(
    enquiry: Annotated[int, PathParameter(description="The number of the enquiry.", ge=0, lt=10**15)],
) -> int:
    """Return the path's enquiry."""
    return enquiry


routes = Router(
    "/",
    route_handlers=[
        register_enquiry,
        list_enquiries,
        assign_enquiry,
        answer_enquiry,
        confirm_enquiry,
        set_phone_of_enquiry,
        show_phone_of_enquiry,
    ],
    dependencies={"enquiry_number": Provide(enquiry_number, sync_to_thread=False)},
    tags=["enquiries"],
)
