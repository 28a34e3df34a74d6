from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from counter_client.state.server_clock import ServerClock, seconds_since
from tests.counter_client.helpers.builders import NINE


def test_nothing_heard_is_no_time() -> None:
    assert ServerClock().now(local_s=5.0) is None


def test_time_runs_with_the_local_clock_from_what_was_heard() -> None:
    clock = ServerClock().heard(NINE, local_s=100.0)
    assert clock.now(local_s=103.5) == NINE + timedelta(seconds=3.5)


def test_an_old_instant_does_not_set_the_clock_back() -> None:
    clock = ServerClock().heard(NINE, local_s=100.0).heard(NINE - timedelta(hours=1), local_s=101.0)
    assert clock.now(local_s=101.0) == NINE + timedelta(seconds=1)


def test_an_exact_instant_far_behind_sets_the_clock_back() -> None:
    back = NINE - timedelta(minutes=5)
    clock = ServerClock().heard(NINE, local_s=100.0).heard(back, local_s=101.0, exact=True)
    assert clock.now(local_s=101.0) == back


@given(st.lists(st.tuples(st.floats(0, 30), st.floats(0, 5)), min_size=1))
def test_the_estimate_is_never_ahead_and_at_most_the_shortest_delay_behind(news: list[tuple[float, float]]) -> None:
    clock, local_s = ServerClock(), 0.0
    for pause_s, delay_s in news:
        local_s += pause_s + delay_s
        clock = clock.heard(NINE + timedelta(seconds=local_s - delay_s), local_s=local_s)
    told = clock.now(local_s=local_s)
    assert told is not None
    behind_s = (NINE + timedelta(seconds=local_s) - told).total_seconds()
    shortest_s = min(delay_s for _, delay_s in news)
    assert abs(behind_s - shortest_s) < 0.001


def test_seconds_are_whole_and_never_negative() -> None:
    assert seconds_since(NINE, NINE + timedelta(seconds=61.9)) == 61
    assert seconds_since(NINE, NINE - timedelta(seconds=5)) == 0
    assert seconds_since(None, NINE) == seconds_since(NINE, None) == 0
