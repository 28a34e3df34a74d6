"""A memory printer on real sockets and pseudo-terminals, for the wires' tests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from printer.emulator.fakes import MemoryPrinter
from printer.emulator.server import Emulator


@contextmanager
def emulating(printer: MemoryPrinter, pace: float = 1.0) -> Iterator[tuple[Emulator, int]]:
    """Serve the printer over TCP while the block runs; yields the emulator and its port."""
    emulator = Emulator(printer, pace=pace)
    port = emulator.listen_tcp(0)
    with _serving(emulator):
        yield emulator, port


@contextmanager
def on_a_serial_port(printer: MemoryPrinter, pace: float = 1.0) -> Iterator[tuple[Emulator, str]]:
    """Serve the printer over a pseudo-terminal while the block runs; yields the emulator and the port's path."""
    emulator = Emulator(printer, pace=pace)
    path = emulator.open_pty()
    with _serving(emulator):
        yield emulator, path


@contextmanager
def _serving(emulator: Emulator) -> Iterator[None]:
    thread = threading.Thread(target=emulator.serve)
    thread.start()
    try:
        yield
    finally:
        emulator.stop()
        thread.join()
