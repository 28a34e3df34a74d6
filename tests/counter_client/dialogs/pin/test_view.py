from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counter_client.dialogs.pin.presenter import derive_pin
from counter_client.dialogs.pin.view import PinDialog
from counter_client.state.pin_sheet import PinLine, PinSheet, SendPin, WritePin
from counter_client.widgets.button import Button
from counter_client.widgets.note_field import NoteField
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.helpers.builders import at_work


def test_three_lines_of_dots_are_typed_and_sent_and_emptied_when_the_sheet_is_left(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    behind = QWidget()
    behind.resize(1366, 768)
    qtbot.addWidget(behind)
    dialog = PinDialog(theme, english, behind)
    behind.show()
    dialog.show_view(derive_pin(at_work(sheet=PinSheet(old="471829"), language="en")))
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)
    lines = [dialog.findChild(NoteField, f"{line.value}_pin_line") for line in PinLine]
    send = dialog.findChild(Button, "send_pin")
    assert send is not None
    for line in lines:
        assert line is not None
        assert line.echoMode() is QLineEdit.EchoMode.Password
    assert lines[0] is not None
    assert lines[1] is not None
    assert lines[0].text() == "471829"
    qtbot.keyClicks(lines[1], "7")
    qtbot.keyClick(lines[1], Qt.Key.Key_Return)
    qtbot.mouseClick(send, Qt.MouseButton.LeftButton)
    assert wishes == [WritePin(PinLine.NEW, "7"), SendPin(), SendPin()]
    dialog.show_view(None)
    assert [line.text() for line in lines if line is not None] == ["", "", ""]
