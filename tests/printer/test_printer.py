from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from contracts.words.hall import PrintState
from printer.documents.ticket import Digits, TicketLanguage
from printer.documents.ticket_layout import lay_out
from printer.emulator.fakes import Build, MemoryPrinter, MemoryWire
from printer.printer import Printer, open_printer
from printer.profiles import Link, PaperWidthError, paper_of
from printer.render.bitmap import Bitmap
from printer.render.blocks import LogoError
from printer.spool.attempt import ConfirmedBy
from printer.stored_graphics.nv_memory import ArtFile
from printer.stored_graphics.store import ArtStore
from printer.transport.wire import Fault
from tests.helpers.replacing import replace
from tests.printer.samples import ADDRESS, codes_on, differing_dots, reference, ticket, without_blank_ends


def memory_of(printer: Printer) -> MemoryPrinter:
    assert isinstance(printer.wire, MemoryWire)
    return printer.wire.printer


@pytest.mark.parametrize("paper_mm", [80, 58])
@pytest.mark.parametrize("language", list(TicketLanguage))
@pytest.mark.parametrize("digits", list(Digits))
def test_the_paper_holds_the_layout_dot_for_dot(paper_mm: int, language: TicketLanguage, digits: Digits) -> None:
    printer, content = open_printer("memory:", paper_mm), ticket(language=language, digits=digits)
    result = printer.print_ticket(content, "a1")
    assert (result.state, result.confirmed_by) == (PrintState.CONFIRMED, ConfirmedBy.PROCESS_ID)
    (sheet,) = memory_of(printer).sheets
    expected = reference(lay_out(content, printer.paper, Link.FAST), printer.paper)
    printed = Bitmap(sheet.dots, sheet.data)
    # A block with a hidden command is moved by a dot; all else is exact.
    assert differing_dots(without_blank_ends(printed), without_blank_ends(expected)) <= 600
    assert memory_of(printer).interpreter.unknown == []


@pytest.mark.parametrize("paper_mm", [80, 58])
@pytest.mark.parametrize("language", list(TicketLanguage))
def test_a_phone_reads_the_address_off_the_paper(paper_mm: int, language: TicketLanguage, tmp_path: Path) -> None:
    printer = open_printer("memory:", paper_mm)
    printer.print_ticket(ticket(language=language), "a1")
    assert codes_on(memory_of(printer).sheets[0], tmp_path) == [ADDRESS]


@pytest.mark.parametrize(("link", "share", "longer_mm"), [(Link.SERIAL, 0.8, 1), (Link.SLOW, 0.55, 6)])
def test_a_slower_link_gets_the_same_ticket_with_fewer_bytes(
    link: Link, share: float, longer_mm: float, tmp_path: Path
) -> None:
    fast = open_printer("memory:")
    slow = Printer(MemoryWire(MemoryPrinter(dots=576), baud=115_200), paper_of(80), link)
    most, least = (one.print_ticket(ticket(), "a1").bytes_sent for one in (fast, slow))
    assert least < most * share
    assert codes_on(memory_of(slow).sheets[0], tmp_path) == [ADDRESS]
    assert abs(memory_of(slow).sheets[0].length_mm - memory_of(fast).sheets[0].length_mm) < longer_mm


def test_each_change_of_state_is_told_and_the_result_says_how_long_it_took() -> None:
    printer, told = open_printer("memory:"), []
    result = printer.print_ticket(ticket(), "a1", told.append)
    assert told == [PrintState.SENDING, PrintState.CONFIRMED]
    assert result.ms > 0
    assert result.bytes_sent == printer.prepare(ticket())


def test_it_prints_from_a_thread_that_knows_nothing_of_qt() -> None:
    printer, states = open_printer("memory:"), []

    def work() -> None:
        states.append(printer.status().can_print)
        states.extend(printer.print_ticket(ticket(number=f"B{n:03d}"), f"a{n}").state for n in range(3))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert states == [True, *[PrintState.CONFIRMED] * 3]


def test_a_tap_draws_only_what_is_new() -> None:
    """The budget is 10 ms of processor time; the bound leaves room for a slow machine."""
    printer = open_printer("memory:")
    printer.prepare(ticket(number="B088", people_ahead=3))
    taken = []
    for turn in range(10):
        content = ticket(number=f"A{turn:03d}", people_ahead=turn, wait_low_min=turn, wait_high_min=turn + 9)
        start = time.process_time()
        printer.segments(content)
        taken.append(time.process_time() - start)
    assert sorted(taken)[5] <= 0.030


def test_a_lost_printer_is_a_state_and_comes_back_by_itself() -> None:
    printer = open_printer("memory:")
    memory = memory_of(printer)
    assert printer.status().can_print
    memory.unplug()
    lost = printer.status()
    assert (lost.reachable, lost.can_print, lost.fault) == (False, False, Fault.UNPLUGGED)
    memory.plug_in()
    assert not printer.status().reachable, "not before the pause is over"
    memory.run(memory.now_s + 1.1)
    assert printer.status().can_print


def test_a_visitor_who_waits_is_not_put_off_by_the_pause() -> None:
    printer = open_printer("memory:")
    memory_of(printer).unplug()
    assert not printer.status().reachable
    memory_of(printer).plug_in()
    assert printer.print_ticket(ticket(), "a1").state is PrintState.CONFIRMED


def test_a_file_holds_the_bytes_of_a_network_printer_without_questions(tmp_path: Path) -> None:
    path = tmp_path / "ticket.bin"
    path.write_bytes(b"old")
    printer = open_printer(f"file:{path}")
    result = printer.print_ticket(ticket(), "a1")
    printer.close()
    assert (result.state, result.confirmed_by) == (PrintState.UNVERIFIED, None)
    assert path.read_bytes() == b"".join(printer.segments(ticket()))
    assert b"\x1dr" not in path.read_bytes()


def test_a_paper_that_is_not_supported_is_refused_before_anything_is_opened() -> None:
    with pytest.raises(PaperWidthError):
        open_printer("memory:", 76)


def test_the_picture_of_the_paper_is_as_wide_as_the_head(tmp_path: Path) -> None:
    printer = open_printer("memory:", 58)
    printer.print_ticket(ticket(), "a1")
    memory_of(printer).sheets[0].save(tmp_path / "sheet.png")
    picture = QImage(str(tmp_path / "sheet.png"))
    assert (picture.width(), picture.height()) == (384, len(memory_of(printer).sheets[0].rows))


def on_a_serial_line(baud: int, folder: Path, **build: object) -> Printer:
    paper = paper_of(80)
    memory = MemoryPrinter(replace(Build(dots=paper.dots), **build))  # type: ignore[arg-type]  # a test's shorthand
    link = Link.SERIAL if baud >= 57_600 else Link.SLOW
    return Printer(MemoryWire(memory, baud=baud), paper, link, art=ArtStore(ArtFile(folder / "art.json")))


def idle(printer: Printer) -> None:
    """Let the printer be asked how it is, again and again, as a kiosk does."""
    for _ in range(40):
        assert printer.status().can_print


@pytest.mark.parametrize(("baud", "limit_kb"), [(115_200, 10), (38_400, 5), (9600, 5)])
@pytest.mark.parametrize("memory", [{}, {"nv_bytes": 0}, {"ram_bytes": 0}], ids=["both", "ram", "nv"])
def test_an_idle_printer_takes_in_what_every_ticket_shares(
    baud: int, limit_kb: int, memory: dict[str, int], tmp_path: Path
) -> None:
    printer = on_a_serial_line(baud, tmp_path, **memory)
    first = printer.print_ticket(ticket(), "a1")
    idle(printer)
    second = printer.print_ticket(ticket(), "a2")
    assert (first.state, second.state) == (PrintState.CONFIRMED, PrintState.CONFIRMED)
    assert second.bytes_sent < limit_kb * 1024 < first.bytes_sent
    one, two = memory_of(printer).sheets
    assert one == two
    asked = {command[:5] for command in memory_of(printer).interpreter.unknown}
    assert asked <= {b"\x1d(L\x02\x00"}, "only the question for a memory's room is put to one without it"


def test_a_printer_that_keeps_nothing_prints_the_same_only_slower(tmp_path: Path) -> None:
    keeping, plain = (
        on_a_serial_line(38_400, tmp_path / str(room), nv_bytes=room, ram_bytes=room) for room in (64_000, 0)
    )
    for printer in (keeping, plain):
        printer.prepare(ticket())
        idle(printer)
        assert printer.print_ticket(ticket(), "a1").state is PrintState.CONFIRMED
    assert memory_of(keeping).sheets == memory_of(plain).sheets
    assert memory_of(keeping).received_bytes > 0
    assert memory_of(plain).interpreter.unknown != [], "it was asked, and had no such memory"


def test_after_a_power_cut_nobody_noticed_the_ticket_is_whole_all_the_same(tmp_path: Path) -> None:
    printer = on_a_serial_line(115_200, tmp_path, nv_bytes=0)
    printer.prepare(ticket())
    idle(printer)
    before = printer.print_ticket(ticket(), "a1")
    memory = memory_of(printer)
    memory.power_cycle()
    memory.run(memory.now_s + 5)
    after = printer.print_ticket(ticket(), "a2")
    assert after.state is PrintState.CONFIRMED
    assert after.bytes_sent > before.bytes_sent
    assert memory.sheets[0] == memory.sheets[-1]
    idle(printer)
    assert printer.print_ticket(ticket(), "a3").bytes_sent == before.bytes_sent


def test_another_printer_at_the_same_cable_is_not_asked_for_pictures_it_lacks(tmp_path: Path) -> None:
    printer = on_a_serial_line(115_200, tmp_path)
    printer.prepare(ticket())
    idle(printer)
    printer.print_ticket(ticket(), "a1")
    old = memory_of(printer)
    printer.close()
    assert isinstance(printer.wire, MemoryWire)
    printer.wire.printer = MemoryPrinter(Build(dots=576))
    assert printer.print_ticket(ticket(), "a2").state is PrintState.CONFIRMED
    assert memory_of(printer).sheets[-1] == old.sheets[-1]


def test_a_ticket_is_not_kept_waiting_by_a_picture_that_is_stuck(tmp_path: Path) -> None:
    printer = on_a_serial_line(115_200, tmp_path)
    printer.prepare(ticket())
    assert printer.status().can_print
    memory_of(printer).after_bytes(900, MemoryPrinter.fall_silent)
    printer.status()
    memory_of(printer).wake_up()
    memory_of(printer).power_cycle()
    memory_of(printer).run(memory_of(printer).now_s + 5)
    result = printer.print_ticket(ticket(), "a1")
    assert result.state is PrintState.CONFIRMED
    assert codes_on(memory_of(printer).sheets[-1], tmp_path) == [ADDRESS]


def test_the_halls_logo_is_read_at_opening_and_a_bad_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 60 45 0 90 60z"/></svg>')
    printed, plain = open_printer("memory:", logo=path), open_printer("memory:")
    for printer in (printed, plain):
        printer.print_ticket(ticket(), "a1")
    assert memory_of(printed).sheets[0].length_mm > memory_of(plain).sheets[0].length_mm
    with pytest.raises(LogoError, match="cannot be read"):
        open_printer("memory:", logo=tmp_path / "none.png")


@pytest.mark.parametrize(("option", "own"), [("", True), ("?qr=own", True), ("?qr=picture", False)])
@pytest.mark.parametrize("kind", ["memory", "file"])
def test_the_address_settles_whose_qr_code_it_is(kind: str, option: str, own: bool, tmp_path: Path) -> None:
    path = tmp_path / "ticket.bin"
    printer = open_printer(("memory:" if kind == "memory" else f"file:{path}") + option)
    result = printer.print_ticket(ticket(), "a1")
    printer.close()
    assert result.state in {PrintState.CONFIRMED, PrintState.UNVERIFIED}
    assert (b"\x1d(k" in b"".join(printer.segments(ticket()))) is own
    if kind == "memory":
        assert codes_on(memory_of(printer).sheets[0], tmp_path) == [ADDRESS]
    else:
        assert (b"\x1d(k" in path.read_bytes()) is own


def test_a_printer_that_never_answers_is_asked_once_and_not_before_every_ticket() -> None:
    memory = MemoryPrinter(Build(dots=576, answers_status=False, answers_fences=False, answers_tokens=False))
    printer = Printer(MemoryWire(memory), paper_of(80), Link.SERIAL)
    printer.print_ticket(ticket(), "a1")
    begun = memory.now_s
    assert printer.print_ticket(ticket(), "a2").state is PrintState.UNVERIFIED
    assert memory.now_s - begun < 1.0
    assert len(memory.sheets) == 2


@pytest.mark.parametrize("pushes", [True, False])
def test_a_fault_in_the_middle_is_noticed_at_once_by_a_printer_that_tells_of_it(pushes: bool) -> None:
    memory = MemoryPrinter(Build(speed_mm_s=200.0, answers_pushes=pushes))
    printer = Printer(MemoryWire(memory), paper_of(80), Link.FAST)
    assert printer.status().can_print
    opened: list[float] = []

    def open_it(one: MemoryPrinter) -> None:
        one.open_cover()
        opened.append(one.now_s)

    memory.after_bytes(9000, open_it)
    result = printer.print_ticket(ticket(), "a1")
    assert (result.state, result.fault) == (PrintState.INTERRUPTED, Fault.COVER_OPEN)
    assert (memory.now_s - opened[0] < 0.3) == pushes


def test_what_a_unit_can_do_is_known_once_it_has_been_ready() -> None:
    printer = open_printer("memory:")
    assert not printer.abilities.fence.yes
    assert printer.status().can_print
    assert printer.abilities.fence.yes
    before = printer.unit.learnt_at
    assert printer.look().learnt_at != before
    assert printer.encoding.native_qr
