"""Whatever befalls a printer and its store, in whatever order: no ticket names a picture that is not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printer.emulator.fakes import MemoryPrinter
from printer.escpos.capabilities import Known
from printer.transport.wire import WireError
from tests.helpers.replacing import replace
from tests.helpers.speeds import examples
from tests.printer.stored_graphics.art_unit import ABLE, PICTURES, ArtUnit, Days, alone, store_at


class World:
    """A printer, its store and what can befall them, by name."""

    def __init__(self, folder: Path, unit: ArtUnit) -> None:
        self.folder, self.unit, self.days = folder, unit, Days()
        self.restart()

    def restart(self) -> None:
        self.store, self.talk = store_at(self.folder, self.days), self.unit.connected()
        self.store.want(map(alone, PICTURES))

    def meet(self) -> None:
        self.talk = self.unit.connected()
        self.store.meet(self.talk, "unit-1", self.unit.able)

    def add(self) -> None:
        try:
            self.store.add_one(self.talk)
        except WireError:
            self.store.let_go()

    def power_cut(self) -> None:
        self.unit.printer.power_cycle()
        self.wait()

    def reset(self) -> None:
        self.talk.write(b"\x1b@")

    def next_day(self) -> None:
        self.days.turn()

    def power_cut_while_storing(self) -> None:
        self.unit.printer.after_bytes(200, MemoryPrinter.power_cycle)
        self.add()
        self.wait()

    def wait(self) -> None:
        self.unit.printer.run(self.unit.printer.now_s + 2)

    def print_ticket(self) -> None:
        self.store.check(self.talk)
        for one in PICTURES:
            art = self.store.find(one)
            assert art is None or self.unit.holds(art, one)


STEPS = [
    World.restart, World.meet, World.add, World.power_cut, World.reset, World.next_day, World.power_cut_while_storing,
    World.print_ticket,
]  # fmt: skip


@pytest.mark.allow_logs
@settings(max_examples=examples(80), deadline=None)
@given(
    steps=st.lists(st.sampled_from(STEPS), min_size=4, max_size=30),
    ram=st.sampled_from([Known.YES, Known.NO]),
    nv=st.sampled_from([Known.YES, Known.NO]),
    room=st.sampled_from([900, 2500, 60_000]),
)
def test_whatever_happens_a_picture_that_is_believed_is_there(
    steps: list[Callable[[World], None]],
    ram: Known,
    nv: Known,
    room: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """The one promise: no ticket names a picture that the printer does not hold, or another one."""
    unit = ArtUnit(able=replace(ABLE, ram_graphics=ram, nv_graphics=nv), nv_bytes=room, ram_bytes=room)
    world = World(tmp_path_factory.mktemp("art"), unit)
    world.meet()
    for step in [*steps, World.print_ticket]:
        step(world)
