"""The live link: a snapshot or the missed facts, then each fact as it is committed; none lost, none twice.

The order makes it so: first the link is opened (facts queue up), then the database is read up to some number, then of
what has queued everything up to that number is dropped.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Annotated

from litestar import Router, get
from litestar.params import HeaderParameter, QueryParameter
from litestar.response import Stream

from contracts.live import event_id
from hall.platform.live.audience import audience_of
from hall.platform.live.hub import LiveLink, written_for
from hall.platform.live.sse import COMMENT, RETRY, event, json_line, position
from hall.platform.web.middleware.token_quotas import alert_key
from hall.platform.web.request import HallRequest

COMMENT_EVERY_S = 2.0
REPLAY_PAGE = 500


@get("/live", media_type="text/event-stream")
async def follow_hall(
    request: HallRequest,
    since: Annotated[
        str | None, QueryParameter(description="After which fact, where no `Last-Event-ID` says so.")
    ] = None,
    last_event_id: Annotated[str | None, HeaderParameter(name="Last-Event-ID")] = None,
) -> Stream:
    """Follow the hall: server-sent events, resumed by `Last-Event-ID` or `?since=`."""
    request.parts.limits.quotas.check_stream(request.caller.lasting_scope, alert_key(request.caller))
    # The events are written once for all that follow: what is sent are bytes.
    return Stream(_counted(request, last_event_id, since), headers={"X-Accel-Buffering": "no"})


async def _counted(request: HallRequest, last_event_id: str | None, since: str | None) -> AsyncIterator[bytes]:
    with request.parts.limits.quotas.stream(request.caller.lasting_scope):
        async with aclosing(_events(request, last_event_id, since)) as events:
            async for message in events:
                yield message


async def _events(request: HallRequest, last_event_id: str | None, since: str | None) -> AsyncGenerator[bytes, None]:
    hub = request.parts.hub
    scope = request.partner()
    link = hub.open(audience_of(request.caller.role, scope), scope)
    try:
        yield RETRY
        asked = position(last_event_id, since, hub.stream)
        seq = -1
        if asked is not None and asked[0] == hub.stream:
            seq = asked[1]
            async for page, reached in _missed(request, link, asked[1]):
                seq = reached
                if page:
                    yield page
        if seq < 0:
            parts, caller = request.parts, request.caller
            snapshot = await request.ask(lambda work, now: parts.snapshot(parts, caller, work, now))
            seq = snapshot.seq
            if asked is not None and asked[0] == hub.stream and asked[1] > seq:
                request.parts.database.client_is_ahead(asked[1])
            yield event("snapshot", event_id(hub.stream, seq), json_line(snapshot))
        async for message in _fresh(request, link, seq):
            yield message
    except request.parts.database.away:
        return  # the command queue has logged it; the client comes back with the last id it saw
    finally:
        hub.leave(link)


async def _missed(request: HallRequest, link: LiveLink, seq: int) -> AsyncIterator[tuple[bytes, int]]:
    """Yield the stored facts after `seq` with the number reached; a last number below 0 asks for a snapshot."""
    while True:
        facts = await asyncio.wrap_future(request.parts.database.reads.facts_after(seq, REPLAY_PAGE))
        if facts is None:
            yield b"", -1
            return
        if not facts:
            return
        written = (written_for(link.audience, fact, request.parts.hub.stream, link.scope) for fact in facts)
        seq = facts[-1].seq
        yield b"".join(message for message in written if message), seq


async def _fresh(request: HallRequest, link: LiveLink, seq: int) -> AsyncIterator[bytes]:
    while not link.closed:
        taken = await link.take(COMMENT_EVERY_S)
        if not await request.parts.security.authenticator.still_knows(request.caller, request.parts.clock.now()):
            return
        if request.partner() != link.scope:
            return  # the hall's settings changed what the caller may see: he comes back and gets that
        fresh = b"".join(message for number, message in taken if number > seq)
        if fresh:
            yield fresh
        elif not taken and not link.closed:
            yield COMMENT


routes = Router("/", route_handlers=[follow_hall], tags=["live"])
