"""Each screen is made when it is first asked for, in its place, and none before."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.out_of_service.texts import NoticeTexts
from kiosk.screens.stack import Screens
from kiosk.screens.widgets.sentences import Sentences
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.speeds import some
from tests.kiosk.screens.test_window import all_views, window_at
from tools.catalogues import LANGUAGES

MADE_LATER = ("welcome", "services", "information", "keypad", "ticket", "notice", "assist", "languages", "staff")


@pytest.fixture
def screens(qtbot: QtBot, theme: Theme, language: Language) -> Screens:
    made = Screens(theme, language, Sentences(language), NoticeTexts(), ZoneInfo("Asia/Muscat"))
    qtbot.addWidget(made)
    return made


def test_no_screen_is_made_before_it_is_needed(screens: Screens) -> None:
    assert screens.count() == 0
    assert screens.pad is None
    screens.set_zone(ZoneInfo("Europe/London"))
    assert screens.count() == 0
    assert screens.notice is screens.notice
    assert screens.count() == 1


def test_what_every_visitor_comes_to_is_made_ahead(screens: Screens) -> None:
    screens.make_ready()
    assert {"services", "ticket"} <= set(vars(screens))
    assert "staff" not in vars(screens)


class Windows(QObject):
    """Notes what is shown as a separate window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.mark.parametrize("tag", some(LANGUAGES["kiosk"], "ar"))
def test_a_screen_that_is_made_while_the_window_is_shown_is_never_a_window_itself(
    qtbot: QtBot, qapp: QApplication, language: Language, tag: str
) -> None:
    window = window_at(qtbot, language, (1920, 1080, 21.5))
    assert not set(MADE_LATER) & set(vars(window.bodies))
    eye = Windows()
    qapp.installEventFilter(eye)
    for _, view in all_views(tag):
        window.show_view(view)
        QApplication.processEvents()
    qapp.removeEventFilter(eye)
    assert eye.shown == []
    assert set(MADE_LATER) <= set(vars(window.bodies))


def test_digits_may_be_typed_on_the_pad_that_is_shown_alone(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, (1920, 1080, 21.5))
    shown = dict(all_views("en"))
    window.show_view(shown["phone"])
    assert window.bodies.pad is not None
    typed: list[str] = []
    window.key_pressed.connect(typed.append)
    window.bodies.pad.emit("7")
    assert typed == ["7"]
    window.show_view(shown["services"])
    assert window.bodies.pad is None
    window.show_view(shown["pin"])
    pins: list[str] = []
    window.staff_key_pressed.connect(pins.append)
    assert window.bodies.pad is not None
    window.bodies.pad.emit("1")
    assert (typed, pins) == (["7"], ["1"])
