"""Let boards say the calls again: one wish every ten seconds in the whole hall, so that a pressed key is no siren."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.web.bodies import Nothing
from hall.platform.web.call import NO_CONTENT, PREFIX, Call, HallRoute, documented
from hall.queue.commands.counter.repeat_calls import RepeatCalls, repeat_calls
from hall.queue.work import QueueWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])
WISHES, WINDOW_S = 1, 10


@routes.post("/calls/repeat", status_code=204, openapi_extra=documented(status=204))
async def repeat(call: Call) -> Response:
    """Ask the boards to say the calls that stand once more."""
    await call.read(Nothing)
    call.parts.limits.repeats.count("", call.parts.clock.now().monotonic_ns / 1e9)
    command = RepeatCalls(call.caller.name)

    def run(work: QueueWork, now: Moment) -> Answer:
        repeat_calls(command, work=work, now=now)
        return NO_CONTENT

    return await call.run(run)
