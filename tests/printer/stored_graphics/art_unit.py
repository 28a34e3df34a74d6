"""A memory printer with memories for pictures, and a conversation with it that has learnt what it can do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.escpos.capabilities import Abilities, Known
from printer.escpos.pieces import ArtGroup
from printer.escpos.stored_graphics import KeptArt, Memory
from printer.render.bitmap import Bitmap
from printer.spool.conversation import Conversation
from printer.spool.timeouts import Patience
from printer.stored_graphics.nv_memory import ArtFile
from printer.stored_graphics.store import ArtStore
from tests.helpers.replacing import replace

ABLE = Abilities(
    real_time=Known.YES,
    fence=Known.YES,
    process_id=Known.YES,
    native_qr=Known.YES,
    nv_graphics=Known.YES,
    ram_graphics=Known.YES,
)


class ArtUnit:
    """The printer, its wire, and a way to connect again."""

    def __init__(self, baud: int | None = None, able: Abilities = ABLE, **build: object) -> None:
        self.printer = MemoryPrinter(replace(Build(), **build))  # type: ignore[arg-type]  # a test's shorthand
        self.wire = MemoryWire(self.printer, baud=baud)
        self.able = able

    def connected(self) -> Conversation:
        """Plug in and talk."""
        self.wire.open()
        return Conversation(self.wire, Patience(), self.able)

    def kept(self, memory: Memory) -> dict[bytes, Bitmap]:
        """Look into the printer's memory."""
        return self.printer.interpreter.graphics.kept[memory]

    def holds(self, art: KeptArt | None, picture: Bitmap) -> bool:
        """Return whether this picture lies where somebody believes it to be."""
        return art is not None and self.kept(art.memory).get(art.key) == picture


def picture(nth: int, rows: int = 20) -> Bitmap:
    """Return one of many different pictures."""
    return Bitmap(160, b"".join((0x2A0000 + nth * 997 + row * 3).to_bytes(20) for row in range(rows)))


PICTURES = [picture(nth) for nth in range(6)]


def alone(picture: Bitmap) -> ArtGroup:
    """Return a picture as a separate group."""
    return ArtGroup(picture, (picture,))


class Days:
    """A calendar turned by hand."""

    def __init__(self) -> None:
        self.today = date(2026, 11, 25)

    def __call__(self) -> date:
        return self.today

    def turn(self) -> None:
        self.today += timedelta(days=1)


def store_at(folder: Path, days: Callable[[], date] | None = None) -> ArtStore:
    return ArtStore(ArtFile(folder / "art.json"), days or Days())


def filled(store: ArtStore, unit: ArtUnit, pictures: list[Bitmap]) -> None:
    talk = unit.connected()
    store.meet(talk, "unit-1", unit.able)
    store.want(map(alone, pictures))
    while store.add_one(talk):
        pass
