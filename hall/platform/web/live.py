"""The live link: a snapshot or the missed facts, then each fact as it is committed; none lost, none twice.

The order makes it so: first the link is opened (facts queue up), then the database is read up to some number, then of
what has queued everything up to that number is dropped.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from contracts.codec.reader import to_json
from contracts.live import event_id
from hall.platform.live.audience import AUDIENCE, Audience
from hall.platform.live.hub import LiveLink, written_for
from hall.platform.live.sse import COMMENT, RETRY, event, json_line, position
from hall.platform.web.call import PREFIX, Call, HallRoute, documented

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["live"])
COMMENT_EVERY_S = 2.0
REPLAY_PAGE = 500
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
QUERY = [{"name": "since", "in": "query", "required": False, "schema": {"type": "string"}}]


@routes.get("/live", openapi_extra=documented() | {"parameters": QUERY})
async def live(call: Call) -> Response:
    """Follow the hall: server-sent events, resumed by `Last-Event-ID` or `?since=`."""
    call.parts.limits.quotas.check_stream(call.caller.scope, call.caller.name)
    return EventStream(call)


class EventStream(StreamingResponse):
    """The answer that does not end; counted as long as it is sent."""

    def __init__(self, call: Call) -> None:
        super().__init__(_events(call), headers=HEADERS, media_type="text/event-stream")
        self._counted = call.parts.limits.quotas.stream(call.caller.scope)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        with self._counted:
            await super().__call__(scope, receive, send)


async def _events(call: Call) -> AsyncIterator[bytes]:
    hub = call.parts.hub
    scope = call.partner()
    link = hub.open(AUDIENCE[call.caller.role] if scope is None else Audience.PARTNER, scope)
    try:
        yield RETRY
        asked = position(call.headers.get("last-event-id"), call.query_params.get("since"), hub.stream)
        seq = -1
        if asked is not None and asked[0] == hub.stream:
            seq = asked[1]
            async for page, reached in _missed(call, link, asked[1]):
                seq = reached
                if page:
                    yield page
        if seq < 0:
            parts, caller = call.parts, call.caller
            snapshot = await call.ask(lambda work, now: parts.snapshot(parts, caller, work, now))
            seq = snapshot.seq
            if asked is not None and asked[0] == hub.stream and asked[1] > seq:
                call.parts.database.client_is_ahead(asked[1])
            yield event("snapshot", event_id(hub.stream, seq), json_line(to_json(snapshot)))
        async for message in _fresh(call, link, seq):
            yield message
    except call.parts.database.away:
        return  # the command queue has logged it; the client comes back with the last id it saw
    finally:
        hub.leave(link)


async def _missed(call: Call, link: LiveLink, seq: int) -> AsyncIterator[tuple[bytes, int]]:
    """Yield the stored facts after `seq` with the number reached; a last number below 0 asks for a snapshot."""
    while True:
        facts = await asyncio.wrap_future(call.parts.database.reads.facts_after(seq, REPLAY_PAGE))
        if facts is None:
            yield b"", -1
            return
        if not facts:
            return
        written = (written_for(link.audience, fact, call.parts.hub.stream, link.scope) for fact in facts)
        seq = facts[-1].seq
        yield b"".join(message for message in written if message), seq


async def _fresh(call: Call, link: LiveLink, seq: int) -> AsyncIterator[bytes]:
    while not link.closed:
        taken = await link.take(COMMENT_EVERY_S)
        if not await call.parts.security.authenticator.still_knows(call.caller, call.parts.clock.now()):
            return
        if call.partner() != link.scope:
            return  # the hall's settings changed what the caller may see: he comes back and gets that
        fresh = b"".join(message for number, message in taken if number > seq)
        if fresh:
            yield fresh
        elif not taken and not link.closed:
            yield COMMENT
