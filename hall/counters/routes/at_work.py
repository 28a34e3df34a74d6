"""The workplace, and what an agent does beside visits: breaks, calls for help, no call that comes by itself."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from starlette.responses import Response

from contracts.queue.answers import WorkplaceView
from contracts.queue.bodies import BreakRequest
from hall.counters.commands.ask_help import AskHelp, EndHelp, ask_help, end_help
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.stop_auto_call import StopAutoCall, stop_auto_call
from hall.counters.queries.workplace import workplace_view
from hall.kernel.callers import Answer
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import PREFIX, Call, HallRoute, documented, said, told
from hall.platform.web.problems import field_invalid
from hall.queue.model.session import CounterSession
from hall.queue.work import QueueWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["counters"])
WORKPLACE = documented(answer=WorkplaceView)
LONGEST_BREAK_MIN = 240


async def _done(call: Call, counter: CounterId, act: Callable[[QueueWork, Moment], CounterSession]) -> Response:
    """Do something to the session and answer with the workplace."""

    def run(work: QueueWork, now: Moment) -> Answer:
        act(work, now)
        return said(200, workplace(counter, work, now, call.parts.hub.stream))

    return await call.run(run)


@routes.post("/counters/{n}/break", openapi_extra=documented(BreakRequest, WorkplaceView))
async def pause(call: Call) -> Response:
    """Begin a break, or ask for one that begins when the visit in hand leaves."""
    body = await call.read(BreakRequest)
    if body.minutes is not None and not 1 <= body.minutes <= LONGEST_BREAK_MIN:
        raise field_invalid("minutes", f"expected 1 to {LONGEST_BREAK_MIN}")
    command = Break(call.counter(), body.reason, body.minutes, body.after_visit, body.unless_last, in_turn=body.in_turn)
    return await _done(call, command.counter, lambda work, now: begin_break(command, work=work, now=now))


@routes.post("/counters/{n}/resume-work", openapi_extra=WORKPLACE)
async def work_again(call: Call) -> Response:
    """Come back from the break, or take back one that was asked for."""
    await call.read(Nothing)
    command = ResumeWork(call.counter())
    return await _done(call, command.counter, lambda work, now: resume_work(command, work=work, now=now))


@routes.post("/counters/{n}/help", openapi_extra=WORKPLACE)
async def call_for_help(call: Call) -> Response:
    """Call the hall head to the counter."""
    await call.read(Nothing)
    command = AskHelp(call.counter())
    return await _done(call, command.counter, lambda work, now: ask_help(command, work=work, now=now))


@routes.post("/counters/{n}/help-over", openapi_extra=WORKPLACE)
async def helped(call: Call) -> Response:
    """Say that help is not needed any more."""
    await call.read(Nothing)
    command = EndHelp(call.counter(), call.caller.name)
    return await _done(call, command.counter, lambda work, now: end_help(command, work=work, now=now))


@routes.post("/counters/{n}/stop-auto-call", openapi_extra=WORKPLACE)
async def call_nobody(call: Call) -> Response:
    """Stop the call that would come by itself after the finish."""
    await call.read(Nothing)
    command = StopAutoCall(call.counter())
    return await _done(call, command.counter, lambda work, now: stop_auto_call(command, work=work, now=now))


@routes.get("/counters/{n}", openapi_extra=documented(answer=WorkplaceView))
async def one_workplace(call: Call) -> Response:
    """Return all that an agent needs to know at his counter."""
    counter = call.counter()
    return told(await call.ask(lambda work, now: workplace(counter, work, now, call.parts.hub.stream)))


def workplace(counter: CounterId, work: QueueWork, now: Moment, stream: str) -> WorkplaceView:
    """Return the counter's workplace as this work sees it."""
    return workplace_view(counter, work=work, now=now, stream=stream, seq=work.seq)
