"""A whole day at one counter, by keyboard, against a real HTTP hall, in Arabic and in English."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from contracts.hall_words import Lane, VisitState
from counter_client.actions import Action
from counter_client.inputs import ListKind
from tests.counter_client.conftest import Seat, running_seat, type_text
from tests.helpers.fake_hall_counter import FakeHall

Key = Qt.Key


def issue_three(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.issue("B012", "B", waited_s=1900)
        seat.hall.state.issue("A047", "A", waited_s=1400)
        seat.hall.state.issue("F021", "F", waited_s=380, lane=Lane.PRIORITY)


def call_first_of_three(seat: Seat) -> None:
    """Sign in where three wait, and call the one whose turn it is: B012."""
    issue_three(seat)
    seat.sign_in()
    seat.next_thing(VisitState.CALLED)


def bring_back_a_missed_call(seat: Seat) -> None:
    """Call the next visitor, who does not come, and ask for him to wait again."""
    seat.next_thing(VisitState.CALLED)
    seat.press(Key.Key_F3)
    seat.until(lambda: seat.told == "done_no-show")
    seat.press(Key.Key_3)
    seat.until(lambda: bool(seat.inputs.workplace and seat.inputs.workplace.missed))
    seat.press(Key.Key_Down)
    seat.press(Key.Key_Return)


def waiting(seat: Seat) -> list[str]:
    place = seat.inputs.workplace
    return [row.ticket for row in place.waiting] if place else []


def test_a_whole_day_by_keyboard(seat: Seat, language: str) -> None:
    issue_three(seat)
    seat.sign_in()
    seat.until(lambda: waiting(seat) == ["B012", "F021", "A047"])

    seat.next_thing(VisitState.CALLED)
    assert seat.ticket == "B012"
    seat.press(Key.Key_F2)
    seat.until(lambda: seat.told == "done_recall")
    seat.next_thing(VisitState.SERVING)
    seat.press(Key.Key_Space)
    seat.press(Key.Key_2)
    seat.until(lambda: seat.told == "done_finish")
    assert seat.hall.commands[-1][2]["outcome"] == "request_registered"

    seat.next_thing(VisitState.CALLED)
    seat.press(Key.Key_F3)
    seat.until(lambda: seat.told == "done_no-show")
    seat.press(Key.Key_F9)
    seat.until(lambda: seat.ticket == "F021")
    seat.press(Key.Key_F5)
    seat.press(Key.Key_Space)
    seat.until(lambda: seat.told == "done_park")
    seat.press(Key.Key_2)
    assert seat.inputs.shown_list is ListKind.PARKED
    seat.until(lambda: len(seat.inputs.workplace.parked) == 1 if seat.inputs.workplace else False)
    seat.press(Key.Key_Down)
    seat.press(Key.Key_Return)
    seat.until(lambda: seat.state is VisitState.CALLED)

    seat.next_thing(VisitState.SERVING)
    seat.press(Key.Key_F6)
    seat.press(Key.Key_2)
    seat.press(Key.Key_F5)
    seat.press(Key.Key_F8)
    seat.press(Key.Key_Return)
    seat.until(lambda: seat.told == "done_transfer")
    sent = seat.hall.commands[-1][2]
    assert (sent["service"], sent["position"], sent["reason"]) == ("B", "first", "supervisor_asked")

    seat.press(Key.Key_F8)
    seat.press(Key.Key_1)
    seat.press(Key.Key_Space)
    seat.until(lambda: seat.inputs.on_break)
    assert seat.hall.commands[-1][2]["minutes"] == 15
    seat.press(Key.Key_F8)
    seat.until(lambda: not seat.inputs.on_break)
    seat.press(Key.Key_F12)
    seat.press(Key.Key_Return)
    seat.until(lambda: not seat.inputs.signed_in)
    assert seat.inputs.language == language
    assert seat.hall.state.session is None


def test_walk_up_call_chosen_return_and_reinstate(seat: Seat) -> None:
    issue_three(seat)
    seat.sign_in()
    seat.press(Key.Key_F7)
    seat.press(Key.Key_6)
    seat.press(Key.Key_5)
    seat.until(lambda: seat.state is VisitState.SERVING)
    assert seat.ticket == ""
    seat.press(Key.Key_Space)
    seat.press(Key.Key_Space)
    seat.until(lambda: seat.told == "done_finish")

    seat.until(lambda: len(waiting(seat)) == 3)
    for _ in range(3):
        seat.press(Key.Key_Down)
    seat.press(Key.Key_Return)
    seat.press(Key.Key_4)
    seat.until(lambda: seat.ticket == "A047")
    assert seat.hall.commands[-1][2] == {"visit": "visit-A047", "reason": "special_care", "pressed": True}
    seat.press(Key.Key_F4)
    seat.until(lambda: seat.told == "done_return")

    bring_back_a_missed_call(seat)
    seat.until(lambda: seat.told == "done_reinstate")


def test_the_chosen_number_is_given_priority_and_it_is_taken_back(seat: Seat) -> None:
    issue_three(seat)
    seat.sign_in()
    seat.until(lambda: waiting(seat) == ["B012", "F021", "A047"])
    for _ in range(3):
        seat.press(Key.Key_Down)
    seat.press(Key.Key_4)
    seat.press(Key.Key_2)
    seat.until(lambda: seat.told == "done_give_priority")
    seat.until(lambda: waiting(seat) == ["A047", "B012", "F021"])
    path, _, body = seat.hall.commands[-1]
    assert (path.endswith("/visits/visit-A047/lane"), body) == (True, {"lane": "priority", "reason": "seen"})

    seat.press(Key.Key_4)
    seat.press(Key.Key_3)
    seat.until(lambda: seat.told == "done_take_priority")
    seat.until(lambda: waiting(seat) == ["B012", "F021", "A047"])
    assert seat.hall.commands[-1][2] == {"lane": "standard", "reason": "corrected"}
    assert seat.ticket == ""


def test_a_visitor_who_cannot_hear_is_called_by_the_whole_board(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.issue("A047", "A")
    seat.sign_in()
    seat.next_thing(VisitState.CALLED)
    seat.press(Key.Key_F7)
    seat.until(lambda: seat.told == "done_look")
    path, _, body = seat.hall.commands[-1]
    assert (path.endswith("/counters/3/recall"), body) == (True, {"look": True})
    assert seat.state is VisitState.CALLED


def test_past_the_limit_a_reason_is_asked_and_sent(seat: Seat) -> None:
    with seat.hall.lock:
        visit = seat.hall.state.issue("A047", "A")
        seat.hall.state.reinstated[visit] = 2
    seat.sign_in()
    bring_back_a_missed_call(seat)
    seat.until(lambda: seat.inputs.sheet is not None)
    seat.press(Key.Key_3)
    seat.until(lambda: seat.told == "done_reinstate")
    assert seat.hall.commands[-1][2] == {"reason": "left_and_came_back"}


def test_nobody_waiting_is_said_calmly(seat: Seat) -> None:
    seat.sign_in()
    seat.next_thing(None)
    assert seat.told == "nobody_waits"


def test_the_list_moves_live_when_somebody_takes_a_ticket(seat: Seat) -> None:
    seat.sign_in()
    with seat.hall.lock:
        seat.hall.state.issue("C001", "C", waited_s=5)
    seat.until(lambda: waiting(seat) == ["C001"])
    with seat.hall.lock:
        seat.hall.state.issue("C002", "C", waited_s=0, lane=Lane.PRIORITY)
    seat.until(lambda: waiting(seat) == ["C002", "C001"])


def test_a_wrong_pin_is_said_and_after_five_the_lock_is_said_plainly(seat: Seat) -> None:
    seat.until(lambda: seat.inputs.hall is not None)
    seat.press(Key.Key_Down)
    for tries in range(1, 7):
        seat.type("0000")
        seat.press(Key.Key_Return)
        seat.until(lambda tries=tries: len(seat.hall.commands) == tries and seat.inputs.busy is None)
        assert seat.told == ("pin_wrong" if tries <= 5 else "pin_locked")
        assert seat.inputs.pin == ""
    assert not seat.inputs.signed_in


def test_the_pin_can_be_clicked_on_the_pad_and_typed_in_arabic_digits(seat: Seat) -> None:
    seat.until(lambda: seat.inputs.hall is not None)
    seat.click("agent_1")
    seat.click("pad_4")
    seat.click("pad_7")
    seat.click("pad_9")
    seat.click("pad_erase")
    seat.type("١١")
    seat.click("sign_in_button")
    seat.until(lambda: seat.inputs.signed_in)


def test_a_step_that_the_hall_takes_for_a_double_press_changes_nothing_and_says_nothing(seat: Seat) -> None:
    call_first_of_three(seat)
    told, asked = seat.told, len(seat.hall.commands)
    seat.hall.refuse_next = (409, "pressed_twice")
    seat.press(Key.Key_Space, later_s=0.1)
    seat.until(lambda: len(seat.hall.commands) > asked and seat.settled())
    assert (seat.state, seat.told) == (VisitState.CALLED, told)
    assert seat.hall.commands[-1][2] == {"pressed": True}


def test_a_second_call_that_the_hall_asks_about_is_meant_at_the_next_press(seat: Seat) -> None:
    call_first_of_three(seat)
    seat.press(Key.Key_F3, later_s=1.0)
    seat.until(lambda: seat.told == "done_no-show")
    seat.hall.refuse_next = (409, "called_just_now")
    seat.press(Key.Key_Space, later_s=1.0)
    seat.until(lambda: seat.told == "call_again")
    seat.press(Key.Key_Space, later_s=1.0)
    seat.until(lambda: seat.state is VisitState.CALLED)
    assert seat.hall.commands[-1][2] == {"sure": True, "pressed": True}


def test_a_double_press_of_finish_opens_the_question_and_answers_nothing(seat: Seat) -> None:
    call_first_of_three(seat)
    seat.next_thing(VisitState.SERVING)
    seat.press(Key.Key_Space)
    seat.press(Key.Key_Space, later_s=0.1)
    assert seat.inputs.sheet is not None
    assert "finish" not in seat.hall.paths()


def test_a_quick_agent_calls_on_right_after_the_outcome(seat: Seat) -> None:
    call_first_of_three(seat)
    seat.next_thing(VisitState.SERVING)
    seat.press(Key.Key_Space)
    seat.press(Key.Key_1)
    seat.until(lambda: seat.state is None and seat.settled())
    seat.press(Key.Key_Space, later_s=0.3)
    seat.until(lambda: seat.state is VisitState.CALLED)


def test_the_screen_waits_for_the_hall_only_where_it_takes_its_time(seat: Seat) -> None:
    issue_three(seat)
    seat.sign_in()
    seat.until(lambda: len(waiting(seat)) == 3)
    button = seat.find("primary")
    before = len(seat.hall.commands)
    with seat.hall.lock:
        seat.press(Key.Key_Space)
        assert seat.inputs.busy is Action.CALL_NEXT
        assert button.isEnabled(), "nothing is painted for an answer that comes at once"
        seat.click("primary")
        seat.until(lambda: not button.isEnabled())
    seat.until(lambda: seat.state is VisitState.CALLED)
    assert button.isEnabled()
    assert len(seat.hall.commands) == before + 1, "the click meanwhile asked for nothing"


def test_the_language_changes_while_working_and_loses_nothing(seat: Seat, language: str) -> None:
    call_first_of_three(seat)
    before = seat.counter.window.windowTitle()
    seat.press(Key.Key_F11)
    assert seat.inputs.language != language
    assert seat.ticket == "B012"
    assert seat.counter.window.windowTitle() != before
    rtl = seat.counter.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert rtl is (seat.inputs.language == "ar")


def test_a_refused_transfer_keeps_target_and_note(seat: Seat) -> None:
    call_first_of_three(seat)
    seat.press(Key.Key_F6)
    note = seat.find("note")
    note.setFocus()
    type_text(note, "سند الملكية")
    seat.click("kind_counter")
    seat.click("target_7")
    seat.qtbot.keyClick(note, Key.Key_Return)
    seat.until(lambda: seat.told == "transfer_target")
    assert seat.inputs.sheet is not None
    assert (seat.inputs.sheet.note, seat.inputs.sheet.transfer.target) == ("سند الملكية", "8")
    seat.click("target_1")
    seat.press(Key.Key_Return)
    seat.until(lambda: seat.told == "done_transfer")
    assert seat.hall.commands[-1][2]["note"] == "سند الملكية"


def test_signed_out_by_somebody_else_is_said(seat: Seat) -> None:
    seat.sign_in()
    with seat.hall.lock:
        seat.hall.state.sign_out()
    seat.until(lambda: not seat.inputs.signed_in)
    assert seat.told == "session_ended"


def test_the_window_title_tells_counter_and_agent(seat: Seat, language: str) -> None:
    seat.sign_in()
    parts = {"ar": ("النافذة 3", "سعيد بن ناصر الحارثي"), "en": ("Counter 3", "Huda Al Rawahi")}[language]
    assert all(part in seat.counter.window.windowTitle() for part in parts)


@pytest.mark.parametrize("language", ["ar"])
def test_a_hall_that_counts_in_arabic_digits_is_shown_so(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.digits = "arabic_indic"
    seat.hall.cut()
    seat.hall.heal()
    seat.until(lambda: seat.inputs.hall is not None and seat.inputs.hall.digits == "arabic_indic")
    assert "٣" in seat.counter.window.windowTitle()


@pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
def test_page_down_puts_the_window_away_for_the_bar_and_its_button_brings_it_back(seat: Seat) -> None:
    seat.sign_in()
    seat.press(Qt.Key.Key_PageDown)
    assert seat.counter.bar.isVisible()
    assert seat.counter.window.isMinimized()
    QTest.mouseClick(seat.counter.bar.findChild(QWidget, "bar_window"), Qt.MouseButton.LeftButton)
    assert not seat.counter.window.isMinimized()
    assert not seat.counter.bar.isVisible()


@pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
def test_the_desktops_own_key_for_windows_fetches_the_window_back_from_the_bar(seat: Seat) -> None:
    seat.sign_in()
    seat.press(Qt.Key.Key_PageDown)
    seat.counter.window.showNormal()  # as the desktop does for Alt+Tab
    seat.until(lambda: not seat.inputs.bar)
    assert not seat.counter.bar.isVisible()
    seat.press(Qt.Key.Key_PageDown)
    assert seat.counter.window.isMinimized()


def test_an_escape_too_many_does_not_put_the_window_away(seat: Seat) -> None:
    seat.sign_in()
    seat.press(Qt.Key.Key_Escape)
    assert not seat.counter.bar.isVisible()
    assert not seat.counter.window.isMinimized()


def test_a_visitor_whose_documents_are_missing_gets_a_code_and_its_paper(seat: Seat) -> None:
    call_first_of_three(seat)
    seat.next_thing(VisitState.SERVING)
    seat.press(Key.Key_Space)
    seat.press(Key.Key_Up)
    seat.press(Key.Key_3)
    type_text(seat.find("other_document"), "سند الملكية")
    seat.qtbot.keyClick(seat.find("other_document"), Key.Key_Return)
    seat.until(lambda: bool(seat.inputs.sheet and seat.inputs.sheet.result.slip))
    sent = seat.hall.commands[-1][2]
    assert (sent["outcome"], sent["missing"], sent.get("receipt", True)) == ("documents_missing", ["سند الملكية"], True)
    assert sent["transactions"] == [{"quantity": 2}]
    assert seat.find("return_code").isVisible()
    seat.press(Key.Key_F5)
    seat.until(lambda: seat.told == "done_reprint")
    assert seat.hall.paths()[-1] == "return-slip"
    seat.press(Key.Key_Space)
    assert seat.inputs.sheet is None
    assert seat.inputs.undo is not None


def test_one_visitor_has_several_services(seat: Seat) -> None:
    call_first_of_three(seat)
    seat.next_thing(VisitState.SERVING)
    seat.press(Key.Key_Space)
    seat.press(Key.Key_6)
    seat.press(Key.Key_1)
    seat.until(lambda: seat.told == "done_continue")
    assert (seat.ticket, seat.state) == ("B012", VisitState.SERVING)
    place = seat.inputs.workplace
    assert place is not None
    assert place.current is not None
    assert [stage.service for stage in place.current.stages] == ["B", "A"]


def test_a_number_that_a_visitor_says_is_found_and_called(seat: Seat) -> None:
    issue_three(seat)
    seat.sign_in()
    seat.press(Key.Key_5)
    seat.type("٤٧")
    seat.until(lambda: bool(seat.inputs.sheet and seat.inputs.sheet.search and seat.inputs.sheet.search.found))
    seat.press(Key.Key_Return)
    seat.press(Key.Key_4)
    seat.until(lambda: seat.ticket == "A047")
    assert seat.hall.commands[-1][2]["reason"] == "special_care"


def test_a_transfer_asks_for_the_visitor_back(seat: Seat) -> None:
    call_first_of_three(seat)
    seat.press(Key.Key_F6)
    seat.press(Key.Key_1)
    seat.press(Key.Key_F9)
    seat.press(Key.Key_Return)
    seat.until(lambda: seat.told == "done_transfer")
    assert seat.hall.commands[-1][2]["and_back"] is True


@pytest.mark.parametrize("language", ["ar"])
def test_a_counter_with_a_printer_of_its_own_prints_the_paper_itself_and_again(
    hall: FakeHall, language: str, qtbot: QtBot
) -> None:
    with running_seat(hall, language, qtbot, printer="memory:") as seat:
        call_first_of_three(seat)
        seat.next_thing(VisitState.SERVING)
        seat.press(Key.Key_Space)
        seat.press(Key.Key_3)
        seat.qtbot.keyClick(seat.find("other_document"), Key.Key_Return)
        seat.until(lambda: seat.told == "paper_printed")
        assert seat.hall.commands[-1][2]["receipt"] is False
        seat.press(Key.Key_Space)
        seat.press(Key.Key_F5)
        seat.until(lambda: seat.inputs.notice is not None and seat.inputs.notice.code == "paper_printed")
        assert "return-slip" not in seat.hall.paths(), "no kiosk is asked"
        assert seat.counter.papers is not None
        told: list[str] = []
        seat.counter.papers.told.connect(told.append)
        for later_s in (5.0, 0.1, 5.0):
            seat.press(Key.Key_F5, later_s=later_s)
        seat.until(lambda: len(told) >= 2)
        assert len(told) == 2, "a bounce of the key prints nothing"
