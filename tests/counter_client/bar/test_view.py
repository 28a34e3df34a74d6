from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_client.bar.face import BarFace
from counter_client.bar.presenter import derive_bar
from counter_client.bar.view import CounterBar
from counter_client.program.keypad import wish_of_press
from counter_client.state.actions import Action
from counter_client.state.intents import Choose, CloseSheet, Do, MoveRow
from counter_client.state.state import Inputs, Sheet, SheetKind
from counter_client.update.decide import decide
from counter_client.widgets.button import Button
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from serial_devices.keypad.keys import Key, Press
from tests.counter_client.helpers.builders import at_work, serving, visit

# What the offscreen screen cannot do; tests/counter_client/keyboard/hot_keys/test_desktop.py has a real one.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(\)")
KEYS = ((Key.NEXT, "Pause"),)


def shown(qtbot: QtBot, theme: Theme, language: Language, inputs: Inputs) -> tuple[CounterBar, list[object]]:
    bar, view = CounterBar(theme, language), derive_bar(inputs)
    assert view is not None
    qtbot.addWidget(bar)
    bar.show_view(view)
    bar.show()
    wishes: list[object] = []
    bar.wished.connect(wishes.append)
    return bar, wishes


def click(bar: CounterBar, name: str) -> None:
    button = bar.findChild(Button, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_stays_above_and_takes_no_keyboard(qtbot: QtBot, theme: Theme, english: Language) -> None:
    bar, _ = shown(qtbot, theme, english, at_work(bar=True))
    flags = bar.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus


def test_its_buttons_are_the_windows(qtbot: QtBot, theme: Theme, english: Language) -> None:
    bar, wishes = shown(qtbot, theme, english, at_work(visit(), bar=True))
    for name in ("bar_primary", "bar_recall", "bar_no-show", "bar_window"):
        click(bar, name)
    assert wishes == [Do(Action.BEGIN), Do(Action.RECALL), Do(Action.NO_SHOW), Do(Action.WINDOW)]


def test_the_answers_unfold_with_the_hot_key_on_the_first(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    asking = at_work(serving(), bar=True, hot_keys=KEYS, sheet=Sheet(SheetKind.OUTCOME, ticket="A047"))
    bar, wishes = shown(qtbot, theme, arabic, asking)
    keys = [button.key for button in (bar.findChild(Button, f"bar_choice_{n}") for n in range(1, 6)) if button]
    assert keys == ["Pause", "", "", "", ""]
    click(bar, "bar_choice_3")
    click(bar, "bar_back")
    assert wishes == [Choose("documents_missing"), CloseSheet()]


def test_the_hot_key_stands_on_the_answer_that_the_keypads_arrows_have_come_to(
    qtbot: QtBot, theme: Theme, arabic: Language
) -> None:
    asking = at_work(serving(), bar=True, hot_keys=KEYS, sheet=Sheet(SheetKind.PARK, ticket="A047"))
    for _ in range(2):
        asking, _post = decide(asking, MoveRow(1))
    bar, _ = shown(qtbot, theme, arabic, asking)
    buttons = [bar.findChild(Button, f"bar_choice_{n}") for n in (1, 2)]
    assert [(button.key, button.chosen) for button in buttons if button] == [("", False), ("Pause", True)]
    assert asking.sheet is not None
    assert wish_of_press(Press(Key.NEXT), asking) == Choose(asking.sheet.picked)


def test_it_is_dragged_by_its_face(qtbot: QtBot, theme: Theme, english: Language) -> None:
    bar, _ = shown(qtbot, theme, english, at_work(bar=True))
    face = bar.findChild(BarFace)
    assert face is not None
    bar.move(100, 100)
    QTest.mousePress(face, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(10, 10))
    QTest.mouseMove(face, QPoint(60, 40))
    QTest.mouseRelease(face, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60, 40))
    assert bar.pos() == QPoint(150, 130)
