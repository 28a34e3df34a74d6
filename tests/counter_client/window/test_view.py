from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_client.state.actions import Action
from counter_client.state.intents import CloseSheet
from counter_client.state.state import (
    Inputs,
    Notice,
    Sheet,
    SheetKind,
    Tone,
)
from counter_client.window.presenter import derive_window
from counter_client.window.view import LEAST_PX, CounterWindow
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.helpers.builders import (
    at_sign_in,
    at_work,
    serving,
)
from tests.counter_client.helpers.screens import LIST, OVER_IT, SCREENS
from tests.helpers.replacing import replace
from tests.helpers.speeds import some


def shown(qtbot: QtBot, theme: Theme, language: Language, inputs: Inputs) -> CounterWindow:
    window = CounterWindow(theme, language)
    qtbot.addWidget(window)
    window.resize(*LEAST_PX)
    window.show()
    window.show_view(derive_window(replace(inputs, language=language.tag)))
    qtbot.waitExposed(window)
    return window


def part(window: CounterWindow, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


GROUNDS = {"body", "workplace"}
"""Behind all parts, with nothing to paint."""


class Paints(QObject):
    """Notes the names of all parts of a window that are painted."""

    def __init__(self, window: CounterWindow) -> None:
        super().__init__()
        self.names: set[str] = set()
        for part in window.findChildren(QWidget):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.names.add(watched.objectName())
        return False

    def after(self, window: CounterWindow, inputs: Inputs) -> set[str]:
        """Return the parts that are painted when the window shows `inputs`."""
        self.names.clear()
        window.show_view(derive_window(inputs))
        QApplication.processEvents()
        return self.names.copy()


@pytest.mark.parametrize("tag", some(["arabic", "english"], "arabic"))
def test_every_control_lies_inside_the_smallest_window(
    qtbot: QtBot, theme: Theme, tag: str, request: pytest.FixtureRequest
) -> None:
    language: Language = request.getfixturevalue(tag)
    window = shown(qtbot, theme, language, SCREENS["free"])
    for name, inputs in SCREENS.items():
        window.show_view(derive_window(replace(inputs, language=language.tag)))
        QApplication.processEvents()
        assert (window.width(), window.height()) == LEAST_PX, name
        controls = [child for child in window.findChildren(QWidget) if child.isVisible() and child.objectName()]
        assert len(controls) > 5, name
        for control in controls:
            if control.objectName().startswith(("agent_", "qt_")):
                continue  # these are scrolled
            corner = control.mapTo(window, control.rect().bottomRight())
            assert 0 <= corner.x() <= window.width(), (name, control.objectName())
            assert corner.y() <= window.height(), (name, control.objectName())


@pytest.mark.parametrize("name", ["sign_in", "practice_sign_in"])
def test_the_number_pad_is_seen_whole_in_the_smallest_window(
    qtbot: QtBot, theme: Theme, arabic: Language, name: str
) -> None:
    window = shown(qtbot, theme, arabic, SCREENS[name])
    pad = [part(window, f"pad_{key}") for key in ("1", "4", "7", "clear")]
    assert [key.visibleRegion().boundingRect().height() for key in pad] == [key.height() for key in pad]
    assert all(above.geometry().bottom() < below.geometry().top() for above, below in pairwise(pad))


def test_no_two_controls_of_a_screen_overlap(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    window = shown(qtbot, theme, arabic, SCREENS["free"])
    for name in ("free", "called", "serving", *OVER_IT):
        window.show_view(derive_window(SCREENS[name]))
        QApplication.processEvents()
        holder = part(window, OVER_IT.get(name, "workplace"))
        buttons = [one for one in holder.findChildren(QAbstractButton) if one.isVisible()]
        boxes = [
            (button.objectName(), button.rect().translated(button.mapTo(window, button.rect().topLeft())))
            for button in buttons
        ]
        assert len(boxes) >= 2, name
        clashes = [(a, b) for at, (a, one) in enumerate(boxes) for b, two in boxes[at + 1 :] if one.intersects(two)]
        assert clashes == [], name


def test_arabic_begins_at_the_right_and_english_at_the_left(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    window = shown(qtbot, theme, arabic, SCREENS["free"])
    card, rows = part(window, "visit_card"), part(window, "waiting_list")
    assert card.mapTo(window, card.rect().center()).x() > rows.mapTo(window, rows.rect().center()).x()
    arabic.show("en")
    window.show_view(derive_window(SCREENS["free"]))
    QApplication.processEvents()
    assert card.mapTo(window, card.rect().center()).x() < rows.mapTo(window, rows.rect().center()).x()


def test_a_change_of_language_says_everything_anew(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    window = shown(qtbot, theme, arabic, SCREENS["free"])
    assert part(window, "primary").accessibleName() == "نداء التالي"
    arabic.show("en")
    qtbot.waitUntil(lambda: part(window, "primary").accessibleName() == "Call next")


def test_every_button_of_the_workplace_shows_its_key(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, SCREENS["called"])
    names = ["recall", "no-show", "return", "park", "transfer", "menu", "help", "break", "sign_out", "primary"]
    buttons = [window.findChildren(QWidget, name) for name in names]
    told = [
        [child.accessibleDescription() for child in found if child.inherits("QAbstractButton")] for found in buttons
    ]
    assert told == [["F2"], ["F3"], ["F4"], ["F5"], ["F6"], ["F7"], ["F10"], ["F8"], ["F12"], ["Space"]]


def test_a_held_key_is_told_once(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, SCREENS["free"])
    keys: list[int] = []
    window.key_pressed.connect(lambda key, _: keys.append(key))
    qtbot.keyClick(window, Qt.Key.Key_F2)
    repeated = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "", True, 1)
    QApplication.sendEvent(window, repeated)
    assert keys == [Qt.Key.Key_F2]


def test_an_open_sheet_takes_the_clicks_of_the_workplace_behind(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, SCREENS["outcome"])
    wishes: list[object] = []
    window.wished.connect(wishes.append)
    behind = part(window, "recall")
    point = behind.mapTo(window, behind.rect().center())
    assert window.childAt(point) is not behind
    qtbot.mouseClick(part(window, "choice_3"), Qt.MouseButton.LeftButton)
    assert [wish.code for wish in wishes] == ["documents_missing"]


def test_closing_a_sheet_gives_the_keys_back_to_the_window(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, SCREENS["transfer"])
    window.activateWindow()
    part(window, "target_filter").setFocus()
    qtbot.waitUntil(part(window, "target_filter").hasFocus)
    window.show_view(derive_window(SCREENS["serving"]))
    assert window.hasFocus()


def test_the_cut_off_banner_says_what_still_works(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, SCREENS["cut_off"])
    text = part(window, "cut_off").accessibleName()
    assert "Continue serving your visitor" in text
    assert "00:12" in text


def test_undo_appears_with_the_number_and_the_time_left(qtbot: QtBot, theme: Theme, english: Language) -> None:
    from tests.counter_client.workplace.presenters.test_workplace import UNDO

    window = shown(qtbot, theme, english, at_work(undo=UNDO))
    assert part(window, "undo").isVisible()
    assert part(window, "undo").accessibleName() == "Undo \u2066B012\u2069 (01:30)"


def test_buttons_say_what_they_want(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, SCREENS["free"])
    wishes: list[object] = []
    window.wished.connect(wishes.append)
    for name in ("primary", "menu", "break", "sign_out", "tab_parked"):
        qtbot.mouseClick(part(window, name), Qt.MouseButton.LeftButton)
    assert [getattr(wish, "action", getattr(wish, "kind", None)) for wish in wishes][:4] == [
        Action.CALL_NEXT,
        Action.MORE,
        Action.BREAK,
        Action.SIGN_OUT,
    ]
    assert len(wishes) == 5


def test_only_what_changes_is_painted_anew(qtbot: QtBot, theme: Theme, english: Language) -> None:
    inputs = replace(at_work(serving(), *LIST), language="en")
    window = shown(qtbot, theme, english, inputs)
    paints = Paints(window)
    paints.after(window, inputs)
    assert paints.after(window, inputs) == set()
    told = replace(inputs, notice=Notice(Tone.WARNING, "visit_open"))
    assert paints.after(window, told) - GROUNDS == {"notice", "notice_sign", "notice_text"}
    busy = paints.after(window, replace(told, busy=Action.FINISH))
    assert {"primary", "park", "transfer"} <= busy
    assert not {"visit_card", "rows", "notice"} & busy
    english.show("ar")
    QApplication.processEvents()
    assert {"visit_card", "waiting_list", "header", "primary", "notice"} <= paints.names


def tab(window: CounterWindow, key: Qt.Key = Qt.Key.Key_Tab) -> str:
    QTest.keyClick(QApplication.focusWidget() or window, key)
    return window.focusWidget().objectName()


@pytest.mark.parametrize(
    "name", ["outcome", "transfer", "transfer_details", "missing", "search", "enquiries", "return_code"]
)
def test_tab_stays_on_the_open_sheet(qtbot: QtBot, theme: Theme, english: Language, name: str) -> None:
    window = shown(qtbot, theme, english, SCREENS["serving"])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_view(derive_window(SCREENS[name]))
    sheet = window._sheets.open_one()
    assert sheet is not None
    for key in (*[Qt.Key.Key_Tab] * 20, *[Qt.Key.Key_Backtab] * 20):
        tab(window, key)
        assert sheet.isAncestorOf(window.focusWidget()), window.focusWidget().objectName()


@pytest.mark.parametrize(("name", "line"), [("transfer_details", "note"), ("missing", "other_document")])
def test_the_first_tab_comes_to_where_one_writes(
    qtbot: QtBot, theme: Theme, english: Language, name: str, line: str
) -> None:
    window = shown(qtbot, theme, english, SCREENS["serving"])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_view(derive_window(SCREENS[name]))
    assert tab(window) == line


def test_tab_walks_the_workplace_where_no_sheet_is_open(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, SCREENS["free"])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert {"break", "primary", "help"} <= {tab(window) for _ in range(9)}


def test_the_window_takes_the_keyboard_and_no_button_does(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, SCREENS["free"])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.focusWidget() is window, "Enter would press a button and not call the chosen number"


@pytest.mark.parametrize("name", ["sign_in", "free", "called", "practice"])
def test_each_control_has_a_name_for_who_cannot_see_it(
    qtbot: QtBot, theme: Theme, english: Language, name: str
) -> None:
    window = shown(qtbot, theme, english, SCREENS[name])
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) >= 10
    assert [one.objectName() for one in buttons if not one.accessibleName()] == []


def test_an_agent_sees_eleven_buttons_and_three_lists(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, SCREENS["called"])
    seen = {one.objectName() for one in window.findChildren(QAbstractButton) if one.isVisible()}
    moves = {"primary", "recall", "no-show", "return", "park", "transfer", "menu", "row_action"}
    assert seen == moves | {"help", "break", "sign_out"} | {"tab_waiting", "tab_parked", "tab_missed"}


MENU = replace(SCREENS["free"], sheet=Sheet(SheetKind.MORE))


def test_the_end_of_the_session_closes_the_menu(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, MENU)
    assert part(window, "more_menu").isVisible()
    wishes: list[object] = []
    window.wished.connect(wishes.append)
    window.show_view(derive_window(replace(at_sign_in(), sheet=MENU.sheet)))
    assert not part(window, "more_menu").isVisible()
    assert wishes == []


def test_a_click_on_more_closes_the_open_menu(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, MENU)
    wishes: list[object] = []
    window.wished.connect(wishes.append)
    more = part(window, "menu")
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, pos=more.mapTo(window, more.rect().bottomRight() / 2)
    )
    assert wishes == [CloseSheet()]


class _BackFromTaskBar(QShowEvent):
    """What the desktop sends when a minimised window comes back."""

    def spontaneous(self) -> bool:
        return True


def test_back_from_the_task_bar_the_agent_goes_on_writing(qtbot: QtBot, theme: Theme, english: Language) -> None:
    window = shown(qtbot, theme, english, SCREENS["transfer_details"])
    part(window, "note").setFocus()
    window.showEvent(_BackFromTaskBar())
    assert window.focusWidget() is part(window, "note")
