"""Record who read personal data or took a file away, before the answer leaves: the requests of the access trail."""

from __future__ import annotations

from http import HTTPStatus

from litestar.types import Message, Send

from hall.kernel.callers import Answer
from hall.kernel.facts import Fact
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts
from hall.platform.security.access_trail import EXPORTS, READINGS
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.request import HallRequest


def record_first(request: HallRequest, send: Send) -> Send:
    """Return a `send` that holds an answer back until the fact of its reading is on disk; a refusal leaves none."""
    if request.row not in EXPORTS and request.row not in READINGS:
        return send

    async def send_recorded(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] < HTTPStatus.MULTIPLE_CHOICES:
            parts = request.parts
            trail, now = parts.security.trail, parts.clock.now()
            fact = trail.fact_of(request.caller, request.row, now)
            if fact is not None:
                await _record(request, fact)
                trail.remember(request.caller, request.row, now)
        await send(message)

    return send_recorded


async def _record(request: HallRequest, fact: Fact) -> None:
    def run(work: RecordsFacts, _now: Moment) -> Answer:
        work.record(fact)
        return NO_CONTENT

    await request.do(run)
