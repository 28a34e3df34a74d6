"""The next hour of the hall, made when somebody asks for it and not more often than it is worth."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from contracts.outlook_answers import OutlookView
from hall.application.outlook_query import outlook_view, read_hour
from hall.domain.settings import HallSettings
from hall.service.ports import Clock, Estimates, Reads

KEPT_S = 10.0
"""The next hour looks the same for so long; asked for by ten browsers, it is made once."""
SEEDS = tuple(range(1, 41))
"""Always the same paths: what the page shows moves when the hall does, and not by chance."""


class OutlookDesk:
    """Keeps the newest outlook; belongs to the event loop."""

    def __init__(self, reads: Reads, estimates: Estimates, settings: Callable[[], HallSettings], clock: Clock) -> None:
        self._reads, self._estimates, self._settings, self._clock = reads, estimates, settings, clock
        self._made: OutlookView | None = None
        self._made_at = (0.0, -1)
        """The monotonic clock in seconds, and the version of the settings."""
        self._turn = asyncio.Lock()

    async def newest(self) -> OutlookView:
        """Return the outlook, made anew when it is too old or something was arranged since."""
        async with self._turn:
            now_s, version = self._clock.now().monotonic_ns / 1e9, self._settings().version
            made_s, of_version = self._made_at
            if self._made is None or now_s - made_s > KEPT_S or version != of_version:
                self._made, self._made_at = await self._make(), (now_s, version)
            return self._made

    async def _make(self) -> OutlookView:
        past = self._estimates.past
        read = await asyncio.wrap_future(self._reads.read(lambda work, now: read_hour(work=work, now=now, past=past)))
        if read is None:
            return OutlookView(self._clock.now().at, (), ())
        seen, known = read
        return await asyncio.to_thread(outlook_view, seen, known, SEEDS)
