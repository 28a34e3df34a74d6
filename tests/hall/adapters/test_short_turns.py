from __future__ import annotations

import sys

import pytest

from hall.adapters.short_turns import TURN_S, ShortTurns


def test_turns_are_short_until_the_last_has_done() -> None:
    usual_s, turns = sys.getswitchinterval(), ShortTurns()
    with turns.taken():
        with turns.taken():
            assert sys.getswitchinterval() == pytest.approx(TURN_S)
        assert sys.getswitchinterval() == pytest.approx(TURN_S)
    assert sys.getswitchinterval() == pytest.approx(usual_s)


def test_what_fails_leaves_the_usual_turns() -> None:
    usual_s = sys.getswitchinterval()
    with pytest.raises(ZeroDivisionError), ShortTurns().taken():
        _ = 1 / 0
    assert sys.getswitchinterval() == pytest.approx(usual_s)
