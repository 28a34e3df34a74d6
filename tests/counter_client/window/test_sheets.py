from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_client.state.state import Sheet, SheetKind
from counter_client.state.transfer_sheet import TransferSheet
from counter_client.window.presenter import derive_window
from counter_client.window.sheets import Sheets
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.helpers.builders import at_sign_in, at_work, serving


def made(qtbot: QtBot, theme: Theme, language: Language) -> tuple[Sheets, QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    body = QWidget(window)
    body.setGeometry(0, 60, 1280, 740)
    window.show()
    return Sheets(theme, language, over_body=body, over_all=window), window


def test_the_open_sheet_is_shown_alone(qtbot: QtBot, theme: Theme, english: Language) -> None:
    sheets, _ = made(qtbot, theme, english)
    sheets.show_view(derive_window(at_work(serving(), sheet=Sheet(SheetKind.OUTCOME))))
    assert [part.isVisible() for part in sheets.parts] == [True] + [False] * 11
    sheets.show_view(derive_window(at_work(serving(), sheet=TransferSheet())))
    assert [part.isVisible() for part in sheets.parts] == [False, True] + [False] * 10


def test_no_sheet_lies_over_the_sign_in(qtbot: QtBot, theme: Theme, english: Language) -> None:
    sheets, _ = made(qtbot, theme, english)
    sheets.show_view(derive_window(at_sign_in()))
    assert not any(part.isVisible() for part in sheets.parts)


def test_a_question_covers_the_body_and_a_larger_sheet_all(qtbot: QtBot, theme: Theme, english: Language) -> None:
    sheets, window = made(qtbot, theme, english)
    question, *larger = sheets.parts
    assert question.geometry() == QRect(0, 0, 1280, 740)
    assert {part.geometry().getRect() for part in larger} == {window.rect().getRect()}
    sheets.cover(QRect(0, 0, 1900, 1000))
    assert {part.width() for part in larger} == {1900}
