from __future__ import annotations

import pytest

from contracts.hall_words import VisitState
from counter_client.actions import Action, offered

NEXT = {None: Action.CALL_NEXT, VisitState.CALLED: Action.BEGIN, VisitState.SERVING: Action.FINISH}


@pytest.mark.parametrize("state", NEXT)
def test_the_next_thing_to_do_comes_first(state: VisitState | None) -> None:
    assert offered(state, on_break=False)[0] is NEXT[state]


def test_on_a_break_the_next_thing_is_to_resume_work() -> None:
    assert offered(None, on_break=True)[0] is Action.RESUME_WORK


def test_nobody_can_be_called_while_a_visit_is_open() -> None:
    calls = {Action.CALL_NEXT, Action.CALL_CHOSEN, Action.RESUME, Action.WALK_UP}
    assert not calls & {*offered(VisitState.CALLED, on_break=False), *offered(VisitState.SERVING, on_break=False)}


def test_a_visit_in_service_cannot_be_a_no_show() -> None:
    assert Action.NO_SHOW not in offered(VisitState.SERVING, on_break=False)
    assert Action.NO_SHOW in offered(VisitState.CALLED, on_break=False)
