"""Wrong PINs cost more time each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff_pins.pin_throttle import FREE_TRIES, LONGEST_WAIT_S, PinGuard


def failed(times: int, now_s: float = 0.0) -> PinGuard:
    guard = PinGuard()
    for _ in range(times):
        guard = guard.failed(now_s)
    return guard


def test_two_are_free_then_it_doubles_up_to_a_quarter_of_an_hour() -> None:
    waits = [failed(times).wait_s(0.0) for times in range(10)]
    assert waits == [0, 0, 0, 30, 60, 120, 240, 480, 900, 900]


def test_the_wait_runs_down_to_nothing() -> None:
    guard = failed(FREE_TRIES + 1, now_s=100.0)
    assert [guard.wait_s(at) for at in (100.0, 129.2, 130.0, 500.0)] == [30, 1, 0, 0]


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=40))
def test_no_sequence_of_failures_shortens_or_outgrows_the_wait(gaps: list[float]) -> None:
    guard, now_s = PinGuard(), 0.0
    for gap in gaps:
        now_s += gap
        guard = guard.failed(now_s)
        assert 0 <= guard.wait_s(now_s) <= LONGEST_WAIT_S
    assert guard.failures == len(gaps)
