"""A serial port made of a pseudo-terminal: a device's end for a fake, a path for the program (Linux and macOS only)."""

from __future__ import annotations

import os
import pty
import select
import threading
import tty
from collections.abc import Callable
from types import TracebackType


class FakePort:
    """One line with a fake device on it. As a context it is unplugged at the end.

    `on_bytes` gets what the program sends, in a thread of the port's own, as soon as it comes.
    """

    def __init__(self, on_bytes: Callable[[bytes], None] = lambda _data: None) -> None:
        self._device, program = pty.openpty()
        tty.setraw(program)
        self.path = os.ttyname(program)
        self._program: int | None = program  # held, so that the line stands while no program has it open
        self._on_bytes = on_bytes
        self._wake, self._waker = os.pipe()
        self._thread = threading.Thread(target=self._listen, name=f"fake device at {self.path}", daemon=True)
        self._thread.start()

    def say(self, data: bytes) -> None:
        """Let the device say `data`."""
        os.write(self._device, data)

    def unplug(self) -> None:
        """Pull the device out: the program's end fails from now on. May be called twice."""
        if self._program is None:
            return
        os.write(self._waker, b"x")
        self._thread.join()
        for descriptor in (self._program, self._device, self._wake, self._waker):
            os.close(descriptor)
        self._program = None

    def __enter__(self) -> FakePort:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.unplug()

    def _listen(self) -> None:
        while True:
            ready, _, _ = select.select([self._device, self._wake], [], [])
            if self._wake in ready:
                return
            self._on_bytes(os.read(self._device, 4096))
