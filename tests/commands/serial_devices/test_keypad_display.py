from __future__ import annotations

import logging

import pytest

from commands.serial_devices.keypad_display import FLASH_S, LogDisplay, SignDisplay
from serial_devices.signs.fake_signs import FakeSigns
from serial_devices.signs.frame import read_template
from serial_devices.signs.line import SignLine
from serial_devices.signs.schedule import SignSchedule, SignTimes

TEMPLATE = read_template("{STX}{addr:02d}{ticket:>4}{ETX}")


class Bench:
    """A sign at address 3 with its display, and a clock moved by hand."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.bus = FakeSigns(TEMPLATE, (3,))
        schedule = SignSchedule(TEMPLATE, {3: 3}, SignTimes(blink_s=1.0, dim_after_s=60.0))
        self.line = SignLine(schedule, lambda _wrong: None, clock=lambda: self.now_s)
        self.display = SignDisplay(self.line, 3, clock=lambda: self.now_s)

    def at(self, now_s: float) -> str:
        self.now_s = now_s
        self.display.tick()
        for frame in self.line.due(now_s):
            self.bus.write(frame)
        return self.bus.shown[3]


def test_a_called_number_blinks_and_stands() -> None:
    bench = Bench()
    bench.display.show("A047", blink=True)
    assert [bench.at(now_s) for now_s in (0.0, 0.6, 1.1)] == ["A047", "", "A047"]


def test_a_number_that_is_begun_stands_without_blinking_anew() -> None:
    bench = Bench()
    bench.display.show("A047", blink=True)
    bench.at(2.0)
    bench.display.show("A047")
    assert [bench.at(now_s) for now_s in (2.0, 2.6)] == ["A047", "A047"]
    bench.display.show("A047", blink=True)
    assert [bench.at(now_s) for now_s in (2.7, 3.2, 3.7)] == ["A047", "", "A047"]


def test_a_code_stands_for_two_seconds_and_gives_the_number_back() -> None:
    bench = Bench()
    bench.display.show("A047")
    bench.at(0.0)
    bench.display.flash("E903")
    assert bench.at(0.1) == "E903"
    bench.display.show("A048")
    assert bench.at(1.0) == "E903"
    assert bench.at(FLASH_S + 0.1) == "A048"


def test_dark_is_dark_and_a_hall_away_too_long_is_dark() -> None:
    bench = Bench()
    bench.display.show("A047")
    bench.at(0.0)
    bench.display.hall_away(True)
    assert (bench.at(59.0), bench.at(61.0)) == ("A047", "")
    bench.display.hall_away(False)
    assert bench.at(62.0) == "A047"
    bench.display.show("")
    assert bench.at(63.0) == ""


def test_without_a_sign_the_log_says_it(caplog: pytest.LogCaptureFixture) -> None:
    display = LogDisplay()
    with caplog.at_level(logging.INFO):
        display.show("A047", blink=True)
        display.show("A047")
        display.flash("E903")
        display.tick()
        display.hall_away(True)
    assert caplog.messages == ["shown: A047", "shown for a moment: E903"]
