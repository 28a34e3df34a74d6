"""What hangs in a printer is cut off before the next ticket, also what an earlier program left."""

from __future__ import annotations

from pathlib import Path

import pytest

from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.escpos.encode import cut_stub
from printer.spool.conversation import Conversation
from printer.spool.print_journal import BegunMark
from printer.spool.recovery import Remains
from printer.spool.timeouts import Patience
from printer.transport.wire import WireError

PATIENCE = Patience()


def talk_with(printer: MemoryPrinter) -> Conversation:
    wire = MemoryWire(printer)
    wire.open()
    talk = Conversation(wire, PATIENCE)
    talk.status()
    return talk


def test_where_nothing_was_left_nothing_is_sent(tmp_path: Path) -> None:
    printer = MemoryPrinter()
    talk, remains = talk_with(printer), Remains(PATIENCE, BegunMark(tmp_path / "begun"))
    before = printer.received_bytes
    remains.clear_away(talk)
    assert printer.received_bytes == before


def test_a_ticket_that_ended_well_leaves_no_mark_and_one_that_did_not_keeps_it_until_it_is_cleared(
    tmp_path: Path,
) -> None:
    path = tmp_path / "begun"
    remains = Remains(PATIENCE, BegunMark(path))
    remains.begin()
    assert path.exists()
    remains.end()
    assert not path.exists()
    remains.begin()
    remains.leave(3, stub=True)
    remains.end()
    assert path.exists()
    remains.clear_away(talk_with(MemoryPrinter()))
    assert not path.exists()


@pytest.mark.parametrize("can_clear", [True, False])
def test_a_new_program_cuts_off_what_a_killed_one_left_within_a_picture(tmp_path: Path, can_clear: bool) -> None:
    BegunMark(tmp_path / "begun").put()
    printer = MemoryPrinter(Build(dots=64, can_clear=can_clear))
    printer.take(
        b"\x1b@" + b"\x1dv0\x00\x08\x00\x04\x00" + b"\xff" * 20
    )  # four rows were promised, two and a half came
    remains = Remains(PATIENCE, BegunMark(tmp_path / "begun"))
    remains.clear_away(talk_with(printer))
    assert len(printer.sheets) == 1
    assert not printer.roll.hanging
    assert not (tmp_path / "begun").exists()


def test_a_printer_that_does_not_come_to_rest_stays_marked(tmp_path: Path) -> None:
    path = tmp_path / "begun"
    BegunMark(path).put()
    printer = MemoryPrinter()
    talk = talk_with(printer)
    talk.learn()
    printer.fall_silent()
    with pytest.raises(WireError, match="does not come to rest"):
        Remains(Patience(stuck_s=0.1, fence_s=0.2), BegunMark(path)).clear_away(talk)
    assert path.exists()


def test_the_stub_is_cut_by_one_command_that_feeds_it_out() -> None:
    printer = MemoryPrinter()
    printer.take(cut_stub())
    assert printer.interpreter.unknown == []
