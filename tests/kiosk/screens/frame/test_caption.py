from __future__ import annotations

from pytestqt.qtbot import QtBot

from kiosk.screens.frame.caption import Caption
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


def test_it_is_there_only_while_something_is_said(qtbot: QtBot, theme: Theme) -> None:
    caption = Caption(theme)
    framed(qtbot, caption, 1000, 100)
    caption.show_text("One of seven")
    assert (caption.isVisible(), caption.words.text) == (True, "One of seven")
    assert caption.grab().toImage().pixelColor(5, 5) == theme.colour("primary_dark")
    caption.show_text("")
    assert not caption.isVisible()
