from __future__ import annotations

import pytest

from counter_client.actions import Action
from counter_client.guard import Guard, Verdict

CALLED_AT_ZERO = Guard(done_s=0.0, called_s=0.0)


def test_the_first_call_is_done() -> None:
    assert Guard().judge(Action.CALL_NEXT, now_s=0.0) == (Verdict.DO, CALLED_AT_ZERO)


@pytest.mark.parametrize("action", [Action.CALL_NEXT, Action.BEGIN, Action.FINISH, Action.NO_SHOW])
def test_a_bounce_is_ignored_and_leaves_no_trace(action: Action) -> None:
    assert CALLED_AT_ZERO.judge(action, now_s=0.2) == (Verdict.IGNORE, CALLED_AT_ZERO)


@pytest.mark.parametrize("action", [Action.CALL_NEXT, Action.CALL_CHOSEN])
def test_a_second_call_within_three_seconds_asks(action: Action) -> None:
    verdict, _ = Guard(done_s=1.0, called_s=0.0).judge(action, now_s=2.9)
    assert verdict is Verdict.ASK


def test_what_was_asked_is_done_at_the_next_press() -> None:
    verdict, asked = CALLED_AT_ZERO.judge(Action.CALL_NEXT, now_s=1.0)
    assert verdict is Verdict.ASK
    assert asked.judge(Action.CALL_NEXT, now_s=1.1)[0] is Verdict.IGNORE
    assert asked.judge(Action.CALL_NEXT, now_s=1.6)[0] is Verdict.DO


def test_a_question_nobody_answered_is_forgotten() -> None:
    _, asked = CALLED_AT_ZERO.judge(Action.CALL_NEXT, now_s=2.9)
    called_again = Guard(asked.done_s, called_s=10.0, asked_s=asked.asked_s)
    assert called_again.judge(Action.CALL_NEXT, now_s=11.0)[0] is Verdict.ASK


def test_after_three_seconds_calling_is_free() -> None:
    assert CALLED_AT_ZERO.judge(Action.CALL_NEXT, now_s=3.0)[0] is Verdict.DO


def test_beginning_right_after_a_call_is_no_second_call() -> None:
    assert CALLED_AT_ZERO.judge(Action.BEGIN, now_s=0.5)[0] is Verdict.DO
