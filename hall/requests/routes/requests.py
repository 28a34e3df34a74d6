"""Requests over HTTP: intake, lists, follow-up by number, referral, reply, decision, withdrawal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from fastapi import APIRouter
from starlette.responses import Response

from contracts.codec.message import replace
from contracts.requests.answers import RequestStatus, RequestView
from contracts.requests.bodies import (
    DecideRequest,
    IntakeRequest,
    ReferRequest,
    ReplyRequest,
    WithdrawRequest,
)
from contracts.words.requests import RequestList, RequestSource
from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.kernel.refusals import RequestUnknownError
from hall.kernel.request_number import hall_part, tidy_number
from hall.platform.refusals import RoleRefusedError
from hall.platform.security.access import Caller, Role
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, told
from hall.platform.web.dependencies import DependencyKey
from hall.platform.web.problems import field_invalid
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
from hall.requests.work import RequestsWork

REQUESTS_ELSEWHERE = DependencyKey[RequestsElsewhere]("requests elsewhere")
"""A hall whose centre does not answer has none."""
routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["requests"])
"""A number may hold slashes (`{number:path}`): the ministry's own are written 12/2026."""
ELSEWHERE_S = 3.0
"""Whoever follows a request up waits no longer for the centre."""
LISTS = ", ".join(one.value for one in RequestList)
LIST_QUERY = [
    {"name": "list", "in": "query", "required": False, "schema": {"type": "string"}},
    {"name": "directorate", "in": "query", "required": False, "schema": {"type": "string"}},
]
Move = Callable[[RequestsWork, Moment], Request]


@routes.post("/requests", status_code=201, openapi_extra=documented(IntakeRequest, RequestView, status=201))
async def take_in(call: Call) -> Response:
    """Register what came by the platform or by e-mail, on the same number line and the same clock."""
    body = await call.read(IntakeRequest)
    if body.source is RequestSource.HALL:
        raise field_invalid("source", "expected platform or email; a visit registers its requests by finish")
    if call.caller.role is Role.INTAKE and body.source is not RequestSource.PLATFORM:
        raise field_invalid("source", "expected platform: this token is the platform's")
    # What the platform numbers is a machine's word; what a person types is looked at while he can mend it.
    number = external(body.external, "external") if body.source is RequestSource.EMAIL else body.external
    command = Register(
        subject(body.subject, "subject"), body.topic, body.directorate, body.source, call.caller.name,
        number, body.urgent,
    )  # fmt: skip

    return await moved(call, lambda work, now: register(command, work=work, now=now), 201)


@routes.get("/requests", openapi_extra=documented(answer=RequestView, many=True) | {"parameters": LIST_QUERY})
async def listed(call: Call) -> Response:
    """Return a list of requests; a directorate's people see its own."""
    text = call.query_params.get("list") or RequestList.NOT_REFERRED.value
    if text not in {one.value for one in RequestList}:
        raise field_invalid("list", f"expected one of {LISTS}")
    directorate = own_directorate(call.caller) or call.query_params.get("directorate") or None
    scope = call.partner()
    counters = None if scope is None else scope.counters

    def ask(work: RequestsWork, now: Moment) -> tuple[RequestView, ...]:
        if directorate is not None:
            work.settings.requests.directorate(directorate)
        return requests_view(RequestList(text), directorate, work=work, now=now, counters=counters)

    return told(await call.ask(ask))


@routes.get("/requests/{number:path}", openapi_extra=documented(answer=RequestStatus))
async def follow_up(call: Call) -> Response:
    """Return where a request stands."""
    number = tidy_number(call.path_params["number"])

    def ask(work: RequestsWork, _now: Moment) -> RequestStatus:
        known = find_request(number, work)
        check_own(call.caller, known)
        return request_status(known, work.settings)

    try:
        return told(await call.ask(ask))
    except RequestUnknownError:
        return told(await _elsewhere(call, number))


async def _elsewhere(call: Call, number: str) -> RequestStatus:
    """Ask the centre for a number that is not ours; raise what says why there is no answer."""
    settings, whose = call.parts.settings(), hall_part(number)
    if whose == (settings.requests.prefix or settings.hall.upper()):
        raise RequestUnknownError(f"this hall has no request {number}")
    elsewhere = call.parts.find(REQUESTS_ELSEWHERE)
    if elsewhere is None:
        if whose is None:
            raise RequestUnknownError(f"this hall has no request {number}")
        raise CentreCutOffError(f"{number} is a request of {whose}; the centre, which knows it, is cut off from here")
    try:
        async with asyncio.timeout(ELSEWHERE_S):
            status = await asyncio.to_thread(elsewhere.find, number)
    except TimeoutError as error:
        # A name that is looked up for long, or an answer that trickles: neither has a time-out of its own.
        raise CentreCutOffError(f"the centre gave no answer about {number} in {ELSEWHERE_S:.0f} s") from error
    if status is None:
        raise RequestUnknownError(f"neither this hall nor the centre has a request {number}")
    own = own_directorate(call.caller)
    if own is not None and own != status.directorate:
        raise RoleRefusedError(f"the request is with {status.directorate}, not with {own}")
    return replace(status, from_centre=True)


@routes.post("/requests/{number:path}/refer", openapi_extra=documented(ReferRequest, RequestView))
async def send_on(call: Call) -> Response:
    """Refer it to its directorate."""
    body = await call.read(ReferRequest)
    command = Refer(call.path_params["number"], body.directorate, call.caller.name)
    return await moved(call, lambda work, now: refer(command, work=work, now=now))


@routes.post("/requests/{number:path}/reply", openapi_extra=documented(ReplyRequest, RequestView))
async def enter_reply(call: Call) -> Response:
    """Enter the directorate's reply."""
    body = await call.read(ReplyRequest)
    if not body.text.strip():
        raise field_invalid("text", "expected what the visitor is told")
    command = Reply(call.path_params["number"], body.text, call.caller.name)

    def move(work: RequestsWork, now: Moment) -> Request:
        check_own(call.caller, find_request(command.number, work))
        return reply(command, work=work, now=now)

    return await moved(call, move)


@routes.post("/requests/{number:path}/decide", openapi_extra=documented(DecideRequest, RequestView))
async def enter_decision(call: Call) -> Response:
    """Enter what was decided in the hall."""
    body = await call.read(DecideRequest)
    for name, text in (("decision", body.decision), ("decided_by", body.decided_by)):
        if not text.strip():
            raise field_invalid(name, "expected a text")
    command = Decide(
        call.path_params["number"], body.decision, body.decided_by, body.power, body.day, call.caller.name
    )  # fmt: skip

    def move(work: RequestsWork, now: Moment) -> Request:
        # A letter may have been decided before it was entered here; nothing is decided on a day to come.
        today = local(now, work.settings).date()
        if body.day is not None and body.day > today:
            raise field_invalid("day", f"expected a day until {today}, which is today")
        return decide(command, work=work, now=now)

    return await moved(call, move)


@routes.post("/requests/{number:path}/withdraw", openapi_extra=documented(WithdrawRequest, RequestView))
async def take_back(call: Call) -> Response:
    """Withdraw what was registered by mistake."""
    body = await call.read(WithdrawRequest)
    if not body.reason.strip():
        raise field_invalid("reason", "expected why it is withdrawn")
    command = Withdraw(call.path_params["number"], body.reason, call.caller.name)
    return await moved(call, lambda work, now: withdraw(command, work=work, now=now))


async def moved(call: Call, move: Move, status: int = 200) -> Response:
    """Have the one writer move a request on; return it as it then stands."""
    return await call.run_and_show(lambda work, now: move(work, now).number, _shown, status)


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
