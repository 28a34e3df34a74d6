from __future__ import annotations

import pytest

from printer.emulator.fakes import MemoryPrinter, MemoryWire
from printer.escpos.capabilities import Abilities, Known
from printer.escpos.stored_graphics import KeptArt, Memory
from printer.stored_graphics.transfer import define, delete, kept_keys
from printer.transport.wire import WireError
from tests.printer.stored_graphics.art_unit import ArtUnit, picture


@pytest.mark.parametrize("memory", list(Memory))
@pytest.mark.parametrize("baud", [None, 9600])
def test_a_picture_is_stored_and_named_by_the_printer(memory: Memory, baud: int | None) -> None:
    unit, art = ArtUnit(baud), KeptArt(memory, b"k7")
    talk = unit.connected()
    assert kept_keys(talk, memory) == frozenset()
    assert define(talk, art, picture(1, rows=400))
    assert unit.holds(art, picture(1, rows=400))
    assert kept_keys(talk, memory) == {b"k7"}
    delete(talk, art)
    assert kept_keys(talk, memory) == frozenset()


def test_a_long_list_is_told_to_the_end() -> None:
    unit = ArtUnit()
    talk = unit.connected()
    keys = {b"%02d" % nth for nth in range(95)}
    for key in keys:
        assert define(talk, KeptArt(Memory.NV, key), picture(0, rows=1))
    assert kept_keys(talk, Memory.NV) == keys
    assert kept_keys(talk, Memory.NV) == keys, "the last block was acknowledged too"


def test_a_printer_without_such_a_memory_tells_no_keys() -> None:
    unit = ArtUnit(nv_bytes=0)
    assert kept_keys(unit.connected(), Memory.NV) is None


def test_a_full_memory_does_not_name_the_picture() -> None:
    unit = ArtUnit(ram_bytes=500)
    talk = unit.connected()
    assert define(talk, KeptArt(Memory.RAM, b"a1"), picture(1))
    assert not define(talk, KeptArt(Memory.RAM, b"a2"), picture(2))


class LossyWire(MemoryWire):
    """Loses a hundred bytes of the first long command, as a line without flow control may."""

    lost = False

    def write(self, data: bytes, timeout_s: float) -> int:
        if len(data) < 400 or self.lost:
            return super().write(data, timeout_s)
        self.lost = True
        return super().write(data[:300], timeout_s) + super().write(data[400:], timeout_s) + 100


def test_a_picture_that_lost_bytes_is_ended_by_zeros_and_reported() -> None:
    """The printer must not take the next ticket for the rest of the picture."""
    unit = ArtUnit(able=Abilities(real_time=Known.YES, fence=Known.YES))
    unit.wire = LossyWire(unit.printer)
    with pytest.raises(WireError, match="no sign after a picture"):
        define(unit.connected(), KeptArt(Memory.NV, b"a1"), picture(1))
    assert unit.connected().reaches_fence()
    assert not unit.printer.interpreter.unknown


def test_a_printer_that_takes_nothing_more_is_stuck() -> None:
    unit = ArtUnit()
    talk = unit.connected()
    unit.printer.after_bytes(100, MemoryPrinter.fall_silent)
    with pytest.raises(WireError, match="takes no more data"):
        define(talk, KeptArt(Memory.NV, b"a1"), picture(1))
