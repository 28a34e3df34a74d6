"""Open enquiries at a counter, by keyboard: left, handed on, answered, their telephone seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from contracts.settings.hall_view import NamedEntry, RequestLists
from contracts.words.enquiries import Channel
from counter_client.state.state import SheetKind
from tests.counter_client.conftest import Seat, running_seat, type_text
from tests.helpers.fake_hall_counter import FakeHall

Key = Qt.Key


def test_an_enquiry_is_left_open_answered_and_closed_by_keyboard(hall: FakeHall, language: str, qtbot: QtBot) -> None:
    topics = (NamedEntry("land_grant", {"ar": "منح الأراضي", "en": "Land grants"}),)
    hall.state.requests = RequestLists(topics, (), ())
    with running_seat(hall, language, qtbot) as seat:
        seat.sign_in()
        for key in (Key.Key_F7, Key.Key_E, Key.Key_1, Key.Key_6, Key.Key_3):
            seat.press(key)
        write(seat, "متى تُعلن النتائج؟")
        write(seat, "٩١٢٣٤٥٦٧")
        seat.until(lambda: seat.told == "done_left_open")
        assert seat.hall.commands[-1][2] == {
            "topic": "land_grant",
            "channel": "email",
            "question": "متى تُعلن النتائج؟",
            "phone": "+96891234567",
        }
        seat.press(Key.Key_F7)
        seat.press(Key.Key_O)
        seat.until(lambda: open_states(seat) == ["received"])
        seat.press(Key.Key_2)
        seat.until(lambda: telephone(seat) == "+96891234567")
        seat.press(Key.Key_1)
        write(seat, "دائرة الأراضي")
        seat.until(lambda: seat.told == "done_hand-on" and open_states(seat) == ["handed_on"])
        seat.press(Key.Key_Return)
        write(seat, "يوم الأحد")
        seat.until(lambda: seat.told == "done_answer" and open_states(seat) == ["answered"])
        seat.press(Key.Key_Return)
        seat.press(Key.Key_Escape)
        assert seat.inputs.sheet is not None
        assert seat.inputs.sheet.kind is SheetKind.ENQUIRIES, "not closed: the list is shown again"
        seat.press(Key.Key_Return)
        seat.press(Key.Key_Return)
        seat.until(lambda: seat.told == "done_confirm" and open_states(seat) == [])
        seat.press(Key.Key_Escape)
        assert seat.inputs.sheet is None


@pytest.mark.parametrize("language", ["en"])
def test_an_enquiry_that_another_counter_leaves_open_appears_and_a_refusal_is_told_on_the_sheet(
    hall: FakeHall, language: str, qtbot: QtBot
) -> None:
    hall.state.requests = RequestLists((NamedEntry("land_grant", {"en": "Land grants"}),), (), ())
    with running_seat(hall, language, qtbot) as seat:
        seat.sign_in()
        seat.press(Key.Key_F7)
        seat.press(Key.Key_O)
        seat.until(lambda: seat.inputs.sheet is not None and open_states(seat) == [])
        with hall.lock:
            hall.state.enquiries.leave("land_grant", Channel.PLATFORM, "Since when?", hall.state.now())
            hall.state.tell("enquiry_received")
        seat.until(lambda: open_states(seat) == ["received"])
        seat.press(Key.Key_Return)
        hall.refuse_next = (409, "enquiry_state")
        write(seat, "From Sunday on")
        seat.until(lambda: seat.told == "enquiry_state")
        assert seat.inputs.sheet is not None
        assert seat.inputs.sheet.note == "From Sunday on"


@pytest.mark.parametrize("language", ["ar"])
def test_a_telephone_that_the_hall_does_not_tell_is_explained_and_can_be_asked_for_again(
    hall: FakeHall, language: str, qtbot: QtBot
) -> None:
    hall.state.requests = RequestLists((NamedEntry("land_grant", {"en": "Land grants"}),), (), ())
    enquiries = hall.state.enquiries
    enquiries.leave("land_grant", Channel.HALL, "Since when?", hall.state.now(), "+96891234567")
    enquiries.away = True
    with running_seat(hall, language, qtbot) as seat:
        seat.sign_in()
        seat.press(Key.Key_F7)
        seat.press(Key.Key_O)
        seat.until(lambda: open_states(seat) == ["received"])
        seat.press(Key.Key_2)
        seat.until(lambda: seat.told == "no_answer")
        assert seat.find("show_phone").isVisible()
        enquiries.away = False
        seat.press(Key.Key_2)
        seat.until(lambda: telephone(seat) == "+96891234567")
        enquiries.phones.clear()
        seat.press(Key.Key_2)
        seat.until(lambda: telephone(seat) == "")


def open_states(seat: Seat) -> list[str]:
    """Return how far the open enquiries on the sheet have come."""
    shown = seat.inputs.sheet.enquiries if seat.inputs.sheet else None
    return [one.state.value for one in shown.found] if shown and shown.found is not None else ["not asked"]


def telephone(seat: Seat) -> str | None:
    """Return the telephone that stands on the sheet of the open enquiries."""
    shown = seat.inputs.sheet.enquiries if seat.inputs.sheet else None
    return shown.phone if shown else None


def write(seat: Seat, text: str) -> None:
    """Write `text` in the line of an enquiry, which has the keyboard, and send it with Enter."""
    seat.until(lambda: seat.inputs.busy is None)
    line = seat.find("enquiry_line")
    assert line.isVisible()
    seat.clock.pass_s(5.0)
    type_text(line, text)
    seat.qtbot.keyClick(line, Key.Key_Return)
