"""A whole day at one counter, by keyboard, against a real HTTP hall, in Arabic and in English."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from contracts.hall_words import Lane, VisitState
from counter_client.inputs import ListKind
from tests.counter_client.conftest import Desk, type_text

Key = Qt.Key


def issue_three(desk: Desk) -> None:
    with desk.hall.lock:
        desk.hall.state.issue("B012", "B", waited_s=1900)
        desk.hall.state.issue("A047", "A", waited_s=1400)
        desk.hall.state.issue("F021", "F", waited_s=380, lane=Lane.PRIORITY)


def waiting(desk: Desk) -> list[str]:
    place = desk.inputs.workplace
    return [row.ticket for row in place.waiting] if place else []


def test_a_whole_day_by_keyboard(desk: Desk, language: str) -> None:
    issue_three(desk)
    desk.sign_in()
    desk.until(lambda: waiting(desk) == ["B012", "F021", "A047"])

    desk.next_thing(VisitState.CALLED)
    assert desk.ticket == "B012"
    desk.press(Key.Key_F2)
    desk.until(lambda: desk.told == "done_recall")
    desk.next_thing(VisitState.SERVING)
    desk.press(Key.Key_Space)
    desk.press(Key.Key_2)
    desk.until(lambda: desk.told == "done_finish")
    assert desk.hall.commands[-1][2] == {"outcome": "request_registered", "topics": []}

    desk.next_thing(VisitState.CALLED)
    desk.press(Key.Key_F3)
    desk.until(lambda: desk.told == "done_no-show")
    desk.press(Key.Key_F9)
    desk.until(lambda: desk.ticket == "F021")
    desk.press(Key.Key_F5)
    desk.until(lambda: desk.told == "done_park")
    desk.press(Key.Key_2)
    assert desk.inputs.shown_list is ListKind.PARKED
    desk.until(lambda: len(desk.inputs.workplace.parked) == 1 if desk.inputs.workplace else False)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.until(lambda: desk.state is VisitState.CALLED)

    desk.next_thing(VisitState.SERVING)
    desk.press(Key.Key_F6)
    desk.press(Key.Key_2)
    desk.press(Key.Key_F5)
    desk.press(Key.Key_F8)
    desk.press(Key.Key_Return)
    desk.until(lambda: desk.told == "done_transfer")
    sent = desk.hall.commands[-1][2]
    assert (sent["service"], sent["position"], sent["reason"]) == ("B", "first", "supervisor_asked")

    desk.press(Key.Key_F8)
    desk.press(Key.Key_1)
    desk.until(lambda: desk.inputs.on_break)
    desk.press(Key.Key_F8)
    desk.until(lambda: not desk.inputs.on_break)
    desk.press(Key.Key_F12)
    desk.press(Key.Key_Return)
    desk.until(lambda: not desk.inputs.signed_in)
    assert desk.inputs.language == language
    assert desk.hall.state.session is None


def test_walk_up_call_chosen_return_and_reinstate(desk: Desk) -> None:
    issue_three(desk)
    desk.sign_in()
    desk.press(Key.Key_F7)
    desk.press(Key.Key_6)
    desk.press(Key.Key_5)
    desk.until(lambda: desk.state is VisitState.SERVING)
    assert desk.ticket == ""
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Space)
    desk.until(lambda: desk.told == "done_finish")

    desk.until(lambda: len(waiting(desk)) == 3)
    for _ in range(3):
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.press(Key.Key_4)
    desk.until(lambda: desk.ticket == "A047")
    assert desk.hall.commands[-1][2] == {"visit": "visit-A047", "reason": "special_care"}
    desk.press(Key.Key_F4)
    desk.until(lambda: desk.told == "done_return")

    desk.next_thing(VisitState.CALLED)
    desk.press(Key.Key_F3)
    desk.until(lambda: desk.told == "done_no-show")
    desk.press(Key.Key_3)
    desk.until(lambda: bool(desk.inputs.workplace and desk.inputs.workplace.missed))
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.until(lambda: desk.told == "done_reinstate")


def test_past_the_limit_a_reason_is_asked_and_sent(desk: Desk) -> None:
    with desk.hall.lock:
        visit = desk.hall.state.issue("A047", "A")
        desk.hall.state.reinstated[visit] = 2
    desk.sign_in()
    desk.next_thing(VisitState.CALLED)
    desk.press(Key.Key_F3)
    desk.until(lambda: desk.told == "done_no-show")
    desk.press(Key.Key_3)
    desk.until(lambda: bool(desk.inputs.workplace and desk.inputs.workplace.missed))
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.until(lambda: desk.inputs.sheet is not None)
    desk.press(Key.Key_3)
    desk.until(lambda: desk.told == "done_reinstate")
    assert desk.hall.commands[-1][2] == {"reason": "left_and_came_back"}


def test_nobody_waiting_is_said_calmly(desk: Desk) -> None:
    desk.sign_in()
    desk.next_thing(None)
    assert desk.told == "nobody_waits"


def test_the_list_moves_live_when_somebody_takes_a_ticket(desk: Desk) -> None:
    desk.sign_in()
    with desk.hall.lock:
        desk.hall.state.issue("C001", "C", waited_s=5)
    desk.until(lambda: waiting(desk) == ["C001"])
    with desk.hall.lock:
        desk.hall.state.issue("C002", "C", waited_s=0, lane=Lane.PRIORITY)
    desk.until(lambda: waiting(desk) == ["C002", "C001"])


def test_a_wrong_pin_is_said_and_after_five_the_lock_is_said_plainly(desk: Desk) -> None:
    desk.until(lambda: desk.inputs.hall is not None)
    desk.press(Key.Key_Down)
    for tries in range(1, 7):
        desk.type("0000")
        desk.press(Key.Key_Return)
        desk.until(lambda tries=tries: len(desk.hall.commands) == tries and desk.inputs.busy is None)
        assert desk.told == ("pin_wrong" if tries <= 5 else "pin_locked")
        assert desk.inputs.pin == ""
    assert not desk.inputs.signed_in


def test_the_pin_can_be_clicked_on_the_pad_and_typed_in_arabic_digits(desk: Desk) -> None:
    desk.until(lambda: desk.inputs.hall is not None)
    desk.click("agent_1")
    desk.click("pad_4")
    desk.click("pad_7")
    desk.click("pad_9")
    desk.click("pad_erase")
    desk.type("١١")
    desk.click("sign_in_button")
    desk.until(lambda: desk.inputs.signed_in)


def test_a_bounce_of_the_space_bar_neither_begins_nor_calls_another(desk: Desk) -> None:
    issue_three(desk)
    desk.sign_in()
    desk.next_thing(VisitState.CALLED)
    desk.press(Key.Key_Space, later_s=0.1)
    assert desk.inputs.busy is None
    desk.press(Key.Key_F3, later_s=1.0)
    desk.until(lambda: desk.told == "done_no-show")
    desk.press(Key.Key_Space, later_s=1.0)
    assert desk.told == "call_again"
    assert desk.hall.paths().count("call-next") == 1
    desk.press(Key.Key_Space, later_s=1.0)
    desk.until(lambda: desk.state is VisitState.CALLED)
    assert desk.hall.paths().count("call-next") == 2


def test_the_language_changes_while_working_and_loses_nothing(desk: Desk, language: str) -> None:
    issue_three(desk)
    desk.sign_in()
    desk.next_thing(VisitState.CALLED)
    before = desk.counter.window.windowTitle()
    desk.press(Key.Key_F11)
    assert desk.inputs.language != language
    assert desk.ticket == "B012"
    assert desk.counter.window.windowTitle() != before
    rtl = desk.counter.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert rtl is (desk.inputs.language == "ar")


def test_a_refused_transfer_keeps_target_and_note(desk: Desk) -> None:
    issue_three(desk)
    desk.sign_in()
    desk.next_thing(VisitState.CALLED)
    desk.press(Key.Key_F6)
    note = desk.find("note")
    note.setFocus()
    type_text(note, "سند الملكية")
    desk.click("kind_counter")
    desk.click("target_7")
    desk.qtbot.keyClick(note, Key.Key_Return)
    desk.until(lambda: desk.told == "transfer_target")
    assert desk.inputs.sheet is not None
    assert (desk.inputs.sheet.note, desk.inputs.sheet.target) == ("سند الملكية", "8")
    desk.click("target_1")
    desk.press(Key.Key_Return)
    desk.until(lambda: desk.told == "done_transfer")
    assert desk.hall.commands[-1][2]["note"] == "سند الملكية"


def test_signed_out_by_somebody_else_is_said(desk: Desk) -> None:
    desk.sign_in()
    with desk.hall.lock:
        desk.hall.state.sign_out()
    desk.until(lambda: not desk.inputs.signed_in)
    assert desk.told == "session_ended"


def test_the_window_title_tells_counter_and_agent(desk: Desk, language: str) -> None:
    desk.sign_in()
    parts = {"ar": ("النافذة 3", "سعيد بن ناصر الحارثي"), "en": ("Counter 3", "Huda Al Rawahi")}[language]
    assert all(part in desk.counter.window.windowTitle() for part in parts)


@pytest.mark.parametrize("language", ["ar"])
def test_a_hall_that_counts_in_arabic_digits_is_shown_so(desk: Desk) -> None:
    with desk.hall.lock:
        desk.hall.state.digits = "arabic_indic"
    desk.hall.cut()
    desk.hall.heal()
    desk.until(lambda: desk.inputs.hall is not None and desk.inputs.hall.digits == "arabic_indic")
    assert "٣" in desk.counter.window.windowTitle()
