"""The workplace, and what an agent does beside visits: breaks, calls for help, stopping an automatic call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from contracts.queue.answers import WorkplaceView
from contracts.queue.bodies import BreakRequest
from hall.counters.commands.ask_help import AskHelp, EndHelp, ask_help, end_help
from hall.counters.commands.begin_break import Break, begin_break
from hall.counters.commands.resume_work import ResumeWork, resume_work
from hall.counters.commands.stop_auto_call import StopAutoCall, stop_auto_call
from hall.counters.queries.workplace import workplace_view
from hall.kernel.callers import Answer, Key
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.platform.security.access import Role
from hall.platform.web.answers import said
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.model.session import CounterSession
from hall.queue.work import QueueWork

LONGEST_BREAK_MIN = 240


async def _done(
    request: HallRequest, key: Key | None, counter: CounterId, act: Callable[[QueueWork, Moment], CounterSession]
) -> Response[Any]:
    """Do something to the session and answer with the workplace."""

    def run(work: QueueWork, now: Moment) -> Answer:
        act(work, now)
        return said(200, workplace(counter, work, now, request.parts.hub.stream))

    return await request.run(run, key)


@post("/counters/{n:str}/break", status_code=200)
async def start_break(
    request: HallRequest, data: JSONBody[BreakRequest], counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[WorkplaceView]:
    """Begin a break, or ask for one that begins when the visit in hand leaves."""
    if data.minutes is not None and not 1 <= data.minutes <= LONGEST_BREAK_MIN:
        raise field_invalid("minutes", f"expected 1 to {LONGEST_BREAK_MIN}")
    command = Break(counter, data.reason, data.minutes, data.after_visit, data.unless_last, in_turn=data.in_turn)
    return await _done(request, key, command.counter, lambda work, now: begin_break(command, work=work, now=now))


@post("/counters/{n:str}/resume-work", status_code=200)
async def end_break(
    request: HallRequest, counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[WorkplaceView]:
    """Come back from the break, or take back one that was asked for."""
    command = ResumeWork(counter)
    return await _done(request, key, command.counter, lambda work, now: resume_work(command, work=work, now=now))


@post("/counters/{n:str}/help", status_code=200)
async def call_for_help(
    request: HallRequest, counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[WorkplaceView]:
    """Call the hall head to the counter."""
    command = AskHelp(counter)
    return await _done(request, key, command.counter, lambda work, now: ask_help(command, work=work, now=now))


@post("/counters/{n:str}/help-over", status_code=200)
async def end_call_for_help(
    request: HallRequest, counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[WorkplaceView]:
    """Say that help is not needed any more."""
    command = EndHelp(counter, request.caller.name)
    return await _done(request, key, command.counter, lambda work, now: end_help(command, work=work, now=now))


@post("/counters/{n:str}/stop-auto-call", status_code=200)
async def stop_automatic_call(
    request: HallRequest, counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[WorkplaceView]:
    """Stop the automatic call after the finish."""
    command = StopAutoCall(counter)
    return await _done(request, key, command.counter, lambda work, now: stop_auto_call(command, work=work, now=now))


@get("/counters/{n:str}")
async def show_counter(request: HallRequest, counter: NamedDependency[CounterId]) -> WorkplaceView:
    """Return all that an agent needs to know at his counter."""
    stream, role = request.parts.hub.stream, request.caller.role
    return await request.ask(lambda work, now: workplace(counter, work, now, stream, role))


def workplace(counter: CounterId, work: QueueWork, now: Moment, stream: str, role: Role = Role.AGENT) -> WorkplaceView:
    """Return the counter's workplace as this work sees it; a counter PC without an agent gets no notes."""
    notes = role is not Role.COUNTER
    return workplace_view(counter, work=work, now=now, stream=stream, seq=work.seq, notes=notes)


routes = Router(
    "/",
    route_handlers=[start_break, end_break, call_for_help, end_call_for_help, stop_automatic_call, show_counter],
    tags=["counters"],
)
