"""A device's line runs while it is wanted, and what is wrong with it is logged by the device's name."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Signal
from pytestqt.qtbot import QtBot

from qtkit.input.device_line import DeviceLine
from tests.serial_devices.line.test_owner import MemoryLine, Recorder


class Bell(DeviceLine):
    """A device that says one thing."""

    rung = Signal(str)


def test_it_talks_from_start_to_stop(qtbot: QtBot) -> None:
    line, talk = MemoryLine(said=[b"x"]), Recorder()
    bell = Bell("bell")
    bell.own(line, talk)
    assert line.opened == 0
    bell.start()
    assert talk.something.wait(60)
    bell.stop()
    assert (line.sent, line.closed) == ([b"bye"], 1)


def test_a_device_that_owns_no_line_yet_has_nothing_to_start(qtbot: QtBot) -> None:
    bell = Bell("bell")
    bell.start()
    bell.stop()


@pytest.mark.allow_logs
def test_what_is_wrong_is_told_by_the_devices_name(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    bell = Bell("bell serial:///dev/ttyUSB0")
    with caplog.at_level(logging.INFO):
        bell.wrong.emit("it is not there")
        bell.wrong.emit("")
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("ERROR", "bell serial:///dev/ttyUSB0: it is not there"),
        ("INFO", "bell serial:///dev/ttyUSB0: in order"),
    ]
