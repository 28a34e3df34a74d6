from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.frame.keyboard_focus import about
from kiosk.screens.window import KioskWindow
from kiosk.visitor.session import PhoneState
from qtkit.language.language import Language
from tests.helpers.replacing import replace
from tests.kiosk.screens.test_window import SESSIONS, SIZES, ZONED, all_views, shown, window_at


def stands_at(window: KioskWindow) -> QWidget | None:
    QApplication.processEvents()
    return window.focusWidget()


def test_a_control_that_cannot_be_pressed_for_a_moment_has_the_keyboard_again(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    kept = SESSIONS["phone_kept"]
    shown(window, kept, "en")
    window.footer.phone.setFocus()
    shown(window, replace(kept, phone=PhoneState.SENDING), "en")
    assert stands_at(window) is window, "not on the button that leaves"
    shown(window, replace(kept, phone=PhoneState.NONE), "en")
    assert stands_at(window) is window.footer.phone


def test_whoever_has_gone_on_meanwhile_is_not_called_back(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    kept = SESSIONS["phone_kept"]
    shown(window, kept, "en")
    window.footer.phone.setFocus()
    shown(window, replace(kept, phone=PhoneState.SENDING), "en")
    window.footer.back.setFocus()
    for phone in (PhoneState.SENDING, PhoneState.NONE):
        shown(window, replace(kept, phone=phone), "en")
        assert stands_at(window) is window.footer.back


def test_other_tiles_on_the_same_screen_begin_anew(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    shown(window, SESSIONS["services"], "en")
    window.bodies.services.grid.tiles[0].setFocus()
    shown(window, SESSIONS["services"], "ar")
    assert stands_at(window) is window.bodies.services.grid.tiles[0], "the same tiles in another language"
    shown(window, replace(SESSIONS["services"], zone="women"), "ar", ZONED)
    assert stands_at(window) is window


def test_what_a_screen_is_about() -> None:
    views = dict(all_views("en"))
    assert about(views["services"]) == about(replace(views["services"], closes_in_s=9))
    assert len({about(views[name]) for name in ("services", "kinds", "long_wait", "zones", "ticket")}) == 5
