"""LED counter signs made of memory: they take bytes from one line, as signs on a bus do, and show numbers."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from serial_devices.signs.frame import SignTemplate
from serial_devices.signs.frame_reader import SignReader


@dataclass
class FakeSigns:
    """Signs at `addresses` on one line. Each shows the text of the last whole frame meant for it, dark at first.

    A frame with a wrong check byte, noise and foreign addresses show nothing; `unplugged` addresses take nothing.
    `history` has every change of what is shown: (seconds of `clock`, address, text). Safe to feed from one thread and
    to read from another.
    """

    template: SignTemplate
    addresses: tuple[int, ...]
    clock: Callable[[], float] = time.monotonic
    shown: dict[int, str] = field(default_factory=dict)
    history: list[tuple[float, int, str]] = field(default_factory=list)
    foreign: set[int] = field(default_factory=set)
    frames: int = 0
    unplugged: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Switch the signs on."""
        self._reader = SignReader(self.template)
        self._lock = threading.Lock()
        self.shown = dict.fromkeys(self.addresses, "")

    def write(self, content: bytes) -> None:
        """Take `content`, in pieces of any size."""
        with self._lock:
            for frame in self._reader.feed(content):
                self.frames += 1
                if frame.address not in self.addresses:
                    self.foreign.add(frame.address)
                elif frame.address not in self.unplugged:
                    self._show(frame.address, frame.text.strip())

    def lose_power(self, address: int) -> None:
        """Let the sign at `address` go dark and come up again."""
        with self._lock:
            self._show(address, "")

    def _show(self, address: int, text: str) -> None:
        if self.shown[address] != text:
            self.shown[address] = text
            self.history.append((self.clock(), address, text))
