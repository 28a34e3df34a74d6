from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.frame.reading import Reading
from qtkit.language.language import Language
from qtkit.look.looks import Looks
from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton
from tests.helpers.qt_frame import framed


def reading_of(qtbot: QtBot, theme: Theme, buttons: int) -> tuple[Reading, list[ActionButton]]:
    bodies, page = QStackedWidget(), QWidget()
    layout = QVBoxLayout(page)
    made = [ActionButton(theme, f"b{at}") for at in range(buttons)]
    for button in made:
        button.set_label(button.objectName())
        button.setMinimumHeight(200)
        layout.addWidget(button)
    bodies.addWidget(page)
    reading = Reading(theme, bodies)
    framed(qtbot, reading, 900, 700)
    reading.fit()
    QApplication.processEvents()
    return reading, made


def seen(reading: Reading, buttons: list[ActionButton]) -> list[str]:
    """The buttons of which every pixel is inside what is shown."""
    window = reading.window()
    whole = []
    for button in buttons:
        if button.visibleRegion().boundingRect() == button.rect() and window.isVisible():
            whole.append(button.objectName())
    return whole


def test_what_does_not_fit_comes_on_the_next_page_whole(qtbot: QtBot, theme: Theme, language: Language) -> None:
    reading, buttons = reading_of(qtbot, theme.in_looks(Looks(200)), 5)
    told: list[str] = []
    for _ in range(reading.pages):
        told += seen(reading, buttons)
        QTest.mouseClick(reading.buttons.after, Qt.MouseButton.LeftButton)
    assert reading.pages > 1
    assert sorted(told) == [f"b{at}" for at in range(5)], "each button is whole on one page and on one only"
    assert seen(reading, buttons)[0] == "b0", "after the last page comes the first"


def test_the_keyboard_takes_its_page_with_it(qtbot: QtBot, theme: Theme, language: Language) -> None:
    reading, buttons = reading_of(qtbot, theme.in_looks(Looks(200)), 5)
    buttons[4].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: "b4" in seen(reading, buttons))
    assert "b0" not in seen(reading, buttons)


def test_what_fits_has_no_buttons_and_usual_text_is_never_parted(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    few, _ = reading_of(qtbot, theme.in_looks(Looks(200)), 2)
    usual, buttons = reading_of(qtbot, theme, 2)
    for reading in (few, usual):
        assert (reading.pages, reading.buttons.isVisible()) == (1, False)
    assert buttons[0].mapTo(usual, QPoint(0, 0)).y() >= 0
