from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qtkit.program.window_picture import WindowPicture


class Hall(QObject):
    """Answers when a test says so."""

    answered = Signal(object)


@pytest.fixture
def ended(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    codes: list[int] = []
    monkeypatch.setattr(qapp, "exit", codes.append, raising=False)
    return codes


@pytest.fixture
def label(qtbot: QtBot) -> QLabel:
    shown = QLabel("042")
    shown.setFixedSize(320, 200)
    qtbot.addWidget(shown)
    return shown


def test_the_picture_is_taken_once_the_hall_has_answered(
    qtbot: QtBot, qapp: QApplication, label: QLabel, ended: list[int], tmp_path: Path
) -> None:
    hall, file = Hall(), tmp_path / "new" / "label.png"
    WindowPicture(qapp, label, file, settle_ms=0).take_after(hall.answered)
    assert not file.exists()
    hall.answered.emit({})
    qtbot.waitUntil(lambda: bool(ended))
    assert (ended, QImage(str(file)).size().toTuple()) == ([0], (320, 200))


def test_without_the_hall_it_is_taken_all_the_same_with_a_warning(
    qtbot: QtBot,
    qapp: QApplication,
    label: QLabel,
    ended: list[int],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    hall = Hall()
    WindowPicture(qapp, label, tmp_path / "label.png", settle_ms=0).take_after(hall.answered, patience_ms=10)
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [0]
    assert "has not answered" in caplog.text
    caplog.clear()


def test_a_picture_that_cannot_be_written_ends_the_program_with_one(
    qtbot: QtBot, qapp: QApplication, label: QLabel, ended: list[int], tmp_path: Path
) -> None:
    hall, folder = Hall(), tmp_path / "label.png"
    folder.mkdir()
    WindowPicture(qapp, label, folder, settle_ms=0).take_after(hall.answered)
    hall.answered.emit({})
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [1]
