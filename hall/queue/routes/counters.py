"""Each move of the visit in hand at a counter but its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from litestar import Response, Router, post
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import JSONBody

from contracts.queue.answers import VisitView
from contracts.queue.bodies import (
    BeginRequest,
    CallChosenRequest,
    CallNextRequest,
    ParkRequest,
    RecallRequest,
    ResumeRequest,
    WalkUpRequest,
)
from hall.kernel.callers import Answer, Key
from hall.kernel.ids import CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.platform.web.answers import NO_CONTENT, said
from hall.platform.web.fresh_ids import uuid7
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_chosen import CallChosen, call_chosen
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.park import Park, park
from hall.queue.commands.counter.recall import Recall, recall
from hall.queue.commands.counter.resume_visit import ResumeVisit, resume_visit
from hall.queue.commands.counter.return_to_queue import ReturnToQueue, return_to_queue
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from hall.queue.model.visit import Visit
from hall.queue.queries.visit_view import visit_view
from hall.queue.work import QueueWork

T = TypeVar("T")
Move = Callable[[QueueWork, Moment], Visit]


async def moved(request: HallRequest, key: Key | None, move: Move, status: int = 200) -> Response[Any]:
    """Do a move of a visit and answer with the visit."""
    return await request.run(lambda work, now: said(status, visit_view(move(work, now), notes=True)), key)


@post(
    "/counters/{n:str}/call-next",
    status_code=200,
    responses={204: ResponseSpec(None, description="Nobody waits whom the agent may serve.")},
)
async def call_next_visit(
    request: HallRequest,
    counter: NamedDependency[CounterId],
    key: OptionalKey,
    data: JSONBody[CallNextRequest] = CallNextRequest(),
) -> Response[VisitView]:
    """Call who is next; 204 when nobody waits whom the agent may serve."""
    command = CallNext(counter, data.sure, data.auto, data.pressed)

    def run(work: QueueWork, now: Moment) -> Answer:
        visit = call_next(command, work=work, now=now)
        return NO_CONTENT if visit is None else said(200, visit_view(visit, notes=True))

    return await request.run(run, key)


@post("/counters/{n:str}/begin", status_code=200)
async def start_serving(
    request: HallRequest,
    counter: NamedDependency[CounterId],
    key: OptionalKey,
    data: JSONBody[BeginRequest] = BeginRequest(),
) -> Response[VisitView]:
    """The person is at the counter."""
    command = BeginServing(counter, data.pressed)
    return await moved(request, key, lambda work, now: begin_serving(command, work=work, now=now))


@post("/counters/{n:str}/recall", status_code=200)
async def recall_visit(
    request: HallRequest,
    counter: NamedDependency[CounterId],
    key: OptionalKey,
    data: JSONBody[RecallRequest] = RecallRequest(),
) -> Response[VisitView]:
    """Announce the call again."""
    command = Recall(counter, data.look)
    return await moved(request, key, lambda work, now: recall(command, work=work, now=now))


@post("/counters/{n:str}/no-show", status_code=200)
async def mark_visit_no_show(
    request: HallRequest, counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[VisitView]:
    """Nobody came to the call."""
    command = MarkNoShow(counter)
    return await moved(request, key, lambda work, now: mark_no_show(command, work=work, now=now))


@post("/counters/{n:str}/call", status_code=200)
async def call_chosen_visit(
    request: HallRequest, data: JSONBody[CallChosenRequest], counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[VisitView]:
    """Call a given visit out of order."""
    command = CallChosen(counter, VisitId(data.visit.lower()), data.reason, data.sure, data.pressed)
    return await moved(request, key, lambda work, now: call_chosen(command, work=work, now=now))


@post("/counters/{n:str}/return", status_code=200)
async def return_visit_to_queue(
    request: HallRequest, counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[VisitView]:
    """Let the visit wait again, with its first time."""
    command = ReturnToQueue(counter)
    return await moved(request, key, lambda work, now: return_to_queue(command, work=work, now=now))


@post("/counters/{n:str}/park", status_code=200)
async def park_visit(
    request: HallRequest,
    counter: NamedDependency[CounterId],
    key: OptionalKey,
    data: JSONBody[ParkRequest] = ParkRequest(),
) -> Response[VisitView]:
    """Set the visit aside at this counter."""
    command = Park(counter, data.remind_in_min, data.note)
    return await moved(request, key, lambda work, now: park(command, work=work, now=now))


@post("/counters/{n:str}/resume", status_code=200)
async def resume_parked_visit(
    request: HallRequest, data: JSONBody[ResumeRequest], counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[VisitView]:
    """Call a parked visit again."""
    command = ResumeVisit(counter, VisitId(data.visit.lower()))
    return await moved(request, key, lambda work, now: resume_visit(command, work=work, now=now))


@post("/counters/{n:str}/walk-up")
async def start_walk_up(
    request: HallRequest, data: JSONBody[WalkUpRequest], counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[VisitView]:
    """Begin serving somebody without a ticket."""
    visit = VisitId(uuid7(request.parts.clock.now().at))
    command = WalkUp(visit, counter, ServiceCode(data.service), data.reason, data.visitor_kind)
    return await moved(request, key, lambda work, now: walk_up(command, work=work, now=now), 201)


routes = Router(
    "/",
    route_handlers=[
        call_next_visit,
        start_serving,
        recall_visit,
        mark_visit_no_show,
        call_chosen_visit,
        return_visit_to_queue,
        park_visit,
        resume_parked_visit,
        start_walk_up,
    ],
    tags=["counters"],
)
