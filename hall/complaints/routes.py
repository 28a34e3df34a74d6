"""Complaints and suggestions over HTTP: register them at counter, reception, office or phone, answer, close."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody, PathParameter

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
from hall.kernel.callers import Key
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.platform.security.access import Role
from hall.platform.web.answers import said
from hall.platform.web.bodies import check_text
from hall.platform.web.days_asked import span_between
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.routes.visitor.visit_of_code import counted_code, visit_of_code

LONGEST = 1000
LONGEST_NUMBER = 64
WAYS = {Role.AGENT: ComplaintWay.COUNTER, Role.HEAD: ComplaintWay.OFFICE, Role.ADMIN: ComplaintWay.OFFICE}
"""How it comes from whom; from everybody else at reception."""
Move = Callable[[ComplaintsWork, Moment], Complaint]


@post("/complaints", unstored_field="text")
async def register_complaint(
    request: HallRequest, data: JSONBody[ComplaintRequest], key: OptionalKey
) -> Response[ComplaintTaken]:
    """Register one; the answer has its number for the visitor."""
    _check(data)
    service = None if data.service is None else ServiceCode(data.service)
    way = WAYS.get(request.caller.role, ComplaintWay.RECEPTION)
    command = Bring(data.nature, data.text, way, request.caller.name, service)

    def run(work: ComplaintsWork, now: Moment) -> callers.Answer:
        if data.visit is None:
            return said(201, _taken(bring(command, work=work, now=now)))
        visit = work.visits.get(VisitId(data.visit))
        return said(201, _taken(bring(replace(command, service=visit.service, visit=visit.id), work=work, now=now)))

    return await request.run(run, key)


@post("/place/complaint", unstored_field="text")
async def send_own_complaint(
    request: HallRequest, data: JSONBody[ComplaintRequest], given_code: NamedDependency[str], key: OptionalKey
) -> Response[ComplaintTaken]:
    """Take one in from the visitor's page, by the code on the ticket."""
    _check(data)
    hashed = counted_code(request, given_code)

    def run(work: ComplaintsWork, now: Moment) -> callers.Answer:
        visit = visit_of_code(hashed, work)
        command = Bring(data.nature, data.text, ComplaintWay.PHONE, VISITOR, visit.service, visit.id)
        return said(201, _taken(bring(command, work=work, now=now)))

    return await request.run(run, key)


@get("/complaints")
async def list_complaints(
    request: HallRequest, first_day: NamedDependency[date | None], last_day: NamedDependency[date | None]
) -> ComplaintsView:
    """Return the open ones, those closed last, and the figures of the days asked for."""
    first, last = span_between(first_day, last_day)
    return await request.ask(lambda work, now: complaints_view(first, last, work=work, now=now))


@get("/complaints/{complaint:str}/state")
async def show_complaint_state(request: HallRequest, complaint_number: NamedDependency[str]) -> FollowedComplaint:
    """Return the state to a visitor who has the number, 12 times a minute: numbers follow each other."""
    parts = request.parts
    parts.limits.places.count(f"complaints {request.address}", parts.clock.now().monotonic_ns / 1e9)
    return await request.ask(lambda work, now: followed_complaint(complaint_number, work=work, now=now))


@post("/complaints/{complaint:str}/hand-on", status_code=200)
async def assign_complaint(
    request: HallRequest, data: JSONBody[HandOnRequest], complaint_number: NamedDependency[str], key: OptionalKey
) -> Response[ComplaintView]:
    """Hand it on to somebody named."""
    command = HandOn(complaint_number, _filled(data.to, "to", "expected who finds the answer"), request.caller.name)
    return await _moved(request, key, lambda work, now: hand_on(command, work=work, now=now))


@post("/complaints/{complaint:str}/answer", status_code=200)
async def answer_complaint(
    request: HallRequest, data: JSONBody[AnswerRequest], complaint_number: NamedDependency[str], key: OptionalKey
) -> Response[ComplaintView]:
    """Enter the answer."""
    command = Answer(complaint_number, _filled(data.text, "text", "expected the answer"), request.caller.name)
    return await _moved(request, key, lambda work, now: answer(command, work=work, now=now))


@post("/complaints/{complaint:str}/close", status_code=200)
async def close_complaint(
    request: HallRequest, complaint_number: NamedDependency[str], key: OptionalKey
) -> Response[ComplaintView]:
    """Close it."""
    command = Close(complaint_number, request.caller.name)
    return await _moved(request, key, lambda work, now: close(command, work=work, now=now))


@post("/complaints/{complaint:str}/undo", status_code=200)
async def undo_complaint_step(
    request: HallRequest, complaint_number: NamedDependency[str], key: OptionalKey
) -> Response[ComplaintView]:
    """Take its last step back."""
    command = TakeBack(complaint_number, request.caller.name)
    return await _moved(request, key, lambda work, now: take_back(command, work=work, now=now))


def _check(body: ComplaintRequest) -> None:
    _filled(body.text, "text", "expected what is brought forward")
    if body.visit is not None:
        check_text(body.visit, "visit")


def _filled(text: str, field: str, problem: str) -> str:
    check_text(text, field)
    if not text.strip():
        raise field_invalid(field, problem)
    if len(text) > LONGEST:
        raise field_invalid(field, f"expected at most {LONGEST} letters")
    return text


def _taken(one: Complaint) -> ComplaintTaken:
    return ComplaintTaken(one.number, one.nature)


async def _moved(request: HallRequest, key: Key | None, move: Move) -> Response[Any]:
    return await request.run_and_show(lambda work, now: move(work, now).number, _shown, key)


def _shown(number: str, work: ComplaintsWork, now: Moment) -> ComplaintView:
    return complaint_view(find_complaint(number, work), work.settings, now)


def complaint_number(complaint: Annotated[str, PathParameter(description="The number of the complaint.")]) -> str:
    """Return the path's complaint."""
    check_text(complaint, "complaint")
    return complaint[:LONGEST_NUMBER]


routes = Router(
    "/",
    route_handlers=[
        register_complaint,
        send_own_complaint,
        list_complaints,
        show_complaint_state,
        assign_complaint,
        answer_complaint,
        close_complaint,
        undo_complaint_step,
    ],
    dependencies={"complaint_number": Provide(complaint_number, sync_to_thread=False)},
    tags=["complaints"],
)
