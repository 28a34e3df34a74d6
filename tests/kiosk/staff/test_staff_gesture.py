"""The hidden sign opens for five quick touches and for nothing else."""

from __future__ import annotations

import pytest

from kiosk.staff.staff_gesture import KNOCKS, WITHIN_S, knock


def opens(*times_s: float) -> list[bool]:
    before: tuple[float, ...] = ()
    told = []
    for at_s in times_s:
        before, opened = knock(before, at_s)
        told.append(opened)
    return told


def test_five_quick_touches_open_and_begin_the_count_anew() -> None:
    assert opens(*(n * 0.3 for n in range(6))) == [False] * 4 + [True, False]


@pytest.mark.parametrize(
    "times_s",
    [
        [0.0, 0.5, 1.0, 1.5],
        [n * (WITHIN_S / 4 + 0.01) for n in range(12)],
    ],
)
def test_fewer_or_slower_touches_open_nothing(times_s: list[float]) -> None:
    assert not any(opens(*times_s))


def test_a_child_that_taps_on_is_not_counted_over_more_than_the_time() -> None:
    before: tuple[float, ...] = ()
    for at in range(100):
        before, _ = knock(before, at * 1.0)
        assert len(before) < KNOCKS
