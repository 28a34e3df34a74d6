"""The ways from a host to a printer that every fault is tried on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from printer.emulator.fakes import Build, MemoryPrinter
from printer.emulator.server import Emulator
from printer.spool.spooler import WINDOW_BYTES
from tests.helpers.replacing import replace
from tests.printer.emulator.emulating import emulating, on_a_serial_port

LEAST_BUFFER_BYTES = WINDOW_BYTES + 1024


@dataclass(frozen=True)
class Way:
    """A serial line of some speed, with or without the wires of flow control, or TCP."""

    baud: int | None
    flow_control: bool = True

    @property
    def name(self) -> str:
        if self.baud is None:
            return "tcp"
        return f"{self.baud}{'' if self.flow_control else '-three-wires'}"

    @property
    def serial(self) -> bool:
        return self.baud is not None

    @contextmanager
    def to(self, build: Build, pace: float) -> Iterator[tuple[Emulator, str]]:
        """Run a printer at the end of this way; yields its emulator and its address."""
        # Nothing can be promised of a buffer smaller than the window on a cable that cannot say that it is full.
        room = build.buffer_bytes if self.flow_control else max(build.buffer_bytes, LEAST_BUFFER_BYTES)
        changed = {"link_baud": self.baud or build.link_baud, "flow_control": self.flow_control, "buffer_bytes": room}
        printer = MemoryPrinter(replace(build, **changed))  # type: ignore[arg-type]  # checked by the dataclass
        if self.serial:
            with on_a_serial_port(printer, pace) as (emulator, path):
                # The host holds its bytes back to the rate it knows: with time running faster, not to the printer's.
                yield emulator, f"serial://{path}?baud={self.baud if pace == 1 else 921_600}"
        else:
            with emulating(printer, pace) as (emulator, port):
                yield emulator, f"tcp://127.0.0.1:{port}"


WAYS = [Way(None), *(Way(baud, flow) for baud in (9600, 38_400, 115_200) for flow in (True, False))]
