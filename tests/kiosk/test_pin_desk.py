"""A PIN is compared off the GUI thread; wrong ones make the pad wait, whoever comes next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from kiosk.pin_desk import PinDesk
from kiosk.staff_pins import StaffPins, write_pins
from qtkit.jobs import JobLane
from tests.helpers.hand_driven import HandDriven


class Pad:
    """A desk on a hand-driven lane and clock, with all it told."""

    def __init__(self, qapp: QCoreApplication, file: Path) -> None:
        self.qapp, self.worker, self.owner, self.now_s = qapp, HandDriven(), QObject(), 50.0
        self.desk = PinDesk(file, JobLane(self.worker, self.owner), lambda: self.now_s, self.owner)
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


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pad") / "pins.json"
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
    assert "set them anew" in caplog.text
