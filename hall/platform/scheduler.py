"""What a hall does by the clock beside its commands: a thread that does each task when it is due."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class PeriodicTask:
    """Something to do every `every_s` seconds, first after `first_s`."""

    name: str
    every_s: float
    do: Callable[[], object]
    first_s: float = 0.0
    at_end: bool = False
    """It is done once more when the hall stops."""


class Scheduler:
    """Does tasks in a separate thread; one that fails is logged once and tried again when it is due."""

    def __init__(self, tasks: Sequence[PeriodicTask], monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        now = monotonic()
        self._due = {task: now + task.first_s for task in tasks}
        self._failing: set[str] = set()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="tasks", daemon=True)

    @property
    def failing(self) -> frozenset[str]:
        """The names of tasks whose last try failed."""
        return frozenset(self._failing)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """End after the task in hand, and do those once more that belong to the end."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        for task in self._due:
            if task.at_end:
                self._try(task)

    def run_due(self) -> float:
        """Do what is due and return the seconds until something is due again."""
        for task in self._due:
            if self._monotonic() >= self._due[task] and not self._ended.is_set():
                self._due[task] = self._monotonic() + task.every_s
                self._try(task)
        return max(0.0, min(self._due.values()) - self._monotonic())

    def _try(self, task: PeriodicTask) -> None:
        try:
            task.do()
        except Exception:  # the edge of the thread: a task that fails must not keep the others from being done
            if task.name not in self._failing:
                log.exception("%s failed; it is tried again every %d s", task.name, task.every_s)
            self._failing.add(task.name)
        else:
            self._failing.discard(task.name)

    def _run(self) -> None:
        while not self._ended.wait(self.run_due()):
            pass
