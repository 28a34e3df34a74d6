"""Hand each committed fact to every open live link: written once for each audience, never waited for.

`publish` may be called from any thread; all else belongs to the event loop. A link that lags 2,000 facts behind is
closed: its client comes back with the last id it saw and gets the rest from the database.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence

from contracts.live import FactMessage, event_id
from hall.kernel.partner import PartnerScope
from hall.platform.live.audience import Audience, told_to
from hall.platform.live.sse import event, json_line

BACKLOG = 2_000


class LiveLink:
    """One client's queue of (seq, event); `closed` once it overflowed or the hall stops."""

    def __init__(self, audience: Audience, limit: int, scope: PartnerScope | None = None) -> None:
        self.audience = audience
        self.scope = scope
        self.closed = False
        self._limit = limit
        self._waiting: deque[tuple[int, bytes]] = deque()
        self._more = asyncio.Event()

    def put(self, seq: int, message: bytes) -> None:
        """Queue one event; close the link when it lags too far behind."""
        if len(self._waiting) >= self._limit:
            self.close()
        else:
            self._waiting.append((seq, message))
            self._more.set()

    def close(self) -> None:
        """End the link after what is queued so far was dropped: the client resumes."""
        self.closed = True
        self._waiting.clear()
        self._more.set()

    async def take(self, patience_s: float) -> list[tuple[int, bytes]]:
        """Return what is queued, or an empty list after `patience_s` seconds of silence or when closed."""
        if not self._waiting and not self.closed:
            self._more.clear()
            try:
                async with asyncio.timeout(patience_s):
                    await self._more.wait()
            except TimeoutError:
                return []
        taken = list(self._waiting)
        self._waiting.clear()
        return taken


class LiveHub:
    """All open live links of one hall service."""

    def __init__(self, stream: str, *, backlog: int = BACKLOG) -> None:
        self.stream = stream
        self._backlog = backlog
        self._links: set[LiveLink] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._led: set[LiveHub] = set()
        self._at_end: list[Callable[[], None]] = []

    @property
    def links(self) -> int:
        """How many links are open."""
        return len(self._links)

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Deliver on this loop from now on."""
        self._loop = loop

    def lead(self, other: LiveHub) -> None:
        """Let another hub of this service deliver on the same loop, and end with this one; from any thread."""
        if self._loop is not None:
            other.start(self._loop)
        self._led.add(other)

    def leave_alone(self, other: LiveHub) -> None:
        """Have done with another hub and end its links; from any thread."""
        self._led.discard(other)
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(other.close)

    def publish(self, facts: Sequence[FactMessage]) -> None:
        """Hand on facts that are on disk, in order; from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._spread, tuple(facts))

    def open(self, audience: Audience, scope: PartnerScope | None = None) -> LiveLink:
        """Open a link that gets every fact published from now on that is for the audience; a partner's has a scope."""
        link = LiveLink(audience, self._backlog, scope)
        self._links.add(link)
        return link

    def leave(self, link: LiveLink) -> None:
        """Forget a link whose client has gone."""
        self._links.discard(link)

    def at_end(self, act: Callable[[], None]) -> None:
        """Have `act` done on the loop when the hall stops: no answer may then wait for something long."""
        self._at_end.append(act)

    def close(self) -> None:
        """End every link: the hall stops."""
        for act in self._at_end:
            act()
        for link in self._links:
            link.close()
        for other in tuple(self._led):
            other.close()

    def _spread(self, facts: Sequence[FactMessage]) -> None:
        for fact in facts:
            written: dict[tuple[Audience, PartnerScope | None], bytes | None] = {}
            for link in self._links:
                readers = link.audience, link.scope
                if readers not in written:
                    written[readers] = written_for(link.audience, fact, self.stream, link.scope)
                message = written[readers]
                if message is not None:
                    link.put(fact.seq, message)


def written_for(audience: Audience, fact: FactMessage, stream: str, scope: PartnerScope | None = None) -> bytes | None:
    """Return the fact as an event for this audience, or None when it is not for it."""
    told = told_to(audience, fact, scope)
    return event("fact", event_id(stream, fact.seq), json_line(told)) if told else None
