from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.accessibility.keypad import DEFAULT_KEYPAD
from kiosk.accessibility.keypad_walk import KeypadWalk
from kiosk.accessibility.spoken_screen import Spoken
from qtkit.language.language import Language
from tests.kiosk.screens.test_window import SIZES, all_views, window_at


def test_the_tickets_content_is_said_whole(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    window.show_view(dict(all_views("en"))["ticket"])
    QApplication.processEvents()
    told = [text for _, text in Spoken(window, language).screen()]
    for text in ("Please take your ticket", "Real-estate transactions", "T047", "12 people", "25 to 55 minutes"):
        assert text in told, text
    assert told.index("Please take your ticket") < told.index("T047")


def test_a_control_says_its_name_its_facts_and_its_place(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    walk, spoken = KeypadWalk(window, DEFAULT_KEYPAD, window), Spoken(window, language)
    window.show_view(dict(all_views("en"))["services"])
    QApplication.processEvents()
    stops = {stop.objectName(): stop for stop in walk.stops()}
    told = spoken.control(stops["tile_L"], 2, 11)
    assert [text for _, text in told] == ["Lands", "Up to 15 minutes", "2 of 11"]
    ticked = [text for _, text in spoken.control(stops["priority_switch"], 9, 11)]
    assert ticked[:2] == ["Does priority service apply to you?", "Not selected"]


def test_each_language_is_offered_in_its_own_voice(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    walk, spoken = KeypadWalk(window, DEFAULT_KEYPAD, window), Spoken(window, language)
    window.show_view(dict(all_views("ar"))["welcome"])
    QApplication.processEvents()
    voices = {spoken.control(stop, 1, 1)[0] for stop in walk.stops() if stop.objectName().startswith("language_")}
    assert {("ur", "اردو"), ("hi", "हिन्दी"), ("bn", "বাংলা"), ("en", "English"), ("ar", "العربية")} <= voices
