from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contracts.words.hall import PrintState
from printer.documents.ticket_layout import lay_out
from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire, Sheet
from printer.escpos.encode import encode
from printer.escpos.pieces import PieceStore
from printer.escpos.status import Paper
from printer.profiles import Link, paper_of
from printer.spool.attempt import ConfirmedBy, Outcome, token_of
from printer.spool.print_journal import BegunMark
from printer.spool.spooler import WINDOW_BYTES, Spooler
from printer.spool.timeouts import Patience
from printer.transport.wire import Fault
from tests.helpers.replacing import replace
from tests.helpers.speeds import examples
from tests.printer.samples import ticket

PAPER = paper_of(58)
STORE = PieceStore(PAPER)
MUTE = {"answers_status": False, "answers_fences": False, "answers_tokens": False, "can_clear": False}


def build(**changes: object) -> Build:
    return replace(Build(dots=PAPER.dots), **changes)  # type: ignore[arg-type]  # a test's shorthand


def segments_of(number: str = "A047") -> list[bytes]:
    return encode(STORE.pieces(lay_out(ticket(number=number), PAPER, Link.FAST)))


@dataclass
class Stand:
    """A spooler with a memory printer at its end, and what it told."""

    printer: MemoryPrinter
    spooler: Spooler
    told: list[PrintState]

    def print_it(self, attempt: str = "a1") -> Outcome:
        return self.spooler.print_once(segments_of(), attempt, self.told.append)


def stand(*, baud: int | None = None, two_way: bool = True, **changes: object) -> Stand:
    printer = MemoryPrinter(build(**changes))
    return Stand(printer, Spooler(MemoryWire(printer, two_way=two_way, baud=baud)), [])


def whole_paper() -> bytes:
    one = stand()
    one.print_it()
    return one.printer.sheets[0].data.strip(b"\0")


WHOLE: list[bytes] = []


def is_whole(sheet: Sheet) -> bool:
    """Return whether all dots of the ticket are on this one paper, in order and without a gap."""
    if not WHOLE:
        WHOLE.append(whole_paper())
    return WHOLE[0] in sheet.data


def wholes(printer: MemoryPrinter) -> int:
    hanging = Sheet(printer.build.dots, tuple(printer.roll.hanging), torn=True)
    return sum(is_whole(sheet) for sheet in [*printer.sheets, hanging])


@pytest.mark.parametrize(
    ("changes", "state", "confirmed_by"),
    [
        ({}, PrintState.CONFIRMED, ConfirmedBy.PROCESS_ID),
        ({"answers_fences": False}, PrintState.CONFIRMED, ConfirmedBy.PROCESS_ID),
        ({"answers_tokens": False}, PrintState.CONFIRMED, ConfirmedBy.FENCE),
        ({"answers_tokens": False, "answers_fences": False}, PrintState.UNVERIFIED, None),
        (MUTE, PrintState.UNVERIFIED, None),
    ],
)
def test_a_ticket_is_confirmed_by_the_best_sign_the_printer_gives(
    changes: dict[str, object], state: PrintState, confirmed_by: ConfirmedBy | None
) -> None:
    one = stand(**changes)
    outcome = one.print_it()
    assert (outcome.state, outcome.confirmed_by, outcome.fault) == (state, confirmed_by, None)
    assert outcome.bytes_sent == sum(map(len, segments_of()))
    assert one.told == [PrintState.SENDING, state]
    assert wholes(one.printer) == 1


def test_a_file_like_wire_that_cannot_answer_is_never_asked() -> None:
    one = stand(two_way=False)
    assert one.print_it().state is PrintState.UNVERIFIED
    assert one.printer.received_bytes == sum(map(len, segments_of()))


@pytest.mark.parametrize("baud", [9600, 115200, None])
@pytest.mark.parametrize("speed_mm_s", [60.0, 200.0])
def test_a_slow_mechanism_without_flow_control_loses_no_byte(baud: int | None, speed_mm_s: float) -> None:
    one = stand(baud=baud, speed_mm_s=speed_mm_s, cut_s=0.3, flow_control=False)
    assert one.print_it().state is PrintState.CONFIRMED
    assert one.printer.lost_bytes == 0
    assert wholes(one.printer) == 1


def test_a_printer_whose_buffer_holds_no_more_than_may_be_unconfirmed_loses_no_byte() -> None:
    one = stand(speed_mm_s=30.0, flow_control=False, buffer_bytes=WINDOW_BYTES + 64)
    assert one.print_it().state is PrintState.CONFIRMED
    assert one.printer.lost_bytes == 0
    assert wholes(one.printer) == 1


@pytest.mark.parametrize(
    ("prepare", "fault", "repair"),
    [
        (lambda printer: printer.cut_paper_short(0), Fault.PAPER_OUT, MemoryPrinter.refill),
        (MemoryPrinter.open_cover, Fault.COVER_OPEN, MemoryPrinter.close_cover),
        (MemoryPrinter.unplug, Fault.MISSING, MemoryPrinter.plug_in),
    ],
)
def test_a_fault_before_the_first_byte_costs_nothing_and_heals(
    prepare: Callable[[MemoryPrinter], None], fault: Fault, repair: Callable[[MemoryPrinter], None]
) -> None:
    one = stand()
    assert one.spooler.status().can_print
    prepare(one.printer)
    one.spooler.close()
    before = one.print_it()
    assert (before.state, before.bytes_sent, before.fault) == (PrintState.NOT_STARTED, 0, fault)
    assert one.told == [PrintState.NOT_STARTED]
    assert before.text
    repair(one.printer)
    assert one.print_it("a2").state is PrintState.CONFIRMED
    assert wholes(one.printer) == 1


def test_a_paper_near_its_end_is_told_and_still_printed_on() -> None:
    one = stand(roll_mm=500.0, near_end_mm=1000.0)
    status = one.spooler.status()
    assert (status.paper, status.can_print) == (Paper.LOW, True)
    assert one.print_it().state is PrintState.CONFIRMED


@pytest.mark.parametrize("can_clear", [True, False])
def test_paper_that_ends_in_the_middle_interrupts_and_the_reprint_is_the_only_whole_paper(can_clear: bool) -> None:
    one = stand(roll_mm=50.0, can_clear=can_clear, speed_mm_s=150.0)
    first = one.print_it()
    assert (first.state, first.fault) == (PrintState.INTERRUPTED, Fault.PAPER_OUT)
    assert one.print_it("a2").state is PrintState.NOT_STARTED
    one.printer.refill(10_000)
    assert one.print_it("a3").state is PrintState.CONFIRMED
    assert wholes(one.printer) == 1
    assert is_whole(one.printer.sheets[-1])
    assert one.printer.sheets[0].torn


def test_a_cover_opened_in_the_middle_interrupts_and_its_stub_is_cut_off() -> None:
    one = stand(speed_mm_s=150.0)
    one.spooler.status()
    one.printer.after_bytes(5000, MemoryPrinter.open_cover)
    first = one.print_it()
    assert (first.state, first.fault) == (PrintState.INTERRUPTED, Fault.COVER_OPEN)
    one.printer.close_cover()
    assert one.print_it("a2").state is PrintState.CONFIRMED
    assert [is_whole(sheet) for sheet in one.printer.sheets] == [False, True]


@pytest.mark.parametrize(
    ("fault", "named"), [(MemoryPrinter.unplug, Fault.UNPLUGGED), (MemoryPrinter.fall_silent, Fault.STUCK)]
)
def test_when_the_printer_is_lost_in_the_middle_nobody_claims_to_know(
    fault: Callable[[MemoryPrinter], None], named: Fault
) -> None:
    one = stand()
    one.spooler.status()
    one.printer.after_bytes(5000, fault)
    outcome = one.print_it()
    assert (outcome.state, outcome.fault) == (PrintState.UNKNOWN, named)
    assert one.told == [PrintState.SENDING, PrintState.UNKNOWN]
    assert "memory printer" in outcome.text


def test_a_printer_that_once_answered_is_not_taken_for_a_one_way_printer_when_it_hangs() -> None:
    one = stand()
    assert one.print_it().state is PrintState.CONFIRMED
    one.printer.fall_silent()
    for attempt in ("a2", "a3"):
        outcome = one.print_it(attempt)
        assert (outcome.state, outcome.bytes_sent) == (PrintState.NOT_STARTED, 0)
    one.printer.wake_up()
    assert one.print_it("a4").state is PrintState.CONFIRMED


def test_stale_answers_are_not_taken_for_new_ones() -> None:
    """The paper ends while old fence answers are still on their way: they must not confirm the ticket."""
    one = stand(roll_mm=60.0, answers_tokens=False)
    one.spooler.status()
    one.printer.say(b"\x00" * 40)
    outcome = one.print_it()
    assert outcome.state is PrintState.INTERRUPTED
    assert wholes(one.printer) == 0


def test_the_answer_to_another_attempt_does_not_confirm_this_one() -> None:
    one = stand(answers_fences=False)
    one.spooler.status()
    one.printer.after_bytes(sum(map(len, segments_of())) - 300, MemoryPrinter.open_cover)
    one.printer.say(b"\x37\x22" + token_of("another") + b"\x00")
    assert one.print_it("mine").state is not PrintState.CONFIRMED


def test_status_pushed_by_the_printer_is_not_taken_for_an_answer() -> None:
    one = stand(answers_tokens=False)
    one.spooler.status()
    one.printer.say(b"\x10\x00\x00\x00" * 3)
    assert one.print_it().confirmed_by is ConfirmedBy.FENCE


FAULTS = {
    "cover": (MemoryPrinter.open_cover, MemoryPrinter.close_cover),
    "paper": (lambda printer: printer.cut_paper_short(0), lambda printer: printer.refill()),
    "end_soon": (lambda printer: printer.cut_paper_short(9), lambda printer: printer.refill()),
    "unplug": (MemoryPrinter.unplug, MemoryPrinter.plug_in),
    "silent": (MemoryPrinter.fall_silent, MemoryPrinter.wake_up),
    "power": (MemoryPrinter.power_cycle, MemoryPrinter.wake_up),
    "cut_short_and_silent": (
        lambda printer: (printer.cut_paper_short(4), printer.fall_silent()),
        lambda printer: (printer.wake_up(), printer.refill()),
    ),
}


@settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    faults=st.lists(st.tuples(st.integers(0, 17_500), st.sampled_from(sorted(FAULTS))), max_size=4),
    able=st.fixed_dictionaries(
        {name: st.booleans() for name in ("answers_fences", "answers_tokens", "can_clear", "flow_control")}
    ),
    speed_mm_s=st.sampled_from([None, 60.0, 250.0]),
    stale=st.binary(max_size=3).map(lambda raw: bytes(byte & 0x0F for byte in raw)),
)
def test_no_number_is_ever_on_two_whole_papers(
    faults: list[tuple[int, str]], able: dict[str, bool], speed_mm_s: float | None, stale: bytes
) -> None:
    """Whatever goes wrong: a kiosk that prints again after NOT_STARTED and INTERRUPTED makes at most one."""
    one = stand(speed_mm_s=speed_mm_s, cut_s=0.2, **able)
    one.spooler.status()
    states = []
    for attempt in range(len(faults) + 1):
        if attempt < len(faults):
            count, name = faults[attempt]
            one.printer.after_bytes(count, FAULTS[name][0])
        one.printer.say(stale)
        states.append(one.print_it(f"attempt {attempt}").state)
        one.printer.run(one.printer.now_s + 5)
        for _, repair in FAULTS.values():
            if repair is not FAULTS["paper"][1] or one.printer.roll.out:
                repair(one.printer)
        one.printer.run(one.printer.now_s + 5)
        if states[-1] not in (PrintState.NOT_STARTED, PrintState.INTERRUPTED):
            break
    assert wholes(one.printer) <= 1
    # Without fences a printer that restarts unseen can lose bytes in the middle: only the end is confirmed.
    if states[-1] is PrintState.CONFIRMED and (able["answers_fences"] or "power" not in {name for _, name in faults}):
        assert wholes(one.printer) == 1


def test_printing_again_after_unknown_would_make_two_papers() -> None:
    """The reason for the rule, and proof that these tests would see a second paper."""
    one = stand()
    one.spooler.status()
    one.printer.after_bytes(sum(map(len, segments_of())) + 3 * len(segments_of()), MemoryPrinter.unplug)
    assert one.print_it().state is PrintState.UNKNOWN
    one.printer.plug_in()
    assert one.print_it("a2").state is PrintState.CONFIRMED
    assert wholes(one.printer) == 2


def test_a_printer_that_restarts_unseen_in_the_middle_is_not_believed() -> None:
    one = stand(speed_mm_s=100.0)
    one.spooler.status()
    one.printer.after_bytes(6000, MemoryPrinter.power_cycle)
    assert one.print_it().state is PrintState.UNKNOWN
    assert wholes(one.printer) == 0


def test_what_a_dead_process_left_half_sent_does_not_swallow_the_next_ticket() -> None:
    """The kiosk was killed inside a picture: the printer still waits for the rest of its rows."""
    one = stand()
    one.printer.take(b"".join(segments_of())[:5000])
    assert one.spooler.status().can_print
    assert one.print_it().state is PrintState.CONFIRMED
    assert wholes(one.printer) == 1


@pytest.mark.parametrize("two_way", [True, False])
def test_a_printer_that_gives_no_sign_and_takes_no_more_is_not_called_unverified(two_way: bool) -> None:
    """All that is known of it is that its wire took not everything."""
    one = stand(two_way=two_way, buffer_bytes=1024, speed_mm_s=150.0, **MUTE)
    one.printer.after_bytes(3000, MemoryPrinter.open_cover)
    outcome = one.print_it()
    assert (outcome.state, outcome.fault) == (PrintState.UNKNOWN, Fault.STUCK)
    assert outcome.bytes_sent < sum(map(len, segments_of()))


def test_a_printer_that_stops_answering_within_a_ticket_is_called_silent_and_not_waited_for_to_the_last() -> None:
    one = stand(speed_mm_s=150.0)
    one.spooler.status()

    def mute(printer: MemoryPrinter) -> None:
        printer.build = replace(printer.build, **MUTE)  # type: ignore[arg-type]  # a test's shorthand

    one.printer.after_bytes(3000, mute)
    start_s = one.printer.now_s
    outcome = one.print_it()
    assert (outcome.state, outcome.fault) == (PrintState.UNKNOWN, Fault.SILENT)
    assert one.printer.now_s - start_s < Patience().fence_s


def test_after_a_killed_program_the_next_ticket_has_a_paper_of_its_own(tmp_path: Path) -> None:
    """The mark tells of it: the printer answers as if nothing were, for the kiosk was killed between two pictures."""
    one = stand()
    segments = segments_of()
    BegunMark(tmp_path / "begun").put()
    one.printer.take(b"".join(segments[:2]))
    spooler = Spooler(MemoryWire(one.printer), begun=BegunMark(tmp_path / "begun"))
    assert spooler.status().can_print
    assert len(one.printer.sheets) == 1
    assert not one.printer.roll.hanging
    assert spooler.print_once(segments, "next", lambda _state: None).state is PrintState.CONFIRMED
    assert wholes(one.printer) == 1
    assert len(one.printer.sheets) == 2
    assert not BegunMark(tmp_path / "begun").stands


def test_a_stub_is_cut_off_as_soon_as_the_printer_is_ready_and_not_at_the_next_tap() -> None:
    one = stand(speed_mm_s=150.0)
    one.spooler.status()
    one.printer.after_bytes(5000, MemoryPrinter.open_cover)
    assert one.print_it().state is PrintState.INTERRUPTED
    one.printer.close_cover()
    assert one.spooler.status().can_print
    assert len(one.printer.sheets) == 1
    assert not one.printer.roll.hanging


def test_a_printer_that_takes_data_but_stopped_answering_gets_no_ticket() -> None:
    one = stand()
    assert one.print_it().state is PrintState.CONFIRMED
    one.printer.build = replace(one.printer.build, **MUTE)  # type: ignore[arg-type]  # a test's shorthand
    outcome = one.print_it("a2")
    assert (outcome.state, outcome.fault) == (PrintState.NOT_STARTED, Fault.SILENT)
    assert "stopped answering" in outcome.text
    assert wholes(one.printer) == 1


def test_a_fault_right_after_the_last_byte_is_not_called_unverified() -> None:
    one = stand(answers_fences=False, answers_tokens=False)
    one.spooler.status()
    one.printer.after_bytes(sum(map(len, segments_of())) - 100, MemoryPrinter.open_cover)
    outcome = one.print_it()
    assert (outcome.state, outcome.fault) == (PrintState.UNKNOWN, Fault.COVER_OPEN)


def test_a_printer_that_does_not_come_to_rest_gets_no_ticket() -> None:
    one = stand(speed_mm_s=150.0)
    one.spooler.status()
    one.printer.after_bytes(5000, MemoryPrinter.open_cover)
    assert one.print_it().state is PrintState.INTERRUPTED
    one.printer.close_cover()
    one.printer.build = replace(one.printer.build, answers_fences=False, answers_tokens=False)
    outcome = one.print_it("a2")
    assert (outcome.state, outcome.bytes_sent) == (PrintState.NOT_STARTED, 0)
    assert "does not come to rest" in outcome.text
