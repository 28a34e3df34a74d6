from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printer.transport.serial_pacing import AHEAD_S, Pace


@pytest.mark.parametrize("baud", [9600, 38_400, 115_200, 921_600])
def test_a_second_takes_a_second_and_what_waits_ahead(baud: int) -> None:
    pace, now, sent = Pace(baud), 0.0, 0
    while now < 1.0:
        room = pace.room(now)
        pace.handed(room, now)
        sent += room
        now += max(pace.wait_s(now), 0.0005)
    assert sent == pytest.approx(baud / 10 * (1.0 + AHEAD_S), rel=0.02)


@given(st.lists(st.tuples(st.floats(0.0, 0.3), st.integers(0, 4000)), max_size=30))
def test_never_more_than_that_waits_in_the_kernel(beats: list[tuple[float, int]]) -> None:
    """Whenever the host looks and whatever it has to send."""
    pace, now, queued = Pace(9600), 0.0, 0.0
    for passed, wanted in beats:
        now += passed
        queued = max(0.0, queued - passed * 960)
        size = min(wanted, pace.room(now))
        pace.handed(size, now)
        queued += size
        assert queued <= AHEAD_S * 960 + 1


def test_after_a_rest_there_is_room_at_once_and_not_for_the_time_rested() -> None:
    pace = Pace(9600)
    pace.handed(500, 0.0)
    assert pace.room(0.0) == 0
    assert pace.wait_s(0.0) == pytest.approx(500 / 960 - AHEAD_S + 8 / 960)
    assert pace.room(60.0) == 96
    assert pace.wait_s(60.0) == 0
