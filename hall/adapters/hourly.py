"""What a hall does each hour on a thread of its own; a task that fails is tried again the next hour."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from threading import Event, Thread

log = logging.getLogger(__name__)
HOUR_S = 3600.0


class Hourly:
    """Runs its tasks each hour until it is stopped; `troubles` names those that failed last time."""

    def __init__(self, tasks: Mapping[str, Callable[[], object]], *, every_s: float = HOUR_S) -> None:
        self._tasks = dict(tasks)
        self._every_s = every_s
        self._stop = Event()
        self._thread: Thread | None = None
        self.troubles: dict[str, str] = {}

    def start(self) -> None:
        """Begin; the first run is in an hour."""
        self._thread = Thread(target=self._run, name="hourly", daemon=True)
        self._thread.start()

    def run_once(self) -> None:
        """Run every task now, on this thread."""
        for name, task in self._tasks.items():
            try:
                task()
            except Exception as error:  # the edge of the thread: tomorrow's copies must not die with today's full disk
                if name not in self.troubles:
                    log.exception("the hourly task %r failed", name)
                self.troubles[name] = str(error)
            else:
                self.troubles.pop(name, None)

    def stop(self) -> None:
        """End the thread after the task that runs."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._every_s):
            self.run_once()
