from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.demo.paper_roll import PaperRoll
from qtkit.look.theme import Theme


def a_sheet() -> QImage:
    """A ticket whose upper half is red and lower half blue."""
    sheet = QImage(576, 900, QImage.Format.Format_RGB32)
    sheet.fill(QColor("red"))
    for y in range(450, 900):
        for x in range(576):
            sheet.setPixelColor(x, y, QColor("blue"))
    return sheet


def test_the_head_of_the_ticket_comes_out_first_and_then_the_rest(qtbot: QtBot, theme: Theme) -> None:
    roll = PaperRoll(theme, "paper")
    qtbot.addWidget(roll)
    roll.resize(420, 1080)
    roll.show_sheet(a_sheet())
    roll._slide.pause()
    seen = []
    for share in (0.0, 0.4, 1.0):
        roll._moved(share)
        image = roll.grab().toImage()
        column = [image.pixelColor(210, y).name() for y in range(1080)]
        seen.append((column.count("#ff0000") > 50, column.count("#0000ff") > 50))
    assert seen == [(False, False), (True, False), (True, True)]


def test_it_lies_beside_the_kiosk_and_stays_on_the_screen(qtbot: QtBot, theme: Theme) -> None:
    roll = PaperRoll(theme, "paper")
    qtbot.addWidget(roll)
    screen = roll.screen().availableGeometry()
    roll.lie_beside(QRect(screen.left(), screen.top(), 200, 600))
    assert roll.geometry().left() > 200
    assert roll.height() == 600
    roll.lie_beside(screen)
    assert screen.right() - roll.geometry().right() <= 1


@pytest.mark.qt_log_ignore("This plugin does not support")  # a popup wants to be raised and to hold the keyboard
def test_whoever_touches_the_printer_chooses_what_happens_to_it_and_its_paper_is_only_looked_at(
    qtbot: QtBot, theme: Theme
) -> None:
    roll = PaperRoll(theme, "paper")
    qtbot.addWidget(roll)
    roll.resize(420, 1080)
    wanted: list[str] = []
    roll.fault_wanted.connect(wanted.append)
    menu = roll._faults
    QTest.mouseClick(roll, Qt.MouseButton.LeftButton, pos=QPoint(200, 300))
    assert not menu.isVisible()
    QTest.mouseClick(roll, Qt.MouseButton.LeftButton, pos=QPoint(200, 1040))
    assert menu.isVisible()
    menu.actions()[0].trigger()
    menu.close()
    assert wanted == ["paper-low"]
