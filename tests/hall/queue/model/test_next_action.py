"""The next step at a counter, for every way in which it can stand."""

from __future__ import annotations

import itertools

import pytest

from contracts.words.hall import NextAction, VisitState
from hall.queue.model import next_action as module
from hall.queue.model.next_action import next_action
from tests.helpers.examples import assert_examples_hold

IN_HAND = (None, VisitState.CALLED, VisitState.SERVING)
OPEN, CLOSED = False, True
TABLE = {
    (None, OPEN): NextAction.CALL_NEXT,
    (None, CLOSED): NextAction.NONE,
    (VisitState.CALLED, OPEN): NextAction.BEGIN,
    (VisitState.CALLED, CLOSED): NextAction.BEGIN,
    (VisitState.SERVING, OPEN): NextAction.FINISH,
    (VisitState.SERVING, CLOSED): NextAction.FINISH,
}


@pytest.mark.parametrize(("visit", "day_closed"), TABLE)
def test_an_agent_at_work_does_what_the_visit_in_hand_and_the_day_leave_to_do(
    visit: VisitState | None, day_closed: bool
) -> None:
    step = next_action(signed_in=True, on_break=False, visit=visit, day_closed=day_closed)
    assert step is TABLE[visit, day_closed]


@pytest.mark.parametrize(("visit", "day_closed"), [*itertools.product(IN_HAND, (OPEN, CLOSED))])
def test_an_agent_on_a_break_comes_back_first(visit: VisitState | None, day_closed: bool) -> None:
    step = next_action(signed_in=True, on_break=True, visit=visit, day_closed=day_closed)
    assert step is NextAction.RESUME_WORK


@pytest.mark.parametrize(("visit", "day_closed"), [*itertools.product(IN_HAND, (OPEN, CLOSED))])
def test_at_a_counter_without_an_agent_somebody_signs_in_first(visit: VisitState | None, day_closed: bool) -> None:
    step = next_action(signed_in=False, on_break=False, visit=visit, day_closed=day_closed)
    assert step is NextAction.SIGN_IN


def test_every_word_is_the_step_of_some_counter() -> None:
    steps = {
        next_action(signed_in=signed_in, on_break=on_break, visit=visit, day_closed=day_closed)
        for signed_in, on_break, visit, day_closed in itertools.product(
            (True, False), (True, False), IN_HAND, (True, False)
        )
    }
    assert steps == set(NextAction)


def test_examples() -> None:
    assert_examples_hold(module)
