from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qtkit.program.options import ShellOptions
from qtkit.program.shell import Shell, whole_on
from tests.helpers.fake_hall import running_hall


def test_the_picture_is_written_after_the_first_snapshot(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(qapp, "exit", ended.append, raising=False)
    picture = tmp_path / "pictures" / "label.png"
    with running_hall() as hall:
        options = ShellOptions((hall.url,), hall.token, "ar", 21.5, (320, 200), picture, 0)
        shell = Shell("kiosk", options, app=qapp)
        label = QLabel("042")
        qtbot.addWidget(label)
        shell.show(label)
        assert not picture.exists()
        shell.link.start()
        qtbot.waitUntil(lambda: bool(ended))
        shell.link.stop()
    shell.withdraw()
    assert ended == [0]
    assert QImage(str(picture)).size().toTuple() == (320, 200)
    QLocale.setDefault(QLocale.c())


def test_ctrl_c_ends_a_running_program_without_a_traceback(qapp: QApplication) -> None:
    shell = Shell("kiosk", ShellOptions(("http://127.0.0.1:9",), "", "ar", 21.5, (320, 200), None, 0), app=qapp)
    before = signal.getsignal(signal.SIGINT)
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))
    try:
        assert shell.run() == 0
    finally:
        shell.withdraw()
    assert signal.getsignal(signal.SIGINT) == before


@pytest.mark.parametrize(
    ("asked", "placed"),
    [
        (QRect(810, 0, 500, 350), QPoint(810, 0)),
        (QRect(810, 380, 1100, 720), QPoint(500, 180)),
        (QRect(-50, 2000, 400, 300), QPoint(0, 600)),
        (QRect(10, 10, 3000, 2000), QPoint(0, 0)),
    ],
)
def test_a_window_lies_whole_on_the_screen_as_near_as_can_be_to_the_asked_place(asked: QRect, placed: QPoint) -> None:
    assert whole_on(QRect(0, 0, 1600, 900), asked) == placed
    second = QRect(1600, 40, 1600, 900)
    assert whole_on(second, asked.translated(second.topLeft())) == placed + second.topLeft()


@pytest.mark.process
@pytest.mark.allow_logs
def test_a_screen_that_is_not_there_is_said_and_the_first_one_used(
    qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    shell = Shell("board", ShellOptions(("http://127.0.0.1:9",), "t", screen=7), app=qapp)
    assert shell.screen is qapp.primaryScreen()
    assert "there is no screen 7 here, only 1" in caplog.text
    shell.withdraw()


def test_a_program_covers_the_screen_it_was_given(qtbot: QtBot, qapp: QApplication) -> None:
    shell = Shell("board", ShellOptions(("http://127.0.0.1:9",), "t"), app=qapp)
    window = QLabel("x")
    qtbot.addWidget(window)
    shell.show(window)
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    assert window.geometry() == qapp.primaryScreen().geometry()
    shell.withdraw()


@pytest.mark.process
def test_a_program_looks_the_same_whatever_style_the_desktop_has() -> None:
    script = (
        "from qtkit.program.shell import application\n"
        "app = application('kiosk')\n"
        "print(app.style().objectName(), app.applicationName(), app.arguments())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        env={**os.environ, "QT_STYLE_OVERRIDE": "windows", "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout.strip() == "fusion kiosk ['kiosk']"


@pytest.mark.process
def test_what_speaks_to_the_hall_is_made_when_it_is_asked_for(qapp: QApplication) -> None:
    shell = Shell("kiosk", ShellOptions(("http://127.0.0.1:9",), "t"), app=qapp)
    assert {"network", "link", "calls"}.isdisjoint(shell.__dict__)
    calls = shell.calls
    assert shell.calls is calls
    assert "link" not in shell.__dict__
    shell.withdraw()
