from __future__ import annotations

from counter_client.state.actions import Action
from counter_client.state.first_day import LESSONS, STEPS, FirstDay


def test_each_of_six_steps_waits_until_it_was_done() -> None:
    day = FirstDay()
    assert STEPS == 6
    for step, actions in enumerate(LESSONS, 1):
        assert (day.step, day.left) == (step, actions)
        assert day.did(Action.PARK) == day
        for action in reversed(actions):
            day = day.did(action)
    assert day.over
    assert day.left == ()
    assert day.did(Action.SIGN_IN) == day


def test_a_step_of_several_things_is_over_with_the_last_of_them_in_any_order() -> None:
    day = FirstDay(5).did(Action.NO_SHOW)
    assert (day.step, day.left) == (5, (Action.RECALL,))
    assert day.did(Action.NO_SHOW) == day
    assert day.did(Action.RECALL).step == 6


def test_a_step_is_skipped_or_done_again_from_its_beginning_and_never_beyond_the_ends() -> None:
    assert FirstDay(5, frozenset({Action.RECALL})).moved(-1).moved(1) == FirstDay(5)
    assert FirstDay().moved(-1) == FirstDay(1)
    assert FirstDay(6).moved(1).moved(1).step == STEPS + 1
