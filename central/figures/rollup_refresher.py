"""Bring the roll-ups up to date beside the service: a thread that looks every second and works while days lag."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from central.figures.rollups import refresh

log = logging.getLogger(__name__)

LOOK_EVERY_S = 1.0
YIELD_S = 0.05
"""Between two runs of work, so that batches that wait get their turn."""
AWAY_S = 10.0
"""After a database that did not answer."""


class Refresher:
    """Counts marked days again until it is stopped."""

    def __init__(self, engine: Engine, time_zone: str) -> None:
        self._engine = engine
        self._time_zone = time_zone
        self._stop = threading.Event()

    def step(self) -> float:
        """Do one piece of work, or none, and return how many seconds to rest."""
        try:
            return YIELD_S if refresh(self._engine, time_zone=self._time_zone) else LOOK_EVERY_S
        except SQLAlchemyError:
            log.exception("the roll-ups could not be brought up to date; trying again in %s s", AWAY_S)
            return AWAY_S

    def run(self) -> None:
        """Work until `stop`."""
        rest_s = 0.0
        while not self._stop.wait(rest_s):
            rest_s = self.step()

    def stop(self) -> None:
        """End `run` after its piece of work."""
        self._stop.set()


@contextmanager
def refreshing(refresher: Refresher) -> Iterator[None]:
    """Let it work in a thread to the end of the block."""
    thread = threading.Thread(target=refresher.run, name="rollups", daemon=True)
    thread.start()
    try:
        yield
    finally:
        refresher.stop()
        thread.join()
