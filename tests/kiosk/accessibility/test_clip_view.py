from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.accessibility.clip_view import SignClip
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.display_board.helpers.decoders import BREAKS_OFF, GOOD, decoder

PATIENCE_MS = 60_000


@pytest.mark.parametrize("upright", [True, False])
def test_the_clip_is_shown_over_the_window_and_both_ways_on_are_told(
    qtbot: QtBot, language: Language, tmp_path: Path, upright: bool
) -> None:
    theme = Theme(1080, 1920, 21.5) if upright else Theme(1024, 768, 15.0)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(theme.width_px, theme.height_px)
    window.show()
    clip = SignClip(theme, decoder(tmp_path, GOOD), window)
    told: list[str] = []
    clip.taken.connect(lambda: told.append("taken"))
    clip.left.connect(lambda: told.append("left"))
    clip.show_clip("الأراضي", tmp_path / "L.mp4")
    assert clip.geometry() == window.rect()
    qtbot.waitUntil(lambda: not clip.frame.image.isNull() and not clip.playing, timeout=PATIENCE_MS)
    for button in (clip.take, clip.back):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(clip, Qt.Key.Key_Escape)
    assert told == ["taken", "left", "left"]
    QTest.mouseClick(clip.again, Qt.MouseButton.LeftButton)
    assert clip.playing
    buttons = [clip.take, clip.again, clip.back]
    assert min(min(button.width(), button.height()) for button in buttons) >= theme.touch_px
    assert not [1 for at, one in enumerate(buttons) for other in buttons[at + 1 :] if one.geometry() & other.geometry()]
    window.resize(800, 600)
    assert clip.geometry() == window.rect()
    clip.close_clip()
    assert not clip.playing


def test_a_broken_clip_leaves_the_way_to_the_ticket(
    qtbot: QtBot, theme: Theme, language: Language, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    clip = SignClip(theme, decoder(tmp_path, BREAKS_OFF), window)
    clip.show_clip("الأراضي", tmp_path / "L.mp4")
    qtbot.waitUntil(lambda: not clip.playing, timeout=PATIENCE_MS)
    assert clip.take.isVisible()
    assert clip.headline.text == "الأراضي"
