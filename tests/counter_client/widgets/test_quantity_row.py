from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_client.state.intents import ChangeQuantity
from counter_client.widgets.button import Button
from counter_client.widgets.quantity_row import QuantityRow
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words


def test_fewer_and_more_are_wished_and_there_is_never_less_than_one(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    row = QuantityRow(theme, english, holder)
    row.resize(500, 60)
    row.show_quantity(1, busy=False)
    wishes: list[object] = []
    row.wished.connect(wishes.append)
    fewer, more = row.findChild(Button, "fewer"), row.findChild(Button, "more")
    assert fewer is not None
    assert more is not None
    assert (fewer.isEnabled(), more.isEnabled()) == (False, True)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    row.show_quantity(12, busy=False)
    qtbot.mouseClick(fewer, Qt.MouseButton.LeftButton)
    assert wishes == [ChangeQuantity(1), ChangeQuantity(-1)]
    words = row.findChild(Words)
    assert words is not None
    assert words.text == "Transactions done: 12"
    row.show_quantity(None, busy=False)
    assert not row.isVisible()
