"""The one owner of a line: opens it, opens it again with back-off, hands on what it says and sends what is due."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from typing import Protocol

from common.back_off import pause_s
from serial_devices.errors import LineError
from serial_devices.line.serial_line import Line

READ_S = 0.05
"""How long one turn listens: also the longest that something due waits."""


class Talk(Protocol):
    """What is said over a line. All is called in the owner's thread, in the order of things."""

    def opened(self, now_s: float) -> None:
        """The line stands (again): whatever the device knew may be gone."""

    def due(self, now_s: float) -> Iterable[bytes]:
        """Return what is to be sent now, each piece sent whole."""

    def heard(self, data: bytes, now_s: float) -> None:
        """Take what the device said; empty when it said nothing in the last turn."""

    def failed(self, error: LineError) -> None:
        """The line broke or does not open; told once at the beginning of each trouble and when the trouble changes."""

    def farewell(self) -> Iterable[bytes]:
        """Return what is sent last of all, before the line is closed by us."""


class LineOwner:
    """Runs one line. `start` gives it its own thread; tests call `turn` themselves, with their own clock."""

    def __init__(
        self, line: Line, talk: Talk, *, clock: Callable[[], float] = time.monotonic, read_s: float = READ_S
    ) -> None:
        self._line, self._talk, self._clock, self._read_s = line, talk, clock, read_s
        self._open = False
        self._failures = 0
        self._told = ""
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin, in a separate thread."""
        self._thread = threading.Thread(target=self._run, name=f"line {self._line}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Say farewell, close the line and return when that is done."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def turn(self) -> float:
        """Do what there is to do once; return how many seconds may pass until the next turn."""
        try:
            if not self._open:
                self._line.open()
                self._open = True
                self._talk.opened(self._clock())
            for piece in self._talk.due(self._clock()):
                self._line.write(piece)
            self._talk.heard(self._line.read(self._read_s), self._clock())
        except LineError as error:
            return self._break(error)
        self._failures, self._told = 0, ""
        return 0.0

    def end(self) -> None:
        """Say farewell and close the line; what fails now is of no consequence."""
        try:
            if self._open:
                for piece in self._talk.farewell():
                    self._line.write(piece)
        except LineError as error:
            self._talk.failed(error)
        self._open = False
        self._line.close()

    def _break(self, error: LineError) -> float:
        self._open = False
        self._line.close()
        self._failures += 1
        if str(error) != self._told:
            self._told = str(error)
            self._talk.failed(error)
        return pause_s(self._failures, first_s=1, longest_s=30)

    def _run(self) -> None:
        wait_s = 0.0
        while not self._stopping.wait(wait_s):
            wait_s = self.turn()
        self.end()
