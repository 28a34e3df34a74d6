from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.frame.footer import Footer, FootView
from kiosk.screens.widgets.priority_switch import PrioritySwitch
from qtkit.language.language import Language
from qtkit.look.looks import Looks
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


def footer(qtbot: QtBot, theme: Theme) -> Footer:
    made = Footer(theme)
    framed(qtbot, made, 1920, made.sizeHint().height())
    return made


def test_parts_are_shown_as_asked_and_nothing_takes_no_room(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = footer(qtbot, theme)
    made.show_view(FootView(back=True, priority=False, done=False))
    assert (made.back.isVisible(), made.priority.isVisible(), made.back.text()) == (True, True, "رجوع")
    made.show_view(FootView(back=True, priority=None, done=True))
    assert (made.priority.isVisible(), made.back.text()) == (False, "تم")
    made.show_view(FootView(back=False, priority=None, done=False))
    assert not made.isVisible()


def test_priority_is_a_switch_that_never_asks_why(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = footer(qtbot, theme)
    made.show_view(FootView(back=True, priority=False, done=False))
    with qtbot.waitSignal(made.priority_toggled):
        QTest.keyClick(made.priority, Qt.Key.Key_Space)
    made.show_view(FootView(back=True, priority=True, done=False))
    assert made.priority.isChecked()
    assert made.priority.accessibleName() == "خدمة الأولوية"
    assert "كبار السن" in made.priority.accessibleDescription()


def test_on_and_off_differ_by_more_than_colour(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = footer(qtbot, theme)
    made.show_view(FootView(back=True, priority=True, done=False))
    made.priority.resize(900, 100)
    box = made.priority.rect().right() - theme.px(28) - theme.px(26)
    on = made.priority.grab().toImage()
    inks = {on.pixelColor(x, 50).name() for x in range(box - 26, box + 26)}
    assert theme.palette.on_primary.lower() in inks  # the tick
    made.show_view(FootView(back=True, priority=False, done=False))
    assert made.priority.grab().toImage() != on


def test_the_language_changes_its_words(qtbot: QtBot, theme: Theme, language: Language) -> None:
    made = footer(qtbot, theme)
    made.show_view(FootView(back=True, priority=None, done=False))
    language.show("en")
    qtbot.waitUntil(lambda: made.back.text() == "Back")


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_where_signs_alone_say_whom_priority_is_for_a_switch_with_room_shows_them(
    qtbot: QtBot, theme: Theme, language: Language, tag: str
) -> None:
    language.show(tag)
    switch = PrioritySwitch(theme.in_looks(Looks(200, reach=True)))
    framed(qtbot, switch, 1190, 84)
    switch.show_state(on=False)
    switch.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    signs = switch.grab().toImage().copy(switch.width() - 300, 10, 280, 64)
    inks = {signs.pixelColor(x, y).name() for x in range(signs.width()) for y in range(signs.height())}
    assert theme.palette.primary.lower() in inks
