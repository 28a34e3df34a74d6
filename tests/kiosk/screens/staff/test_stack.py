"""Each view of the staff goes to its own screen."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from kiosk.screens.staff.stack import StaffScreens
from kiosk.screens.view_data.staff import (
    GuideView,
    MenuView,
    PinView,
    QuestionView,
    ReprintView,
    StaffView,
    StatusView,
)
from kiosk.staff.presenter import MENU_GROUPS
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


@pytest.mark.parametrize(
    ("view", "screen"),
    [
        (PinView(0, "", 0, enabled=True), "pin"),
        (MenuView("Salim", MENU_GROUPS, "ok", None), "menu"),
        (ReprintView((), torn=False, enabled=True), "menu"),
        (GuideView("open", 1, 4, by_itself=True), "guide"),
        (StatusView("ok", "ok", None, None, None, None, "memory:", 80, True), "status"),
        (QuestionView("edges_whole", ("edges_yes", "edges_no")), "question"),
    ],
)
def test_a_view_is_shown_on_the_screen_it_is_for(
    qtbot: QtBot, theme: Theme, language: Language, view: StaffView, screen: str
) -> None:
    screens = StaffScreens(theme, language)
    framed(qtbot, screens, 1800, 800)
    screens.set_zone(ZoneInfo("Asia/Muscat"))
    screens.show_view(view)
    assert screens.currentWidget() is getattr(screens, screen)
    assert screens.sizeHint() == getattr(screens, screen).sizeHint()


def test_what_is_touched_inside_is_told_outside(qtbot: QtBot, theme: Theme, language: Language) -> None:
    screens = StaffScreens(theme, language)
    framed(qtbot, screens, 1800, 800)
    told: list[tuple[str, str]] = []
    screens.key_pressed.connect(lambda key: told.append(("key", key)))
    screens.act_wanted.connect(lambda act: told.append(("act", act)))
    screens.ticket_wanted.connect(lambda visit: told.append(("ticket", visit)))
    screens.pin.key_pressed.emit("7")
    screens.guide.next_wanted.emit()
    screens.question.answered.emit("edges_no")
    screens.menu.ticket_chosen.emit("v1")
    assert told == [("key", "7"), ("act", "paper_next"), ("act", "edges_no"), ("ticket", "v1")]
