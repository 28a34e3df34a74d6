from __future__ import annotations

from serial_devices.errors import LineError, LineFault
from serial_devices.signs.faces import NOTHING, fold
from serial_devices.signs.fake_signs import FakeSigns
from serial_devices.signs.frame import read_template
from serial_devices.signs.line import SignLine
from serial_devices.signs.schedule import SignSchedule, SignTimes
from tests.serial_devices.signs.builders import called

TEMPLATE = read_template("{STX}{addr:02d}{num:>3}{ETX}")


class Bench:
    """One sign on one line whose clock stands still, and what the line told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.bus = FakeSigns(TEMPLATE, (1,))
        schedule = SignSchedule(TEMPLATE, {1: 1}, SignTimes(dim_after_s=60.0))
        self.line = SignLine(schedule, self.told.append, clock=lambda: 0.0)

    def send(self, now_s: float = 0.0) -> str:
        for frame in self.line.due(now_s):
            self.bus.write(frame)
        return self.bus.shown[1]


def test_a_call_reaches_the_sign() -> None:
    bench = Bench()
    bench.line.show(fold(NOTHING, called(1, "A047", 1)))
    assert bench.send() == "047"
    bench.line.heard(b"\x06", 0.1)
    assert bench.told == []


def test_a_line_that_comes_back_is_told_all_again() -> None:
    bench = Bench()
    bench.line.show(fold(NOTHING, called(1, "A047", 1)), blink=False)
    bench.send()
    bench.line.failed(LineError(LineFault.UNPLUGGED, "went away"))
    bench.bus.lose_power(1)
    bench.line.opened(1.0)
    assert bench.send(1.0) == "047"
    assert bench.told == ["went away", ""]


def test_a_hall_that_is_away_too_long_leaves_the_sign_dark_until_it_is_back() -> None:
    bench = Bench()
    bench.line.show(fold(NOTHING, called(1, "A047", 1)), blink=False)
    bench.line.hall_away()
    assert (bench.send(59.0), bench.send(60.0)) == ("047", "")
    bench.line.hall_back()
    assert bench.send(61.0) == "047"


def test_a_number_that_the_sign_cannot_show_is_told_once_and_when_it_is_over() -> None:
    bench = Bench()
    long = fold(NOTHING, called(1, "A1234", 1))
    bench.line.show(long, blink=False)
    bench.send()
    bench.send(5.0)
    bench.line.show(fold(long, called(2, "A001", 1)), blink=False)
    bench.send(6.0)
    assert bench.told == ["counter 1: 1234 has 4 characters, the sign shows 3", ""]


def test_the_farewell_is_a_dark_sign() -> None:
    bench = Bench()
    bench.line.show(fold(NOTHING, called(1, "A047", 1)))
    bench.send()
    for frame in bench.line.farewell():
        bench.bus.write(frame)
    assert bench.bus.shown[1] == ""
