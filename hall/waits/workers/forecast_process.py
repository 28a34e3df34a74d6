"""Run long forecasts in one child process, so that the hall goes on answering meanwhile.

The child starts with the first forecast and ends when none was asked for some minutes. It holds neither the database
nor the web service: everything it needs comes as frozen values, and it imports only what these values are made of.
It takes 35 MB of memory, and Python's own tracker of semaphores beside it 12 MB.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from hall.platform.refusals import ForecastUnavailableError

log = logging.getLogger(__name__)
T = TypeVar("T")
IDLE_S = 300.0
LONGEST_S = 20
"""A forecast that takes longer hangs: its child is ended, so that later ones and the hall's stop do not wait for it."""


class ForecastProcess:
    """Owns the child process; `run` belongs to the event loop, everything else to any thread."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._changing = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._used_s = 0.0
        self._stopped = False
        self._asked: set[asyncio.Future[Any]] = set()
        self._let_go = False

    async def run(self, forecast: Callable[..., T], *inputs: object) -> T:
        """Return `forecast(*inputs)`, computed in the child.

        Raise ForecastUnavailableError where the child cannot start or has died; the next call starts another one.
        After `let_go` it is raised at once.
        """
        if self._let_go:
            raise _stopping()
        asked: asyncio.Future[T] | None = None
        try:
            asked = asyncio.wrap_future(self.submit(forecast, *inputs))
            self._asked.add(asked)
            return await asked
        except (BrokenProcessPool, OSError) as error:
            log.warning("no forecast: its process cannot start or has ended (%s)", error)
            raise ForecastUnavailableError("the forecast's process has ended; try again", retry_after_s=10) from error
        except asyncio.CancelledError:
            if self._let_go:
                raise _stopping() from None
            raise
        finally:
            if asked is not None:
                self._asked.discard(asked)

    def let_go(self) -> None:
        """End the waiting of everybody who asked, on the event loop: the hall stops, and its server waits for them."""
        self._let_go = True
        for asked in tuple(self._asked):
            asked.cancel()

    def submit(self, forecast: Callable[..., T], *inputs: object) -> Future[T]:
        """Have the child compute `forecast(*inputs)`; it finds the function by its module and name.

        The future raises BrokenProcessPool when the child dies meanwhile; the next call starts another one.
        """
        with self._changing:
            if self._stopped:
                raise BrokenProcessPool("the hall is stopping")
            self._used_s = self._monotonic()
            try:
                return self._child().submit(_within, LONGEST_S, forecast, *inputs)
            except BrokenProcessPool:  # it died since the last forecast
                _end(self._taken_out())
                return self._child().submit(_within, LONGEST_S, forecast, *inputs)

    def end_unused(self) -> None:
        """End the child when no forecast was asked for `IDLE_S`: a small machine gets its memory back."""
        with self._changing:
            unused = self._monotonic() - self._used_s > IDLE_S
            pool = self._taken_out() if unused else None
        _end(pool)

    def stop(self) -> None:
        """End the child after the forecasts in hand; later calls are refused."""
        with self._changing:
            self._stopped = True
            pool = self._taken_out()
        _end(pool)

    def _child(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Not "fork": the hall has threads, and a copy of one of their locks may stay locked for ever.
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=spawn, initializer=_begin)
        return self._pool

    def _taken_out(self) -> ProcessPoolExecutor | None:
        pool, self._pool = self._pool, None
        return pool


def _stopping() -> ForecastUnavailableError:
    return ForecastUnavailableError("the hall is stopping; try again", retry_after_s=10)


def _end(pool: ProcessPoolExecutor | None) -> None:
    """Wait until the child has ended; without the lock, for which the event loop would wait too."""
    if pool is not None:
        pool.shutdown()


def _within(longest_s: int, forecast: Callable[..., T], *inputs: object) -> T:
    """Compute in the child; the system ends the child where that takes longer (Windows has no such alarm)."""
    if sys.platform == "win32":
        return forecast(*inputs)
    signal.alarm(longest_s)
    try:
        return forecast(*inputs)
    finally:
        signal.alarm(0)


def _begin() -> None:
    """Begin the child: the hall's own work goes first, Ctrl-C is for the hall, and the child ends with the hall."""
    if sys.platform != "win32":
        os.nice(10)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
