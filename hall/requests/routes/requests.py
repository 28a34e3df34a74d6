"""Requests over HTTP: intake, lists, follow-up by number, referral, reply, decision, withdrawal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, Any

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody, QueryParameter

from contracts.codec.message import replace
from contracts.requests.answers import RequestStatus, RequestView
from contracts.requests.bodies import (
    DecideRequest,
    IntakeRequest,
    ReferRequest,
    ReplyRequest,
    WithdrawRequest,
)
from contracts.words.lists import LARGEST_OMR
from contracts.words.requests import RequestList, RequestSource
from hall.calendar.service_day import local
from hall.kernel.callers import Key
from hall.kernel.moment import Moment
from hall.kernel.refusals import RequestUnknownError
from hall.kernel.request_number import hall_part, tidy_number
from hall.platform.refusals import RoleRefusedError
from hall.platform.security.access import Caller, Role
from hall.platform.web.dependencies import DependencyKey
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.requests.commands.move_request import (
    Decide,
    Refer,
    Reply,
    Withdraw,
    decide,
    find_request,
    refer,
    reply,
    withdraw,
)
from hall.requests.commands.register_request import Register, register
from hall.requests.model.ports import RequestsElsewhere
from hall.requests.model.refusals import CentreCutOffError
from hall.requests.model.request import Request
from hall.requests.queries.requests import request_status, request_view, requests_view
from hall.requests.routes.finishing import external, subject
from hall.requests.routes.number_in_path import REQUEST_NUMBER
from hall.requests.work import RequestsWork

REQUESTS_ELSEWHERE = DependencyKey[RequestsElsewhere]("requests elsewhere")
"""A hall whose centre does not answer has none."""
ELSEWHERE_S = 3.0
"""An agent who follows up a request waits at most this long for the centre."""
LISTS = tuple(one.value for one in RequestList)
Move = Callable[[RequestsWork, Moment], Request]


@post("/requests")
async def register_request(
    request: HallRequest, data: JSONBody[IntakeRequest], key: OptionalKey
) -> Response[RequestView]:
    """Register what came by the platform or by e-mail, on the same number line and the same clock."""
    if data.source is RequestSource.HALL:
        raise field_invalid("source", "expected platform or email; a visit registers its requests by finish")
    if request.caller.role is Role.INTAKE and data.source is not RequestSource.PLATFORM:
        raise field_invalid("source", "expected platform: this token is the platform's")
    # The platform's numbers come from a program; a number that a person types is checked while he can correct it.
    number = external(data.external, "external") if data.source is RequestSource.EMAIL else data.external
    command = Register(
        subject(data.subject, "subject"), data.topic, data.directorate, data.source, request.caller.name,
        number, data.urgent,
    )  # fmt: skip

    return await moved(request, key, lambda work, now: register(command, work=work, now=now), 201)


@get("/requests")
async def list_requests(
    request: HallRequest,
    chosen: Annotated[str | None, QueryParameter(name="list", enum=LISTS)] = None,
    directorate: FromQuery[str | None] = None,
) -> list[RequestView]:
    """Return a list of requests; a directorate's people see its own."""
    text = chosen or RequestList.NOT_REFERRED.value
    if text not in LISTS:
        raise field_invalid("list", f"expected one of {', '.join(LISTS)}")
    whose = own_directorate(request.caller) or directorate or None
    scope = request.partner()
    counters = None if scope is None else scope.counters

    def ask(work: RequestsWork, now: Moment) -> list[RequestView]:
        if whose is not None:
            work.settings.choices.directorate(whose)
        return list(requests_view(RequestList(text), whose, work=work, now=now, counters=counters))

    return await request.ask(ask)


@get("/requests/{number:str}")
async def show_request(request: HallRequest, request_number: NamedDependency[str]) -> RequestStatus:
    """Return where a request stands."""
    number = tidy_number(request_number)

    def ask(work: RequestsWork, _now: Moment) -> RequestStatus:
        known = find_request(number, work)
        check_own(request.caller, known)
        return request_status(known, work.settings)

    try:
        return await request.ask(ask)
    except RequestUnknownError:
        return await _elsewhere(request, number)


async def _elsewhere(request: HallRequest, number: str) -> RequestStatus:
    """Ask the centre for a number that is not ours; raise what says why there is no answer."""
    settings, whose = request.parts.settings(), hall_part(number)
    if whose == (settings.requests.prefix or settings.hall.upper()):
        raise RequestUnknownError(f"this hall has no request {number}")
    elsewhere = request.parts.find(REQUESTS_ELSEWHERE)
    if elsewhere is None:
        if whose is None:
            raise RequestUnknownError(f"this hall has no request {number}")
        raise CentreCutOffError(f"{number} is a request of {whose}; the centre, which knows it, is cut off from here")
    try:
        async with asyncio.timeout(ELSEWHERE_S):
            status = await asyncio.to_thread(elsewhere.find, number)
    except TimeoutError as error:
        # A slow name lookup and an answer that arrives in small pieces have no separate time-out.
        raise CentreCutOffError(f"the centre gave no answer about {number} in {ELSEWHERE_S:.0f} s") from error
    if status is None:
        raise RequestUnknownError(f"neither this hall nor the centre has a request {number}")
    own = own_directorate(request.caller)
    if own is not None and own != status.directorate:
        raise RoleRefusedError(f"the request is with {status.directorate}, not with {own}")
    return replace(status, from_centre=True)


@post("/requests/{number:str}/refer", status_code=200)
async def refer_request(
    request: HallRequest, data: JSONBody[ReferRequest], request_number: NamedDependency[str], key: OptionalKey
) -> Response[RequestView]:
    """Refer it to its directorate."""
    command = Refer(request_number, data.directorate, request.caller.name)
    return await moved(request, key, lambda work, now: refer(command, work=work, now=now))


@post("/requests/{number:str}/reply", status_code=200)
async def reply_to_request(
    request: HallRequest, data: JSONBody[ReplyRequest], request_number: NamedDependency[str], key: OptionalKey
) -> Response[RequestView]:
    """Enter the directorate's reply."""
    if not data.text.strip():
        raise field_invalid("text", "expected the answer for the visitor")
    command = Reply(request_number, data.text, request.caller.name)

    def move(work: RequestsWork, now: Moment) -> Request:
        check_own(request.caller, find_request(command.number, work))
        return reply(command, work=work, now=now)

    return await moved(request, key, move)


@post("/requests/{number:str}/decide", status_code=200)
async def decide_request(
    request: HallRequest, data: JSONBody[DecideRequest], request_number: NamedDependency[str], key: OptionalKey
) -> Response[RequestView]:
    """Enter what was decided in the hall."""
    for name, text in (("decision", data.decision), ("decided_by", data.decided_by)):
        if not text.strip():
            raise field_invalid(name, "expected a text")
    if data.amount_omr is not None and not 0 <= data.amount_omr <= LARGEST_OMR:
        raise field_invalid("amount_omr", f"expected 0 to {LARGEST_OMR} rials")
    command = Decide(
        request_number, data.decision, data.decided_by, data.power, data.day, request.caller.name, data.amount_omr
    )

    def move(work: RequestsWork, now: Moment) -> Request:
        # A letter may have been decided before it was entered here; nothing is decided on a day to come.
        today = local(now, work.settings).date()
        if data.day is not None and data.day > today:
            raise field_invalid("day", f"expected a day until {today}, which is today")
        return decide(command, work=work, now=now)

    return await moved(request, key, move)


@post("/requests/{number:str}/withdraw", status_code=200)
async def withdraw_request(
    request: HallRequest, data: JSONBody[WithdrawRequest], request_number: NamedDependency[str], key: OptionalKey
) -> Response[RequestView]:
    """Withdraw what was registered by mistake."""
    if not data.reason.strip():
        raise field_invalid("reason", "expected why it is withdrawn")
    command = Withdraw(request_number, data.reason, request.caller.name)
    return await moved(request, key, lambda work, now: withdraw(command, work=work, now=now))


async def moved(request: HallRequest, key: Key | None, move: Move, status: int = 200) -> Response[Any]:
    """Have the one writer move a request on; return it as it then stands."""
    return await request.run_and_show(lambda work, now: move(work, now).number, _shown, key, status)


def _shown(number: str, work: RequestsWork, now: Moment) -> RequestView:
    return request_view(find_request(number, work), work=work, now=now)


def own_directorate(caller: Caller) -> str | None:
    """Return the directorate whose requests alone the caller sees, or None for the hall's own people."""
    return caller.name.partition("/")[0] if caller.role is Role.DIRECTORATE else None


def check_own(caller: Caller, request: Request) -> None:
    """Refuse a directorate that asks for another one's request."""
    own = own_directorate(caller)
    if own is not None and own != request.directorate:
        raise RoleRefusedError(f"the request is with {request.directorate}, not with {own}")


routes = Router(
    "/",
    route_handlers=[
        register_request,
        list_requests,
        show_request,
        refer_request,
        reply_to_request,
        decide_request,
        withdraw_request,
    ],
    dependencies=REQUEST_NUMBER,
    tags=["requests"],
)
