from __future__ import annotations

import pytest

from printer.emulator.line_speed import Line


def test_a_line_that_takes_no_time_lets_all_through() -> None:
    assert Line(None).room(0.0, 7000) == 7000


@pytest.mark.parametrize(("baud", "bytes_a_second"), [(9600, 960), (38_400, 3840), (115_200, 11_520)])
def test_ten_bits_make_a_byte(baud: int, bytes_a_second: int) -> None:
    line = Line(baud)
    line.room(0.0, 100_000)
    carried = 0
    for beat in range(1, 251):
        room = line.room(beat * 0.004, 100_000 - carried)
        line.carried(room)
        carried += room
    assert carried == pytest.approx(bytes_a_second, abs=1)


def test_an_idle_second_is_not_made_up_for() -> None:
    line = Line(9600)
    assert line.room(10.0, 0) == 0
    assert line.room(11.0, 5000) == 960


def test_what_has_come_over_and_was_not_taken_still_waits() -> None:
    line = Line(9600)
    assert line.room(1.0, 50) == 50
    line.carried(20)
    assert line.room(1.0, 30) == 30
