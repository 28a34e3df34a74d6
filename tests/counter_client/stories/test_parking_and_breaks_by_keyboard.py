"""Parked visits that come due, and breaks, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt

from contracts.queue.answers import PrayerTurnView
from counter_client.state.state import SheetKind
from tests.counter_client.conftest import Seat, call_first_of_three

Key = Qt.Key


def test_a_parked_visit_is_reminded_of_and_the_reminder_goes_when_it_is_called(seat: Seat) -> None:
    call_first_of_three(seat)
    seat.press(Key.Key_F5)
    seat.press(Key.Key_2)
    seat.until(lambda: seat.told == "done_park")
    assert seat.hall.commands[-1][2]["remind_in_min"] == 10
    with seat.hall.lock:
        seat.hall.state.remind("visit-B012")
    seat.until(lambda: bool(seat.inputs.reminded and seat.inputs.workplace and seat.inputs.workplace.parked))
    seat.press(Key.Key_2)
    seat.press(Key.Key_Down)
    seat.press(Key.Key_Return)
    seat.until(lambda: seat.ticket == "B012")
    seat.until(lambda: not seat.inputs.reminded)


def test_a_break_that_leaves_a_service_alone_is_asked_about_once_more(seat: Seat) -> None:
    seat.sign_in()
    with seat.hall.lock:
        seat.hall.state.last_for = ("B",)
    seat.press(Key.Key_F8)
    seat.press(Key.Key_2)
    seat.press(Key.Key_Space)
    seat.until(lambda: bool(seat.inputs.sheet and seat.inputs.sheet.kind is SheetKind.BREAK_LAST))
    seat.press(Key.Key_1)
    seat.until(lambda: seat.inputs.on_break)
    breaks = [body for path, _, body in seat.hall.commands if path.endswith("break")]
    assert [body.get("unless_last", False) for body in breaks] == [True, False]
    assert seat.hall.commands[-1][2]["minutes"] == 30


def test_a_prayer_break_out_of_turn_is_asked_about_once_more(seat: Seat) -> None:
    seat.sign_in()
    with seat.hall.lock:
        seat.hall.state.prayer_turns = (PrayerTurnView("B", 1, "12:20"),)
    seat.press(Key.Key_F8)
    seat.press(Key.Key_1)
    seat.press(Key.Key_Space)
    seat.until(lambda: bool(seat.inputs.sheet and seat.inputs.sheet.kind is SheetKind.BREAK_TURN))
    # The refusal makes the program read the hall again, so that the sheet tells whose turn it is.
    seat.until(lambda: bool(seat.inputs.workplace and seat.inputs.workplace.prayer_turns))
    seat.press(Key.Key_1)
    seat.until(lambda: seat.inputs.on_break)
    breaks = [body for path, _, body in seat.hall.commands if path.endswith("break")]
    assert [body.get("in_turn", False) for body in breaks] == [True, False]


def test_a_break_asked_while_serving_is_taken_back_by_its_key(seat: Seat) -> None:
    call_first_of_three(seat)
    seat.press(Key.Key_F8)
    seat.press(Key.Key_1)
    seat.press(Key.Key_Space)
    seat.until(lambda: bool(seat.inputs.workplace and seat.inputs.workplace.session.break_asked))
    seat.press(Key.Key_F8)
    seat.until(lambda: seat.told == "done_no_break")
    assert seat.hall.paths()[-1] == "resume-work"
