"""Run the cleanup each night: a thread that looks every few minutes whether a run is due."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from central.maintenance.cleanup import Retention, clean_up, cleanup_status

log = logging.getLogger(__name__)

LOOK_EVERY_S = 300.0
NIGHT = range(2, 5)
"""Hours, at the halls, in which nobody is served and the cleanup runs."""
LONGEST = timedelta(hours=36)
"""A centre that is off at night runs the cleanup by day when the last one is this old."""


def is_due(local: datetime, ran_at: datetime | None) -> bool:
    """Return whether a run is due at `local` (aware, at the halls): once a night, and by day only after a missed night.

    >>> muscat = ZoneInfo("Asia/Muscat")
    >>> night, day = datetime(2026, 11, 24, 2, tzinfo=muscat), datetime(2026, 11, 24, 9, tzinfo=muscat)
    >>> is_due(night, None), is_due(day, None)
    (True, False)
    >>> is_due(night, night - timedelta(hours=23)), is_due(night + timedelta(hours=1), night)
    (True, False)
    >>> is_due(day, day - timedelta(hours=30)), is_due(day, day - timedelta(hours=37))
    (False, True)
    """
    if ran_at is not None and local - ran_at >= LONGEST:
        return True
    begun = local.replace(hour=NIGHT.start, minute=0, second=0, microsecond=0)
    return local.hour in NIGHT and (ran_at is None or ran_at < begun)


class Nightly:
    """Runs when it is due until it is stopped; `now` gives the wall time, aware UTC."""

    def __init__(self, engine: Engine, retention: Retention, time_zone: str, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._retention = retention
        self._zone = ZoneInfo(time_zone)
        self._now = now
        self._stop = threading.Event()

    def step(self) -> bool:
        """Run if it is due, and say whether it was."""
        now = self._now()
        local = now.astimezone(self._zone)
        try:
            if not is_due(local, cleanup_status(self._engine, now=now).ran_at):
                return False
            run = clean_up(self._engine, self._retention, today=local.date(), now=now)
        except Exception:
            # The thread's top: whatever went wrong this time, the next look is not lost.
            log.exception("the cleanup failed; trying again in %s s", LOOK_EVERY_S)
            return False
        for line in run.problem.splitlines():
            log.warning("a part of the cleanup failed and is tried again the next night: %s", line)
        return True

    def run(self) -> None:
        """Work until `stop`."""
        while not self._stop.wait(LOOK_EVERY_S):
            self.step()

    def stop(self) -> None:
        """End `run` after its run."""
        self._stop.set()


@contextmanager
def keeping_nightly(nightly: Nightly) -> Iterator[None]:
    """Let it work in a thread to the end of the block."""
    thread = threading.Thread(target=nightly.run, name="nightly", daemon=True)
    thread.start()
    try:
        yield
    finally:
        nightly.stop()
        thread.join()
