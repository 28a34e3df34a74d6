"""Numbers at a hall over HTTP: given with consent, refused, taken back, and never sent by who stands on Back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.visitor.session import PhoneState, Step
from tests.helpers.fake_hall import FakeHall
from tests.helpers.kiosk_halls import with_rules
from tests.kiosk.conftest import Hand, Start


def holder(hall: FakeHall, start: Start, **more: object) -> Hand:
    """Start a kiosk at a hall that sends messages, with a visitor who holds A047."""
    hall.hall = with_rules(hall.hall, phone=True)
    hand = start(hall, **more)
    hand.sees("welcome")
    hand.touch("language_en")
    hand.touch("tile_A")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    return hand


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["lying", "upright"])
def test_a_number_is_typed_by_touch_masked_and_left_with_consent(
    hall: FakeHall, start: Start, size: tuple[int, int]
) -> None:
    hand = holder(hall, start, size=size)
    hand.touch("phone_button")
    hand.sees("keypad")
    assert not hand.part("keypad_send").isEnabled()
    for digit in "91234567":
        hand.touch(f"keypad_{digit}")
    assert hand.window.bodies.keypad.number.text == "••••••67"
    assert "deleted within 24 hours" in hand.window.bodies.keypad.explanation.text
    hand.touch("keypad_send")
    hand.sees("services")
    assert "91234567" in hand.window.bodies.services._explanation.text, "who typed it can check it"
    assert hall.phones == []
    hand.touch("tile_other")
    hand.sees("keypad")
    hand.touch("keypad_send")
    hand.touch("tile_take")
    hand.sees("ticket")
    hand.sees_that(lambda: hand.kiosk.session.phone is PhoneState.KEPT)
    visit = hand.kiosk.session.visit
    assert hall.phones == [(visit, "+96891234567")]
    assert "••••••67" in hand.window.footer.phone.text()
    hand.touch("phone_button")
    hand.sees_that(lambda: hand.kiosk.session.phone is PhoneState.NONE)
    assert hall.phones[-1] == (visit, None)


def test_a_keyboard_types_and_sends_it(hall: FakeHall, start: Start) -> None:
    hand = holder(hall, start)
    hand.touch("phone_button")
    hand.sees("keypad")
    QTest.keyClicks(hand.window, "912345678")
    QTest.keyClick(hand.window, Qt.Key.Key_Return)
    hand.sees_that(lambda: hand.window.bodies.keypad.note.text != "")
    assert hall.phones == []
    QTest.keyClick(hand.window, Qt.Key.Key_Backspace)
    assert hand.window.bodies.keypad.note.text == ""
    QTest.keyClick(hand.window, Qt.Key.Key_Return)
    hand.sees("services")
    hand.touch("tile_take")
    hand.sees_that(lambda: bool(hall.phones))


def test_enter_on_back_goes_back_and_sends_nothing(hall: FakeHall, start: Start) -> None:
    hand = holder(hall, start)
    hand.touch("phone_button")
    hand.sees("keypad")
    QTest.keyClicks(hand.window, "91234567")
    hand.window.footer.back.setFocus()
    QTest.keyClick(hand.window.footer.back, Qt.Key.Key_Return)
    hand.sees("ticket")
    assert hall.phones == []
    assert hand.kiosk.session.typed == ""


def test_a_number_that_was_not_stored_is_said_to_be_so_and_may_be_given_again(hall: FakeHall, start: Start) -> None:
    hall.refuse_phone = "day_over"
    hand = holder(hall, start)
    hand.touch("phone_button")
    QTest.keyClicks(hand.window, "91234567")
    hand.touch("keypad_send")
    hand.touch("tile_take")
    hand.sees_that(lambda: hand.kiosk.session.phone is PhoneState.FAILED)
    assert hand.window.footer.phone.text() == "The number was not saved. Touch to try again"
    hall.refuse_phone = None
    hand.touch("phone_button")
    assert hand.window.bodies.keypad.number.text == "", "nothing of the last try is left on the pad"
    QTest.keyClicks(hand.window, "71234567")
    hand.touch("keypad_send")
    hand.touch("tile_take")
    hand.sees_that(lambda: hand.kiosk.session.phone is PhoneState.KEPT)


def test_a_hall_without_messages_has_no_button(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("language_en")
    hand.touch("tile_A")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    assert not hand.window.footer.phone.isVisible()


def test_the_next_visitor_finds_nothing_of_the_last_one(hall: FakeHall, start: Start) -> None:
    hand = holder(hall, start)
    hand.touch("phone_button")
    QTest.keyClicks(hand.window, "912345")
    hand.kiosk._take_idle(50.0)
    hand.sees("welcome")
    assert (hand.kiosk.session.typed, hand.kiosk.session.phone_shown) == ("", "")
