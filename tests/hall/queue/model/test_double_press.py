"""A press that follows the last step too soon is the second half of a double press."""

from __future__ import annotations

import pytest

from contracts.words.hall import VisitState
from hall.kernel.moment import Moment
from hall.queue.model.double_press import AFTER_VISIT_S, WITH_VISIT_S, is_double_press
from hall.queue.model.stage import Stage
from tests.helpers.example_hall import LANDS, NINE


def moment(after_s: float) -> Moment:
    return Moment(NINE, round(after_s * 1e9), "boot")


def stage(state: VisitState, **moments: Moment) -> Stage:
    return Stage(LANDS, issued=moment(0), rank_from=moment(0), state=state, **moments)


CALLED = stage(VisitState.CALLED, called=moment(100))
SERVING = stage(VisitState.SERVING, called=moment(90), begun=moment(95), serving_since=moment(100))
CALLED_AGAIN = stage(VisitState.CALLED, called=moment(100), begun=moment(50), serving_since=moment(50))


@pytest.mark.parametrize("in_hand", [CALLED, SERVING, CALLED_AGAIN])
def test_with_a_visit_in_hand_its_last_step_counts(in_hand: Stage) -> None:
    assert is_double_press(in_hand, None, moment(100))
    assert is_double_press(in_hand, None, moment(99.99 + WITH_VISIT_S))
    assert not is_double_press(in_hand, None, moment(100 + WITH_VISIT_S))


def test_a_free_counter_may_call_on_sooner() -> None:
    assert is_double_press(None, moment(100), moment(99.99 + AFTER_VISIT_S))
    assert not is_double_press(None, moment(100), moment(100 + AFTER_VISIT_S))
    assert AFTER_VISIT_S < 0.3 < WITH_VISIT_S


def test_the_first_step_of_a_session_is_never_a_double_press() -> None:
    assert not is_double_press(None, None, moment(100))
