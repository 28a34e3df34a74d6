"""Sync waits for the hall's pauses, and not for ever."""

from __future__ import annotations

import pytest

from sync.manners import LOOK_S, MOST_S, Manners


class BusyHall:
    """A hall that pauses after so many seconds of waiting."""

    def __init__(self, pauses_after_s: float) -> None:
        self._pauses_after_s = pauses_after_s
        self.waited_s = 0.0

    def pausing(self) -> bool:
        return self.waited_s >= self._pauses_after_s

    def wait(self, seconds: float) -> None:
        self.waited_s += seconds


@pytest.mark.parametrize(("pauses_after_s", "waited_s"), [(0.0, 0.0), (3 * LOOK_S, 3 * LOOK_S), (60.0, MOST_S)])
def test_it_waits_for_a_pause_but_some_seconds_at_most(pauses_after_s: float, waited_s: float) -> None:
    hall = BusyHall(pauses_after_s - 1e-9)
    Manners(hall.pausing).await_pause(hall.wait, end=lambda: False)
    assert hall.waited_s == pytest.approx(waited_s)


def test_at_the_end_it_waits_no_longer() -> None:
    hall = BusyHall(60.0)
    Manners(hall.pausing).await_pause(hall.wait, end=lambda: hall.waited_s > 2 * LOOK_S)
    assert hall.waited_s < 4 * LOOK_S


def test_where_nobody_asks_for_manners_nothing_waits() -> None:
    hall = BusyHall(60.0)
    Manners().await_pause(hall.wait, end=lambda: False)
    assert hall.waited_s == 0.0
