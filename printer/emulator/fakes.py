"""A simulated printer in memory, for the demo, the emulator and the tests."""

from __future__ import annotations

from printer.emulator.hardware.build import Build
from printer.emulator.hardware.mechanism import MemoryPrinter
from printer.emulator.hardware.paper import Sheet
from printer.emulator.wire import MemoryWire

__all__ = ["Build", "MemoryPrinter", "MemoryWire", "Sheet"]
