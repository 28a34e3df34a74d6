"""A cable to the memory printer inside this process, with its own clock."""

from __future__ import annotations

from printer.emulator.hardware.mechanism import MemoryPrinter
from printer.transport.wire import Fault, WireError


class MemoryWire:
    """Waiting on it costs no real time: its clock jumps. `baud` makes bytes take as long as on a serial line."""

    def __init__(self, printer: MemoryPrinter, *, two_way: bool = True, baud: int | None = None) -> None:
        self.printer = printer
        self.two_way = two_way
        self._byte_s = 10 / baud if baud else 0.0
        self._open = False

    @property
    def address(self) -> str:
        """Its name in errors."""
        return "memory printer"

    def open(self) -> None:
        """Plug in, which throws away what the printer said meanwhile."""
        if self.printer.unplugged:
            raise WireError(Fault.MISSING, "the memory printer is unplugged")
        self._open = True
        self.printer.replies()

    def write(self, data: bytes, timeout_s: float) -> int:
        """Send what the printer takes within the time on the wire's own clock."""
        self._check()
        sent, end = 0, self.now() + timeout_s
        while sent < len(data):
            part = data[sent : sent + 64] if self._byte_s else data[sent:]
            taken = self.printer.take(part)
            sent += taken
            self._check()
            self._pass(self.now() + taken * self._byte_s)
            if taken:
                continue
            if self.now() >= end:
                break
            self._pass(min(end, self._next_event(end)))
        return sent

    def read(self, timeout_s: float) -> bytes:
        """Return the printer's next words, moving the clock on at most `timeout_s`."""
        self._check()
        end = self.now() + timeout_s
        while True:
            self._pass(self.now())
            said = self.printer.replies()
            if self.printer.silent or not self.two_way:
                said = b""
            if said or self.now() >= end:
                return said
            self._pass(min(end, self._next_event(end)))

    def now(self) -> float:
        """The printer's own time in seconds."""
        return self.printer.now_s

    def close(self) -> None:
        """Unplug on this side."""
        self._open = False

    def _pass(self, until_s: float) -> None:
        self.printer.run(until_s)

    def _next_event(self, end: float) -> float:
        event = self.printer.next_event_s()
        return end if event is None or event <= self.now() else event

    def _check(self) -> None:
        if self.printer.unplugged or not self._open:
            raise WireError(Fault.UNPLUGGED, "the memory printer went away")
