"""Complaints and suggestions over HTTP: taken in at counter, reception, office or phone, and brought to their end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from fastapi import APIRouter
from starlette.responses import Response

from contracts.complaints.answers import (
    ComplaintRequest,
    ComplaintsView,
    ComplaintTaken,
    ComplaintView,
    FollowedComplaint,
)
from contracts.enquiries.answers import AnswerRequest, HandOnRequest
from contracts.words.complaints import ComplaintWay
from hall.complaints.commands.complaints import (
    VISITOR,
    Answer,
    Bring,
    Close,
    HandOn,
    TakeBack,
    answer,
    bring,
    close,
    find_complaint,
    hand_on,
    take_back,
)
from hall.complaints.model.complaint import Complaint
from hall.complaints.queries import complaint_view, complaints_view, followed_complaint
from hall.complaints.work import ComplaintsWork
from hall.kernel import callers
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.platform.security.access import Role
from hall.platform.web.bodies import Nothing, check_text
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.platform.web.days_asked import FROM_AND_TO, span_asked
from hall.platform.web.problems import field_invalid
from hall.queue.routes.board import CODE_HEADER
from hall.queue.routes.visitor.visit_of_code import counted_code, visit_of_code

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["complaints"])
VIEW = documented(answer=ComplaintView)
TAKEN = documented(ComplaintRequest, ComplaintTaken, status=201)
LONGEST = 1000
LONGEST_NUMBER = 64
WAYS = {Role.AGENT: ComplaintWay.COUNTER, Role.HEAD: ComplaintWay.OFFICE, Role.ADMIN: ComplaintWay.OFFICE}
"""How it comes from whom; from everybody else at reception."""
Move = Callable[[ComplaintsWork, Moment], Complaint]


@routes.post("/complaints", status_code=201, openapi_extra=TAKEN)
async def take_in(call: Call) -> Response:
    """Take one in; its number is told, for the visitor."""
    body = await _brought(call)
    service = None if body.service is None else ServiceCode(body.service)
    way = WAYS.get(call.caller.role, ComplaintWay.RECEPTION)
    command = Bring(body.nature, body.text, way, call.caller.name, service)

    def run(work: ComplaintsWork, now: Moment) -> callers.Answer:
        if body.visit is None:
            return said(201, _taken(bring(command, work=work, now=now)))
        visit = work.visits.get(VisitId(body.visit))
        return said(201, _taken(bring(replace(command, service=visit.service, visit=visit.id), work=work, now=now)))

    return await call.run(run, untold="text")


@routes.post("/place/complaint", status_code=201, openapi_extra=TAKEN | {"parameters": CODE_HEADER})
async def from_a_phone(call: Call) -> Response:
    """Take one in from the visitor's page, by the code on the ticket."""
    body = await _brought(call)
    hashed = counted_code(call)

    def run(work: ComplaintsWork, now: Moment) -> callers.Answer:
        visit = visit_of_code(hashed, work)
        command = Bring(body.nature, body.text, ComplaintWay.PHONE, VISITOR, visit.service, visit.id)
        return said(201, _taken(bring(command, work=work, now=now)))

    return await call.run(run, untold="text")


@routes.get("/complaints", openapi_extra=documented(answer=ComplaintsView) | FROM_AND_TO)
async def all_of_them(call: Call) -> Response:
    """Return the open ones, those closed last, and the figures of the days asked for."""
    first, last = span_asked(call)
    return told(await call.ask(lambda work, now: complaints_view(first, last, work=work, now=now)))


@routes.get("/complaints/{complaint}/state", openapi_extra=documented(answer=FollowedComplaint))
async def where_it_stands(call: Call) -> Response:
    """Tell whoever has the number where it stands; as many tries as for a place."""
    number, parts = _number(call), call.parts
    parts.limits.addresses.count(call.address, parts.clock.now().monotonic_ns / 1e9)
    return told(await call.ask(lambda work, now: followed_complaint(number, work=work, now=now)))


@routes.post("/complaints/{complaint}/hand-on", openapi_extra=documented(HandOnRequest, ComplaintView))
async def to_somebody(call: Call) -> Response:
    """Hand it on to somebody named."""
    body = await call.read(HandOnRequest)
    command = HandOn(_number(call), _filled(body.to, "to", "expected who finds the answer"), call.caller.name)
    return await _moved(call, lambda work, now: hand_on(command, work=work, now=now))


@routes.post("/complaints/{complaint}/answer", openapi_extra=documented(AnswerRequest, ComplaintView))
async def has_answer(call: Call) -> Response:
    """Enter the answer."""
    body = await call.read(AnswerRequest)
    command = Answer(_number(call), _filled(body.text, "text", "expected the answer"), call.caller.name)
    return await _moved(call, lambda work, now: answer(command, work=work, now=now))


@routes.post("/complaints/{complaint}/close", openapi_extra=VIEW)
async def is_done(call: Call) -> Response:
    """Close it."""
    await call.read(Nothing)
    command = Close(_number(call), call.caller.name)
    return await _moved(call, lambda work, now: close(command, work=work, now=now))


@routes.post("/complaints/{complaint}/undo", openapi_extra=VIEW)
async def one_step_back(call: Call) -> Response:
    """Take its last step back."""
    await call.read(Nothing)
    command = TakeBack(_number(call), call.caller.name)
    return await _moved(call, lambda work, now: take_back(command, work=work, now=now))


async def _brought(call: Call) -> ComplaintRequest:
    body = await call.read(ComplaintRequest)
    _filled(body.text, "text", "expected what is brought forward")
    if body.visit is not None:
        check_text(body.visit, "visit")
    return body


def _filled(text: str, field: str, problem: str) -> str:
    check_text(text, field)
    if not text.strip():
        raise field_invalid(field, problem)
    if len(text) > LONGEST:
        raise field_invalid(field, f"expected at most {LONGEST} letters")
    return text


def _taken(one: Complaint) -> ComplaintTaken:
    return ComplaintTaken(one.number, one.nature)


async def _moved(call: Call, move: Move) -> Response:
    return await call.run_and_show(lambda work, now: move(work, now).number, _shown)


def _shown(number: str, work: ComplaintsWork, now: Moment) -> ComplaintView:
    return complaint_view(find_complaint(number, work), work.settings, now)


def _number(call: Call) -> str:
    text: str = call.path_params["complaint"]
    check_text(text, "complaint")
    return text[:LONGEST_NUMBER]
