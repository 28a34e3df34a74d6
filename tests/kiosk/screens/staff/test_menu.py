"""The staff's tiles in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from contracts.words.hall import PrintState
from kiosk.screens.staff.menu import StaffMenu
from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import MenuView, ReprintTile, ReprintView
from kiosk.staff.presenter import MENU_GROUPS
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.icons import SIGNS
from tests.helpers.qt_frame import framed

TILES = (
    ReprintTile("v2", "A048", datetime(2026, 11, 25, 5, 41, tzinfo=UTC), PrintState.INTERRUPTED),
    ReprintTile("v1", "A047", datetime(2026, 11, 25, 5, 40, tzinfo=UTC), PrintState.CONFIRMED),
)


@pytest.fixture
def menu(qtbot: QtBot, theme: Theme, language: Language) -> StaffMenu:
    made = StaffMenu(theme, language, StaffTexts(language))
    made.zone = ZoneInfo("Asia/Muscat")
    framed(qtbot, made, 1800, 800)
    return made


def test_the_menu_tells_who_is_there_how_the_printer_is_and_what_can_be_done(menu: StaffMenu) -> None:
    menu.show_view(MenuView("Maryam", MENU_GROUPS, "low", 61))
    assert "Maryam" in menu.title.text
    assert "61" in menu.line.text
    acts = [act for group in MENU_GROUPS for act in group.acts]
    assert [tile.content.key for tile in menu.groups.tiles] == acts
    assert all(tile.content.sign in SIGNS for tile in menu.groups.tiles)
    assert [tile.content.key for tile in menu.groups.tiles if tile.content.danger] == ["shut_down"]
    chosen: list[str] = []
    menu.act_chosen.connect(chosen.append)
    for tile in menu.groups.tiles:
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert chosen == acts


def test_tickets_stand_with_number_local_time_and_state(menu: StaffMenu, language: Language) -> None:
    language.show("en")
    menu.show_view(ReprintView(TILES, torn=False, enabled=True))
    first, second = (tile.content for tile in menu.grid.tiles)
    assert "A048" in first.title
    assert "09:41" in first.aside
    assert "Cut off while printing" in first.aside
    assert "Printed" in second.aside
    chosen: list[str] = []
    menu.ticket_chosen.connect(chosen.append)
    QTest.mouseClick(menu.grid.tiles[0], Qt.MouseButton.LeftButton)
    assert chosen == ["v2"]


def test_torn_tickets_have_their_own_headline_and_no_ticket_a_word(menu: StaffMenu, language: Language) -> None:
    language.show("en")
    menu.show_view(ReprintView(TILES[:1], torn=True, enabled=True))
    assert menu.title.text == "These tickets were not printed completely"
    menu.show_view(ReprintView((), torn=False, enabled=True))
    assert menu.line.text == "No tickets issued on this device today"


def test_nothing_can_be_touched_while_the_printer_cannot(menu: StaffMenu) -> None:
    menu.show_view(ReprintView(TILES, torn=False, enabled=False))
    assert not any(tile.isEnabled() for tile in menu.grid.tiles)
