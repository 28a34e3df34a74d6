from __future__ import annotations

import pytest

from printer.abilities import Abilities, Known
from printer.conversation import Conversation, Patience
from printer.fakes import Build, MemoryPrinter, MemoryWire
from printer.status import Paper
from printer.wire import Fault, WireError


def talk_to(printer: MemoryPrinter, able: Abilities | None = None) -> Conversation:
    wire = MemoryWire(printer)
    wire.open()
    return Conversation(wire, Patience(), able)


@pytest.mark.parametrize(("fences", "tokens"), [(True, True), (True, False), (False, True), (False, False)])
def test_it_learns_which_signs_a_printer_gives_without_using_paper(fences: bool, tokens: bool) -> None:
    printer = MemoryPrinter(Build(answers_fences=fences, answers_tokens=tokens))
    talk = talk_to(printer)
    assert talk.status().can_print
    talk.learn()
    assert (talk.able.fence.yes, talk.able.process_id.yes) == (fences, tokens)
    assert talk.signs_heard == (fences or tokens)
    assert not printer.sheets
    assert not printer.roll.hanging
    assert not talk.fences_due


def test_a_one_way_printer_is_not_asked_for_signs() -> None:
    printer = MemoryPrinter(Build(answers_status=False))
    talk = talk_to(printer)
    status = talk.status()
    assert (status.answers, status.paper, status.can_print) == (False, Paper.UNKNOWN, True)
    asked = printer.received_bytes
    talk.learn()
    assert printer.received_bytes == asked


def test_a_one_way_printer_that_begins_to_answer_is_believed() -> None:
    printer = MemoryPrinter()
    talk = talk_to(printer, Abilities(fence=Known.NO))
    assert talk.status().answers
    assert talk.able.real_time.yes


def test_one_that_stopped_answering_is_silent_and_not_one_way() -> None:
    printer = MemoryPrinter(Build(answers_status=False))
    status = talk_to(printer, Abilities(real_time=Known.YES)).status()
    assert (status.fault, status.can_print) == (Fault.SILENT, False)


def test_fences_are_counted_in_order() -> None:
    printer = MemoryPrinter(Build(speed_mm_s=100.0))
    talk = talk_to(printer)
    for size in (100, 200):
        talk.write(b"\x1bJ\x50")
        talk.fence(size)
    assert talk.bytes_due == 300
    assert talk.wait_for(lambda: talk.bytes_due == 200, 5)
    assert talk.wait_for(lambda: not talk.fences_due, 5)


def test_clearing_tells_how_many_fences_were_forgotten() -> None:
    printer = MemoryPrinter()
    talk = talk_to(printer)
    printer.open_cover()
    talk.write(b"\x1bJ\x50")
    talk.fence(3)
    talk.fence(0)
    assert talk.clear()
    assert talk.fences_lost == 2
    assert not talk.fences_due
    printer.close_cover()
    printer.run(printer.now_s + 5)
    assert not printer.roll.hanging


def test_a_printer_that_cannot_clear_says_nothing() -> None:
    talk = talk_to(MemoryPrinter(Build(can_clear=False)))
    assert not talk.clear()


def test_a_printer_that_takes_nothing_is_stuck_and_not_waited_for_for_ever() -> None:
    printer = MemoryPrinter()
    talk = talk_to(printer)
    printer.fall_silent()
    start = printer.now_s
    assert talk.write(b"abc") == 0
    assert printer.now_s - start <= Patience().stuck_s + Patience().write_s
    with pytest.raises(WireError) as stuck:
        talk.fence(1)
    assert stuck.value.fault is Fault.STUCK
