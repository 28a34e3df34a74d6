from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from counter_client.state.actions import Action
from counter_client.state.intents import Do, PickRow, ShowList
from counter_client.state.state import ListKind
from counter_client.widgets.button import Button
from counter_client.workplace.presenters.waiting_list import derive_lists
from counter_client.workplace.views.waiting_list import WaitingListView
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.helpers.builders import at_work, changed, row, workplace
from tests.helpers.replacing import replace

MANY = at_work(None, *(row(f"A{n:03}", waited_s=5000 - n) for n in range(60)))


def shown(holder: QWidget, theme: Theme, language: Language) -> tuple[WaitingListView, list[object]]:
    view = WaitingListView(theme, language, holder)
    view.resize(460, 600)
    view.show_view(derive_lists(MANY))
    view.show()
    wishes: list[object] = []
    view.wished.connect(wishes.append)
    return view, wishes


def rows_of(view: WaitingListView) -> QListView:
    found = view.findChild(QListView, "rows")
    assert found is not None
    return found


def button(view: WaitingListView, name: str) -> Button:
    found = view.findChild(Button, name)
    assert found is not None
    return found


def test_a_click_chooses_a_row_and_a_double_click_acts_on_it(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    view, wishes = shown(holder, theme, english)
    rows = rows_of(view)
    point = rows.visualRect(rows.model().index(2, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert wishes[0] == PickRow("visit-A002")
    assert Do(Action.CALL_CHOSEN, "visit-A002") in wishes


def test_the_chosen_row_comes_into_sight_and_enables_its_button(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    view, wishes = shown(holder, theme, english)
    assert not button(view, "row_action").isEnabled()
    view.show_view(derive_lists(changed(MANY, row="visit-A050")))
    rows = rows_of(view)
    assert rows.viewport().rect().contains(rows.visualRect(rows.model().index(50, 0)))
    qtbot.mouseClick(button(view, "row_action"), Qt.MouseButton.LeftButton)
    assert wishes == [Do(Action.CALL_CHOSEN)]


def test_who_scrolls_by_hand_is_not_pulled_back_by_the_clock(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    view, _ = shown(holder, theme, english)
    view.show_view(derive_lists(changed(MANY, row="visit-A050")))
    bar = rows_of(view).verticalScrollBar()
    assert bar.value() > 0
    bar.setValue(0)
    view.show_view(derive_lists(changed(MANY, row="visit-A050", now_s=60.0)))
    assert bar.value() == 0


def test_a_list_that_moves_keeps_its_place(qtbot: QtBot, holder: QWidget, theme: Theme, english: Language) -> None:
    view, _ = shown(holder, theme, english)
    rows_of(view).verticalScrollBar().setValue(700)
    more = at_work(None, *(row(f"A{n:03}", waited_s=5000 - n) for n in range(1, 62)))
    view.show_view(derive_lists(more))
    QApplication.processEvents()
    assert rows_of(view).verticalScrollBar().value() == 700


def test_the_tabs_tell_how_many_there_are_and_show_their_list(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    view, wishes = shown(holder, theme, english)
    assert button(view, "tab_waiting").text() == "Waiting\n60"
    assert button(view, "tab_waiting").accessibleName() == "Waiting 60"
    qtbot.mouseClick(button(view, "tab_missed"), Qt.MouseButton.LeftButton)
    assert wishes == [ShowList(ListKind.MISSED)]
    view.show_view(derive_lists(changed(MANY, kind=ListKind.MISSED)))
    assert button(view, "row_action").text() == "Return to queue"


def test_the_keys_of_the_list_stay_with_the_window(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language
) -> None:
    view, _ = shown(holder, theme, english)
    assert rows_of(view).focusPolicy() is Qt.FocusPolicy.NoFocus


def test_lanes_are_told_apart_only_where_there_is_more_than_one(
    qtbot: QtBot, holder: QWidget, theme: Theme, arabic: Language
) -> None:
    view, _ = shown(holder, theme, arabic)
    counts = view.findChild(QLabel, "lane_counts")
    assert counts is not None
    place = replace(workplace(), by_lane={"standard": 40, "priority": 2})
    view.show_view(derive_lists(at_work(workplace=place, language="ar")))
    assert "عادي 40   ·   أولوية 2" in counts.text()
    view.show_view(derive_lists(at_work(workplace=replace(place, by_lane={"standard": 40}), language="ar")))
    assert not counts.isVisibleTo(view)


def test_an_empty_list_says_so(qtbot: QtBot, holder: QWidget, theme: Theme, english: Language) -> None:
    view, _ = shown(holder, theme, english)
    empty = view.findChild(QLabel, "empty_list")
    assert empty is not None
    assert not empty.isVisible()
    view.show_view(derive_lists(at_work()))
    assert empty.text() == "Nobody is waiting for your services."
