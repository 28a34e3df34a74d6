from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qtkit.back_off import LONGEST_MS, back_off_ms


@given(st.integers(0, 10_000), st.floats(0.5, 1.0))
def test_the_pause_grows_to_five_seconds_and_never_beyond(tries: int, spread: float) -> None:
    pause = back_off_ms(tries, spread=spread)
    assert 125 <= pause <= LONGEST_MS == 5000
    assert back_off_ms(tries + 1, spread=spread) >= pause
