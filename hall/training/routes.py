"""Training over HTTP: a counter asks for a room; requests below the room's path reach that room only."""

from __future__ import annotations

import asyncio
from typing import Protocol

from litestar import Response, Router, post
from litestar.di import NamedDependency
from litestar.response.base import ASGIResponse

from common.server.asgi import ASGIApp, Receive, Scope, Send
from contracts.training import TrainingPlace
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.kernel.refusals import HallError
from hall.platform.refusals import RoleRefusedError, TokenUnknownError
from hall.platform.web.answers import NO_CONTENT, stored_answer
from hall.platform.web.dependencies import DependencyKey
from hall.platform.web.exception_handlers import problem_answer
from hall.platform.web.middleware.headers import SecurityHeaders
from hall.platform.web.request import PREFIX, HallRequest
from hall.queue.model.refusals import CounterTakenError
from hall.queue.work import QueueWork

ROOMS_AT = "/training/"
"""What stands before the name of a room in its path."""


class TrainingRooms(Protocol):
    """Halls of made-up visitors, one for a counter at most; asked off the event loop, where building takes its time."""

    def open(self, counter: CounterId, opener: str) -> TrainingPlace:
        """Open a new room for the counter with this token's hash; one that it had is closed."""
        ...

    def close(self, counter: CounterId) -> None:
        """Throw the counter's room away, where it has one."""
        ...

    def app_of(self, room: str) -> ASGIApp | None:
        """Return what answers for a room; None where it is over."""
        ...


ROOMS = DependencyKey[TrainingRooms]("training rooms")
"""Within a room there are none."""


class TrainingDispatcher:
    """Leads requests below a room's path to its app, and all others to the hall's."""

    def __init__(self, hall: ASGIApp, rooms: TrainingRooms) -> None:
        self._hall = hall
        self._rooms = rooms
        self._over = SecurityHeaders(_problem(TokenUnknownError("this training is over")))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        path = scope["path"] if scope["type"] == "http" else ""
        if not path.startswith(ROOMS_AT):
            await self._hall(scope, receive, send)
            return
        room, _, rest = path.removeprefix(ROOMS_AT).partition("/")
        app = self._rooms.app_of(room) if f"/{rest}".startswith(f"{PREFIX}/") else None
        if app is None:
            # The same answer as for a session that is over: the counter goes back to where it was.
            await self._over(scope, receive, send)
            return
        await app({**scope, "path": f"/{rest}", "raw_path": f"/{rest}".encode()}, receive, send)


@post("/counters/{n:str}/training", status_code=200)
async def start_training(request: HallRequest, counter: NamedDependency[CounterId]) -> TrainingPlace:
    """Open a room of made-up visitors for a counter where nobody is signed in."""
    rooms = _rooms(request)

    def taken_by(work: QueueWork, _now: Moment) -> str | None:
        session = work.sessions.at(counter)
        return session.agent if session else None

    agent = await request.ask(taken_by)
    if agent is not None:
        raise CounterTakenError(f"{agent} is signed in at counter {counter}; sign out before training")
    return await asyncio.to_thread(rooms.open, counter, request.caller.scope)


@post("/counters/{n:str}/training/end", status_code=204)
async def end_training(request: HallRequest, counter: NamedDependency[CounterId]) -> Response[None]:
    """Throw the counter's room away."""
    await asyncio.to_thread(_rooms(request).close, counter)
    return stored_answer(NO_CONTENT)


def _problem(refusal: HallError) -> ASGIResponse:
    answer = problem_answer(refusal)
    return ASGIResponse(
        body=answer.content, status_code=answer.status_code, headers=answer.headers, media_type=answer.media_type
    )


def _rooms(request: HallRequest) -> TrainingRooms:
    rooms = request.parts.find(ROOMS)
    if rooms is None:
        raise RoleRefusedError("there is no training within a training")
    return rooms


routes = Router("/", route_handlers=[start_training, end_training], tags=["counters"])
