from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contracts.queue.answers import WaitRange
from kiosk.visitor.wait_minutes import minutes_told


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_what_is_told_holds_the_whole_range(low_s: int, more_s: int) -> None:
    low, high = minutes_told(WaitRange(low_s, low_s, low_s + more_s))
    assert low * 60 <= low_s
    assert high * 60 >= low_s + more_s
    assert 0 <= low <= high
    assert high >= 1


@given(st.integers(0, 20_000), st.integers(601, 20_000))
def test_long_waits_are_told_in_steps_of_five_minutes(low_s: int, more_s: int) -> None:
    low, high = minutes_told(WaitRange(low_s, low_s, low_s + more_s))
    assert (low % 5, high % 5) == (0, 0)
