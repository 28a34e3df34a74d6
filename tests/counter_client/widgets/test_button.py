from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from common.design_tokens import contrast
from counter_client.widgets.button import TAB_EDGE_PX, Button, Look
from counter_client.widgets.canvas import text_width
from counter_client.widgets.style import style_sheet
from qtkit.look.theme import Theme


def shown(qtbot: QtBot, theme: Theme, look: Look = Look.MOVE) -> tuple[QWidget, Button, Button]:
    window = QWidget()
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    first, second = Button(theme, look, "first", 50, window), Button(theme, look, "second", 50, window)
    first.setGeometry(0, 0, 300, 50)
    second.setGeometry(0, 60, 300, 50)
    window.setStyleSheet(style_sheet(theme))
    qtbot.addWidget(window)
    first.show_button("Hold", "F5")
    second.show_button("Transfer", "F6")
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window, first, second


def test_text_and_key_are_told_to_a_screen_reader(qtbot: QtBot, theme: Theme) -> None:
    _window, button, _neighbour = shown(qtbot, theme)
    assert (button.accessibleName(), button.accessibleDescription(), button.key) == ("Hold", "F5", "F5")


def test_enter_presses_the_focused_button_and_space_is_left_to_the_window(qtbot: QtBot, theme: Theme) -> None:
    _window, button, _neighbour = shown(qtbot, theme)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("pressed"))
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == []
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["pressed"]


@pytest.mark.parametrize("how", ["disabled", "hidden"])
def test_a_button_that_goes_gives_the_focus_to_the_window_and_not_to_its_neighbour(
    qtbot: QtBot, theme: Theme, how: str
) -> None:
    window, button, neighbour = shown(qtbot, theme)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    if how == "disabled":
        button.show_button("Hold", "F5", enabled=False)
    else:
        button.setVisible(False)
    assert window.hasFocus()
    assert not neighbour.hasFocus()


@pytest.mark.parametrize("look", Look)
def test_every_look_paints_text_that_differs_from_its_ground(qtbot: QtBot, theme: Theme, look: Look) -> None:
    _window, button, _neighbour = shown(qtbot, theme, look)
    image = button.grab().toImage()
    middle = image.height() // 2
    row = [image.pixelColor(x, middle).name() for x in range(image.width())]
    ground = max(row, key=row.count)
    assert max(contrast(colour, ground) for colour in row[8:-8]) >= 4.5  # WCAG 1.4.3; the border is left out


def test_a_long_text_asks_for_more_room_than_a_short_one(qtbot: QtBot, theme: Theme) -> None:
    _window, button, _neighbour = shown(qtbot, theme)
    short = button.sizeHint().width()
    button.show_button("Referred to the directorate concerned", "F5")
    assert button.sizeHint().width() > short
    assert button.minimumSizeHint().width() < button.sizeHint().width()


def test_a_click_chooses_nothing_by_itself(qtbot: QtBot, theme: Theme) -> None:
    _window, button, _neighbour = shown(qtbot, theme)
    button.click()
    assert not button.chosen
    button.show_button("Hold", "F5", chosen=True)
    assert button.chosen


def test_a_name_too_long_for_one_line_stands_in_two_and_is_told_in_one(qtbot: QtBot, theme: Theme) -> None:
    _window, button, _neighbour = shown(qtbot, theme)
    name = "Land surveys & boundaries of the governorate"
    button.show_button(name, "F5")
    assert (button.text(), button.accessibleName()) == (name, name)
    assert "\n" in QPushButton.text(button)
    assert button.font().pixelSize() == theme.size("small")


def test_the_focus_is_seen_on_any_ground(qtbot: QtBot, theme: Theme) -> None:
    for look in Look:
        _window, button, _neighbour = shown(qtbot, theme, look)
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        image = button.grab().toImage()
        middle = image.height() // 2
        edge = {image.pixelColor(x, middle).name() for x in range(8)}
        assert {theme.colour("focus").name(), theme.colour("focus_gap").name()} <= edge, look


def test_only_what_can_be_chosen_is_a_check_box_for_a_screen_reader(qtbot: QtBot, theme: Theme) -> None:
    _window, button, tab = shown(qtbot, theme)
    tab.show_button("Waiting", "1", chosen=True)
    roles = [QAccessible.queryAccessibleInterface(one).role() for one in (button, tab)]
    assert roles == [QAccessible.Role.PushButton, QAccessible.Role.CheckBox]
    assert QAccessible.queryAccessibleInterface(tab).state().checked


class Paints(QObject):
    """Counts how often a button is painted."""

    def __init__(self, button: Button) -> None:
        super().__init__(button)
        self.count = 0
        button.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_toggle_that_is_no_longer_one_is_painted_as_not_chosen(qtbot: QtBot, theme: Theme) -> None:
    _window, button, _neighbour = shown(qtbot, theme)
    paints = Paints(button)
    button.show_button("Hold", "F5", chosen=True)
    qtbot.waitUntil(lambda: paints.count > 0)
    paints.count = 0
    button.show_button("Hold", "F5", chosen=None)
    qtbot.waitUntil(lambda: paints.count > 0, timeout=2000)
    assert not button.chosen


@pytest.mark.parametrize("width_px", [90, 110, 200])
def test_a_tab_shows_its_count_whole_however_narrow_it_is(qtbot: QtBot, theme: Theme, width_px: int) -> None:
    tab = Button(theme, Look.TAB, "tab", 54)
    qtbot.addWidget(tab)
    tab.resize(width_px, 54)
    tab.show_button("No-shows of the day\n128", "3", chosen=False)
    word, count = QPushButton.text(tab).split("\n")
    assert count == "128"
    assert tab.text() == "No-shows of the day\n128"
    assert text_width(word, tab.font()) + tab.iconSize().width() + TAB_EDGE_PX <= width_px
