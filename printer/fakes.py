"""A printer made of memory, for the demo, the emulator and the tests."""

from __future__ import annotations

from printer.memory.build import Build
from printer.memory.mechanism import MemoryPrinter
from printer.memory.paper import Sheet
from printer.memory.wire import MemoryWire

__all__ = ["Build", "MemoryPrinter", "MemoryWire", "Sheet"]
