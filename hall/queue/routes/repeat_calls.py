"""Let boards say the calls again: one wish every ten seconds in the whole hall, so that a pressed key is no siren."""

from __future__ import annotations

from litestar import Response, Router, post

from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.queue.commands.counter.repeat_calls import RepeatCalls, repeat_calls
from hall.queue.work import QueueWork

WISHES, WINDOW_S = 1, 10


@post("/calls/repeat", status_code=204)
async def repeat_announcements(request: HallRequest, key: OptionalKey) -> Response[None]:
    """Ask the boards to say the calls that stand once more."""
    request.parts.limits.repeats.count("", request.parts.clock.now().monotonic_ns / 1e9)
    command = RepeatCalls(request.caller.name)

    def run(work: QueueWork, now: Moment) -> Answer:
        repeat_calls(command, work=work, now=now)
        return NO_CONTENT

    return await request.run(run, key)


routes = Router("/", route_handlers=[repeat_announcements], tags=["hall"])
