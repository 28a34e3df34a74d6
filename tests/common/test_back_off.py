"""Pauses double, never fall, and never pass their limit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from common.back_off import pause_s


@given(st.integers(1, 10**6), st.floats(0.01, 60), st.floats(1, 3600))
def test_each_pause_is_as_long_as_the_one_before_or_twice_and_within_the_limit(
    failures: int, first_s: float, times: float
) -> None:
    longest_s = first_s * times
    this, after = (pause_s(tries, first_s=first_s, longest_s=longest_s) for tries in (failures, failures + 1))
    assert first_s <= this <= after <= min(longest_s, 2 * this)
