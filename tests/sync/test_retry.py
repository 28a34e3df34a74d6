"""When to try again: jittered, capped, never sooner than the centre asked."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.retry import BASE_S, CAP_S, delay_s


@given(st.integers(1, 10**6), st.integers())
def test_a_delay_lies_between_nothing_and_its_ceiling(failures: int, seed: int) -> None:
    assert 0 <= delay_s(failures, random.Random(seed)) <= min(CAP_S, BASE_S * 2.0 ** min(failures - 1, 20))


def test_halls_that_failed_together_do_not_come_back_together() -> None:
    delays = sorted(delay_s(9, random.Random(hall)) for hall in range(200))
    # To the last ten seconds and the longest pause itself, where all of them would stand together.
    busiest = max(sum(1 for delay in delays if begin <= delay < begin + 10) for begin in range(0, 301, 10))
    assert busiest < 25


@pytest.mark.parametrize(("asked_s", "least_s"), [(30.0, 30.0), (-5.0, 0.0), (10**9, 3600.0)])
def test_what_the_centre_asks_for_is_kept_up_to_an_hour(asked_s: float, least_s: float) -> None:
    delay = delay_s(1, random.Random(1), asked_s=asked_s)
    assert least_s <= delay <= least_s + BASE_S
