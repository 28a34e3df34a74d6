"""What a probe finds out of units made in different ways."""

from __future__ import annotations

import pytest

from printer.discovery.capability_file import Identity
from printer.discovery.probing import LEAST_ROOM_BYTES, Look, probe
from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.escpos.capabilities import ABILITY_NAMES, Abilities, Known
from printer.spool.conversation import Conversation
from printer.spool.timeouts import Patience

YES, NO, UNKNOWN = Known.YES, Known.NO, Known.UNKNOWN


def look_at(printer: MemoryPrinter) -> Look:
    wire = MemoryWire(printer)
    wire.open()
    return probe(Conversation(wire, Patience()))


@pytest.mark.parametrize(
    ("build", "name", "known"),
    [
        (Build(), "real_time", YES),
        (Build(), "asb", YES),
        (Build(answers_pushes=False), "asb", NO),
        (Build(answers_pushes=False, answers_fences=False), "asb", UNKNOWN),
        (Build(), "fence", YES),
        (Build(answers_fences=False), "fence", UNKNOWN),
        (Build(), "process_id", YES),
        (Build(answers_tokens=False), "process_id", NO),
        (Build(answers_tokens=False, answers_fences=False), "process_id", UNKNOWN),
        (Build(), "clear", YES),
        (Build(can_clear=False), "clear", NO),
        (Build(), "native_qr", YES),
        (Build(), "nv_graphics", YES),
        (Build(nv_bytes=0), "nv_graphics", NO),
        (Build(nv_bytes=LEAST_ROOM_BYTES - 1), "nv_graphics", NO),
        (Build(nv_bytes=0, answers_fences=False), "nv_graphics", UNKNOWN),
        (Build(ram_bytes=LEAST_ROOM_BYTES), "ram_graphics", YES),
        (Build(ram_bytes=0), "ram_graphics", NO),
        (Build(presenter=True), "presenter", YES),
        (Build(), "presenter", NO),
        (Build(), "half_resolution", UNKNOWN),  # nothing can be asked about it
    ],
)
def test_each_ability_is_what_the_unit_showed(build: Build, name: str, known: Known) -> None:
    assert getattr(look_at(MemoryPrinter(build)).abilities, name) is known


def test_a_unit_that_never_answers_is_unknown_in_everything() -> None:
    look = look_at(MemoryPrinter(Build(answers_status=False)))
    assert look == Look(Identity(), Abilities())


@pytest.mark.parametrize("fences", [True, False])
@pytest.mark.parametrize("tokens", [True, False])
def test_a_probe_uses_no_paper_and_leaves_nothing_behind(fences: bool, tokens: bool) -> None:
    printer = MemoryPrinter(Build(answers_fences=fences, answers_tokens=tokens, nv_bytes=0, ram_bytes=0))
    look_at(printer)
    assert not printer.sheets
    assert not printer.roll.hanging
    printer.take(b"\n")  # text taken by mistake would now be printed
    printer.run(printer.now_s + 5)
    assert not any(any(row) for row in printer.roll.hanging)


def test_a_probe_is_quick_on_a_unit_that_answers_and_bounded_on_one_that_does_not() -> None:
    able, mute = MemoryPrinter(), MemoryPrinter(Build(answers_fences=False, answers_tokens=False, can_clear=False))
    look_at(able)
    look_at(mute)
    assert able.now_s <= 0.5
    assert mute.now_s <= 4.0


def test_the_units_names_are_kept_as_it_says_them() -> None:
    assert "memory printer" in look_at(MemoryPrinter()).identity.text


def test_every_ability_was_asked_for_but_the_one_that_cannot_be() -> None:
    shown = look_at(MemoryPrinter(Build(presenter=True))).abilities
    assert {name for name in ABILITY_NAMES if getattr(shown, name) is not YES} == {"half_resolution"}
