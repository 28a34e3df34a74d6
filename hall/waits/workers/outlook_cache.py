"""The next hour of the hall, computed when somebody asks for it and kept for some seconds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from contracts.waits.outlook import AdviceKind, OutlookView
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.platform.store_ports import Clock, Commands, Reads
from hall.platform.web.dependencies import DependencyKey
from hall.platform.web.fresh_ids import uuid7
from hall.waits.commands.score_advice import HOUR, note_advice
from hall.waits.queries.outlook import outlook_view, read_hour
from hall.waits.queries.past import Past
from hall.waits.work import WaitsWork
from hall.waits.workers.forecast_process import ForecastProcess

KEPT_S = 10.0
"""Seconds for which an outlook is kept; ten browsers that ask for it share one computation."""
SEEDS = tuple(range(1, 41))
"""Always the same paths: what the page shows moves when the hall does, and not by chance."""
SEEDS_LEAST = 12
ALL_SEEDS_WAITING = 60
"""With more waiting each path is longer: then fewer are walked, so that the whole takes about as long."""
REST = 5.0
"""An outlook is kept at least this many times as long as it took: it uses no more than a sixth of a core."""


class KnowsPast(Protocol):
    """Knows what the hall has learnt from its past."""

    @property
    def past(self) -> Past:
        """What the hall had learnt from its past when the newest estimate was made."""
        ...


class OutlookCache:
    """Keeps the newest outlook; belongs to the event loop."""

    def __init__(
        self,
        reads: Reads[WaitsWork],
        estimates: KnowsPast,
        settings: Callable[[], HallSettings],
        clock: Clock,
        commands: Commands[WaitsWork],
        process: ForecastProcess,
    ) -> None:
        self._reads, self._estimates, self._settings, self._clock = reads, estimates, settings, clock
        self._commands, self._process = commands, process
        self._noted: dict[tuple[AdviceKind, str, int], datetime] = {}
        """When each advice was last kept to be scored: the command queue is not asked each time somebody looks."""
        self._made: OutlookView | None = None
        self._made_at = (0.0, -1)
        """The monotonic clock in seconds, and the version of the settings."""
        self._took_s = 0.0
        self._turn = asyncio.Lock()

    async def newest(self) -> OutlookView:
        """Return the outlook, computed again when it is too old or something was arranged since.

        Raise ForecastUnavailableError where it cannot be computed now.
        """
        async with self._turn:
            now_s, version = self._clock.now().monotonic_ns / 1e9, self._settings().version
            made_s, of_version = self._made_at
            if self._made is None or now_s - made_s > max(KEPT_S, REST * self._took_s) or version != of_version:
                self._made, self._made_at = await self._make(), (now_s, version)
            return self._made

    async def _make(self) -> OutlookView:
        past = self._estimates.past
        read = await asyncio.wrap_future(self._reads.read(lambda work, now: read_hour(work=work, now=now, past=past)))
        if read is None:
            return OutlookView(self._clock.now().at, (), ())
        seen, known = read
        begun_s = time.perf_counter()
        view = await self._process.run(outlook_view, seen, known, seeds_for(len(seen.waiting)))
        self._took_s = time.perf_counter() - begun_s
        await self._note(view)
        return view

    async def _note(self, view: OutlookView) -> None:
        """Keep the best advice that is shown, so that it can be held against what its hour brings."""
        if not view.advice:
            return
        best = view.advice[0]
        same = (best.kind, best.service, best.counter)
        if same in self._noted and view.at - self._noted[same] < HOUR:
            return

        def note(work: WaitsWork, now: Moment) -> Answer:
            note_advice(view, uuid7(now.at), work=work, store=work.advice, now=now)
            return Answer(204, b"")

        await asyncio.wrap_future(self._commands.submit(note, None))
        self._noted[same] = view.at


def seeds_for(waiting: int) -> tuple[int, ...]:
    """Return the seeds of the paths to simulate when `waiting` visitors wait.

    >>> len(seeds_for(30)), len(seeds_for(120)), len(seeds_for(2000))
    (40, 20, 12)
    """
    return SEEDS[: max(SEEDS_LEAST, len(SEEDS) * ALL_SEEDS_WAITING // max(ALL_SEEDS_WAITING, waiting))]


OUTLOOK = DependencyKey[OutlookCache]("outlook")
