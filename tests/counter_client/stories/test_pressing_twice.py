"""An agent who presses twice or fast: no step is done twice, and the screen waits only for a slow hall."""

from __future__ import annotations

from PySide6.QtCore import Qt

from contracts.words.hall import VisitState
from counter_client.state.actions import Action
from tests.counter_client.conftest import Seat, call_first_of_three, issue_three, waiting

Key = Qt.Key


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
