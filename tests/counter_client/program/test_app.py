"""A whole day at one counter, by keyboard, against a real HTTP hall, in Arabic and in English."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from contracts.words.hall import Lane, VisitState
from counter_client.state.state import ListKind, Notice, Tone
from counter_client.state.transfer_sheet import Target, TargetKind, TransferSheet
from counter_client.workplace.presenters.workplace import derive_workplace
from tests.counter_client.conftest import Seat, call_first_of_three, issue_three, running_seat, type_text, waiting
from tests.helpers.fake_hall_counter import FakeHall

Key = Qt.Key


def bring_back_a_missed_call(seat: Seat) -> None:
    """Call the next visitor, who does not come, and ask for him to wait again."""
    seat.next_thing(VisitState.CALLED)
    seat.press(Key.Key_F3)
    seat.until(lambda: seat.told == "done_no-show")
    seat.press(Key.Key_3)
    seat.until(lambda: bool(seat.inputs.workplace and seat.inputs.workplace.missed))
    seat.press(Key.Key_Down)
    seat.press(Key.Key_Return)


@pytest.mark.parametrize("language", ["ar", "en"])
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
    assert seat.inputs.listed.kind is ListKind.PARKED
    seat.until(lambda: len(seat.inputs.workplace.parked) == 1 if seat.inputs.workplace else False)
    seat.press(Key.Key_Down)
    seat.press(Key.Key_Return)
    seat.until(lambda: seat.state is VisitState.CALLED)

    seat.next_thing(VisitState.SERVING)
    seat.press(Key.Key_F6)
    seat.press(Key.Key_Down)
    seat.press(Key.Key_Down)
    seat.press(Key.Key_Left if seat.inputs.language == "ar" else Key.Key_Right)
    seat.press(Key.Key_1)
    seat.press(Key.Key_5)
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
    seat.press(Key.Key_W)
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
    seat.press(Key.Key_F7)
    seat.press(Key.Key_P)
    seat.press(Key.Key_2)
    seat.until(lambda: seat.told == "done_give_priority")
    seat.until(lambda: waiting(seat) == ["A047", "B012", "F021"])
    path, _, body = seat.hall.commands[-1]
    assert (path.endswith("/visits/visit-A047/lane"), body) == (True, {"lane": "priority", "reason": "seen"})

    seat.press(Key.Key_F7)
    seat.press(Key.Key_P)
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
    seat.press(Key.Key_V)
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
        assert seat.inputs.sign_in.pin == ""
    assert not seat.inputs.signed_in


def test_the_pin_can_be_clicked_on_the_pad_and_typed_in_arabic_digits(seat: Seat) -> None:
    seat.until(lambda: seat.inputs.hall is not None)
    seat.click("agent_1")
    seat.click("pad_4")
    seat.click("pad_7")
    seat.click("pad_9")
    seat.click("pad_erase")
    seat.type("١٨٢٩")
    seat.click("sign_in_button")
    seat.until(lambda: seat.inputs.signed_in)


def test_a_refused_transfer_keeps_target_and_note(seat: Seat) -> None:
    call_first_of_three(seat)
    seat.press(Key.Key_F6)
    type_text(seat.find("target_filter"), "نافذة")
    for _ in range(6):
        seat.press(Key.Key_Down)
    seat.click("transfer_details")
    type_text(seat.find("note"), "سند الملكية")
    seat.qtbot.keyClick(seat.find("note"), Key.Key_Return)
    seat.until(lambda: seat.told == "transfer_target")
    assert isinstance(seat.inputs.sheet, TransferSheet)
    assert (seat.inputs.sheet.note, seat.inputs.sheet.target) == ("سند الملكية", Target(TargetKind.COUNTER, "8"))
    seat.press(Key.Key_Escape)
    seat.press(Key.Key_1)
    seat.until(lambda: seat.told == "done_transfer")
    assert seat.hall.commands[-1][2]["note"] == "سند الملكية"


def test_signed_out_by_somebody_else_is_said(seat: Seat) -> None:
    seat.sign_in()
    with seat.hall.lock:
        seat.hall.state.sign_out()
    seat.until(lambda: not seat.inputs.signed_in)
    assert seat.told == "session_ended"


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
    seat.press(Key.Key_1)
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
    seat.press(Key.Key_F7)
    seat.press(Key.Key_F)
    seat.type("٤٧")
    seat.until(lambda: bool(seat.inputs.sheet and seat.inputs.sheet.search and seat.inputs.sheet.search.found))
    seat.press(Key.Key_Return)
    seat.press(Key.Key_4)
    seat.until(lambda: seat.ticket == "A047")
    assert seat.hall.commands[-1][2]["reason"] == "special_care"


def test_a_transfer_asks_for_the_visitor_back(seat: Seat) -> None:
    call_first_of_three(seat)
    seat.press(Key.Key_F6)
    seat.press(Key.Key_Down)
    seat.click("transfer_details")
    seat.press(Key.Key_4)
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
        seat.press(Key.Key_F7)
        seat.press(Key.Key_R)
        seat.until(lambda: seat.inputs.notice is not None and seat.inputs.notice.code == "paper_printed")
        assert "return-slip" not in seat.hall.paths(), "no kiosk is asked"
        assert seat.counter.papers is not None
        told: list[str] = []
        seat.counter.papers.told.connect(told.append)
        for later_s in (5.0, 0.1, 5.0):
            seat.press(Key.Key_F7, later_s=later_s)
            seat.press(Key.Key_R, later_s=0.1)
        seat.until(lambda: len(told) >= 2)
        assert len(told) == 2, "a bounce of the key prints nothing"


def test_a_next_step_of_a_newer_hall_keeps_the_visit_on_the_screen_and_the_program_alive(seat: Seat) -> None:
    issue_three(seat)
    seat.sign_in()
    seat.next_thing(VisitState.CALLED)
    with seat.hall.lock:
        seat.hall.state.newer_step = "ask_for_signature"
    seat.press(Key.Key_F2)  # the program reads its place again
    seat.until(lambda: seat.inputs.workplace is not None and seat.inputs.workplace.next_action == "ask_for_signature")
    seat.until(seat.settled)
    assert seat.ticket == "B012"
    assert not seat.find("primary").isVisible()
    assert derive_workplace(seat.inputs).notice == Notice(Tone.WARNING, "unknown_step")
    commands = len(seat.hall.commands)
    seat.press(Key.Key_Space)
    assert seat.settled()
    assert len(seat.hall.commands) == commands
    with seat.hall.lock:
        seat.hall.state.newer_step = ""
    seat.press(Key.Key_F2)
    seat.until(seat.find("primary").isVisible)
    seat.next_thing(VisitState.SERVING)
