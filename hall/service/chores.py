"""What a hall does by the clock beside its commands: a thread that does each chore when it is due.

What costs the disk or the interpreter much waits for a pause of the hall beyond that: fifteen people who call at once
would wait behind it. A hall has pauses enough; should it have none for long, the chore is done all the same.
"""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

log = logging.getLogger(__name__)
LOOK_S = 1.0
"""Between two looks for a pause, at most."""
PAUSE_S = 0.5
"""What can wait for a pause of the hall waits, mostly, until no command has been done for so long."""
NO_PAUSE_S = 60.0


@dataclass(frozen=True)
class Chore:
    """Something to do every so many seconds, first after `first_s`."""

    name: str
    every_s: float
    do: Callable[[], object]
    first_s: float = 0.0
    pause_s: float = 0.0
    """It waits until the hall has had nothing to do for so long; 0: it waits for nothing."""
    at_last_s: float = NO_PAUSE_S
    """So long after it was due it is done without a pause."""


def always_idle() -> float:
    """Say of what has no pauses that it is one long pause."""
    return math.inf


class Chores:
    """Does chores in one thread of its own; one that fails is logged once and tried again when it is due."""

    def __init__(
        self,
        chores: Sequence[Chore],
        monotonic: Callable[[], float] = time.monotonic,
        *,
        idle_s: Callable[[], float] = always_idle,
    ) -> None:
        """`idle_s` says for how many seconds the hall has had nothing to do."""
        self._monotonic = monotonic
        self._idle_s = idle_s
        now = monotonic()
        self._due = {chore: now + chore.first_s for chore in chores}
        self._failing: set[str] = set()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="chores", daemon=True)

    @property
    def failing(self) -> frozenset[str]:
        """The names of chores whose last try failed."""
        return frozenset(self._failing)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """End after the chore in hand."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def turn(self) -> float:
        """Do what is due and return the seconds until something is due again."""
        for chore in self._due:
            if self._wait_s(chore) == 0 and not self._ended.is_set():
                self._due[chore] = self._monotonic() + chore.every_s
                self._try(chore)
        return min(self._wait_s(chore) for chore in self._due)

    def _wait_s(self, chore: Chore) -> float:
        """Return the seconds until a chore is to be looked at again; 0: it is to be done now."""
        late_s = self._monotonic() - self._due[chore]
        if late_s < 0:
            return -late_s
        if late_s >= chore.at_last_s or self._idle_s() >= chore.pause_s:
            return 0.0
        return min(chore.every_s, LOOK_S)

    def _try(self, chore: Chore) -> None:
        try:
            chore.do()
        except Exception:  # the edge of the thread: a chore that fails must not keep the others from being done
            if chore.name not in self._failing:
                log.exception("%s failed; it is tried again every %d s", chore.name, chore.every_s)
            self._failing.add(chore.name)
        else:
            self._failing.discard(chore.name)

    def _run(self) -> None:
        while not self._ended.wait(self.turn()):
            pass
