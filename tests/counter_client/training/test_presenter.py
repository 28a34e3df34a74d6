from __future__ import annotations

from counter_client.state.actions import Action
from counter_client.state.first_day import STEPS, FirstDay
from counter_client.state.state import Practice
from counter_client.training.presenter import Task, derive_practice
from tests.counter_client.helpers.builders import at_sign_in, at_work

IN = {"practice": Practice("123456")}


def test_outside_a_training_there_is_no_band() -> None:
    assert derive_practice(at_work()) is None


def test_the_pin_is_told_until_somebody_is_signed_in() -> None:
    before, after = derive_practice(at_sign_in(**IN)), derive_practice(at_work(**IN))
    assert before is not None
    assert after is not None
    assert (before.pin, before.step, before.steps, before.leave_key) == ("123456", 1, STEPS, "F1")
    assert after.pin == ""


def test_a_step_tells_what_of_it_is_done() -> None:
    view = derive_practice(at_work(first_days={"said": FirstDay(5, frozenset({Action.RECALL}))}, **IN))
    assert view is not None
    assert view.tasks == (Task(Action.RECALL, True), Task(Action.NO_SHOW, False))
    over = derive_practice(at_work(first_days={"said": FirstDay(STEPS + 1)}, **IN))
    assert over is not None
    assert over.over
    assert over.tasks == ()
