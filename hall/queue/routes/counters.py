"""Each move of the visit in hand at a counter but its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from fastapi import APIRouter
from starlette.responses import Response

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
from hall.kernel.callers import Answer
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import NO_CONTENT, PREFIX, Call, HallRoute, documented, said
from hall.platform.web.fresh_ids import uuid7
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

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["counters"])
T = TypeVar("T")
Move = Callable[[QueueWork, Moment], Visit]
VISIT = documented(answer=VisitView)


async def moved(call: Call, move: Move, status: int = 200) -> Response:
    """Do a move of a visit and answer with the visit."""
    return await call.run(lambda work, now: said(status, visit_view(move(work, now), notes=True)))


@routes.post("/counters/{n}/call-next", openapi_extra=documented(CallNextRequest, VisitView))
async def next_visit(call: Call) -> Response:
    """Call who is next; 204 when nobody waits whom the agent may serve."""
    body = await call.read(CallNextRequest)
    command = CallNext(call.counter(), body.sure, body.auto, body.pressed)

    def run(work: QueueWork, now: Moment) -> Answer:
        visit = call_next(command, work=work, now=now)
        return NO_CONTENT if visit is None else said(200, visit_view(visit, notes=True))

    return await call.run(run)


@routes.post("/counters/{n}/begin", openapi_extra=documented(BeginRequest, VisitView))
async def begin(call: Call) -> Response:
    """The person is at the counter."""
    body = await call.read(BeginRequest)
    command = BeginServing(call.counter(), body.pressed)
    return await moved(call, lambda work, now: begin_serving(command, work=work, now=now))


@routes.post("/counters/{n}/recall", openapi_extra=documented(RecallRequest, VisitView))
async def announce_again(call: Call) -> Response:
    """Announce the call again."""
    body = await call.read(RecallRequest)
    command = Recall(call.counter(), body.look)
    return await moved(call, lambda work, now: recall(command, work=work, now=now))


@routes.post("/counters/{n}/no-show", openapi_extra=VISIT)
async def nobody_came(call: Call) -> Response:
    """Nobody came to the call."""
    await call.read(Nothing)
    command = MarkNoShow(call.counter())
    return await moved(call, lambda work, now: mark_no_show(command, work=work, now=now))


@routes.post("/counters/{n}/call", openapi_extra=documented(CallChosenRequest, VisitView))
async def chosen_visit(call: Call) -> Response:
    """Call a given visit out of order."""
    body = await call.read(CallChosenRequest)
    command = CallChosen(call.counter(), VisitId(body.visit.lower()), body.reason, body.sure, body.pressed)
    return await moved(call, lambda work, now: call_chosen(command, work=work, now=now))


@routes.post("/counters/{n}/return", openapi_extra=VISIT)
async def send_back(call: Call) -> Response:
    """Let the visit wait again, with its first time."""
    await call.read(Nothing)
    command = ReturnToQueue(call.counter())
    return await moved(call, lambda work, now: return_to_queue(command, work=work, now=now))


@routes.post("/counters/{n}/park", openapi_extra=documented(ParkRequest, VisitView))
async def set_aside(call: Call) -> Response:
    """Set the visit aside at this counter."""
    body = await call.read(ParkRequest)
    command = Park(call.counter(), body.remind_in_min, body.note)
    return await moved(call, lambda work, now: park(command, work=work, now=now))


@routes.post("/counters/{n}/resume", openapi_extra=documented(ResumeRequest, VisitView))
async def call_parked(call: Call) -> Response:
    """Call a parked visit again."""
    body = await call.read(ResumeRequest)
    command = ResumeVisit(call.counter(), VisitId(body.visit.lower()))
    return await moved(call, lambda work, now: resume_visit(command, work=work, now=now))


@routes.post("/counters/{n}/walk-up", status_code=201, openapi_extra=documented(WalkUpRequest, VisitView, status=201))
async def serve_without_ticket(call: Call) -> Response:
    """Begin serving somebody without a ticket."""
    body = await call.read(WalkUpRequest)
    visit = VisitId(uuid7(call.parts.clock.now().at))
    command = WalkUp(visit, call.counter(), ServiceCode(body.service), body.reason, body.visitor_kind)
    return await moved(call, lambda work, now: walk_up(command, work=work, now=now), 201)
