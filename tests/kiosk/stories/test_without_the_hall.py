"""The whole kiosk without its hall: it goes on from its own numbers, also after a restart, and hands them in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent

from contracts.words.hall import PrintState
from kiosk.visitor.session import Step
from tests.helpers.fake_hall import FakeHall, own_numbers
from tests.helpers.replacing import replace
from tests.kiosk.conftest import Hand, Start
from tests.kiosk.program.test_app import take_ticket


def begun(hall: FakeHall, start: Start, folder: Path) -> Hand:
    hall.numbers = own_numbers()
    hand = start(hall, own_numbers=folder)
    hand.sees("welcome")
    hand.sees_that(lambda: (folder / "reserved.json").exists())
    return hand


def away(hall: FakeHall, hand: Hand) -> None:
    hall.stop()
    hand.sees_that(lambda: hand.kiosk.conditions.online is False)


def test_a_visitor_gets_a_ticket_that_says_who_calls(hall: FakeHall, start: Start, tmp_path: Path) -> None:
    hand = begun(hall, start, tmp_path / "own")
    away(hall, hand)
    take_ticket(hand, "L", "ar")
    assert hand.window.bodies.ticket.number.text == "L900"
    assert hand.window.bodies.ticket.ahead.figure.text == "سيناديكم الموظف"
    assert not hand.window.bodies.ticket.wait.isVisible()
    visit = hand.kiosk.session.visit
    hall.start()
    hand.sees_that(lambda: [one.ticket for one in hall.handed_in] == ["L900"])
    # The print states wait for the hand-in: the hall would not know the visit else.
    hand.sees_that(lambda: [one.state for _, one in hall.prints] == [PrintState.SENDING, PrintState.CONFIRMED])
    assert {told for told, _ in hall.prints} == {visit}
    assert hall.cancelled == []
    hand.touch("back_button")
    hand.sees("welcome")
    take_ticket(hand, "L", "ar")
    assert hand.window.bodies.ticket.number.text == "L047", "the hall's own line again"


def test_a_kiosk_that_starts_without_its_hall_gives_tickets_and_the_next_numbers(
    hall: FakeHall, start: Start, tmp_path: Path
) -> None:
    hand = begun(hall, start, tmp_path / "own")
    away(hall, hand)
    take_ticket(hand, "A", "ar")
    hand.running.stop()
    again = start(hall, own_numbers=tmp_path / "own")
    take_ticket(again, "A", "ar")
    assert again.window.bodies.ticket._hint.text == "يعمل الرمز بعد عودة النظام إلى العمل"
    assert again.window.bodies.ticket.number.text == "A901"
    assert [one.ticket.ticket for one in again.kiosk.printing.recent] == ["A901", "A900"]
    hall.start()
    again.sees_that(lambda: [one.ticket for one in hall.handed_in] == ["A900", "A901"])


def test_a_kiosk_that_starts_without_its_hall_tells_the_halls_own_time(
    hall: FakeHall, start: Start, tmp_path: Path
) -> None:
    hall.hall = replace(hall.hall, time_zone="Asia/Karachi")
    hand = begun(hall, start, tmp_path / "own")
    assert hand.window.header.zone.key == "Asia/Karachi"
    away(hall, hand)
    hand.running.stop()
    again = start(hall, own_numbers=tmp_path / "own")
    again.sees("welcome")
    assert again.window.header.zone.key == "Asia/Karachi"


def test_the_answer_that_never_came_is_the_same_visit_under_the_number_on_the_paper(
    hall: FakeHall, start: Start, tmp_path: Path
) -> None:
    hand = begun(hall, start, tmp_path / "own")
    hand.kiosk.choices.tickets.issuing._again.setInterval(10)
    hand.sees_that(lambda: bool(hall.device_states))
    hall.lose_answers = 6
    take_ticket(hand, "A", "ar")
    assert hand.window.bodies.ticket.number.text == "A900"
    assert hall.cancelled == []
    hall.lose_answers = 0
    hall.stop()
    hall.start()
    hand.sees_that(lambda: [one.ticket for one in hall.handed_in] == ["A900"])
    assert hall.handed_in[0].visit in hall.issued, "the hall knew it under another number"


def test_numbers_that_are_used_up_are_not_offered_any_more(hall: FakeHall, start: Start, tmp_path: Path) -> None:
    hall.numbers = own_numbers(900, 900)
    hand = start(hall, own_numbers=tmp_path / "own")
    hand.sees("welcome")
    hand.sees_that(lambda: (tmp_path / "own" / "reserved.json").exists())
    away(hall, hand)
    take_ticket(hand, "A", "ar")
    hand.touch("back_button")
    hand.sees("welcome")
    hand.touch("language_ar")
    hand.sees_that(lambda: not hand.part("tile_A").isEnabled())
    assert hand.part("tile_L").isEnabled()
    assert hand.kiosk.session.step is Step.SERVICES
    hand.running.shell.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_without_own_numbers_the_kiosk_is_calm(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    away(hall, hand)
    hand.sees("notice")
