from __future__ import annotations

from datetime import timedelta

from counter_client.state.state import Inputs
from tests.counter_client.helpers.builders import NINE, ON_BREAK, at_work, workplace


def test_now_is_the_halls_instant() -> None:
    assert at_work(now_s=30.0).now == NINE + timedelta(seconds=30)
    assert Inputs(counter=3, language="ar").now is None


def test_a_break_is_the_sessions() -> None:
    assert not at_work().on_break
    assert at_work(workplace=workplace(session=ON_BREAK)).on_break
    assert not at_work(workplace=workplace(session=None)).on_break
