"""Speak with the signs on one line: the schedule behind a lock, told from one thread and sent from another."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable

from serial_devices.errors import LineError
from serial_devices.signs.faces import Faces
from serial_devices.signs.schedule import SignSchedule

Tell = Callable[[str], None]
"""Called with what is wrong with the line, empty once it is right again; in the line's own thread."""


class SignLine:
    """The talk of a line of signs (`line.owner.Talk`); `show`, `hall_away`, `hall_back` come from any thread."""

    def __init__(self, schedule: SignSchedule, tell: Tell, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._schedule, self._tell, self._clock = schedule, tell, clock
        self._lock = threading.Lock()
        self._wrong: dict[int, str] = {}

    def show(self, faces: Faces, *, blink: bool = True) -> None:
        """Show what the hall says now."""
        with self._lock:
            self._schedule.show(faces, self._clock(), blink=blink)

    def hall_away(self) -> None:
        """Keep what is shown, for its time."""
        with self._lock:
            self._schedule.hall_away(self._clock())

    def hall_back(self) -> None:
        """The hall is heard again."""
        with self._lock:
            self._schedule.hall_back()

    def opened(self, now_s: float) -> None:  # noqa: ARG002 - a Talk's
        """Send all again: whatever was on the line before is unknown."""
        with self._lock:
            self._schedule.forget()
        self._tell("")

    def due(self, now_s: float) -> Iterable[bytes]:
        """Return the frames due now, and tell of numbers that this line's signs cannot show."""
        with self._lock:
            frames = self._schedule.due(now_s)
            wrong = dict(self._schedule.wrong)
        if wrong != self._wrong:
            self._wrong = wrong
            self._tell("; ".join(f"counter {counter}: {why}" for counter, why in wrong.items()))
        return frames

    def heard(self, data: bytes, now_s: float) -> None:
        """Ignore acknowledgements of signs: the next repetition replaces what was lost."""

    def failed(self, error: LineError) -> None:
        """Tell what is wrong with the line."""
        self._tell(str(error))

    def farewell(self) -> Iterable[bytes]:
        """Leave the signs dark: nobody would put a number right any more."""
        with self._lock:
            return self._schedule.dark()
