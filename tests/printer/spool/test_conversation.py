from __future__ import annotations

import pytest

from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.escpos.capabilities import Abilities, Known
from printer.escpos.questions import ASK_RAM_ROOM, Name
from printer.escpos.reply_parser import RAM_ROOM
from printer.escpos.status import Paper, Presenter
from printer.spool.conversation import Conversation
from printer.spool.timeouts import Patience
from printer.transport.wire import Fault, WireError


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


def test_one_that_loses_its_power_between_two_questions_is_not_called_ready() -> None:
    printer = MemoryPrinter()
    talk = talk_to(printer)
    assert talk.status().can_print
    printer.after_bytes(4, MemoryPrinter.power_cycle)
    status = talk.status()
    assert (status.fault, status.can_print) == (Fault.SILENT, False)


def test_a_reply_that_was_lost_on_the_line_is_asked_for_once_more() -> None:
    printer = MemoryPrinter()
    talk = talk_to(printer)
    talk.status()
    printer.after_bytes(6, lambda it: it.replies())
    status = talk.status()
    assert (status.can_print, status.cover_open, status.paper) == (True, False, Paper.OK)


def test_a_question_that_a_printer_never_answers_is_no_fault() -> None:
    printer = MemoryPrinter()
    talk = talk_to(printer)
    for _ in range(2):
        printer.after_bytes(6, lambda it: it.replies())
        assert talk.status().can_print


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


def test_a_printer_tells_of_its_state_by_itself_once_it_was_asked_to() -> None:
    printer = MemoryPrinter()
    talk = talk_to(printer)
    assert talk.subscribe()
    assert not talk.alarmed
    printer.open_cover()
    assert talk.wait_for(lambda: talk.alarmed, 1)
    assert talk.pushed is not None
    assert talk.pushed.fault is Fault.COVER_OPEN
    printer.close_cover()
    assert talk.status().can_print
    assert not talk.alarmed


def test_what_a_printer_tells_by_itself_is_never_taken_for_an_answer() -> None:
    printer = MemoryPrinter()
    talk = talk_to(printer)
    assert talk.subscribe()
    printer.cut_paper_short(0)  # four bytes that nobody asked for now lie before the answers
    status = talk.status()
    assert (status.fault, status.paper) == (Fault.PAPER_OUT, Paper.OUT)


def test_the_wish_to_be_told_travels_behind_each_reset_and_is_not_counted() -> None:
    printer = MemoryPrinter()
    talk = talk_to(printer, Abilities(asb=Known.YES))
    job = b"\x1b@\x1bJ\x10"
    assert talk.write(job) == len(job)
    assert printer.received_bytes == len(job) + 3
    printer.open_cover()
    assert talk.wait_for(lambda: talk.alarmed, 1)
    silent = talk_to(MemoryPrinter(), Abilities(asb=Known.NO))
    assert silent.write(job) == len(job)


def test_a_reset_that_is_taken_only_in_part_is_counted_so() -> None:
    printer = MemoryPrinter()
    talk = talk_to(printer, Abilities(asb=Known.YES))
    printer.after_bytes(1, MemoryPrinter.fall_silent)
    assert talk.write(b"\x1b@\x1bJ\x10") == 1


def test_that_a_unit_lacks_the_token_is_believed_only_behind_a_fence() -> None:
    fenced = talk_to(MemoryPrinter(Build(answers_tokens=False)), Abilities(real_time=Known.YES))
    fenced.learn()
    assert (fenced.able.fence, fenced.able.process_id) == (Known.YES, Known.NO)
    mute = talk_to(MemoryPrinter(Build(answers_tokens=False, answers_fences=False)), Abilities(real_time=Known.YES))
    mute.learn()
    assert (mute.able.fence, mute.able.process_id) == (Known.UNKNOWN, Known.UNKNOWN)


def test_a_unit_known_to_lack_the_token_is_not_waited_for_again() -> None:
    printer = MemoryPrinter(Build(answers_tokens=False))
    talk = talk_to(printer, Abilities(real_time=Known.YES, process_id=Known.NO))
    talk.learn()
    assert printer.now_s < Patience().answer_s
    assert talk.able.process_id is Known.NO


def test_a_reply_begun_by_noise_does_not_hide_the_answer_behind_it() -> None:
    printer = MemoryPrinter()
    talk = talk_to(printer)
    printer.say(b"\x37\x22")  # the head of a reply that lost the rest
    assert talk.status().can_print


def test_a_unit_names_itself_or_is_silent() -> None:
    assert "memory printer" in (talk_to(MemoryPrinter()).name(Name.MODEL) or "")
    assert talk_to(MemoryPrinter(Build(answers_status=False))).name(Name.MODEL) is None


def test_a_ticket_at_the_mouth_is_told_by_a_unit_known_to_see_it() -> None:
    printer = MemoryPrinter(Build(presenter=True))
    talk = talk_to(printer, Abilities(presenter=Known.YES))
    assert talk.status().presenter is Presenter.CLEAR
    talk.write(b"\x1bJ\x50\x1dVB\x00")
    assert talk.status().presenter is Presenter.TICKET
    assert talk_to(printer).status().presenter is Presenter.NONE


def test_a_question_answered_by_a_block_returns_its_body() -> None:
    talk = talk_to(MemoryPrinter(Build(ram_bytes=4096)))
    assert talk.block(ASK_RAM_ROOM, frozenset((RAM_ROOM,))) == b"4096"
    assert talk_to(MemoryPrinter(Build(ram_bytes=0))).block(ASK_RAM_ROOM, frozenset((RAM_ROOM,))) is None
