from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_client.state.intents import CloseSheet
from counter_client.state.state import Notice, Tone
from counter_client.widgets.button import Button
from counter_client.widgets.notice_strip import NoticeStrip
from counter_client.widgets.sheet_frame import SheetFrame
from qtkit.language.language import Language
from qtkit.look.theme import Theme


def shown(qtbot: QtBot, theme: Theme, language: Language) -> tuple[QWidget, SheetFrame]:
    behind = QWidget()
    behind.resize(900, 600)
    qtbot.addWidget(behind)
    frame = SheetFrame(theme, language, "sheet", 400, behind)
    behind.show()
    return behind, frame


def test_it_covers_what_is_behind_and_takes_its_clicks(qtbot: QtBot, theme: Theme, english: Language) -> None:
    behind, frame = shown(qtbot, theme, english)
    assert not frame.isVisible()
    frame.show_frame("Why?", "", None)
    assert frame.geometry() == behind.rect()
    assert behind.childAt(QPoint(5, 5)) is frame
    qtbot.mouseClick(frame, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert frame.isVisible()


def test_the_way_back_shows_its_key(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, frame = shown(qtbot, theme, english)
    frame.show_frame("Why?", "", None)
    wishes: list[object] = []
    frame.wished.connect(wishes.append)
    back = frame.findChild(Button, "sheet_back")
    assert back is not None
    assert (back.text(), back.key) == ("Back", "Esc")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert wishes == [CloseSheet()]


def test_a_notice_takes_room_only_while_there_is_one(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, frame = shown(qtbot, theme, english)
    strip = frame.findChild(NoticeStrip, "sheet_notice")
    assert strip is not None
    frame.show_frame("Why?", "A047", Notice(Tone.WARNING, "no_answer"))
    assert strip.isVisible()
    frame.show_frame("Why?", "A047", None)
    assert not strip.isVisible()
