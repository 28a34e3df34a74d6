"""What is put into the printer's memories, and what is believed of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from printer.escpos.capabilities import Known
from printer.escpos.pieces import ArtGroup
from printer.escpos.stored_graphics import KeptArt, Memory, define_command
from printer.render.bitmap import Bitmap
from printer.stored_graphics.nv_memory import WRITES_A_DAY, ArtFile
from printer.stored_graphics.store import ArtStore
from tests.helpers.replacing import replace
from tests.printer.stored_graphics.art_unit import ABLE, PICTURES, ArtUnit, Days, alone, filled, picture, store_at


def test_what_is_wanted_is_stored_in_nv_and_found_by_its_dots(tmp_path: Path) -> None:
    unit, store = ArtUnit(), store_at(tmp_path)
    filled(store, unit, PICTURES)
    for one in PICTURES:
        art = store.find(one)
        assert art is not None
        assert art.memory is Memory.NV
        assert unit.holds(art, one)
    assert store.missing == 0
    assert store.find(picture(99)) is None


def test_nothing_is_believed_before_the_printer_was_asked(tmp_path: Path) -> None:
    unit, store = ArtUnit(), store_at(tmp_path)
    store.want(map(alone, PICTURES))
    assert store.find(PICTURES[0]) is None
    filled(store, unit, PICTURES)
    store.let_go()
    assert store.find(PICTURES[0]) is None


def test_the_next_start_finds_what_lies_in_nv_and_writes_nothing(tmp_path: Path) -> None:
    unit = ArtUnit()
    filled(store_at(tmp_path), unit, PICTURES)
    unit.printer.power_cycle()
    unit.printer.run(unit.printer.now_s + 2)
    again = store_at(tmp_path)
    filled(again, unit, PICTURES)
    assert all(unit.holds(again.find(one), one) for one in PICTURES)
    assert unit.printer.interpreter.graphics.nv_writes == len(PICTURES)


def test_ram_is_empty_after_a_power_cut_and_a_ticket_then_carries_its_pictures(tmp_path: Path) -> None:
    unit, store = ArtUnit(able=replace(ABLE, nv_graphics=Known.NO)), store_at(tmp_path)
    filled(store, unit, PICTURES)
    talk = unit.connected()
    store.meet(talk, "unit-1", unit.able)
    assert unit.holds(store.find(PICTURES[0]), PICTURES[0])
    unit.printer.power_cycle()
    unit.printer.run(unit.printer.now_s + 2)
    store.check(talk)
    assert [store.find(one) for one in PICTURES] == [None] * len(PICTURES)
    while store.add_one(talk):
        pass
    assert all(unit.holds(store.find(one), one) for one in PICTURES)


def test_a_strange_printer_with_art_of_its_own_is_not_believed(tmp_path: Path) -> None:
    ours, theirs = ArtUnit(), ArtUnit()
    filled(store_at(tmp_path), ours, PICTURES)
    filled(store_at(tmp_path / "elsewhere"), theirs, [picture(nth) for nth in range(20, 26)])
    store = store_at(tmp_path)
    store.want(map(alone, PICTURES))
    store.meet(theirs.connected(), "unit-1", ABLE)
    assert [store.find(one) for one in PICTURES] == [None] * len(PICTURES)


def test_one_missing_picture_voids_all(tmp_path: Path) -> None:
    unit, store = ArtUnit(), store_at(tmp_path)
    filled(store, unit, PICTURES)
    del unit.kept(Memory.NV)[next(iter(unit.kept(Memory.NV)))]
    store.meet(unit.connected(), "unit-1", unit.able)
    assert [store.find(one) for one in PICTURES] == [None] * len(PICTURES)


def test_a_foreign_picture_stays_where_it_is(tmp_path: Path) -> None:
    unit, logo = ArtUnit(), Bitmap(8, b"\xff")
    unit.connected().write(define_command(KeptArt(Memory.NV, b"LG"), logo))
    filled(store_at(tmp_path), unit, PICTURES)
    assert unit.kept(Memory.NV)[b"LG"] == logo
    assert len(unit.kept(Memory.NV)) == 1 + len(PICTURES)


def test_restarts_do_not_fill_ram_with_what_nobody_knows_of_any_more(tmp_path: Path) -> None:
    unit = ArtUnit(able=replace(ABLE, nv_graphics=Known.NO), ram_bytes=8 * 400)
    for _ in range(3):
        store = store_at(tmp_path)
        filled(store, unit, PICTURES)
        assert all(unit.holds(store.find(one), one) for one in PICTURES)
        assert len(unit.kept(Memory.RAM)) == len(PICTURES)


def test_a_connection_lost_and_found_keeps_what_is_ours_in_ram(tmp_path: Path) -> None:
    unit, store = ArtUnit(able=replace(ABLE, nv_graphics=Known.NO)), store_at(tmp_path)
    filled(store, unit, PICTURES)
    before = dict(unit.kept(Memory.RAM))
    store.let_go()
    store.meet(unit.connected(), "unit-1", unit.able)
    assert unit.kept(Memory.RAM) == before
    assert all(unit.holds(store.find(one), one) for one in PICTURES)


def test_nv_is_written_ten_times_a_day_and_ram_takes_the_rest(tmp_path: Path) -> None:
    unit, days = ArtUnit(), Days()
    store, many = store_at(tmp_path, days), [picture(nth) for nth in range(14)]
    filled(store, unit, many)
    assert unit.printer.interpreter.graphics.nv_writes == WRITES_A_DAY
    assert {store.find(one).memory for one in many[10:]} == {Memory.RAM}  # type: ignore[union-attr]  # fails if None
    restarted = store_at(tmp_path, days)
    unit.kept(Memory.RAM).clear()
    filled(restarted, unit, many)
    assert unit.printer.interpreter.graphics.nv_writes == WRITES_A_DAY, "a restart does not start the day again"
    days.turn()
    unit.kept(Memory.RAM).clear()
    filled(store_at(tmp_path, days), unit, many)
    assert len(unit.kept(Memory.NV)) == 14


def test_without_a_file_nv_is_never_written() -> None:
    unit, store = ArtUnit(), ArtStore()
    filled(store, unit, PICTURES)
    assert unit.printer.interpreter.graphics.nv_writes == 0
    assert len(unit.kept(Memory.RAM)) == len(PICTURES)


@pytest.mark.allow_logs
def test_a_write_that_cannot_be_noted_is_not_made(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    unit = ArtUnit(able=replace(ABLE, ram_graphics=Known.NO))
    filled(ArtStore(ArtFile(blocked / "art.json"), Days()), unit, PICTURES)
    assert unit.printer.interpreter.graphics.nv_writes == 0


@pytest.mark.allow_logs
def test_a_full_memory_gives_up_what_no_ticket_uses_any_more(tmp_path: Path) -> None:
    unit = ArtUnit(nv_bytes=3 * len(PICTURES[0].data), able=replace(ABLE, ram_graphics=Known.NO))
    filled(store_at(tmp_path), unit, PICTURES[:3])
    renamed = store_at(tmp_path, lambda: date(2026, 11, 26))
    filled(renamed, unit, PICTURES[1:4])
    assert [unit.holds(renamed.find(one), one) for one in PICTURES[:4]] == [False, True, True, True]


@pytest.mark.allow_logs
def test_a_memory_too_small_for_all_keeps_what_it_can(tmp_path: Path) -> None:
    unit = ArtUnit(nv_bytes=2 * len(PICTURES[0].data), able=replace(ABLE, ram_graphics=Known.NO))
    store = store_at(tmp_path)
    filled(store, unit, PICTURES)
    assert store.missing == sum(len(one.data) for one in PICTURES[2:])
    assert not store.has_work, "what has no room is not tried again and again"


@pytest.mark.parametrize(
    "able", [replace(ABLE, fence=Known.NO), replace(ABLE, nv_graphics=Known.UNKNOWN, ram_graphics=Known.NO)]
)
def test_a_printer_that_cannot_prove_it_keeps_nothing(able: object, tmp_path: Path) -> None:
    unit, store = ArtUnit(able=able), store_at(tmp_path)  # type: ignore[arg-type]  # parametrised
    filled(store, unit, PICTURES)
    assert not unit.kept(Memory.NV)
    assert not unit.kept(Memory.RAM)


def test_small_pictures_are_not_worth_keeping(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    unit, small = ArtUnit(), Bitmap(8, b"\xff" * 20)
    filled(store, unit, [small])
    assert store.find(small) is None
    assert store.missing == 0


def test_nv_takes_a_group_as_one_picture_and_ram_its_parts(tmp_path: Path) -> None:
    group = ArtGroup(picture(9, rows=60), (PICTURES[0], PICTURES[1], Bitmap(8, b"\xff" * 20)))
    for able, expected in (
        (ABLE, (1, 0)),
        (replace(ABLE, nv_graphics=Known.NO), (0, 2)),
    ):
        unit, store = ArtUnit(able=able), store_at(tmp_path / str(expected))
        talk = unit.connected()
        store.meet(talk, "unit-1", unit.able)
        store.want([group])
        while store.add_one(talk):
            pass
        assert (len(unit.kept(Memory.NV)), len(unit.kept(Memory.RAM))) == expected
        assert store.missing == 0
