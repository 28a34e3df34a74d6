from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from contracts.words.complaints import Nature
from counter_client.dialogs.complaint.presenter import ComplaintTakenView
from counter_client.dialogs.complaint.view import ComplaintTakenDialog
from counter_client.state.intents import CloseSheet
from counter_client.widgets.button import Button
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from tests.helpers.replacing import replace

VIEW = ComplaintTakenView(Nature.COMPLAINT, "MUSCAT-1-C26-004278", "A047", "منح الأراضي")


def test_the_number_is_shown_large_and_one_key_goes_on(qtbot: QtBot, theme: Theme, english: Language) -> None:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    dialog = ComplaintTakenDialog(theme, english, behind)
    behind.show()
    dialog.show_view(None)
    assert not dialog.isVisible()
    dialog.show_view(VIEW)
    number = dialog.findChild(Words, "complaint_number")
    assert number is not None
    assert number.text == "\u2066MUSCAT-1-C26-004278\u2069"
    told = dialog.findChild(Words, "complaint_next")
    assert told is not None
    assert told.text.startswith("Write the number down for the visitor")
    dialog.show_view(replace(VIEW, printed=True))
    assert told.text.startswith("Give the visitor the paper with the number")
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    go_on = dialog.findChild(Button, "complaint_go_on")
    assert go_on is not None
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert wishes == [CloseSheet()]
