from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.frame.time_notice import TimeNotice
from kiosk.screens.widgets.sentences import Sentences
from qtkit.language.language import Language
from qtkit.look.theme import Theme


def test_it_counts_down_offers_time_and_goes(qtbot: QtBot, theme: Theme, language: Language) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1920, 300)
    notice = TimeNotice(theme, Sentences(language), parent)
    parent.show()
    notice.show_seconds(None)
    assert not notice.isVisible()
    notice.show_seconds(2)
    notice.place_over(QRect(0, 100, 1920, 150))
    assert notice.isVisible()
    assert notice.accessibleName() == "تعود هذه الشاشة إلى البداية خلال ثانيتين"
    with qtbot.waitSignal(notice.more_time_wanted):
        QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert notice.button.accessibleName() == "أحتاج وقتًا إضافيًا"
    assert QRect(0, 100, 1920, 150).contains(notice.geometry())
