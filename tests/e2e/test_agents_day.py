"""An agent's whole working day at a real hall process, by the keyboard alone, once in Arabic and once in English."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from contracts.words.hall import VisitState
from counter_client.workplace.presenters.standing_notice import auto_call_s
from counter_client.workplace.presenters.workplace import help_asked
from hall.queue.model.double_press import WITH_VISIT_S
from tests.helpers.agents_seat import AGENT, COUNTER, AgentsSeat, RealHall, agents_seat, real_hall

Key = Qt.Key
AUTO_CALL_S = 10


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_working_day_by_keyboard(language: str, tmp_path: Path, qtbot: QtBot) -> None:
    with real_hall(tmp_path) as hall, agents_seat(hall, language, qtbot, tmp_path) as seat:
        tickets = [hall.issue("A") for _ in range(9)]
        _arrive(seat)
        _first_visitor(seat, tickets[0])
        _no_show_taken_back(seat, tickets[1])
        _park_and_resume(seat, tickets[2])
        _documents_missing_after_a_stopped_call(seat, tickets[2])
        _transfer(seat, tickets[3])
        _request_with_number_and_date(seat, tickets[4])
        _call_that_comes_by_itself(seat, tickets[5])
        _prayer_break_after_the_visit(seat)
        _walk_up_and_help(seat)
        _enquiry_in_two_keys(seat)
        _enquiry_left_open(seat)
        _complaint_taken_in(seat)
        _two_requests_with_all_there_is_to_say(seat)
        _request_followed_up(seat)
        _call_chosen_and_returned(seat, tickets[8])
        _leave(seat)
        _what_the_hall_knows(hall, tickets)


def _arrive(seat: AgentsSeat) -> None:
    seat.until(lambda: seat.inputs.hall is not None)
    seat.picture("01-sign-in")
    while seat.inputs.sign_in.agent != AGENT:
        seat.press(Key.Key_Down)
    seat.type(seat.hall.pin)
    seat.press(Key.Key_Return)
    seat.until(lambda: seat.inputs.signed_in and bool(seat.inputs.workplace and seat.inputs.workplace.waiting))
    assert seat.told == "first_time"
    seat.picture("02-free")


def _first_visitor(seat: AgentsSeat, ticket: str) -> None:
    assert seat.call() == ticket
    seat.picture("03-called")
    seat.press(Key.Key_F2)
    seat.said("done_recall")
    seat.begin()
    seat.picture("04-serving")
    seat.press(Key.Key_Space)
    assert seat.asked == "outcome"
    seat.picture("05-outcome")
    seat.press(Key.Key_Space)
    seat.until(lambda: auto_call_s(seat.inputs) is not None)
    seat.picture("06-call-to-come")
    seat.press(Key.Key_Escape)
    seat.until(lambda: seat.inputs.busy is None and auto_call_s(seat.inputs) is None)


def _no_show_taken_back(seat: AgentsSeat, ticket: str) -> None:
    assert seat.call() == ticket
    seat.press(Key.Key_F3)
    seat.said("done_no-show")
    seat.picture("07-no-show")
    seat.press(Key.Key_F9)
    seat.until(lambda: seat.ticket == ticket)
    seat.begin()
    _finish(seat, Key.Key_1)


def _park_and_resume(seat: AgentsSeat, ticket: str) -> None:
    assert seat.call() == ticket
    seat.begin()
    seat.press(Key.Key_F5)
    assert seat.asked == "park"
    seat.press(Key.Key_Space)
    seat.said("done_park")
    seat.press(Key.Key_2)
    seat.until(lambda: bool(seat.inputs.workplace and seat.inputs.workplace.parked))
    seat.picture("08-parked")
    seat.press(Key.Key_Down, Key.Key_Return)
    seat.until(lambda: seat.ticket == ticket)
    seat.press(Key.Key_1)


def _documents_missing_after_a_stopped_call(seat: AgentsSeat, ticket: str) -> None:
    if seat.state is VisitState.CALLED:
        seat.begin()
    seat.press(Key.Key_Space, Key.Key_3)
    assert seat.asked == "missing"
    seat.press(Key.Key_1)
    seat.picture("08-missing")
    seat.press(Key.Key_Return)
    seat.until(lambda: seat.asked == "return_code")
    seat.picture("08-return-code")
    seat.press(Key.Key_Space)
    assert _outcome(seat, ticket) == "documents_missing"
    _stop_call(seat)


def _transfer(seat: AgentsSeat, ticket: str) -> None:
    assert seat.call() == ticket
    seat.begin()
    seat.press(Key.Key_F6)
    seat.picture("09-transfer")
    seat.press(Key.Key_Down, Key.Key_Left if seat.inputs.language == "ar" else Key.Key_Right)
    seat.press(Key.Key_1, Key.Key_5)
    seat.picture("09-transfer-details")
    seat.press(Key.Key_Return)
    seat.said("done_transfer")
    moved = seat.hall.visit(ticket)
    assert (moved["service"], moved["state"]) == ("L", "waiting")


def _request_with_number_and_date(seat: AgentsSeat, ticket: str) -> None:
    # The one that was transferred goes first in the other service, which this counter serves too.
    called = seat.call()
    if called != ticket:
        seat.begin()
        _finish(seat, Key.Key_1)
        assert seat.call() == ticket
    seat.begin()
    seat.press(Key.Key_Space, Key.Key_2)
    assert seat.asked == "request_topic"
    seat.picture("10-request")
    seat.press(Key.Key_1)
    assert seat.asked == "request_directorate"
    seat.press(Key.Key_1)
    seat.until(lambda: seat.asked == "registered")
    assert seat.inputs.sheet is not None
    (made,) = seat.inputs.sheet.result.registered
    (one,) = seat.hall.head.get("/requests?list=not_referred")
    assert (one["shown"], one["latest"]) == (made.shown, made.latest.isoformat())
    seat.picture("10-registered")
    seat.press(Key.Key_Space)
    assert seat.asked == ""


def _call_that_comes_by_itself(seat: AgentsSeat, ticket: str) -> None:
    free = time.monotonic()
    seat.until(lambda: seat.state is VisitState.CALLED)
    assert AUTO_CALL_S - 1.5 < time.monotonic() - free < AUTO_CALL_S + 5
    assert seat.ticket == ticket
    called = time.monotonic()  # sooner the hall takes a press for one that was to call
    seat.until(lambda: time.monotonic() - called > WITH_VISIT_S + 0.05)


def _prayer_break_after_the_visit(seat: AgentsSeat) -> None:
    seat.begin()
    seat.press(Key.Key_F8)
    assert seat.asked == "break"
    seat.picture("11-break-asked")
    seat.press(Key.Key_1)
    assert seat.asked == "break_length"
    seat.press(Key.Key_Space)
    seat.until(lambda: seat.inputs.busy is None and seat.asked != "break_length")
    if seat.asked == "break_last":  # people wait whom nobody else serves: it is asked whether it is meant
        seat.picture("11-break-last")
        seat.press(Key.Key_1)
    seat.until(lambda: seat.inputs.busy is None and seat.asked == "")
    seat.press(Key.Key_Space, Key.Key_1)
    seat.until(lambda: seat.inputs.on_break)
    assert auto_call_s(seat.inputs) is None
    seat.picture("12-on-break")
    seat.press(Key.Key_F8)
    seat.until(lambda: not seat.inputs.on_break)
    assert auto_call_s(seat.inputs) is None


def _walk_up_and_help(seat: AgentsSeat) -> None:
    seat.press(Key.Key_F7, Key.Key_W)
    assert seat.asked == "walk_up"
    seat.press(Key.Key_1, Key.Key_4)
    seat.until(lambda: seat.state is VisitState.SERVING)
    seat.press(Key.Key_F10)
    seat.until(lambda: _at_counter(seat.hall)["help_since"] is not None and help_asked(seat.inputs))
    seat.picture("13-help")
    seat.press(Key.Key_F10)
    seat.until(lambda: not help_asked(seat.inputs))
    _finish(seat, Key.Key_1)


def _enquiry_in_two_keys(seat: AgentsSeat) -> None:
    seat.press(Key.Key_F7)
    seat.picture("13-more")
    seat.press(Key.Key_E)
    assert seat.asked == "enquiry_topic"
    seat.picture("13-enquiry")
    seat.press(Key.Key_1, Key.Key_2)
    seat.said("done_enquiry")
    counts = seat.hall.head.get("/enquiries")["counts"]
    assert [(one["channel"], one["many"]) for one in counts] == [("call_centre", 1)]


def _enquiry_left_open(seat: AgentsSeat) -> None:
    seat.press(Key.Key_F7, Key.Key_E, Key.Key_1, Key.Key_6, Key.Key_3)
    assert seat.asked == "enquiry_text"
    seat.write("enquiry_line", "متى تُعلن نتائج المنح؟")
    seat.write("enquiry_line", "٩١٢٣٤٥٦٧")
    seat.said("done_left_open")
    seat.press(Key.Key_F7, Key.Key_O)
    seat.until(lambda: _open(seat) == ["received"])
    seat.press(Key.Key_Return)
    seat.write("enquiry_line", "تُعلن يوم الأحد")
    seat.until(lambda: _open(seat) == ["answered"])
    seat.press(Key.Key_2)
    seat.until(lambda: _called(seat) == "+96891234567")
    seat.picture("13-enquiries")
    seat.press(Key.Key_Return)
    assert seat.asked == "enquiry_confirm"
    seat.press(Key.Key_Return)
    seat.until(lambda: _open(seat) == [])
    assert seat.hall.head.get("/enquiries")["open"] == []
    seat.press(Key.Key_Escape)
    assert seat.asked == ""


def _complaint_taken_in(seat: AgentsSeat) -> None:
    seat.press(Key.Key_F7, Key.Key_C, Key.Key_1)
    seat.write("note_box", "طال الانتظار")
    seat.until(lambda: seat.asked == "complaint_taken")
    seat.picture("14-complaint")
    (one,) = seat.hall.head.get("/complaints")["open"]
    assert seat.inputs.sheet is not None
    assert (one["number"], one["way"], one["text"]) == (seat.inputs.sheet.result.number, "counter", "طال الانتظار")
    seat.press(Key.Key_Space)
    assert seat.asked == ""


def _two_requests_with_all_there_is_to_say(seat: AgentsSeat) -> None:
    seat.press(Key.Key_F7, Key.Key_W, Key.Key_1, Key.Key_4)
    seat.until(lambda: seat.state is VisitState.SERVING)
    seat.press(Key.Key_Space, Key.Key_2, Key.Key_0, Key.Key_1)
    seat.picture("14-more-of-a-request")
    seat.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert seat.asked == "request_details"
    seat.fill("reply_phone_line", "٩١٢٣٤٥٦٧")
    seat.fill("external_line", "MOH/٢٠٢٦/٨٨")
    seat.arrow_to("another_request")
    seat.press(Key.Key_3, Key.Key_1)
    seat.picture("14-second-request")
    seat.write("subject_line", "كروكي لأرض الورثة")
    seat.until(lambda: seat.asked == "registered")
    seat.picture("14-registered")
    first, second = seat.hall.head.get("/requests?list=all")[1::-1]
    assert (first["shown"], first["directorate"], first["phone"]) == ("MOH/2026/88", "lands", True)
    assert (second["subject"], second["topic"], second["phone"]) == ("كروكي لأرض الورثة", "survey", True)
    seat.press(Key.Key_Space)
    _stop_call(seat)


def _request_followed_up(seat: AgentsSeat) -> None:
    seat.hall.head.post("/requests/MOH%2F2026%2F88/refer", {})
    seat.hall.head.post("/requests/MOH%2F2026%2F88/reply", {"text": "راجعوا القاعة يوم الأحد"})
    seat.press(Key.Key_F7, Key.Key_F, Key.Key_Left if seat.inputs.language == "ar" else Key.Key_Right)
    assert seat.asked == "follow_up"
    seat.write("request_line", "MOH/٢٠٢٦/٨٨")
    seat.until(lambda: seat.inputs.sheet is not None and seat.inputs.sheet.lookup.status is not None)
    assert seat.inputs.sheet is not None
    assert seat.inputs.sheet.lookup.status is not None
    assert seat.inputs.sheet.lookup.status.reply == "راجعوا القاعة يوم الأحد"
    seat.picture("14-followed-up")
    seat.press(Key.Key_Escape)
    assert seat.asked == ""


def _open(seat: AgentsSeat) -> list[str] | None:
    shown = seat.inputs.sheet.enquiries if seat.inputs.sheet else None
    return None if shown is None or shown.found is None else [one.state.value for one in shown.found]


def _called(seat: AgentsSeat) -> str | None:
    shown = seat.inputs.sheet.enquiries if seat.inputs.sheet else None
    return shown.phone if shown is not None else None


def _call_chosen_and_returned(seat: AgentsSeat, ticket: str) -> None:
    seat.until(lambda: bool(seat.inputs.workplace and ticket in [one.ticket for one in seat.inputs.workplace.waiting]))
    assert seat.inputs.workplace is not None
    for _ in range([one.ticket for one in seat.inputs.workplace.waiting].index(ticket) + 1):
        seat.press(Key.Key_Down)
    seat.press(Key.Key_Return)
    assert seat.asked == "call_chosen"
    seat.press(Key.Key_4)
    seat.until(lambda: seat.ticket == ticket)
    seat.press(Key.Key_F4)
    seat.said("done_return")


def _leave(seat: AgentsSeat) -> None:
    seat.press(Key.Key_F12)
    assert seat.asked == "sign_out"
    seat.until(lambda: seat.inputs.figures is not None)
    seat.picture("14-your-day")
    seat.press(Key.Key_Return)
    seat.until(lambda: not seat.inputs.signed_in)
    seat.picture("15-signed-out")


def _finish(seat: AgentsSeat, outcome: Qt.Key) -> None:
    """Finish with an outcome and stop the call that would come of it."""
    seat.press(Key.Key_Space)
    assert seat.asked == "outcome"
    seat.press(outcome)
    seat.until(lambda: seat.state is None and seat.asked == "")
    _stop_call(seat)


def _stop_call(seat: AgentsSeat) -> None:
    seat.until(lambda: auto_call_s(seat.inputs) is not None)
    seat.press(Key.Key_Escape)
    seat.until(lambda: seat.inputs.busy is None and auto_call_s(seat.inputs) is None)


def _at_counter(hall: RealHall) -> Any:
    return next(one for one in hall.head.get("/queues")["counters"] if one["counter"] == COUNTER)


def _outcome(seat: AgentsSeat, ticket: str) -> str:
    return str(seat.hall.visit(ticket)["stages"][-1]["outcome"])


def _what_the_hall_knows(hall: RealHall, tickets: list[str]) -> None:
    """The hall's own books say what the keys did."""
    states = [hall.visit(ticket)["state"] for ticket in tickets]
    assert states[:3] == ["finished", "finished", "finished"]
    assert states[8] == "waiting"
    assert hall.head.get(f"/counters/{COUNTER}")["session"] is None
