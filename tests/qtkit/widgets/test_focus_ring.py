from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.focus_ring import AIR_PX, INNER_PX, OUTER_PX, FocusRing


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    """A shown window with two buttons and the ring over it."""
    made = QWidget()
    made.resize(900, 400)
    for at, name in enumerate(("one", "two")):
        button = ActionButton(theme, name, parent=made)
        button.setGeometry(60 + at * 400, 100, 300, 120)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def ring_of(window: QWidget, theme: Theme) -> FocusRing:
    ring = FocusRing(window, lambda: theme)
    ring.watch()
    return ring


def test_the_ring_lies_outside_the_button_after_a_key_and_goes_with_a_touch(
    qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    ring = ring_of(window, theme)
    button = window.findChild(ActionButton, "one")
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    assert ring.isHidden(), "nobody has pressed a key"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    qtbot.waitUntil(ring.isVisible)
    margin = theme.px(AIR_PX + INNER_PX + OUTER_PX)
    assert ring.geometry() == button.geometry().adjusted(-margin, -margin, margin, margin)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(ring.isHidden)


def test_the_ring_is_dark_outside_and_light_inside_and_leaves_air(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    ring = ring_of(window, theme)
    button = window.findChild(ActionButton, "two")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    qtbot.waitUntil(ring.isVisible)
    image = window.grab().toImage()
    middle, edge = button.geometry().center().y(), button.geometry().left()
    outer, inner, air = theme.px(OUTER_PX), theme.px(INNER_PX), theme.px(AIR_PX)
    assert image.pixelColor(edge - air - inner - outer // 2 - 1, middle) == theme.colour("focus")
    assert image.pixelColor(edge - air - inner // 2 - 1, middle) == theme.colour("focus_gap")


def test_the_ring_follows_the_focus_and_goes_with_the_button(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    ring = ring_of(window, theme)
    one, two = (window.findChild(ActionButton, name) for name in ("one", "two"))
    one.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    qtbot.waitUntil(ring.isVisible)
    two.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.geometry().center() == two.geometry().center())
    two.move(480, 200)
    ring.look()
    qtbot.waitUntil(lambda: ring.geometry().center() == two.geometry().center())
    window.setFocus()
    qtbot.waitUntil(ring.isHidden)
