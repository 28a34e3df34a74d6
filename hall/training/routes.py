"""Training over HTTP: a counter asks for a room of its own, and what is sent below its path reaches that room alone."""

from __future__ import annotations

import asyncio
from typing import Protocol

from fastapi import APIRouter
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from contracts.training import TrainingPlace
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.platform.refusals import RoleRefusedError, TokenUnknownError
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import NO_CONTENT, PREFIX, Call, HallRoute, answered, documented, told
from hall.platform.web.dependencies import DependencyKey
from hall.platform.web.headers import SecurityHeaders
from hall.platform.web.problems import problem_response
from hall.queue.model.refusals import CounterTakenError
from hall.queue.work import QueueWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["counters"])
ROOMS_AT = "/training/"
"""What stands before the name of a room in its path."""


class TrainingRooms(Protocol):
    """Halls of made-up visitors, one for a counter at most; asked off the event loop, where building takes its time."""

    def open(self, counter: CounterId) -> TrainingPlace:
        """Open a new room for the counter; one that it had is closed."""
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

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        path = scope["path"] if scope["type"] == "http" else ""
        if not path.startswith(ROOMS_AT):
            await self._hall(scope, receive, send)
            return
        room, _, rest = path.removeprefix(ROOMS_AT).partition("/")
        app = self._rooms.app_of(room) if f"/{rest}".startswith(f"{PREFIX}/") else None
        if app is None:
            # As for a session that is over: whoever asks goes back to where it was.
            over = SecurityHeaders(problem_response(TokenUnknownError("this training is over")))
            await over(scope, receive, send)
            return
        await app({**scope, "path": f"/{rest}", "raw_path": f"/{rest}".encode()}, receive, send)


@routes.post("/counters/{n}/training", openapi_extra=documented(answer=TrainingPlace))
async def begin_training(call: Call) -> Response:
    """Open a room of made-up visitors for a counter where nobody is signed in."""
    await call.read(Nothing)
    counter, rooms = call.counter(), _rooms(call)

    def taken_by(work: QueueWork, _now: Moment) -> str | None:
        session = work.sessions.at(counter)
        return session.agent if session else None

    agent = await call.ask(taken_by)
    if agent is not None:
        raise CounterTakenError(f"{agent} is signed in at counter {counter}; sign out before training")
    return told(await asyncio.to_thread(rooms.open, counter))


@routes.post("/counters/{n}/training/end", status_code=204, openapi_extra=documented(status=204))
async def end_training(call: Call) -> Response:
    """Throw the counter's room away."""
    await call.read(Nothing)
    await asyncio.to_thread(_rooms(call).close, call.counter())
    return answered(NO_CONTENT)


def _rooms(call: Call) -> TrainingRooms:
    rooms = call.parts.find(ROOMS)
    if rooms is None:
        raise RoleRefusedError("there is no training within a training")
    return rooms
