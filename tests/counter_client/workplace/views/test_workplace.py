from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_client.state.actions import Action
from counter_client.state.intents import CloseSheet, Do
from counter_client.state.state import Inputs, Sheet, SheetKind
from counter_client.widgets.button import Button
from counter_client.workplace.presenters.more_menu import derive_more
from counter_client.workplace.presenters.waiting_list import derive_lists
from counter_client.workplace.presenters.workplace import derive_workplace
from counter_client.workplace.views.more_menu import MoreMenu
from counter_client.workplace.views.workplace import WorkplaceView
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.banner import Banner
from tests.counter_client.helpers.builders import at_work, serving, visit


def shown(holder: QWidget, theme: Theme, language: Language, inputs: Inputs) -> tuple[WorkplaceView, list[object]]:
    view = WorkplaceView(theme, language, holder)
    view.resize(1100, 720)
    show(view, inputs)
    view.show()
    wishes: list[object] = []
    view.wished.connect(wishes.append)
    return view, wishes


def show(view: WorkplaceView, inputs: Inputs) -> None:
    view.show_view(derive_workplace(inputs), derive_lists(inputs), derive_more(inputs))


def button(view: WorkplaceView, name: str) -> Button:
    found = view.findChild(Button, name)
    assert found is not None, name
    return found


def test_the_big_button_follows_the_visit(qtbot: QtBot, holder: QWidget, theme: Theme, english: Language) -> None:
    view, wishes = shown(holder, theme, english, at_work())
    for inputs in (at_work(), at_work(visit()), at_work(serving())):
        show(view, inputs)
        qtbot.mouseClick(button(view, "primary"), Qt.MouseButton.LeftButton)
    assert wishes == [Do(Action.CALL_NEXT), Do(Action.BEGIN), Do(Action.FINISH)]


def test_while_a_command_is_on_its_way_the_button_says_so_and_takes_no_click(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    view, wishes = shown(holder, theme, english, at_work(busy=Action.CALL_NEXT))
    assert button(view, "primary").text() == "One moment…"
    qtbot.mouseClick(button(view, "primary"), Qt.MouseButton.LeftButton)
    assert wishes == []


def test_buttons_that_make_no_sense_take_no_click(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    view, wishes = shown(holder, theme, english, at_work(visit()))
    for name in ("no-show", "transfer"):
        qtbot.mouseClick(button(view, name), Qt.MouseButton.LeftButton)
    show(view, at_work(serving()))
    for name in ("no-show", "recall"):
        qtbot.mouseClick(button(view, name), Qt.MouseButton.LeftButton)
    assert wishes == [Do(Action.NO_SHOW), Do(Action.TRANSFER)]


def menu_of(view: WorkplaceView) -> MoreMenu:
    found = view.findChild(MoreMenu)
    assert found is not None
    return found


def test_more_opens_a_menu_whose_entries_and_letters_ask_for_what_they_say(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    opened = at_work(visit(), sheet=Sheet(SheetKind.MORE))
    view, wishes = shown(holder, theme, english, opened)
    menu = menu_of(view)
    assert menu.isVisible()
    named = [entry.text().split("\t") for entry in menu.actions() if entry.isEnabled()]
    assert ["Find number", "F"] in named
    assert ["Visible alert on the board", "V"] in named
    assert ["Serve without a ticket", "W"] not in named
    keys: list[tuple[int, str]] = []
    view.key_pressed.connect(lambda key, text: keys.append((key, text)))
    qtbot.keyClick(menu, Qt.Key.Key_V)
    assert keys == [(Qt.Key.Key_V, "v")]
    next(entry for entry in menu.actions() if entry.text().startswith("Visible")).trigger()
    assert wishes == [Do(Action.LOOK)]
    show(view, at_work(visit()))
    assert not menu.isVisible()
    assert wishes == [Do(Action.LOOK)]


def test_a_menu_that_is_left_tells_it(qtbot: QtBot, holder: QWidget, theme: Theme, english: Language) -> None:
    view, wishes = shown(holder, theme, english, at_work(sheet=Sheet(SheetKind.MORE)))
    qtbot.keyClick(menu_of(view), Qt.Key.Key_Escape)
    assert wishes == [CloseSheet()]


def test_the_banner_comes_and_goes_with_the_cut(qtbot: QtBot, holder: QWidget, theme: Theme, arabic: Language) -> None:
    view, _ = shown(holder, theme, arabic, at_work(serving(), cut_off_s=0.0, now_s=75.0, language="ar"))
    banner = view.findChild(Banner, "cut_off")
    assert banner is not None
    assert "01:15" in banner.text
    assert "واصل خدمة مراجعك" in banner.text
    show(view, at_work(serving(), language="ar"))
    assert banner.text == ""


def test_undo_is_there_only_while_there_is_something_to_undo(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    view, _ = shown(holder, theme, english, at_work())
    assert not button(view, "undo").isVisible()
