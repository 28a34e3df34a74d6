from __future__ import annotations

from contracts.words.hall import NextAction, VisitState
from counter_client.state.actions import NEXT, Action, offered


def test_every_step_that_the_hall_names_is_an_action() -> None:
    assert set(NEXT) == set(NextAction) - {NextAction.NONE}


def test_nobody_can_be_called_while_a_visit_is_open() -> None:
    calls = {Action.CALL_CHOSEN, Action.RESUME, Action.WALK_UP}
    assert not calls & {*offered(VisitState.CALLED, on_break=False), *offered(VisitState.SERVING, on_break=False)}


def test_a_visit_in_service_cannot_be_a_no_show() -> None:
    assert Action.NO_SHOW not in offered(VisitState.SERVING, on_break=False)
    assert Action.NO_SHOW in offered(VisitState.CALLED, on_break=False)
