"""The paper in daily life, whole: a kiosk with a memory printer at a hall over real HTTP, touched at its controls."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from contracts.words.hall import DeviceAct, PrintState
from kiosk.staff.session import PaperStep, StaffStep
from kiosk.staff_pins.pins import StaffPins, write_pins
from kiosk.visitor.session import Step
from printer.emulator.fakes import MemoryPrinter, MemoryWire
from printer.emulator.hardware.build import Build
from printer.printer import Printer
from printer.profiles import Link, paper_of
from tests.helpers.fake_hall import FakeHall
from tests.kiosk.conftest import Hand, Start

PIN = "4719"


@pytest.fixture
def pins(tmp_path: Path) -> Path:
    file = tmp_path / "staff" / "pins.json"
    write_pins(file, StaffPins({}).with_pin("سالم", PIN))
    return file


class Roll:
    """What a person does to the kiosk's memory printer; each act is done on the printer's own lane."""

    def __init__(self, build: Build | None = None) -> None:
        self.memory = MemoryPrinter(build or Build())
        self.hand: Hand | None = None

    def open(self) -> Printer:
        return Printer(MemoryWire(self.memory), paper_of(80), Link.FAST)

    def act(self, what: Callable[[MemoryPrinter], object]) -> object:
        assert self.hand is not None
        done: list[object] = []
        self.hand.running.printer.look(lambda _: what(self.memory), lambda value, error: done.append(error or value))
        self.hand.sees_that(lambda: bool(done))
        assert not isinstance(done[0], Exception), done[0]
        return done[0]

    def whole_sheets(self) -> int:
        return int(str(self.act(lambda memory: sum(not sheet.torn for sheet in memory.sheets))))


def begin(start: Start, hall: FakeHall, pins: Path, build: Build | None = None, **more: object) -> tuple[Hand, Roll]:
    roll = Roll(build)
    hand = start(hall, open_printer=roll.open, staff_pins=pins, **more)
    roll.hand = hand
    hand.sees("welcome")
    return hand, roll


def take_ticket(hand: Hand, *ends: PrintState) -> None:
    hand.touch("language_ar")
    hand.touch("tile_A")
    hand.sees_that(lambda: hand.kiosk.session.printing in ends)


def ends_after(count: int, what: Callable[[MemoryPrinter], object]) -> Callable[[MemoryPrinter], object]:
    """Return the plan that something happens once `count` bytes of a ticket have come in."""
    return lambda memory: memory.after_bytes(count, what)


def enter_pin(hand: Hand, pin: str = PIN) -> None:
    QTest.keyClick(hand.window, Qt.Key.Key_F12)
    hand.sees("staff")
    hand.sees_that(lambda: hand.part("pin_enter").isEnabled())
    for digit in pin:
        hand.touch(f"pin_{digit}")
    hand.touch("pin_enter")


def at_menu(hand: Hand) -> None:
    enter_pin(hand)
    hand.sees_that(lambda: hand.kiosk.staff.staff is not None and hand.kiosk.staff.staff.step is StaffStep.MENU)


def sees_step(hand: Hand, step: StaffStep) -> None:
    hand.sees_that(lambda: hand.kiosk.staff.staff is not None and hand.kiosk.staff.staff.step is step)


def acts(hall: FakeHall) -> list[tuple[DeviceAct, str | None]]:
    return [(one.act, one.by) for one in hall.acts]


def test_low_paper_is_told_and_tickets_go_on(hall: FakeHall, start: Start, pins: Path) -> None:
    hand, roll = begin(start, hall, pins)
    roll.act(lambda memory: memory.cut_paper_short(5000))
    hand.sees_that(lambda: bool(hall.device_states) and hall.device_states[-1].paper == "low")
    assert hall.device_states[-1].state == "degraded"
    take_ticket(hand, PrintState.CONFIRMED)
    hand.sees_that(lambda: any(report.paper_mm for _, report in hall.prints))


def test_paper_out_stops_tickets_before_a_number_is_lost_and_they_go_on_by_themselves(
    hall: FakeHall, start: Start, pins: Path
) -> None:
    hand, roll = begin(start, hall, pins)
    roll.act(lambda memory: memory.cut_paper_short(0))
    hand.sees("notice")
    hand.sees_that(lambda: bool(hall.device_states) and hall.device_states[-1].reason == "paper_out")
    assert hall.requests == []
    roll.act(lambda memory: memory.refill())
    hand.sees("welcome")
    hand.sees_that(lambda: hall.device_states[-1].state == "ok")


def test_a_ticket_torn_by_the_papers_end_is_printed_again_under_its_number_once_there_is_paper(
    hall: FakeHall, start: Start, pins: Path
) -> None:
    hand, roll = begin(start, hall, pins)
    roll.act(ends_after(2500, lambda memory: memory.cut_paper_short(0)))
    take_ticket(hand, PrintState.INTERRUPTED)
    ticket = hand.window.bodies.ticket
    assert ticket.number.text == "A047"
    assert ticket.headline.text == "رقمك صالح دون تذكرة ورقية"
    assert not ticket.again.isVisible(), "a printer without paper offers nothing"
    roll.act(lambda memory: memory.refill())
    hand.sees_that(ticket.again.isVisible)
    assert roll.whole_sheets() == 0, "nothing is printed again unasked"
    hand.touch("print_again_button")
    hand.sees_that(lambda: hand.kiosk.session.printing is PrintState.CONFIRMED)
    assert not ticket.again.isVisible()
    assert roll.whole_sheets() >= 1
    hand.sees_that(lambda: hall.prints[-1][1].state is PrintState.CONFIRMED)
    first, second = hall.prints[0][1].attempt, hall.prints[-1][1].attempt
    assert first != second
    assert [(one.state, one.copy) for _, one in hall.prints if one.attempt == second] == [
        (PrintState.SENDING, True),
        (PrintState.CONFIRMED, True),
    ]
    assert len(hall.requests) == 1


def test_when_nobody_can_say_only_the_visitor_prints_again(hall: FakeHall, start: Start, pins: Path) -> None:
    hand, roll = begin(start, hall, pins)
    roll.act(ends_after(2500, MemoryPrinter.fall_silent))
    take_ticket(hand, PrintState.UNKNOWN)
    assert hand.window.bodies.ticket.headline.text == "رقمك صالح"
    roll.act(lambda memory: memory.wake_up())
    roll.act(lambda memory: memory.run(memory.now_s + 60))  # its own clock: the next try to connect is due
    hand.sees_that(hand.window.bodies.ticket.again.isVisible)
    hand.sees_that(lambda: [one.state for _, one in hall.prints] == [PrintState.SENDING, PrintState.UNKNOWN])


def test_a_ticket_that_is_not_taken_is_spoken_of_then_keeps_the_next_visitor_away_until_it_is(
    hall: FakeHall, start: Start, pins: Path
) -> None:
    hand, roll = begin(start, hall, pins, Build(presenter=True), take_within_s=0.3)
    take_ticket(hand, PrintState.CONFIRMED)
    hand.sees_that(lambda: hand.window.bodies.ticket.headline.text == "تذكرتك ما زالت في الفتحة")
    hand.touch("back_button")
    hand.sees("notice")
    assert hand.window.bodies.notice.headline.text == "توجد تذكرة في الفتحة"
    hand.sees_that(lambda: bool(hall.device_states) and hall.device_states[-1].reason == "ticket_not_taken")
    roll.act(lambda memory: memory.take_ticket())
    hand.sees("welcome")
    hand.sees_that(lambda: hall.device_states[-1].state == "ok")


def test_paper_stuck_in_the_slot_has_its_own_screen_and_word(hall: FakeHall, start: Start, pins: Path) -> None:
    hand, roll = begin(start, hall, pins, Build(presenter=True))
    roll.act(lambda memory: setattr(memory.presenter, "will_jam", True))
    take_ticket(hand, *(set(PrintState) - {PrintState.SENDING, PrintState.NOT_STARTED}))
    hand.sees_that(lambda: bool(hall.device_states) and hall.device_states[-1].reason == "presenter_jam")
    hand.touch("back_button")
    hand.sees("notice")
    assert hand.window.bodies.notice.headline.text == "الورق عالق في الفتحة"
    roll.act(lambda memory: memory.free_jams())
    hand.sees("welcome")


def test_a_change_of_paper_turns_its_own_pages_and_is_told_with_name_and_seconds(
    hall: FakeHall, start: Start, pins: Path
) -> None:
    hand, roll = begin(start, hall, pins)
    roll.act(lambda memory: memory.cut_paper_short(0))
    hand.sees("notice")
    hand.sees_that(lambda: bool(hall.device_states) and hall.device_states[-1].reason == "paper_out")
    at_menu(hand)
    hand.touch("staff_paper")
    sees_step(hand, StaffStep.PAPER)
    said = len(hall.device_states)
    roll.act(lambda memory: memory.open_cover())
    hand.sees_that(lambda: hand.window.bodies.staff.guide.picture.step == PaperStep.REMOVE.value)
    hand.touch("guide_next")
    assert hand.window.bodies.staff.guide.picture.step == PaperStep.PUT_IN.value
    roll.act(lambda memory: memory.refill())
    roll.act(lambda memory: memory.close_cover())
    sees_step(hand, StaffStep.QUESTION)
    assert roll.whole_sheets() >= 1, "the test slip lies in the slot"
    assert len(hall.device_states) == said, "a kiosk whose paper is being changed raises no alerts of it"
    hand.touch("answer_edges_yes")
    hand.sees_that(lambda: (DeviceAct.PAPER_CHANGED, "سالم") in acts(hall))
    assert hall.acts[-1].took_s is not None
    hand.sees_that(lambda: hall.device_states[-1].state == "ok")
    assert hand.window.bodies.staff.question.headline.text == "تم تبديل الورق"
    hand.touch("answer_leave")
    hand.sees("welcome")


def test_after_a_change_of_paper_the_torn_ticket_is_offered_and_printed_as_a_copy(
    hall: FakeHall, start: Start, pins: Path
) -> None:
    hand, roll = begin(start, hall, pins)
    roll.act(ends_after(2500, lambda memory: memory.cut_paper_short(0)))
    take_ticket(hand, PrintState.INTERRUPTED)
    visit = hand.kiosk.session.visit
    hand.touch("back_button")
    at_menu(hand)
    hand.touch("staff_paper")
    roll.act(lambda memory: memory.open_cover())
    hand.sees_that(lambda: hand.window.bodies.staff.guide.picture.step == PaperStep.REMOVE.value)
    roll.act(lambda memory: memory.refill())
    roll.act(lambda memory: memory.close_cover())
    sees_step(hand, StaffStep.QUESTION)
    hand.touch("answer_edges_yes")
    sees_step(hand, StaffStep.REPRINT)
    assert hand.window.bodies.staff.menu.title.text == "هذه التذاكر لم تُطبع كاملة"
    hand.touch(f"staff_{visit}")
    hand.sees_that(lambda: hand.window.bodies.staff.question.headline.text == "طُبعت التذكرة مرة أخرى")
    hand.sees_that(lambda: hall.prints[-1][1].state is PrintState.CONFIRMED)
    assert (hall.prints[-1][0], hall.prints[-1][1].copy) == (visit, True)
    assert len(hall.requests) == 1


def test_a_roll_that_does_not_fit_stops_tickets_until_a_slip_is_whole(hall: FakeHall, start: Start, pins: Path) -> None:
    hand, _ = begin(start, hall, pins)
    at_menu(hand)
    hand.touch("staff_test_print")
    sees_step(hand, StaffStep.QUESTION)
    hand.touch("answer_edges_no")
    hand.sees_that(lambda: bool(hall.device_states) and hall.device_states[-1].reason == "wrong_roll")
    hand.touch("answer_leave")
    hand.sees("notice")
    at_menu(hand)
    hand.touch("staff_test_print")
    sees_step(hand, StaffStep.QUESTION)
    hand.touch("answer_edges_yes")
    hand.touch("answer_leave")
    hand.sees("welcome")
    hand.sees_that(lambda: hall.device_states[-1].state == "ok")
    hand.sees_that(lambda: (DeviceAct.TEST_PRINTED, "سالم") in acts(hall))


def test_a_kiosk_that_was_restarted_prints_the_tickets_again_that_the_hall_remembers(
    hall: FakeHall, start: Start, pins: Path
) -> None:
    first, _ = begin(start, hall, pins)
    take_ticket(first, PrintState.CONFIRMED)
    first.sees_that(lambda: bool(hall.prints) and hall.prints[-1][1].state is PrintState.CONFIRMED)
    visit = first.kiosk.session.visit
    first.running.stop()
    second, roll = begin(start, hall, pins)
    at_menu(second)
    second.touch("staff_reprint")
    second.sees_that(lambda: any(tile.content.key == visit for tile in second.window.bodies.staff.menu.grid.tiles))
    second.touch(f"staff_{visit}")
    second.sees_that(lambda: second.window.bodies.staff.question.headline.text == "طُبعت التذكرة مرة أخرى")
    assert roll.whole_sheets() == 1
    second.sees_that(lambda: hall.prints[-1][1].copy)
    assert [one.act for one in hall.acts].count(DeviceAct.STARTED) == 2
    assert hall.acts[0].act is DeviceAct.STARTED, "a start is reported before anything else"


@pytest.mark.allow_logs
def test_wrong_pins_close_the_pad_for_a_time_and_are_told(hall: FakeHall, start: Start, pins: Path) -> None:
    hand, _ = begin(start, hall, pins)
    for times, pin in enumerate(("4710", "4711", "47"), start=1):
        enter_pin(hand, pin)
        hand.sees_that(lambda times=times: hand.kiosk.staff._pins.failures == times)
    assert "30" in hand.window.bodies.staff.pin.note.text
    assert not hand.part("pin_1").isEnabled()
    hand.sees_that(lambda: (DeviceAct.MENU_REFUSED, None) in acts(hall))
    hand.touch("back_button")
    hand.sees("welcome")
    QTest.keyClick(hand.window, Qt.Key.Key_F12)
    hand.sees("staff")
    QTest.keyClicks(hand.window, PIN)
    assert hand.kiosk.staff.staff is not None
    assert hand.kiosk.staff.staff.digits == "", "leaving the pad does not shorten the wait"


def test_the_pin_opens_by_the_keyboard_alone(hall: FakeHall, start: Start, pins: Path) -> None:
    hand, _ = begin(start, hall, pins)
    QTest.keyClick(hand.window, Qt.Key.Key_F12)
    hand.sees("staff")
    hand.sees_that(lambda: hand.part("pin_enter").isEnabled())
    QTest.keyClicks(hand.window, "40")
    QTest.keyClick(hand.window, Qt.Key.Key_Backspace)
    QTest.keyClicks(hand.window, PIN[1:])
    QTest.keyClick(hand.window, Qt.Key.Key_Return)
    sees_step(hand, StaffStep.MENU)
    QTest.keyClick(hand.window, Qt.Key.Key_Escape)
    hand.sees("welcome")


def test_five_touches_on_the_emblem_open_the_pad_in_either_direction(hall: FakeHall, start: Start, pins: Path) -> None:
    hand, _ = begin(start, hall, pins)
    for _ in range(5):
        QTest.mouseClick(hand.window.header, Qt.MouseButton.LeftButton, pos=hand.window.header.emblem().center())
    hand.sees("staff")
    hand.touch("back_button")
    for _ in range(9):
        QTest.mouseClick(hand.window.header, Qt.MouseButton.LeftButton, pos=QPoint(960, 40))
    assert hand.kiosk.staff.staff is None


def test_without_a_pin_the_pad_says_so_and_opens_for_nobody(hall: FakeHall, start: Start, tmp_path: Path) -> None:
    hand, _ = begin(start, hall, tmp_path / "none.json")
    QTest.keyClick(hand.window, Qt.Key.Key_F12)
    hand.sees_that(lambda: "لم يُحدَّد" in hand.window.bodies.staff.pin.note.text)
    QTest.keyClicks(hand.window, "0000")
    QTest.keyClick(hand.window, Qt.Key.Key_Return)
    assert hand.kiosk.staff.staff is not None
    assert hand.kiosk.staff.staff.step is StaffStep.PIN


def test_shutting_down_is_asked_about_told_and_wanted_once(hall: FakeHall, start: Start, pins: Path) -> None:
    hand, _ = begin(start, hall, pins)
    wanted: list[str] = []
    hand.kiosk.staff.power_wanted.connect(wanted.append)
    at_menu(hand)
    hand.touch("staff_shut_down")
    assert hand.window.bodies.staff.question.headline.text == "هل تريد إيقاف تشغيل الجهاز؟"
    hand.touch("answer_menu")
    assert (DeviceAct.SHUT_DOWN, "سالم") not in acts(hall)
    hand.touch("staff_shut_down")
    hand.touch("answer_shut_down")
    hand.sees_that(lambda: wanted == ["shut_down"])
    hand.sees_that(lambda: (DeviceAct.SHUT_DOWN, "سالم") in acts(hall))
    hand.kiosk.staff.power_refused("Interactive authentication required")
    assert "Interactive" in hand.window.bodies.staff.question.detail.text


def test_a_menu_that_nobody_touches_closes_and_a_change_of_paper_waits_longer(
    hall: FakeHall, start: Start, pins: Path
) -> None:
    hand, _ = begin(start, hall, pins)
    at_menu(hand)
    hand.touch("staff_paper")
    hand.running.idle.ticking.emit(200.0)
    sees_step(hand, StaffStep.PAPER)
    hand.running.idle.ticking.emit(361.0)
    hand.sees("welcome")


def test_the_menu_does_not_open_over_a_visitor_who_waits_for_a_number(hall: FakeHall, start: Start, pins: Path) -> None:
    hand, _ = begin(start, hall, pins)
    hall.lose_answers = 1
    hand.touch("language_ar")
    hand.touch("tile_A")
    assert hand.kiosk.session.step is Step.ISSUING
    QTest.keyClick(hand.window, Qt.Key.Key_F12)
    assert hand.kiosk.staff.staff is None
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
