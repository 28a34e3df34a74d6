"""A PIN is compared off the GUI thread; wrong ones make the pad wait, for the next person too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from kiosk.staff_pins.pin_check import PinDesk
from kiosk.staff_pins.pins import StaffPins, write_pins
from qtkit.program.jobs import JobLane
from tests.helpers.hand_driven import HandDriven


class Pad:
    """A desk on a hand-driven lane and clock, with all it told."""

    def __init__(self, qapp: QCoreApplication, file: Path, *, now_s: float = 50.0, epoch_s: float = 9000.0) -> None:
        self.qapp, self.worker, self.owner, self.now_s, self.epoch_s = qapp, HandDriven(), QObject(), now_s, epoch_s
        lane = JobLane(self.worker, self.owner)
        self.desk = PinDesk(file, lane, lambda: self.now_s, self.owner, epoch_s=lambda: self.epoch_s)
        self.told: list[object] = []
        self.desk.right.connect(self.told.append)
        self.desk.wrong.connect(self.told.append)

    def settle(self) -> None:
        while self.worker.waiting:
            self.worker.run_all()
            self.qapp.processEvents()

    def check(self, digits: str) -> None:
        self.desk.check(digits)
        self.settle()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "pins.json"
    write_pins(made, StaffPins({}).with_pin("Salim", "4719"))
    return made


@pytest.fixture
def pad(qapp: QCoreApplication, file: Path) -> Pad:
    made = Pad(qapp, file)
    made.desk.open()
    made.settle()
    return made


def test_nothing_is_compared_on_the_gui_thread(pad: Pad) -> None:
    pad.desk.check("4719")
    assert pad.told == []
    pad.settle()
    assert pad.told == ["Salim"]


@pytest.mark.allow_logs
def test_the_third_wrong_one_makes_the_pad_wait_and_a_short_one_counts_too(pad: Pad) -> None:
    for digits in ("4710", "47", "4711"):
        pad.check(digits)
    assert pad.told == [False, False, True]
    assert pad.desk.wait_s() == 30
    pad.check("4719")
    assert len(pad.told) == 3, "the right one is not even looked at"
    pad.now_s += 30
    pad.check("4719")
    assert (pad.told[-1], pad.desk.failures) == ("Salim", 0)


def test_without_pins_nothing_opens(qapp: QCoreApplication, tmp_path: Path) -> None:
    pad = Pad(qapp, tmp_path / "none.json")
    pad.desk.open()
    pad.settle()
    assert not pad.desk.has_pins
    pad.check("0000")
    assert pad.told == []


@pytest.mark.allow_logs
def test_a_file_that_is_damaged_between_reading_and_typing_opens_nothing(
    pad: Pad, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    damaged = tmp_path / "pins.json"
    damaged.write_text("{", encoding="utf-8")
    pad.desk._file = damaged
    pad.check("4719")
    assert pad.told == [False]
    assert "set them again" in caplog.text


@pytest.mark.allow_logs
def test_a_restart_does_not_shorten_the_wait_and_the_time_without_power_counts(
    qapp: QCoreApplication, pad: Pad, file: Path
) -> None:
    for digits in ("4710", "4711", "4712"):
        pad.check(digits)
    again = Pad(qapp, file, now_s=3.0, epoch_s=pad.epoch_s + 12)
    assert (again.desk.failures, again.desk.wait_s()) == (3, 18)
    again.check("4719")
    assert again.told == []
    again.now_s += 18
    again.check("4719")
    assert again.told == ["Salim"]
    assert Pad(qapp, file).desk.failures == 0, "a right one is remembered too"


def test_a_try_counts_before_it_is_compared(qapp: QCoreApplication, pad: Pad, file: Path) -> None:
    pad.desk._file = file.parent  # what is read next stands for the moment in which the plug is pulled
    pad.desk.check("4710")
    pad.worker.run_all()
    assert Pad(qapp, file).desk.failures == 1
